"""Small tools over the parser's tree, which gives None for what is absent."""

from typing import cast

from resiliparse.parse.html import ElementNode, HTMLTree, Node

from roznama.wire.reading.letters import clean


def text_of(node: Node | None) -> str:
    """A node's text in its clean form, "" for no node."""
    return clean(node.text or "") if node is not None else ""


def select(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """The elements of the whole page that a CSS selector names, safe to change while iterating."""
    root = tree.document
    # A slice is one query; iterating the live collection would ask anew for every element.
    found = root.query_selector_all(selector)[:] if root is not None else ()
    return [node for node in found if isinstance(node, ElementNode)]


def new_text(tree: HTMLTree, text: str) -> Node:
    """A text node of a tree; the parser's types allow None, its behavior does not."""
    return cast(Node, tree.create_text_node(text))


def new_element(tree: HTMLTree, tag: str, text: str = "") -> Node:
    """An element of a tree, with a text if one is given."""
    element = cast(Node, tree.create_element(tag))
    if text:
        element.text = text
    return element


def depth_of(tree: HTMLTree) -> int:
    """How many elements stand in one another at the page's deepest place."""
    depths: dict[Node | None, int] = {}
    for node in select(tree, "*"):  # in document order: parents come first
        depths[node] = depths.get(node.parent, 0) + 1
    return max(depths.values(), default=0)
