"""The house form of a text: the steps of `normalize`, in their order."""

import re
import unicodedata

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import (
    encode,
    has_address,
    opaque_runs,
    page,
    placeholder,
    restore,
)
from roznama.urdu.letters.composing import COMPOSING, IN_WORD
from roznama.urdu.letters.context import QUOTES, one_of
from roznama.urdu.letters.edits import Rewrite, Step, run, run_with_map
from roznama.urdu.letters.forms import FORMS, plain_form, unfold
from roznama.urdu.letters.heh import HEH
from roznama.urdu.letters.house_words import HOUSE_WORDS
from roznama.urdu.letters.punctuation import PUNCTUATION
from roznama.urdu.letters.quotes import QUOTATION
from roznama.urdu.letters.spacing import SPACING, WHITE_SPACE

_ZWNJ = page(a.ZWNJ)
_JOINERS: tuple[Step, ...] = (
    Rewrite(re.compile(_ZWNJ + b"+"), _ZWNJ, needs=(_ZWNJ * 2,)),
    Rewrite(
        re.compile(_ZWNJ + b"(?<!" + one_of(frozenset(page(a.DUAL_JOINING + a.PAGE_MARKS)))
                   + _ZWNJ + b")|" + _ZWNJ + b"(?!" + IN_WORD + b")"),
        b"", needs=(_ZWNJ,),
    ),
)  # fmt: skip

_LETTERS: tuple[Step, ...] = (*COMPOSING, *_JOINERS, *HEH)

_MARKS: tuple[Step, ...] = (*PUNCTUATION, *QUOTATION, *SPACING)
_UNSETTLED = bytes(frozenset(range(256)) - QUOTES - frozenset(b";?"))
_PASSES = 8  # of the marks; two are enough for any text that somebody wrote

STEPS: tuple[Step, ...] = (*_LETTERS, *HOUSE_WORDS, *WHITE_SPACE, *_MARKS)
"""All that `normalize` does, in order."""


_PAIRS = (page("‘’"), page("“”"))  # the inner ones first
_CROWDED = (page("’("), page("”("), page("’["), page("”["))  # a pair found now is spaced later


def _unsettled(data: bytes) -> bool:
    """Whether marks are left that a second pass may see in another light: all but clean pairs."""
    marks = data.translate(None, _UNSETTLED)
    if not marks:
        return False
    for pair in _PAIRS:
        marks = marks.replace(pair, b"")
    return bool(marks) or any(sign in data for sign in _CROWDED)


def normalize(text: str) -> str:
    """`text` in the house form: how this paper prints Urdu.

    Urdu's own letters, composed (NFC); ہ and ھ each in its place; a handful of words spelled
    one way (لیے، کے لیے); Urdu's punctuation and “…” in Urdu context, one space after a mark
    and none before; nothing invisible but a ZWNJ that shows. Diacritics, Latin text, addresses,
    numbers, ﷺ and the like, emoji and other scripts stay as they are. White space at the ends
    goes; line breaks stay. Idempotent, never fails, takes time linear in the text's length.
    Rules and their sources: docs/urdu.md.
    """
    return _after(STEPS, text).strip(" \n")


def house_letters(text: str) -> str:
    """`text` with the letters of the house form; words, punctuation and spaces as they are."""
    return _after(_LETTERS, text)


def _after(steps: tuple[Step, ...], text: str) -> str:
    data = None if has_address(text) else encode(text)
    runs: list[str] = []
    if data is None:
        data, runs, _ = _with_runs(unfold(text))
    data = run(steps, data)
    if steps is STEPS and _unsettled(data):
        data = _settled(data)
    return restore(data, runs)


def _settled(data: bytes) -> bytes:
    """`data` after as many further passes of the marks as change it: unpaired ones set others."""
    for _ in range(_PASSES):
        data, before = run(_MARKS, data.strip(b" \n")), data
        if data == before or not _unsettled(data):
            break
    return data


def _with_runs(text: str) -> tuple[bytes, list[str], list[int]]:
    """`text` with placeholders, the runs they stand for, and each byte's index in `text`."""
    pieces, runs, origins, done = [], [], [], 0
    for start, end in opaque_runs(text):
        pieces += [encode(text[done:start]) or b"", placeholder(text[start:end])]
        runs.append(unicodedata.normalize("NFC", text[start:end]))
        origins += [*range(done, start), start]
        done = end
    pieces.append(encode(text[done:]) or b"")
    origins += range(done, len(text))
    return b"".join(pieces), runs, origins


def normalize_with_map(text: str) -> tuple[str, list[int]]:
    """`normalize(text)`, and for each of its characters the index of the one it came from.

    The list is as long as the result and never falls. An inserted character points at its
    neighbor. A letter made of two points at the first.
    """
    origins: list[int] = []
    unfolded, done = [], 0
    for match in FORMS.finditer(text):
        new = plain_form(match)
        unfolded += [text[done : match.start()], new]
        origins += [*range(done, match.start()), *[match.start()] * len(new)]
        done = match.end()
    plain = "".join([*unfolded, text[done:]])
    origins += range(done, len(text))
    data, runs, places = _with_runs(plain)
    data, places = run_with_map(STEPS, data, places)
    for _ in range(_PASSES if _unsettled(data) else 0):
        before = data
        inner = data.strip(b" \n")
        head = data.find(inner[:1]) if inner else 0
        data, places = run_with_map(_MARKS, inner, places[head : head + len(inner)])
        if data == before or not _unsettled(data):
            break
    result, places = _expanded(data, runs, places)
    head = len(result) - len(result.lstrip(" \n"))
    house = result.strip(" \n")
    return house, [origins[place] for place in places[head : head + len(house)]]


def _expanded(data: bytes, runs: list[str], places: list[int]) -> tuple[str, list[int]]:
    """The text of `data`, with a place for every character of the opaque runs too."""
    left = iter(runs)
    expanded: list[int] = []
    for code, place in zip(data, places, strict=True):
        length = len(next(left)) if code in b"\x01\x02\x03" else 1
        expanded += range(place, place + length)
    return restore(data, runs), expanded
