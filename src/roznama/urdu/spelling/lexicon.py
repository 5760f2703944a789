"""Known words: all spellings that the checks take for right without asking further."""

from functools import cache

from roznama.urdu.frequency import frequencies
from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.tables import rows

_A_WORD_TOO = 3e-5  # a name so frequent is mostly an ordinary word (وزیر، ملک، نور)


def _listed(name: str) -> frozenset[str]:
    """The words of the table `name`, whatever their number on a line, without diacritics."""
    text = " ".join(cell for row in rows(name) for cell in row)
    return frozenset(plain(text).split())


def plain(text: str) -> str:
    """`text` in the house form without diacritics and ZWNJ: what spellings are compared in."""
    return strip_marks(normalize(text)).replace("\u200c", "")


@cache
def names() -> frozenset[str]:
    """Names of people and places, each part of them alone."""
    return _people() | places()


@cache
def places() -> frozenset[str]:
    """Names of places, each part of them alone."""
    return _listed("names_places")


@cache
def _people() -> frozenset[str]:
    return _listed("names_people")


def is_people_name(word: str) -> bool:
    """Whether `word` is a part of a person's name and hardly anything else."""
    return word in _people() and share(word) < _A_WORD_TOO


@cache
def listed_words() -> frozenset[str]:
    """The words written down for the engine: its lexicon, names and Roman Urdu's Urdu side."""
    roman = " ".join(row[0] for row in rows("roman"))
    in_use = _listed("names_variants") | _listed("spelling_variants")
    return _listed("lexicon_words") | names() | in_use | frozenset(plain(roman).split())


@cache
def news_words() -> frozenset[str]:
    """Words that news uses more often than the counted texts do."""
    return _listed("news_words")


@cache
def tanwin_words() -> dict[str, str]:
    """Adverbs that lack the two strokes of their اً, with how they are written."""
    words = (word for row in rows("spelling_tanwin") for word in row[0].split())
    return {plain(word): word for word in words}


@cache
def slips() -> dict[str, tuple[str, ...]]:
    """Misspellings that are often seen, with what is meant by them, best first."""
    return {plain(row[0]): tuple(row[1].split(",")) for row in rows("spelling_slips")}


@cache
def shares() -> dict[str, float]:
    """Words as they are compared, with their share of running text; common slips left out."""
    found: dict[str, float] = {}
    for word, share in frequencies().items():
        bare = plain(word) if not word.isalpha() else word
        found[bare] = found.get(bare, 0.0) + share
    return {word: share for word, share in found.items() if word not in slips()}


def share(word: str) -> float:
    """The share of `word` in running text, 0.0 when it is not counted."""
    return shares().get(word, 0.0)


def is_listed(word: str) -> bool:
    """Whether `word` stands in a list as it is."""
    return word in listed_words() or word in shares()
