"""The house form: the gold table, and what holds for every text."""

import unicodedata

import pytest
from bench_urdu.data import gold
from hypothesis import given, settings
from hypothesis import strategies as st

from roznama.urdu import fold, normalize, normalize_with_map

WRITTEN = (
    "کتاب|كتاب|ا\u0653ج|گی\u0654ے|جذبہ\u0654|پهلے|انهوں|ھوئی|رھا|لئے|کیلئے|ﷲ|ﷺ|ﻻ|1446ھ|ڄ|ۓ|ء"
    "|\u200c|\u200d|\u200f|ـ| |  |\n|\r\n|\u00a0|\u06ed|\u0651|\u064e|\u0654|é|e\u0301|«|»"
    "|.|,|;|?|!|:|۔|،|؟|...|\"|'|“|”|‘|’|’’|‘‘|1,500|3.5|۱۲|١٢|BBC|don't|U.S.| a@b.pk |#خبر"
    "| www.x.pk/?q=كتاب |👨\u200d👩\u200d👧|(|)|[|-"
)
PIECES = st.sampled_from(WRITTEN.split("|"))
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text())


@pytest.mark.parametrize(("written", "house", "what"), gold("normalization"))
def test_gold(written: str, house: str, what: str) -> None:
    assert normalize(written) == house, what
    assert normalize(house) == house, what


ODD = (
    "\u0623\u0674", "\u06be\u0674", "\u06be\u0621", "\u0622\u0655", "\u0625\u06e4",
    "\ufeea\u0621", "@\xad\u0637\u200d", "\ufb31", "\u0674\u0654", "e\xad\u0301",
)  # fmt: skip
"""Hamza and madda doubled or on the wrong letter, and signs that hide what they stand between."""


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_settled_too(text: str) -> None:
    house, origins = normalize_with_map(text)
    assert house == normalize(text) == normalize(house)
    assert unicodedata.is_normalized("NFC", house)
    assert len(origins) == len(house)


@settings(derandomize=True)
@given(TEXTS)
def test_a_second_time_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@settings(derandomize=True)
@given(TEXTS)
def test_nothing_is_left_decomposed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", normalize(text))


@settings(derandomize=True)
@given(TEXTS)
def test_the_map_belongs_to_the_text(text: str) -> None:
    house, origins = normalize_with_map(text)
    assert house == normalize(text)
    assert len(origins) == len(house)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)


def test_the_map_points_at_the_letters() -> None:
    text = "وہ ا\u0653یا ,پھر  گیا."
    house, origins = normalize_with_map(text)
    assert house == "وہ آیا، پھر گیا۔"
    assert [text[origins[house.index(letter)]] for letter in "آ،گ۔"] == ["ا", ",", "گ", "."]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_latin_text_only_loses_spaces(text: str) -> None:
    def together(some: str) -> str:
        return "".join(some.split())

    assert together(normalize(text)) == together(text)


@settings(derandomize=True)
@given(TEXTS)
def test_search_does_not_see_the_difference(text: str) -> None:
    def letters(some: str) -> str:
        return "".join(filter(str.isalpha, fold(some)))

    assert letters(normalize(text)) == letters(text)


@pytest.mark.parametrize(
    "piece", list("اہهھـ \u200c\"'(.۔\u064bé\ud800@1")
)  # fmt: skip
def test_a_long_text_of_one_character(piece: str) -> None:
    assert len(normalize(piece * 200_000)) <= 200_000
    assert len(fold(piece * 200_000)) <= 200_000


def test_characters_alone() -> None:
    for code in (*range(0x3000), *range(0xA000, 0x10000, 7), *range(0xFB50, 0xFF00)):
        once = normalize(chr(code))
        assert normalize(once) == once, hex(code)
