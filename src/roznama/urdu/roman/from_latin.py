"""From Latin: Roman Urdu, as people really type it, in Urdu's own letters."""

import heapq
import math
import re
import unicodedata
from operator import itemgetter

from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.roman.candidates import latin_lexicon, roman_candidates

Reading = tuple[str, float]
"""Urdu text, and the logarithm of its weight."""

WORDS = 64
"""Words of Roman Urdu that are read; what follows stays as it is. A query has a handful."""

_WORD = re.compile(r"[a-z]+(?:['\u2018\u2019`][a-z]+)*")
_PHRASE = 4  # words of the longest phrase in the lexicon
_CHOICES = 10  # readings of one word that are tried in a phrase
_IZAFAT = frozenset(("e", "i"))  # wazir-e-azam: heard, and not written in Urdu's newspapers
_ARTICLE = frozenset(("ul", "al", "ud"))  # nizam ul mulk, salah ud din: ال on the next word
_CERTAIN = 0.0
_ACCENT = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\s-]{1,3}")


def from_roman(text: str, limit: int = 10) -> list[str]:
    """The likeliest Urdu readings of Roman Urdu, best first: "mausam lahore" is "موسم لاہور".

    At most `limit` (ten for one word), each in the house form; many spellings lead to one
    word. An izafat ("wazir-e-azam", "wazir e azam") goes unwritten. What is not in Latin
    letters stays. Only the first WORDS words are read. Never fails; nothing to read gives the
    text itself.
    """
    latin = _plain(text)
    words = [match.span() for match in _WORD.finditer(latin)][:WORDS]
    readings: list[Reading] = [("", _CERTAIN)]
    done = at = 0
    while at < len(words):
        size, options = _unit(latin, words, at)
        between = latin[done : words[at][0]]
        if at and _close(latin, words, at):
            between = " "  # also for a hyphen: Urdu writes none
        readings = _longer(readings, between, options, max(limit, 1))
        done, at = words[at + size - 1][1], at + size
    return _distinct([urdu + latin[done:] for urdu, _ in readings], limit)


def _plain(text: str) -> str:
    """`text` in lower case, its Latin letters without accents (ā is a, ḍ is d)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", re.sub("(?<=[A-Za-z])[\u0300-\u036f]+", "", decomposed)
    ).lower()


def _unit(latin: str, words: list[tuple[int, int]], at: int) -> tuple[int, list[Reading]]:
    """How many words from `at` on are read as one, and their readings."""
    spelled = [re.sub("[^a-z]", "", latin[start:end]) for start, end in words[at : at + _PHRASE]]
    for size in range(len(spelled), 1, -1):
        known = latin_lexicon().get(" ".join(spelled[:size]))
        if known:
            return size, [(urdu, _CERTAIN) for urdu in known]
    if len(spelled) > 1 and _close(latin, words, at + 1):
        if spelled[0] in _IZAFAT and at and _close(latin, words, at):
            return 2, _readings(spelled[1])
        if spelled[0] in _ARTICLE:
            return 2, _with_article("", spelled[1])
        stem = spelled[0].removesuffix("ul")
        if stem != spelled[0] and stem in latin_lexicon():  # baitul maqdis
            return 2, _with_article(latin_lexicon()[stem][0] + " ", spelled[1])
    return 1, _readings(spelled[0])


def _with_article(before: str, latin: str) -> list[Reading]:
    return [(f"{before}ال{urdu}", weight) for urdu, weight in _readings(latin)]


def _close(latin: str, words: list[tuple[int, int]], at: int) -> bool:
    """Whether only a space or hyphen stands between word `at` and the one before it."""
    return _BETWEEN.fullmatch(latin, words[at - 1][1], words[at][0]) is not None


def _readings(latin: str) -> list[Reading]:
    found = roman_candidates(latin, _CHOICES)
    return [(urdu, math.log(weight)) for urdu, weight in found if weight] or [(latin, _CERTAIN)]


def _longer(
    readings: list[Reading], between: str, options: list[Reading], limit: int
) -> list[Reading]:
    """The best `limit` of all readings so far with all readings of the next unit."""
    both = (
        (urdu + between + more, weight + added)
        for urdu, weight in readings
        for more, added in options
    )
    return heapq.nlargest(limit, both, key=itemgetter(1))


def _distinct(texts: list[str], limit: int) -> list[str]:
    return list(dict.fromkeys(map(normalize, texts)))[: max(limit, 0)]
