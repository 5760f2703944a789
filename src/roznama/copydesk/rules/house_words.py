"""House words: what this paper's own list says of words, titles and banned words."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseEntry, HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.matching import Match, matches


def find_house_words(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Words of the house list that are not written as it prefers, or are banned."""
    yield from marks_of(copy, house, ("word", "title", "banned"))


def marks_of(copy: Copy, house: HouseList, kinds: tuple[str, ...]) -> Iterator[Mark]:
    """The places where entries of these kinds are not kept to."""
    for match in matches(copy, house.forms):
        entry: HouseEntry = match.value
        start, end = match.place(copy)
        written = copy.text[start:end]
        if entry.kind not in kinds or _is_kept(copy, match, written):
            continue
        preferred = entry.preferred or ("" if entry.kind == "banned" else entry.written)
        suggestions = (preferred,) if preferred else ()
        detail = {"kind": entry.kind, "preferred": preferred, "note": entry.note}
        yield Mark(start, end, suggestions, detail)


def _is_kept(copy: Copy, match: Match[HouseEntry], written: str) -> bool:
    """Whether the preferred form stands there already, alone or with what belongs to it."""
    if match.value.kind == "banned":
        return False
    preferred = match.value.preferred or match.value.written  # nothing preferred: as it is
    if preferred == written:
        return True
    start, end = match.place(copy)
    at = preferred.find(written)
    while at >= 0:  # صدر مملکت is preferred to صدر, and stands there
        if copy.text[max(0, start - at) : end + len(preferred) - at - len(written)] == preferred:
            return True
        at = preferred.find(written, at + 1)
    return False
