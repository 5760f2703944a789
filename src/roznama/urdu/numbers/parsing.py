"""Parsing: the number that digits and words say."""

import re
from collections import deque
from decimal import Decimal, localcontext
from fractions import Fraction

from roznama.urdu.letters.alphabet import ARABIC_DIGITS, ASCII_DIGITS, URDU_DIGITS, ZWNJ
from roznama.urdu.numbers.lexicon import Meaning, meanings, plain_spelling
from roznama.urdu.numbers.parts import NoNumberError, Parts

_LONGEST = 1000  # characters: the longest wording of a number has some 500

_PLAIN = str.maketrans(URDU_DIGITS + ARABIC_DIGITS + ZWNJ, ASCII_DIGITS * 2 + " ")

_TOKEN = re.compile(r"[0-9][0-9.,٫٬،]*|[^\s0-9]+")

# Thousands in the Western way, in lakh and crore, or not marked; then the decimals.
_DIGITS = re.compile(
    r"""(?P<whole>[0-9]+ | [0-9]{1,3}(?:[,٬،][0-9]{3})+ | [0-9]{1,2}(?:[,٬،][0-9]{2})*[,٬،][0-9]{3})
        (?:[.٫](?P<decimals>[0-9]+))?""",
    re.VERBOSE,
)
_SEPARATORS = re.compile("[,٬،]")

_SMALLEST_STEP = 100


def parse_number(text: str) -> int | Decimal | None:
    """The number that `text` says, in digits, in words or in both; None if it says none.

    Digits of all three sets ("۱۲۳"), thousands marked with , ٬ or ، in threes or in the South
    Asian way ("12,50,000"), decimals after . or ٫; number words in their usual spellings, the
    broken numbers ("ڈھائی لاکھ", "ساڑھے تین کروڑ"), both together ("3.5 ارب") and a minus or منفی
    first. The result is an int if it is whole, or else an exact Decimal.

    The text must be the number and nothing else: an ordinal, a percentage, a unit, a date, a
    range, a plus sign, a vague number (لاکھوں) and any text of more than 1,000 characters give
    None. A word with a second meaning is read as a number (بہتر is 72, اسی 80).
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    tokens = deque(filter(None, map(_token, _TOKEN.findall(text.translate(_PLAIN)))))
    try:
        return _number(_signed(tokens))
    except NoNumberError:
        return None


def _token(piece: str) -> str:
    if piece[0] in ASCII_DIGITS or piece in meanings():
        return piece
    return plain_spelling(piece)


def _number(value: Fraction) -> int | Decimal:
    if value.denominator == 1:
        return value.numerator
    with localcontext(prec=2 * _LONGEST):  # exact: the denominator is of twos and fives
        return Decimal(value.numerator) / Decimal(value.denominator)


def _signed(tokens: deque[str]) -> Fraction:
    if tokens and _meaning(tokens[0]).kind == "minus":
        tokens.popleft()
        return -_sum(tokens)
    return _sum(tokens)


def _sum(tokens: deque[str]) -> Fraction:
    parts = Parts()
    while tokens:
        kind, value = _meaning(tokens.popleft())
        if kind == "number":
            parts.add_number(value)
        elif kind == "scale":
            parts.scale(int(value))
        elif kind == "broken":
            parts.add_broken(value)
        elif kind == "quarter":
            parts.add_broken(value + _counted(tokens, value))
        elif kind == "point":
            parts.add_broken(_decimals(tokens))
        else:
            raise NoNumberError
    return parts.total()


def _meaning(token: str) -> Meaning:
    if digits := _DIGITS.fullmatch(token):
        whole = _SEPARATORS.sub("", digits["whole"])
        return Meaning("number", Fraction(f"{whole}.{digits['decimals'] or 0}"))
    if token not in meanings():
        raise NoNumberError
    return meanings()[token]


def _counted(tokens: deque[str], quarter: Fraction) -> Fraction:
    """What سوا, پونے or ساڑھے is said of: the next number, or one of the next step."""
    kind, value = _meaning(tokens[0]) if tokens else ("", Fraction())
    if kind == "number" and value.denominator == 1 and 0 < value < _SMALLEST_STEP:
        tokens.popleft()
        return value
    if kind == "scale" and quarter != Fraction(1, 2):  # there is no ساڑھے لاکھ
        return Fraction(1)
    raise NoNumberError


def _decimals(tokens: deque[str]) -> Fraction:
    """The decimals after اعشاریہ: digit by digit (ایک چار), or as one number (چودہ)."""
    said = []
    while tokens and (digits := _decimal_digits(tokens[0])):
        said.append(digits)
        tokens.popleft()
    if not said or (len(said) > 1 and any(len(digits) > 1 for digits in said)):
        raise NoNumberError
    return Fraction("0." + "".join(said))


def _decimal_digits(token: str) -> str:
    if token.isascii() and token.isdecimal():
        return token  # "05" has a zero that its value has not
    kind, value = _meaning(token)
    return str(value) if kind == "number" and value.denominator == 1 else ""
