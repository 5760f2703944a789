"""Wording: a number as it is said."""

from decimal import Decimal
from typing import Literal

from roznama.urdu.numbers.lexicon import ordinals, scale, small_numbers, word_of

LIMIT = 10**34
"""From here on there are no words: a hundred quadrillion sankh, سنکھ being the last step."""

_DECIMALS = 34  # as far behind the point as before it

Form = Literal["masculine", "feminine", "oblique"]


def number_words(value: int | Decimal) -> str:
    """`value` in words, in lakh and crore: 1250000 is "بارہ لاکھ پچاس ہزار".

    Decimals are read one by one, as they are written: Decimal("3.50") is
    "تین اعشاریہ پانچ صفر". `parse_number` gives the value back. ValueError if there are no
    words: from 10**34 on either side of zero, more than 34 decimals, infinity, not a number.
    """
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"no number: {value}")
    if not -LIMIT < value < LIMIT:
        raise ValueError("no words for numbers of more than 34 digits")
    sign = [word_of("minus")] if value < 0 else []
    whole = abs(int(value)) if value else 0  # not int() of Decimal("0E+999999"): it is slow
    return " ".join([*sign, _whole(whole), *_decimals(value)])


def _whole(number: int) -> str:
    words = []
    for step, name in scale().items():
        count, number = divmod(number, step)
        if count:
            words += [_whole(count), name]
    if number or not words:
        words.append(small_numbers()[number])
    return " ".join(words)


def _decimals(value: int | Decimal) -> list[str]:
    if isinstance(value, int):
        return []
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent >= 0:
        return []
    if exponent < -_DECIMALS:
        raise ValueError("no words for more than 34 decimals")
    decimals = "".join(map(str, digits)).zfill(-exponent)[exponent:]
    return [word_of("point"), *(small_numbers()[int(digit)] for digit in decimals)]


def ordinal_words(number: int, form: Form = "masculine") -> str:
    """The ordinal of `number`: پہلا, پانچواں, بیسواں, ایک سو پچیسواں.

    `form` agrees with the noun: "masculine" (پانچواں دن), "feminine" (پانچویں نشست),
    "oblique" (پانچویں دن میں; پہلے دن میں). ہ stays before the ending (گیارہواں), as news sites
    write it; ordinals of one, two, three and four end longer numbers in the regular way
    (ایک سو ایکواں). ValueError below 1 and from 10**34.
    """
    if not 1 <= number < LIMIT:
        raise ValueError(f"no ordinal for {number}" if number < 1 else "the number is too great")
    word = _ordinal(number)
    if form == "masculine":
        return word
    if word.endswith("اں"):
        return word.removesuffix("اں") + "یں"
    return word.removesuffix("ا") + ("ی" if form == "feminine" else "ے")


def _ordinal(number: int) -> str:
    if number in ordinals():
        return ordinals()[number][0]
    if number in scale():
        return scale()[number] + "واں"  # سوواں, not ایک سوواں
    before, _, last = _whole(number).rpartition(" ")
    if number % 100 in ordinals():
        return f"{before} {ordinals()[number % 100][1]}"
    gap = " " if last.endswith(("ی", "ے")) else ""  # بیسواں, but نوے واں
    return f"{before} {last}{gap}واں".strip()
