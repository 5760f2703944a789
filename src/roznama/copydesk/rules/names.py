"""Names: one name in two spellings, and names that are not as the house list has them."""

from collections import Counter
from collections.abc import Iterator

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark, Span
from roznama.copydesk.rules.house_names import kept_names, with_house_names
from roznama.copydesk.rules.house_words import marks_of
from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.spelling.lexicon import slips
from roznama.urdu.spelling.places import is_telling
from roznama.urdu.spelling.variants import VariantGroup, variants_among

_SHORT = 4  # letters: of shorter names only the marks may tell what they are (کِم, کم)
_ENOUGH = 500  # findings of one name


def find_name_variants(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Every place where the story leaves its own spelling of a name, or the house's."""
    told: set[Span] = set()
    for mark in marks_of(copy, house, ("name",)):
        told.add((mark.start, mark.end))
        yield mark
    kept = kept_names(house)
    for group in variants_among(with_house_names(copy, house)):
        for mark in _strays(copy, group, kept):
            if not any(_overlap(mark, span) for span in told):
                yield mark
        told.update(span for variant in group.variants for span in variant.spans)
    yield from _marked_differently(copy, told)


def _overlap(mark: Mark, span: Span) -> bool:
    return mark.start < span[1] and span[0] < mark.end


def _strays(copy: Copy, group: VariantGroup, kept: frozenset[str]) -> Iterator[Mark]:
    """The places of a name that are not in the spelling to keep to."""
    printed: dict[str, list[Span]] = {}
    for variant in group.variants:
        for start, end in variant.spans:
            spelling = normalize(copy.text[start:end]) if start >= 0 else variant.text
            printed.setdefault(spelling, []).append((start, end))
    preferred = _preferred(copy, group, printed, kept)
    places = [span for span in printed.get(preferred, ()) if span[0] >= 0]
    strays = {spelling: spans for spelling, spans in printed.items() if spelling != preferred}
    for spelling, spans in strays.items():
        if strip_marks(spelling) not in slips():
            yield from _marks(preferred, places, [span for span in spans if span[0] >= 0])


def _preferred(
    copy: Copy, group: VariantGroup, printed: dict[str, list[Span]], kept: frozenset[str]
) -> str:
    """The house's spelling, where the list has one; else the story's most frequent.

    Of equals it is what the body has first: headlines are written last and in haste.
    """
    house = next((spelling for spelling in printed if spelling in kept), None)
    if house is not None:
        return house
    right = [spelling for spelling in printed if strip_marks(spelling) not in slips()]
    return max(
        right or printed,
        key=lambda spelling: (
            _times(group, spelling),
            len(printed[spelling]),
            -_first_in_body(copy, printed[spelling]),
        ),
    )


def _first_in_body(copy: Copy, spans: list[Span]) -> int:
    starts = (start for start, _ in spans if start >= 0 and copy.kind_at(start) in BODY)
    return min(starts, default=len(copy.text))


def _times(group: VariantGroup, spelling: str) -> int:
    """How often the story has the spelling, with whatever vowel marks."""
    form = strip_marks(spelling)
    same = (variant.count for variant in group.variants if strip_marks(variant.text) == form)
    return max(same, default=0)


def _marks(preferred: str, places: list[Span], strays: list[Span]) -> Iterator[Mark]:
    detail: dict[str, str | int] = {
        "preferred": preferred,
        "times": len(places),
        "strays": len(strays),
    }
    for span in strays[:_ENOUGH]:
        yield Mark(*span, (preferred,), detail, tuple(places[:1]))


def _marked_differently(copy: Copy, told: set[Span]) -> Iterator[Mark]:
    """Short names before the same telling word, some with their vowel and some without."""
    together: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    for word, after in zip(copy.words, copy.words[1:], strict=False):
        if 1 < len(word.form) < _SHORT and after.follows and is_telling(after.form):
            place = (word.house, (word.start, word.end))
            together.setdefault((word.form, after.form), []).append(place)
    for found in together.values():
        if len({house for house, _ in found}) > 1:
            yield from _unlike(found, told)


def _unlike(found: list[tuple[str, Span]], told: set[Span]) -> Iterator[Mark]:
    preferred = Counter(house for house, _ in found).most_common(1)[0][0]
    places = [span for house, span in found if house == preferred]
    strays = [span for house, span in found if house != preferred and span not in told]
    yield from _marks(preferred, places, strays)
