"""Context: what an InPage code means beside its neighbors.

InPage keeps what was typed, one code for a key, and draws it by its neighbors. Unicode has a
letter of its own for some of the drawings, and another order of digits.
"""

import re
import unicodedata

from roznama.urdu.inpage.codes import BREAK, LETTERS, MARKS

# A hamza between two letters is drawn on a tooth: ئ (a rule of ltrc/inPageToUnicode; it holds for
# all 142 hamzas of the sample document that data/inpage.tsv names).
_TOOTH = re.compile(f"(?<=[{LETTERS}{MARKS}])ء(?=[{MARKS}]*[{LETTERS}])")

# ے is drawn as ی when a letter follows: typists see it so, and let it stand (ltrc/inPageToUnicode;
# in the sample once, in گیا).
_INNER_YEH = re.compile(f"ے(?=[{MARKS}]*[{LETTERS}])")

# The hamza may be typed before its letter (ltrc/inPageToUnicode); it is taken so only where the
# letter in front cannot carry it.
_EARLY_HAMZA = re.compile("\u0654([وہ])")

_RUN = re.compile("[۰-۹]+")
_NUMBER = re.compile("[۰-۹]+(?:[.,][۰-۹]+)*")
_DECIMAL_OR_GROUPED = re.compile(
    r"""(?x) [۰-۹]+ [.] [۰-۹]+
    | (?: [۰-۹]{1,3} (?:,[۰-۹]{3})+ | [۰-۹]{1,2} (?:,[۰-۹]{2})+ ,[۰-۹]{3} ) (?: [.][۰-۹]+ )?"""
)


def _turn_runs(text: str) -> str:
    return _RUN.sub(lambda match: match.group()[::-1], text)


def _read(match: re.Match[str]) -> str:
    whole = match.group()[::-1]
    return whole if _DECIMAL_OR_GROUPED.fullmatch(whole) else _turn_runs(match.group())


def _stored(match: re.Match[str]) -> str:
    number = match.group()
    if _DECIMAL_OR_GROUPED.fullmatch(number):
        return number[::-1]
    turned = _turn_runs(number)
    if _DECIMAL_OR_GROUPED.fullmatch(turned[::-1]):  # as which it would be misread
        return turned.replace(",", BREAK + ",").replace(".", BREAK + ".")
    return turned


def read_numbers(text: str) -> str:
    """`text` with its numbers turned from the stored order to the reading order.

    Urdu digits are typed and kept from right to left, the last one first (ltrc/inPageToUnicode;
    ShakesVision/html-experiments, on two documents). A decimal or a grouped number is turned
    as a whole; of anything else (dates, lists) only the runs of digits, their order stands.
    """
    return _NUMBER.sub(_read, text)


def stored_numbers(text: str) -> str:
    """`text` with its numbers as they are stored; the reverse of `read_numbers`."""
    return _NUMBER.sub(_stored, text)


def in_context(text: str) -> str:
    """Typed characters (Urdu codes looked up one by one) as Unicode text in NFC."""
    text = _INNER_YEH.sub("ی", _TOOTH.sub("ئ", read_numbers(text)))
    text = unicodedata.normalize("NFC", text)
    if "\u0654" not in text:
        return text
    # NFC knows the hamza of the Arabic yeh only.
    text = _EARLY_HAMZA.sub("\\1\u0654", text.replace("ی\u0654", "ئ"))
    return unicodedata.normalize("NFC", text)
