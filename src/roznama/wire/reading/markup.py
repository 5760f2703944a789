"""HTML made ready for the extractor: links marked, bold lines raised, cued lists unrolled."""

from resiliparse.parse.html import ElementNode, HTMLTree, Node

from roznama.wire.reading.also_read import is_cue_alone
from roznama.wire.reading.dom import new_element, new_text, select, text_of
from roznama.wire.reading.letters import (
    LINK_CLOSE,
    LINK_OPEN,
    count_words,
    ends_sentence,
    urdu_share,
)

# Parts whose role is stated in the markup and is never the story's.
NEVER_STORY = [
    "nav",
    "footer",
    "aside",
    "dialog",
    "button",
    "figcaption",
    "noscript",
    "iframe",
    "template",
    "[hidden]",
    "[aria-hidden=true]",
    "[role=navigation]",
    "[role=complementary]",
    "[role=contentinfo]",
    "[role=dialog]",
    "[role=search]",
]
# A bold paragraph with more words than this is an emphasized paragraph, not a subhead.
_MOST_SUBHEAD_WORDS = 18
_CUE = "یہ بھی پڑھیں: "
# How far a list's cue may be outside it, in levels of wrapping.
_LEVELS_UP = 4


def _mark_links(tree: HTMLTree) -> None:
    for link in select(tree, "a"):
        if text_of(link):
            link.insert_before(new_text(tree, LINK_OPEN), link.first_child)
            link.append_child(new_text(tree, LINK_CLOSE))


def _is_bold_alone(paragraph: ElementNode) -> bool:
    text = text_of(paragraph)
    bold = paragraph.query_selector("strong, b")
    if not text or bold is None or paragraph.query_selector("a, br, img") is not None:
        return False
    short = count_words(text) <= _MOST_SUBHEAD_WORDS and not ends_sentence(text)
    return short and urdu_share(text) > 0.5 and text_of(bold) == text


def _raise_bold_lines(tree: HTMLTree) -> None:
    for paragraph in select(tree, "p"):
        if paragraph.parent is not None and _is_bold_alone(paragraph):
            heading = new_element(tree, "h4", text_of(paragraph))
            paragraph.parent.replace_child(heading, paragraph)


def _text_before(node: Node) -> str:
    """The last text before an element, through a few levels of wrapping."""
    for _ in range(_LEVELS_UP):
        before = node.prev
        while before is not None and not text_of(before):
            before = before.prev
        if before is not None:
            return text_of(before)
        if node.parent is None:
            break
        node = node.parent
    return ""


def _unroll_cued_lists(tree: HTMLTree) -> None:
    """Make each item of a list under a cue a line with the cue; extractors drop lists of links."""
    for found in select(tree, "ul, ol"):
        if found.parent is None or not is_cue_alone(_text_before(found)):
            continue
        box = new_element(tree, "div")
        for item in found.query_selector_all("li")[:]:
            title = f"{_CUE}{LINK_OPEN}{text_of(item)}{LINK_CLOSE}"
            box.append_child(new_element(tree, "p", title))
        found.parent.replace_child(box, found)


def prepare(tree: HTMLTree) -> None:
    """Change the tree in place so that structure outlives the extractor."""
    _unroll_cued_lists(tree)
    _raise_bold_lines(tree)
    _mark_links(tree)
