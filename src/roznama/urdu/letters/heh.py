"""Heh: ہ or ھ, where another keyboard or habit left ه or the wrong one of the two.

ھ is an aspirate's second half (بھ، گھ) in Urdu and nothing else. Arabic keyboards have one ه for
both; many writers type ھ for both. Position decides most cases, the frequency of the possible
words and two small tables the rest.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from roznama.urdu.frequency import counted_shares
from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import RUNS, URDU_RUN, decode, page
from roznama.urdu.letters.composing import IN_WORD
from roznama.urdu.letters.edits import Correct, Edit, Replace, Rewrite, Step
from roznama.urdu.letters.house_words import respelled
from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.tables import rows

_ARABIC, _GOL, _ASPIRATE = page("ه"), page("ہ"), page("ھ")
_LONGEST = 40  # letters; what is longer is no word
_MOST_HEHS = 4


@cache
def _aspirated() -> re.Pattern[str]:
    return re.compile("|".join(word for (word,) in rows("heh_aspirated")))


def _chosen(match: re.Match[bytes]) -> bytes:
    """A word with each ه as ہ or ھ."""
    word = match.group()
    if _ARABIC not in word:
        return word
    if URDU_RUN in word or len(word) > _LONGEST or word.count(_ARABIC) > _MOST_HEHS:
        return _AFTER_ASPIRABLE.sub(_ASPIRATE, word)
    return page(_best(decode(word)))


@lru_cache(maxsize=4096)
def _best(word: str) -> str:
    gol = strip_marks(word.replace("ه", "ہ"))
    if _aspirated().match(gol.replace("ہ", "ھ")):
        return _ASPIRATED_PAIR.sub("\\1ھ", word).replace("ه", "ہ")
    shares = counted_shares()
    pieces = re.split(f"(?<=[{a.ASPIRABLE}])ه", word.replace("ّه", "ّہ"))
    by_rule = "ھ".join(pieces)
    if word.endswith("ه") and pieces[-1] == "":
        by_rule = "ھ".join(pieces[:-1]) + "ہ"
    spellings = [
        "".join(sum(zip(pieces, (*hehs, ""), strict=True), ()))
        for hehs in product("ہھ", repeat=len(pieces) - 1)
    ]
    best = max([by_rule, *spellings], key=lambda form: shares.get(_bare(form), 0.0))
    return best.replace("ه", "ہ")


def _bare(word: str) -> str:
    return strip_marks(word).replace("ه", "ہ")


_ASPIRATED_PAIR = re.compile(f"([{a.SELDOM_ASPIRATED}])ه")
_AFTER_ASPIRABLE = re.compile(b"(?<=[" + page(a.ASPIRABLE) + b"])" + _ARABIC)

_DIGITS = a.ASCII_DIGITS + a.URDU_DIGITS  # 1446ھ: the sign of the Hijri year
_ASPIRATED_BY_PLACE = page(a.ASPIRABLE + a.PAGE_MARKS + _DIGITS) + URDU_RUN
_MISPLACED = re.compile(
    _ASPIRATE
    + b"(?<!["
    + page(a.ASPIRABLE + a.PAGE_MARKS + _DIGITS)
    + URDU_RUN
    + b"]"
    + _ASPIRATE
    + b")"
)
_SELDOM = frozenset(page(a.SELDOM_ASPIRATED))


def _misplaced(data: bytes) -> Iterator[Edit]:
    for match in _MISPLACED.finditer(data):
        at = match.start()
        if at and data[at - 1] in _SELDOM and _is_aspirated(data, at):
            continue
        yield at, at + 1, _GOL


def _is_aspirated(data: bytes, at: int) -> bool:
    """Whether the word around the ھ at `at` is one that has it after ر ل م ن."""
    start = at
    while start and at - start < _LONGEST and data[start - 1] in _IN_WORD:
        start -= 1
    head = strip_marks(decode(data[start : at + 6].translate(None, RUNS)))
    return _aspirated().match(head) is not None


_IN_WORD = frozenset(page(a.LETTERS + "هأٱ" + a.PAGE_MARKS))


HEH: tuple[Step, ...] = (
    Rewrite(re.compile(IN_WORD + b"+"), _chosen, needs=(_ARABIC,)),
    Replace(_ARABIC, _GOL),
    Correct(_misplaced),
    *respelled("heh_typed", anchor=1),
)
"""From any of the three hehs to Urdu's two, each in its place."""
