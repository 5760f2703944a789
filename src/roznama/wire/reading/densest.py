"""The page's densest container: a second opinion on where the story is."""

from collections import defaultdict

from resiliparse.parse.html import ElementNode, HTMLTree, Node

from roznama.wire.reading.dom import select, text_of
from roznama.wire.reading.lines import Line

_HOLDERS = "p, div, td, li, span, section, article"
_OWN_CONTAINERS = ("div", "td")  # on old pages these hold text and line breaks directly


def _own_text(node: ElementNode) -> str:
    return " ".join(text_of(child) for child in node.child_nodes[:] if child.node_name == "#text")


def densest_container(tree: HTMLTree) -> Node | None:
    """Give the element that holds most of the page's running Urdu text, None if there is none.

    A paragraph's letters count whole for its parent and half for its grandparent, the scoring
    that readability tools share.
    """
    scores: dict[Node, float] = defaultdict(float)
    for node in select(tree, _HOLDERS):
        text = _own_text(node)
        step: Node | None = node if node.tag in _OWN_CONTAINERS else node.parent
        for weight in (1.0, 0.5) if Line(text).is_story else ():
            if step is not None:
                scores[step] += weight * len(text)
                step = step.parent
    return max(scores, key=lambda node: scores[node]) if scores else None
