"""Forms of known words: inflected, compounded, or typed as one with a neighbor."""

from functools import cache

from roznama.urdu.spelling.lexicon import is_listed, listed_words, share
from roznama.urdu.tables import rows

_COMMON = 1e-5  # a word so frequent may be a part of a compound: one in 100,000
_USUAL = 2e-6  # a word so frequent has forms of its own; rarer ones may be slips themselves
_LONGEST = 40  # letters: no Urdu word has more, and the checks take time by length


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {
        row[0]: tuple("" if base == "-" else base for base in row[1].split())
        for row in rows("lexicon_endings")
    }


@cache
def parts(kind: str) -> frozenset[str]:
    """The parts of a kind ("prefix", "suffix", "front", "back") that words are made with."""
    return frozenset(
        part for row in rows("lexicon_affixes") if row[0] == kind for part in row[1].split()
    )


def is_usual(word: str) -> bool:
    """Whether `word` is written in a list by hand or counted often enough to be trusted."""
    return word in listed_words() or share(word) >= _USUAL


def is_inflected(word: str) -> bool:
    """Whether `word` is a usual word with one of Urdu's endings in place of its own."""
    if word.endswith("ۂ") and is_usual(word[:-1] + "ہ"):
        return True
    for length in range(1, min(5, len(word) - 1)):
        stem = word[:-length]
        if any(_is_base(stem, end) for end in _endings().get(word[-length:], ())):
            return True
    return False


def _is_base(stem: str, end: str) -> bool:
    return len(stem) >= 2 and len(stem + end) >= 3 and is_usual(stem + end)


def is_compound(word: str) -> bool:
    """Whether `word` is a known word with a prefix or suffix, or two words typed as one."""
    return any(_are_parts(word[:cut], word[cut:]) for cut in range(1, len(word)))


def _are_parts(first: str, rest: str) -> bool:
    if first in parts("prefix") and len(rest) > 2:
        return is_usual(rest)
    if rest in parts("suffix") and len(first) > 2:
        return is_usual(first) or is_inflected(first)
    return _are_words(first, rest)


def _are_words(first: str, rest: str) -> bool:
    if first == "و":
        return len(rest) > 3 and is_usual(rest)
    if first in parts("front") or rest in parts("back"):
        longer = max(first, rest, key=len)
        return len(longer) > 2 and is_usual(longer) and is_listed(first) and is_listed(rest)
    return min(len(first), len(rest)) > 2 and is_frequent(first) and is_frequent(rest)


def is_frequent(word: str) -> bool:
    """Whether `word` is one of the 6,000 or so most frequent, or listed by hand."""
    return share(word) >= _COMMON or word in listed_words()


@cache
def _accepted_before() -> dict[str, bool]:
    return {}


def is_accepted(word: str) -> bool:
    """Whether `word` (house form, no diacritics) is a word, a form, or words typed as one."""
    if len(word) > _LONGEST:
        return True
    known = _accepted_before()
    if word not in known:
        if len(known) > 200_000:
            known.clear()
        known[word] = is_listed(word) or is_inflected(word) or is_compound(word)
    return known[word]
