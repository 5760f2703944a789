"""The house form of a text: the steps of `normalize`, in their order."""

import re
import unicodedata

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import (
    RUNS,
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

STEPS: tuple[Step, ...] = (*_LETTERS, *HOUSE_WORDS, *WHITE_SPACE, *_MARKS)
"""All that `normalize` does, in order."""

_PASSES = 8  # two are enough for any text that somebody wrote

_LOOSE = page(a.HAMZA_ABOVE + a.HAMZA_BELOW + a.MADDA + a.SMALL_MADDA + a.HIGH_HAMZA)
_SETTLED = bytes(frozenset(range(256)) - QUOTES - frozenset(b";?" + _LOOSE))
_NO_MARKS = bytes(frozenset(range(256)) - frozenset(_LOOSE))
_PAIRS = (page("‘’"), page("“”"))  # the inner ones first
_CROWDED = (page("’("), page("”("), page("’["), page("”["))  # a pair found now is spaced later


def _unsettled(data: bytes) -> bool:
    """Whether something is left that a second pass may see in another light.

    Unpaired quotation marks and what they decide; a hamza or madda that no letter has taken.
    """
    left = data.translate(None, _SETTLED)
    if not left:
        return False
    for pair in _PAIRS:
        left = left.replace(pair, b"")
    return bool(left) or any(sign in data for sign in _CROWDED)


def _next_steps(data: bytes) -> tuple[Step, ...]:
    """What a second pass has to do: loose marks may change letters, the others do not."""
    return STEPS if data.translate(None, _NO_MARKS) else _MARKS


def normalize(text: str) -> str:
    """`text` in the house form: how this paper prints Urdu.

    Urdu's own letters, composed (NFC); ہ and ھ each in its place; a handful of words spelled
    one way (لیے، کے لیے); Urdu's punctuation and “…” in Urdu context, one space after a mark
    and none before; nothing invisible but a ZWNJ that shows. Diacritics, Latin text, addresses,
    numbers, ﷺ and the like, emoji and other scripts stay as they are. White space at the ends
    goes; line breaks stay. Idempotent, never fails, takes time linear in the text's length.
    Rules and their sources: docs/urdu.md.
    """
    house, sure = _pass(text)
    for _ in range(_PASSES):
        if sure:
            break
        before = house
        house, sure = _pass(house)
        sure = sure or house == before
    return house


def house_letters(text: str) -> str:
    """`text` with the letters of the house form; words, punctuation and spaces as they are."""
    data, runs, _ = _opened(text)
    return restore(run(_LETTERS, data), [house for house, _ in runs])


_Run = tuple[str, int]
"""An opaque run as it will stand in the result, and its length in the text."""


def _opened(text: str) -> tuple[bytes, list[_Run], str]:
    """`text` in the code page, its opaque runs, and itself without presentation forms."""
    data = None if has_address(text) else encode(text)
    if data is not None:
        return data, [], text
    plain = unfold(text)
    data, runs, _ = _with_runs(plain)
    return data, runs, plain


def _pass(text: str) -> tuple[str, bool]:
    """`text` after all steps, and whether the same again would change nothing."""
    data, runs, plain = _opened(text)
    data = run(STEPS, data)
    for _ in range(_PASSES if _unsettled(data) else 0):
        data, before = run(_next_steps(data), data.strip(b" \n")), data
        if data == before or not _unsettled(data):
            break
    return restore(data, [house for house, _ in runs]).strip(" \n"), _sure(plain, runs)


_INVISIBLE = re.compile(f"[{a.INVISIBLE}{a.ZWNJ}{a.TATWEEL}{a.HIGH_HAMZA}]")


def _sure(plain: str, runs: list[_Run]) -> bool:
    """Whether no opaque run can come to touch what it did not touch before.

    It can where it holds combining or invisible characters, and where such a one goes beside it.
    """
    if not runs:
        return True
    return not _INVISIBLE.search(plain) and not any(
        unicodedata.category(sign)[0] in "MC" for house, _ in runs for sign in house
    )


def _with_runs(text: str) -> tuple[bytes, list[_Run], list[int]]:
    """`text` with placeholders, the runs they stand for, and each byte's index in `text`."""
    pieces: list[bytes] = []
    runs: list[_Run] = []
    origins: list[int] = []
    done = 0
    for start, end in opaque_runs(text):
        pieces += [encode(text[done:start]) or b"", placeholder(text[start:end])]
        runs.append((unicodedata.normalize("NFC", text[start:end]), end - start))
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
    house, origins, sure = _pass_with_map(text)
    for _ in range(_PASSES):
        if sure:
            break
        before = house
        house, places, sure = _pass_with_map(house)
        origins = [origins[place] for place in places]
        sure = sure or house == before
    return house, origins


def _pass_with_map(text: str) -> tuple[str, list[int], bool]:
    """`_pass(text)`, with the index that each character of the result came from."""
    plain, origins = _unfolded_with_map(text)
    data, runs, places = _with_runs(plain)
    data, places = run_with_map(STEPS, data, places)
    for _ in range(_PASSES if _unsettled(data) else 0):
        before = data
        inner = data.strip(b" \n")
        head = data.find(inner[:1]) if inner else 0
        data, places = run_with_map(_next_steps(data), inner, places[head : head + len(inner)])
        if data == before or not _unsettled(data):
            break
    result, places = _expanded(data, runs, places)
    head = len(result) - len(result.lstrip(" \n"))
    house = result.strip(" \n")
    found = [origins[place] for place in places[head : head + len(house)]]
    return house, found, _sure(plain, runs)


def _unfolded_with_map(text: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    for match in FORMS.finditer(text):
        new = plain_form(match)
        pieces += [text[done : match.start()], new]
        origins += [*range(done, match.start()), *[match.start()] * len(new)]
        done = match.end()
    return "".join([*pieces, text[done:]]), [*origins, *range(done, len(text))]


def _expanded(data: bytes, runs: list[_Run], places: list[int]) -> tuple[str, list[int]]:
    """The text of `data`, with a place for every character of the opaque runs too."""
    left = iter(runs)
    expanded: list[int] = []
    for code, place in zip(data, places, strict=True):
        if code in RUNS:
            house, length = next(left)
            expanded += [place + min(at, length - 1) for at in range(len(house))]
        else:
            expanded.append(place)
    return restore(data, [house for house, _ in runs]), expanded
