"""Search terms: the gold table, stop words, and what holds for every text."""

import pytest
from bench_urdu.data import gold
from bench_urdu.stemming import _gold
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu import fold, search_terms, stem
from roznama.urdu.stop_words import STOP_WORDS
from roznama.urdu.tables import rows


@pytest.mark.parametrize(("kind", "share"), [("same", 0.98), ("different", 0.98)])
def test_gold(kind: str, share: float) -> None:
    right, of = map(int, _gold(kind)[1].split(" of "))
    assert right >= share * of
    assert of == sum(row[0] == kind for row in gold("search_terms"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("کتابوں", ["کتاب"]),
        ("1,500.75 اور ۳٫۵", ["1500.75", "اور", "3.5"]),
        ("F-16 طیارے", ["f", "16", "طیارہ"]),
        ("23 نومبر 2026ء", ["23", "نومبر", "2026"]),
        ("snake_case", ["snake", "case"]),
        ("#پاکستان", ["پاکستان"]),
        ("۔،؟", []),
        ("", []),
    ],
)
def test_search_terms(text: str, terms: list[str]) -> None:
    assert search_terms(text) == terms


def test_stop_words_are_flagged_and_stay() -> None:
    terms = search_terms("روس کی پیشکش")
    assert [(str(term), term.is_stop) for term in terms] == [
        ("روس", False), ("کی", True), ("پیشکش", False),
    ]  # fmt: skip


def test_what_readers_type_for_one_word_gives_the_same_terms() -> None:
    pairs = [(_telling(one), _telling(other)) for _, one, other in gold("search_variants")]
    assert len(pairs) == 200
    assert all(one and other for one, other in pairs)
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_decimals_are_one_number_whatever_their_sign() -> None:
    assert {tuple(search_terms(number)) for number in ("3.5", "۳٫۵", "3۔5", "٣٫٥")} == {("3.5",)}
    assert search_terms("3.5") != search_terms("35")


def test_a_full_name_without_its_blank_is_found_by_each_of_its_names() -> None:
    assert search_terms("نوازشریف") == search_terms("نواز شریف")


def _telling(text: str) -> list[str]:
    return [str(term) for term in search_terms(text) if not term.is_stop]


@pytest.mark.parametrize("table", ["names_variants", "spelling_variants"])
def test_all_spellings_of_a_line_have_one_stem(table: str) -> None:
    stems = {row[0]: {stem(word) for word in row[0].split()} for row in rows(table)}
    assert {line: found for line, found in stems.items() if len(found) > 1} == {}


@given(st.text())
def test_stemming_is_total_and_stays_in_search_form(text: str) -> None:
    for term in search_terms(text):
        assert term == fold(term)
        assert not any(character.isspace() for character in term)


def test_a_mark_alone_is_no_term() -> None:
    assert search_terms("ـ\u0301") == []


@given(st.text())
def test_how_a_text_is_written_makes_no_difference(text: str) -> None:
    assert search_terms(fold(text)) == search_terms(text)


@pytest.mark.parametrize("word", ["کی", "میں", "نے", "ہے", "گئے", "لئے", "انہوں"])
def test_function_words_are_stop_words(word: str) -> None:
    assert fold(word) in STOP_WORDS
    assert search_terms(word)[0].is_stop


@pytest.mark.parametrize("word", ["نہ", "نہیں", "مت", "سو", "بغیر", "خلاف"])
def test_words_that_turn_a_headline_around_are_not(word: str) -> None:
    assert not search_terms(word)[0].is_stop


def test_a_long_word_is_no_trouble() -> None:
    assert stem("ا" * 200_000) == "ا" * 200_000
