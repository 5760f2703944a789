"""Variants: names and other words that one text spells in more than one way."""

from collections import Counter
from dataclasses import dataclass

from roznama.urdu.spelling.name_marks import is_one_end, is_one_part
from roznama.urdu.spelling.pairing import alike_pairs
from roznama.urdu.spelling.places import Places, pair_places, places_of, short_places
from roznama.urdu.spelling.wording import Word, words_of

Span = tuple[int, int]
Run = tuple[int, int]  # the numbers of the first word and of the one behind the last


@dataclass(frozen=True)
class Variant:
    """One spelling of a word, in the house form, and where it stands in the text."""

    text: str
    spans: tuple[Span, ...]

    @property
    def count(self) -> int:
        """How often the text spells the word so."""
        return len(self.spans)


@dataclass(frozen=True)
class VariantGroup:
    """The spellings of one word, most frequent first, and the one to keep to."""

    variants: tuple[Variant, ...]

    @property
    def preferred(self) -> str:
        """The spelling that the text uses most, the first of them when several are even."""
        return self.variants[0].text


def spelling_variants(text: str) -> list[VariantGroup]:
    """The names and other words that `text` spells in more than one way, in order of appearance.

    Spellings are one word when sound or a likely slip explains their difference (لاوروف،
    لاوروگ), when they are written as one or as two words (سرگئی، سر گئی), or when a list says
    so; two words that lists know, forms of one word, and two people of like names are not.
    Offsets are into `text` as given. Never fails; linear in the length of the text.
    """
    return variants_among(words_of(text))


def variants_among(words: list[Word]) -> list[VariantGroup]:
    """What `spelling_variants` finds, for a caller who has the words of the text already."""
    singles, pairs, shorts = places_of(words), pair_places(words), short_places(words)
    links = alike_pairs(words, singles, pairs, shorts)
    places = {**shorts, **pairs, **singles}
    found = [_group(words, [places[form] for form in forms]) for forms in _connected(links)]
    return sorted(found, key=lambda group: min(v.spans[0] for v in group.variants))


def _connected(links: list[tuple[str, str]]) -> list[list[str]]:
    """The forms that `links` join, directly or through others."""
    group_of: dict[str, list[str]] = {}
    for one, other in links:
        first, second = group_of.setdefault(one, [one]), group_of.setdefault(other, [other])
        if first is not second:
            first.extend(second)
            group_of.update(dict.fromkeys(second, first))
    return list({id(group): group for group in group_of.values()}.values())


def _group(words: list[Word], spellings: list[Places]) -> VariantGroup:
    runs = [[(at, at + places.size) for at in places.at] for places in spellings]
    variants = [_variant(words, spans) for spans in _whole_names(words, runs)]
    return VariantGroup(tuple(sorted(variants, key=lambda v: (-v.count, v.spans[0]))))


def _whole_names(words: list[Word], runs: list[list[Run]]) -> list[list[Run]]:
    """The runs with the other word of the name, where it has one: یاہو behind نیتن."""
    every = [run for spans in runs for run in spans]
    if is_one_part((words[first - 1].form if words[first].follows else "") for first, _ in every):
        return [[(first - 1, last) for first, last in spans] for spans in runs]
    after = (words[last] if last < len(words) else None for _, last in every)
    if is_one_end(word.form if word and word.follows else "" for word in after):
        return [[(first, last + 1) for first, last in spans] for spans in runs]
    return runs


def _variant(words: list[Word], runs: list[Run]) -> Variant:
    printed = Counter(" ".join(word.house for word in words[slice(*run)]) for run in runs)
    spans = tuple((words[first].start, words[last - 1].end) for first, last in runs)
    return Variant(printed.most_common(1)[0][0], spans)
