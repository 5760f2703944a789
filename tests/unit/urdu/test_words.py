"""Words of a text, and the stop words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.letters.folding import fold
from roznama.urdu.words import STOP_WORDS, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شمالی کوریا، روس!", ["شمالی", "کوریا", "روس"]),
        ("‘اے ایف پی’ کی رپورٹ۔", ["اے", "ایف", "پی", "کی", "رپورٹ"]),
        ("23 نومبر 2026ء", ["23", "نومبر", "2026"]),
        ("۱٬۵۰۰ روپے", ["1500", "روپے"]),
        ("1,500.75 اور 3٫5", ["1500.75", "اور", "3.5"]),
        ("F-16 طیارے", ["f", "16", "طیارے"]),
        ("علماء", ["علماء"]),
        ("snake_case", ["snake", "case"]),
        ("۔،؟", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_of_words_are_the_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.text())
def test_every_word_is_folded_and_whole(text: str) -> None:
    for word in words(text):
        assert word == fold(word)
        assert not any(character.isspace() for character in word)


def test_stop_words_are_folded_words() -> None:
    assert all(words(word) == [word] for word in STOP_WORDS)
    assert 150 <= len(STOP_WORDS) <= 220


@pytest.mark.parametrize("word", ["کی", "میں", "نے", "ہے", "گئے", "لئے", "انہوں"])
def test_function_words_are_stop_words(word: str) -> None:
    assert fold(word) in STOP_WORDS


@pytest.mark.parametrize("word", ["نہ", "نہیں", "مت", "سو", "بغیر", "خلاف"])
def test_words_that_turn_a_headline_around_are_not(word: str) -> None:
    assert fold(word) not in STOP_WORDS
