"""Roman Urdu: a text in Latin letters, the way Pakistanis write it."""

import re
from functools import cache

from roznama.urdu.letters.marks import MARKS, strip_marks
from roznama.urdu.letters.normalizing import house_letters
from roznama.urdu.roman.letters import CONSONANTS, LETTER_NAMES, PESH, PUNCTUATION, ZABAR, ZER
from roznama.urdu.roman.lexicon import inflected, lexicon
from roznama.urdu.roman.rules import romanize

_LETTERS = (  # a range for a regular expression: the Arabic script without marks and digits
    "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
)
_WORD = re.compile(rf"([{_LETTERS}][{_LETTERS}{MARKS}]*)( +(?=\w))?")
_MARKED_LETTER = re.compile(f"([{_LETTERS}])({ZABAR}|{ZER}|{PESH})")
_BEFORE, _AFTER = f"(?<![{_LETTERS}{MARKS}])", f"(?![{_LETTERS}{MARKS}])"
_NAMES = "|".join(sorted(LETTER_NAMES, key=len, reverse=True))
_ABBREVIATION = re.compile(f"{_BEFORE}(?:{_NAMES})(?: (?:{_NAMES}))+{_AFTER}")
_VOWELS = {ZABAR: "a", ZER: "[ie]", PESH: "[uo]"}
_PLAIN = str.maketrans("أإٱ۰۱۲۳۴۵۶۷۸۹", "ااا0123456789")


def to_roman(text: str) -> str:
    """`text` with its Urdu in Latin letters: "شمالی کوریا" is "shumali korea".

    Frequent words and names come from the lexicon, English loan words with their English
    spelling; the rest follows letter rules that guess the unwritten short vowels. Vowel
    marks in the text are obeyed, and a final zer is the izafat ("wazir-e-azam"). Urdu words
    are lower case. Digits and punctuation become ASCII where Urdu has its own; everything
    that is not Arabic script stays as it is. Never fails; a text may come out empty.
    """
    text = _WORD.sub(_word, phrases_to_roman(text))
    return strip_marks(text).translate(PUNCTUATION)


def phrases_to_roman(text: str) -> str:
    """`text` in Urdu's letters, with only what spans several words in Latin.

    That is the lexicon's phrases and abbreviations by letter names ("پی ڈی ایم" is "pdm").
    """
    text = house_letters(text).translate(_PLAIN)
    text = _phrases().sub(lambda match: lexicon()[match.group()], text)
    return _ABBREVIATION.sub(_abbreviation, text)


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted((key for key in lexicon() if " " in key), key=len, reverse=True)
    return re.compile(f"{_BEFORE}(?:{'|'.join(phrases)}){_AFTER}")


def _abbreviation(match: re.Match[str]) -> str:
    return "".join(LETTER_NAMES[name] for name in match.group().split())


def _word(match: re.Match[str]) -> str:
    word, space = match.group(1), match.group(2) or ""
    base = word[:-1] + "ہ" if word.endswith("ۂ") else word.removesuffix(ZER)
    if base == word or len(base) == 1:
        return _latin(word) + space
    return _latin(base) + ("-e-" if space else "-e")


def _latin(word: str) -> str:
    bare = strip_marks(word)
    known = lexicon().get(word) or lexicon().get(bare) or inflected(bare)
    return known if known and _agrees(word, known) else romanize(word)


def _agrees(word: str, latin: str) -> bool:
    """Whether `latin` has the short vowels that the marks in `word` ask for."""
    marked = (
        CONSONANTS.get(letter, "") + "h?" + _VOWELS[mark]
        for letter, mark in _MARKED_LETTER.findall(word)
    )
    return re.match(".*".join(("", *marked)), latin) is not None
