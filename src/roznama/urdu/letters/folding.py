"""Letters: one shape for each Urdu letter, and the search form of a text."""

import re
import unicodedata

from roznama.urdu.letters.marks import NO_MARKS

_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_HONORIFIC = "\ufdfa"  # one sign that NFKC would unfold to a prayer of four words

# Letters of other Arabic keyboards that look like an Urdu letter (or nearly so).
_LOOK_ALIKES = str.maketrans("يىېۍكڪهەۃةۀۓٲٳ", "ییییککہہہہۂےاا")

# Letters that a reader does not tell apart when searching.
_SEARCH_LETTERS = str.maketrans("ھۂئؤأإٱآ", "ہہیواااا")

_INVISIBLE = (
    0x00AD,  # soft hyphen
    0x0640,  # tatweel: seen, but only a stretched joint between two letters
    0x061C,  # bidi controls: here, and in the ranges below
    *range(0x200B, 0x2010),  # zero-width space, ZWNJ, ZWJ, direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x2070),
    0xFEFF,  # byte order mark
)

_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)

# One table for each form, because a pass over the text is what costs time.
_TO_URDU = dict.fromkeys(_INVISIBLE) | _LOOK_ALIKES | _ASCII_DIGITS
_TO_SEARCH = _TO_URDU | NO_MARKS | _SEARCH_LETTERS
_TO_SEARCH[ord("ۀ")] = ord("ہ")  # ۂ for `_TO_URDU`


def _plain_form(match: re.Match[str]) -> str:
    sign = match.group()
    # Forms of a lone mark unfold to a space and the mark; the space is not the writer's.
    return "" if sign == _HONORIFIC else unicodedata.normalize("NFKC", sign).lstrip()


def _composed(text: str) -> str:
    return _PRESENTATION_FORM.sub(_plain_form, unicodedata.normalize("NFC", text))


def urdu_letters(text: str) -> str:
    """`text` in NFC with Urdu's own letters, ASCII digits and nothing invisible.

    Arabic look-alikes and presentation forms become Urdu letters; letters that Urdu itself
    tells apart (ھ and ہ, ئ and ی, آ and ا) and diacritics stay. ﷺ is left out.
    """
    text = unicodedata.normalize("NFC", _composed(text).translate(_TO_URDU))
    # NFC knows the hamza of the Arabic yeh only, so the one over Urdu's is joined here.
    return text.replace("ی\u0654", "ئ")


def fold(text: str) -> str:
    """The search form of `text`: what two spellings of one word have in common.

    NFC; Arabic look-alikes and presentation forms as Urdu letters; ھ ۂ as ہ, ئ as ی, ؤ as و,
    آ أ إ ٱ as ا; no diacritics, tatweel, zero-width or bidi characters and no ﷺ; digits in
    ASCII; Latin letters casefolded; runs of white space as one space, none at either end.
    Folding twice changes nothing. Punctuation and ء stay: `words` deals with them.
    """
    # A removed mark may have kept two others apart, and case folding takes some letters apart.
    text = unicodedata.normalize("NFC", _composed(text).translate(_TO_SEARCH)).casefold()
    text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())
