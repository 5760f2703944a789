"""One folded form of Urdu text for matching, and the clean form for keeping.

The web writes one Urdu word in many ways: Arabic ي and ك for Urdu's letters, hamza and madda as
marks of their own, no-break spaces, invisible direction marks. Rules match on the folded form; the
text that is kept has its own letters.
"""

import re
import unicodedata

from roznama.urdu.letters.folding import fold as search_form

# Private-use signs set around a link's text while a page is read; none survives `clean`. They are
# of plane 15 because the extractor drops text nodes of one sign that UTF-8 writes in three bytes.
LINK_OPEN, LINK_CLOSE = "\U000f0001", "\U000f0002"

_SENTENCE_END = re.compile(r"[۔.؟?!…][\s\"'’”»)\]*\U000f0001\U000f0002]*$")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\U000f0001\U000f0002]")
_EDGES = " \t\u200c\u200d\u200e\u200f\u061c"
_ARABIC = re.compile(
    "[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_WORD = re.compile(r"[^\W_]+")


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    if char in (LINK_OPEN, LINK_CLOSE):
        return ""
    # ں is typed as ن on Arabic keyboards; in search the two are told apart, in cues they are not.
    return search_form(char).replace("ں", "ن")


class _Folding(dict[int, str]):
    """A table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_char(chr(code))
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Fold letters, case, digits and spaces, character by character; link marks vanish."""
    return text.translate(_FOLDING)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Fold, and say for each folded character which character of `text` it comes from."""
    folded, origins = "", []
    for index, char in enumerate(text):
        piece = _FOLDING[ord(char)]
        folded += piece
        origins += [index] * len(piece)
    return folded, [*origins, len(text)]


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern written in plain Urdu for matching on folded text."""
    folded = "".join(char if char.isascii() else _fold_char(char) for char in source)
    return re.compile(folded, re.IGNORECASE)


def clean(text: str) -> str:
    """Give the form to keep: NFC, single spaces, nothing invisible but the word joiners."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split()).strip(_EDGES)


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words, however spelled, spaced and punctuated."""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(fold(text)))


def urdu_share(text: str) -> float:
    """The share of Arabic-script letters among all letters, from 0 to 1."""
    letters = sum(map(str.isalpha, text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0


def ends_sentence(text: str) -> bool:
    """Whether a text closes with sentence-final punctuation, quotes and brackets aside."""
    return _SENTENCE_END.search(text) is not None
