"""Datelines: where a report was written."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.story import Kind


def find_no_dateline(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A story with no city of its own and none at the start of its first paragraph."""
    first = next(
        (p for p in copy.story.pieces if p.kind == Kind.PARAGRAPH and p.text.strip()), None
    )
    if first is not None and not copy.story.city.strip() and "(" not in first.text[:60]:
        yield Mark(0, 0, whole=True)
