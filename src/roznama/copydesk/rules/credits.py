"""Credit: a story says who wrote it or where it comes from."""

from collections.abc import Iterator

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.datelines import has_credit
from roznama.copydesk.story import Kind


def find_no_credit(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A story with text, but with no author, no credit line and none in its first words."""
    story = copy.story
    written = [piece for piece in story.pieces if piece.kind in BODY and piece.text.strip()]
    if not written or story.authors or story.credit.strip():
        return
    first = next((piece.text for piece in written if piece.kind == Kind.PARAGRAPH), "")
    if not has_credit(first):
        yield Mark(0, 0, whole=True)
