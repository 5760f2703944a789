"""The search form of a text: what the spellings of one word have in common."""

import re
import unicodedata

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import encode, opaque_runs, page, placeholder, restore
from roznama.urdu.letters.composing import swap_table, whole_word
from roznama.urdu.letters.edits import Replace, Rewrite, Step, Swap, run
from roznama.urdu.letters.forms import unfold
from roznama.urdu.letters.marks import strip_marks

_ONE_LETTER = ["يی", "ىی", "ئی", "ېی", "ۍی", "كک", "ڪک", "ؤو"]
_ONE_LETTER += [heh + "ہ" for heh in "هھەۀۂةۃ"]
_ONE_LETTER += [alif + "ا" for alif in "آأإٱٲٳ"]
_ONE_DIGIT = [
    old + new
    for digits in (a.URDU_DIGITS, a.ARABIC_DIGITS)
    for old, new in zip(digits, a.ASCII_DIGITS, strict=True)
]
_SPACES = [a.ZWNJ + " ", a.NBSP + " "]
_LOWER = [chr(code) + chr(code + 32) for code in range(ord("A"), ord("Z") + 1)]
_GONE = a.PAGE_MARKS + a.HIGH_HAMZA + a.INVISIBLE + a.TATWEEL + a.SIGNS + "ء"

FOLDING: tuple[Step, ...] = (
    Replace(page("ے" + a.HAMZA_ABOVE), page("ئے")),
    Replace(page("ۓ"), page("ئے")),
    Swap(
        swap_table([*_ONE_LETTER, *_ONE_DIGIT, *_SPACES, *_LOWER]), delete=page(_GONE)
    ),
    Rewrite(re.compile(page("(?<!ی)ی{2,}(?=ے)")), page("ی"), needs=(page("ییے"),)),
    Rewrite(whole_word(page("کیلیے")), page("کے لیے"), needs=(page("کیلیے"),)),
    Rewrite(whole_word(page("کےلیے")), page("کے لیے"), needs=(page("کےلیے"),)),
)  # fmt: skip
"""Most of it is one swap of characters: composed or not makes no difference once marks go."""


def fold(text: str) -> str:
    """The search form of `text`: for comparing and finding, never for showing.

    Look-alikes and presentation forms as Urdu letters; ھ ہ ۂ ۃ as ہ, ئ as ی, ؤ as و, آ أ إ ٱ as
    ا; no diacritics, no ء, tatweel, invisible characters or ﷺ; digits in ASCII; Latin letters
    casefolded; ZWNJ and runs of white space as one space, none at either end; کیلئے as کے لیے.
    Punctuation stays as it is. Folding twice changes nothing; never fails; linear.
    """
    data = encode(text)
    if data is not None:
        return restore(b" ".join(run(FOLDING, data).split()), [])
    plain = strip_marks(unfold(unicodedata.normalize("NFC", " ".join(text.split()))))
    folded, sure = _fold_foreign(plain)
    for _ in range(_PASSES):
        if sure:
            break
        before = folded
        folded, sure = _fold_foreign(folded)
        sure = sure or folded == before
    return folded


_PASSES = 8  # two are enough for any text that somebody wrote


def _fold_foreign(text: str) -> tuple[str, bool]:
    """`fold` for a text with characters that the code page lacks, and whether it is final.

    A foreign mark comes to sit on another letter when what stood between them goes.
    """
    pieces, runs, done = [], [], 0
    for start, end in opaque_runs(text, addresses=False):
        pieces += [encode(text[done:start]) or b"", placeholder(text[start:end])]
        runs.append(_folded_run(text[start:end]))
        done = end
    pieces.append(encode(text[done:]) or b"")
    folded = restore(run(FOLDING, b"".join(pieces)), runs)
    marked = any(unicodedata.category(sign)[0] == "M" for one in runs for sign in one)
    return " ".join(folded.split()), not marked


def _folded_run(foreign: str) -> str:
    bare = strip_marks(_DIGITS.sub(_ascii, unicodedata.normalize("NFC", foreign).casefold()))
    return unicodedata.normalize("NFC", bare.translate(_IN_RUN))


_IN_RUN = str.maketrans(
    {pair[0]: pair[1] for pair in (*_ONE_LETTER, *_SPACES)} | dict.fromkeys(_GONE, "")
)
"""What `FOLDING` does to single characters, for those that a foreign mark has taken along."""


_DIGITS = re.compile(r"\d")


def _ascii(match: re.Match[str]) -> str:
    return str(unicodedata.digit(match.group(), match.group()))
