"""Numbers in words, and words read as numbers."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.numbers.lexicon import plain_spelling, small_numbers
from roznama.urdu.numbers.parsing import parse_number
from roznama.urdu.numbers.wording import LIMIT, Form, number_words, ordinal_words
from roznama.urdu.tables import rows

whole_numbers = st.integers(-(10**21), 10**21) | st.integers(-(10**6), 10**6)
decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=3) | st.decimals(
    min_value=-1, max_value=1, allow_nan=False
).filter(lambda value: int(value.as_tuple().exponent) >= -34)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "صفر"),
        (6, "چھ"),
        (100, "ایک سو"),
        (786, "سات سو چھیاسی"),
        (1947, "ایک ہزار نو سو سینتالیس"),
        (1250000, "بارہ لاکھ پچاس ہزار"),
        (-4, "منفی چار"),
        (10**7, "ایک کروڑ"),
        (241_499_431, "چوبیس کروڑ چودہ لاکھ ننانوے ہزار چار سو اکتیس"),
        (25 * 10**9, "پچیس ارب"),
        (2 * 10**11, "دو کھرب"),
        (3 * 10**13, "تین نیل"),
        (4 * 10**15, "چار پدم"),
        (5 * 10**17, "پانچ سنکھ"),
        (10**21, "دس ہزار سنکھ"),
        (Decimal("3.5"), "تین اعشاریہ پانچ"),
        (Decimal("278.05"), "دو سو اٹھہتر اعشاریہ صفر پانچ"),
        (Decimal("3.50"), "تین اعشاریہ پانچ صفر"),
        (Decimal("-0.7"), "منفی صفر اعشاریہ سات"),
        (Decimal("1.2E+6"), "بارہ لاکھ"),
        (Decimal("0E+999999"), "صفر"),
    ],
)
def test_number_words(value: int | Decimal, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    "value",
    [LIMIT, -LIMIT, *map(Decimal, ("1E+34", "1E+999999", "1E-35", "NaN", "sNaN", "-Infinity"))],
)
def test_where_words_end(value: int | Decimal) -> None:
    with pytest.raises(ValueError, match=r"number|decimals"):
        number_words(value)
    assert number_words(LIMIT - 1)


@given(whole_numbers)
def test_every_whole_number_is_read_back(value: int) -> None:
    read = parse_number(number_words(value))
    assert read == value
    assert isinstance(read, int)


@given(decimals)
def test_every_decimal_is_read_back(value: Decimal) -> None:
    assert parse_number(number_words(value)) == value


@given(st.integers(10**21, LIMIT - 1))
def test_counts_of_sankh_are_read_back(value: int) -> None:
    assert parse_number(number_words(value)) == value


def test_every_number_below_a_hundred_has_its_own_name() -> None:
    assert len(set(small_numbers())) == len(small_numbers()) == 100


def test_no_spelling_has_two_meanings() -> None:
    read = {
        (kind, value, plain_spelling(spelling))
        for kind, value, word, *others in rows("numbers")
        if kind != "ordinal"
        for spelling in (word, *" ".join(others).split())
    }
    twice = [word for word, times in Counter(word for *_, word in read).items() if times > 1]
    assert not twice


@given(whole_numbers)
def test_the_words_are_in_the_house_form(value: int) -> None:
    assert normalize(number_words(value)) == number_words(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("123", 123),
        ("۱۲۳", 123),
        ("١٢٣", 123),
        ("1,250,000", 1250000),
        ("12,50,000", 1250000),
        ("۱۲٬۵۰٬۰۰۰", 1250000),
        ("۱۲،۵۰،۰۰۰", 1250000),
        ("1,00,00,00,000", 10**9),
        ("1,250.75", Decimal("1250.75")),
        ("۳٫۵", Decimal("3.5")),
        ("-5", -5),
        ("\u200f۵\u200f", 5),
        ("007", 7),
    ],
)
def test_digits(text: str, value: int | Decimal) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("چھے", 6),
        ("اُنّیس", 19),
        ("تیئیس", 23),
        ("آٹھ", 8),
        ("پچہتر", 75),
        ("اکانوے", 91),
        ("سو", 100),
        ("بارہ سو", 1200),
        ("انیس سو سینتالیس", 1947),
        ("دو ہزار چھبیس", 2026),
        ("ڈھائی لاکھ", 250_000),
        ("اڑھائی سو", 250),
        ("ڈیڑھ ارب", 1_500_000_000),
        ("ڈیڑھ سو ارب", 150_000_000_000),
        ("ساڑھے تین کروڑ", 35_000_000),
        ("ساڑھے پانچ سو کروڑ", 5_500_000_000),
        ("سوا لاکھ", 125_000),
        ("سوا دو سو", 225),
        ("پونے دو کروڑ", 17_500_000),
        ("پونے لاکھ", 75_000),
        ("ایک کروڑ سوا دو لاکھ", 10_225_000),
        ("ڈھائی", Decimal("2.5")),
        ("پونے تین", Decimal("2.75")),
        ("12 لاکھ 50 ہزار", 1_250_000),
        ("۱۲لاکھ", 1_200_000),
        ("3.5 ارب", 3_500_000_000),
        ("18 ہزار 877 ارب", 18_877 * 10**9),
        ("اٹھارہ ہزار آٹھ سو ستتر ارب", 18_877 * 10**9),
        ("سات ملین", 7_000_000),
        ("تین اعشاریہ ایک چار", Decimal("3.14")),
        ("تین اعشاریہ چودہ", Decimal("3.14")),
        ("3 اعشاریہ 05", Decimal("3.05")),
        ("تین اعشاریہ پانچ ارب", 3_500_000_000),
        ("تین پوائنٹ پانچ", Decimal("3.5")),
        ("منفی دو اعشاریہ صفر", -2),
        ("ایک\u200cسو", 100),
        ("  دو\nسو ", 200),
    ],
)
def test_words(text: str, value: int | Decimal) -> None:
    assert parse_number(text) == value


def test_the_result_is_whole_where_the_number_is() -> None:
    assert isinstance(parse_number("3.50 لاکھ"), int)
    assert isinstance(parse_number("3.5"), Decimal)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "۔", "خبر", "-", "منفی", "پانچ روپے", "لاکھوں", "دونوں", "5%", "پانچ فیصد"),
        *("12,5000", "1234,567", "1.250.000", "2026-11-24", "10:30", "+5", "1e5", "5.", "2026ء"),
        *("دو تین", "5 0", "1 2", "2 1", "سو سو", "لاکھ ہزار", "ایک ہزار سو", "دو ہزار بارہ سو"),
        *("سوا", "پونے", "ساڑھے", "ساڑھے لاکھ", "سوا صفر", "ڈیڑھ لاکھ پچاس", "ڈیڑھ ڈھائی"),
        *("اعشاریہ", "تین اعشاریہ", "تین اعشاریہ پانچ اعشاریہ دو", "تین اعشاریہ دو پچیس"),
        *("دو منفی", "پانچواں", "½", "²", "५", "تین اعشاریہ ५", "\ud800", "\0", "9" * 1001),
    ],
)
def test_what_is_not_a_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.text() | st.lists(st.sampled_from([row[2] for row in rows("numbers")])).map(" ".join))
def test_any_text_has_an_answer(text: str) -> None:
    value = parse_number(text)
    assert value is None or isinstance(value, int | Decimal)


def test_a_text_of_megabytes_is_refused_at_once() -> None:
    assert parse_number("9" * 10_000_000) is None
    assert parse_number("سو " * 1_000_000) is None


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (1, "masculine", "پہلا"),
        (2, "feminine", "دوسری"),
        (3, "oblique", "تیسرے"),
        (4, "masculine", "چوتھا"),
        (5, "masculine", "پانچواں"),
        (6, "feminine", "چھٹی"),
        (7, "oblique", "ساتویں"),
        (9, "masculine", "نواں"),
        (10, "feminine", "دسویں"),
        (11, "masculine", "گیارہواں"),
        (27, "feminine", "ستائیسویں"),
        (90, "masculine", "نوے واں"),
        (100, "masculine", "سوواں"),
        (101, "masculine", "ایک سو ایکواں"),
        (106, "masculine", "ایک سو چھٹا"),
        (125, "masculine", "ایک سو پچیسواں"),
        (1000, "feminine", "ہزارویں"),
    ],
)
def test_ordinal_words(number: int, form: Form, words: str) -> None:
    assert ordinal_words(number, form) == words


@given(st.integers(1, LIMIT - 1))
def test_ordinals_are_not_read_as_numbers(number: int) -> None:
    assert parse_number(ordinal_words(number)) is None


@pytest.mark.parametrize("number", [0, -1, LIMIT])
def test_ordinals_begin_at_one(number: int) -> None:
    with pytest.raises(ValueError, match=r"ordinal|great"):
        ordinal_words(number)
