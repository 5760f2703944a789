"""Names: one name in two spellings."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.urdu.spelling.variants import VariantGroup, variants_among


def find_name_variants(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Every place where the story leaves its own spelling of a name."""
    for group in variants_among(copy.words):
        yield from _strays(group)


def _strays(group: VariantGroup) -> Iterator[Mark]:
    kept, *strays = group.variants
    for stray in strays:
        detail = {"preferred": kept.text, "times": kept.count, "strays": stray.count}
        for start, end in stray.spans:
            yield Mark(start, end, (kept.text,), detail, kept.spans[:1])
