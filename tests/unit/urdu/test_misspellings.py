"""Misspellings: the gold table, what is told of a word, and what holds for every text."""

import random
import unicodedata

import pytest
from bench_urdu.data import gold
from bench_urdu.variants import _misspellings_score
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.spelling.misspellings import misspellings
from tests.cpu import cpu_seconds

LETTERS = "ابپتٹثجحخدذرزسشصضطظعغفقکگلمنوہھیےئء آأ\u064e\u0654\u0653\u200c،۔\n\ud800\x00😀aZ9"


def told(text: str) -> list[str]:
    return [found.text for found in misspellings(text)]


def test_gold_table() -> None:
    scores = [_misspellings_score(row) for row in gold("misspellings")]
    right, said, wanted = (sum(column) for column in zip(*scores, strict=True))
    assert right >= 0.95 * said
    assert right >= 0.75 * wanted


def test_a_misspelling_tells_where_it_stands_and_what_is_meant() -> None:
    text = "آج صوبائی حوکمت نے اعلان کیا۔"
    (found,) = misspellings(text)
    assert text[found.start : found.end] == found.text == "حوکمت"
    assert found.suggestions[0] == "حکومت"


def test_offsets_point_into_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "آج آئین پر صوبائی حوکمت نے آئندہ اجلاس بلایا۔")
    (found,) = misspellings(text)
    assert text[found.start : found.end] == "حوکمت"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("وزرات داخلہ نے بیان دیا۔", "وزرات"),
        ("عدالتت نے فیصلہ سنایا۔", "عدالتت"),
        ("پولیس نے تحقیقتات شروع کر دیں۔", "تحقیقتات"),
    ],
)
def test_told(text: str, wrong: str) -> None:
    assert told(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "وزیر خارجہ سرگئی لاوروف نے صحافیوں سے بات کی۔",
        "ڈاکٹر تروموسکایا نے تقریر کی۔",
        "کتابوں، کہانیوں اور نظموں کا میلہ لگا۔",
        "بولروں نے آخری اوورز میں وکٹیں لیں۔",
        "یونیسیف UNICEF کے 12 ادارے",
        "",
    ],
)
def test_names_and_forms_are_not_told(text: str) -> None:
    assert told(text) == []


@given(st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters())))
def test_every_text_gives_true_spans_in_order(text: str) -> None:
    last = 0
    for found in misspellings(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.suggestions
        last = found.end


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: misspellings(text))


def _of_random_words(size: int) -> str:
    pick = random.Random(7)
    letters = "ابپتجحدرزسشعفقکگلمنوہی"
    return " ".join("".join(pick.choices(letters, k=pick.randint(3, 9))) for _ in range(size // 7))


def _of_one_word(size: int) -> str:
    return "حوکمت " * (size // 6)


@pytest.mark.parametrize("make", [_of_one_word, _of_random_words])
def test_time_grows_with_the_length_only(make) -> None:
    _seconds(make(2_000))
    small, large = _seconds(make(6_000)), _seconds(make(60_000))
    assert large < 40 * small + 0.5


@pytest.mark.parametrize(
    "text", ["ا" * 200_000, "اب" * 100_000, "\ud800" * 1000, "َ" * 100_000, "\U0001d162"]
)
def test_no_text_is_too_odd(text: str) -> None:
    assert misspellings(text) == []
