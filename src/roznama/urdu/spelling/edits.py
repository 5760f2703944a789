"""Edits: how far two spellings lie apart, by what Urdu ears, eyes and fingers mix up."""

from functools import cache, lru_cache

from roznama.urdu.tables import rows

VOWELS = frozenset("اآویےئؤءۂ")
"""Letters that stand for vowels, and are left out or added in writing foreign names."""

_SWAP = 0.35  # two neighboring letters in the wrong order
_DOUBLE = 0.3  # a letter written twice, or once in place of twice
_VOWEL = 0.6  # a vowel letter or an h left out or added
_VOWEL_FOR_VOWEL = 0.8  # two vowel letters that are not written for one another
_LETTER = 1.0  # another letter left out or added
_OTHER = 1.4  # a letter for one that neither sounds, looks nor is typed like it
_FIRST = 0.4  # more for the first letter: it is rarely wrong
_KINDS = {"sound": 0.45, "look": 0.7, "key": 0.9}


@cache
def _alike() -> dict[tuple[str, str], float]:
    costs: dict[tuple[str, str], float] = {}
    for kind, letters in rows("spelling_letters"):
        pairs = ((a, b) for a in letters for b in letters if a != b)
        for pair in pairs:
            costs[pair] = min(_KINDS[kind], costs.get(pair, _OTHER))
    return costs


def substitution(one: str, other: str) -> float:
    """The cost of writing letter `one` for letter `other`, 0 to 1.4."""
    if one == other:
        return 0.0
    if one in VOWELS and other in VOWELS:
        return _alike().get((one, other), _VOWEL_FOR_VOWEL)
    return _alike().get((one, other), _OTHER)


def _lone(word: str, at: int) -> float:
    """The cost of the letter `word[at]` having no partner."""
    letter = word[at]
    if at and word[at - 1] == letter:
        return _DOUBLE
    cost = _VOWEL if letter in VOWELS or letter in "ہھع" else _LETTER
    return cost if at else cost + _FIRST


@lru_cache(maxsize=50_000)
def distance(one: str, other: str) -> float:
    """How far two words lie apart: 0 for equal ones, about 0.5 for a likely slip, 1 for any.

    Damerau's distance (insert, leave out, replace, swap neighbors) with weights. Takes time by
    the product of the lengths.
    """
    above: list[float] = []
    row = [0.0]
    for j in range(len(other)):
        row.append(row[-1] + _lone(other, j))
    for i in range(len(one)):
        above, row = row, _next_row(one, other, i, above, row)
    return row[-1]


def _next_row(one: str, other: str, i: int, before: list[float], above: list[float]) -> list[float]:
    row = [above[0] + _lone(one, i)]
    for j in range(len(other)):
        best = min(
            above[j] + _replaced(one, i, other, j),
            above[j + 1] + _lone(one, i),
            row[j] + _lone(other, j),
        )
        if i and j and one[i] == other[j - 1] and one[i - 1] == other[j]:
            best = min(best, before[j - 1] + _SWAP)
        row.append(best)
    return row


def _replaced(one: str, i: int, other: str, j: int) -> float:
    cost = substitution(one[i], other[j])
    return cost + _FIRST if cost and i == j == 0 else cost
