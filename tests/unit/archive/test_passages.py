"""Passages: where they come from and what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.search.passages import Piece, marked, passage
from roznama.urdu import search_terms

TEXT = (
    "محکمۂ موسمیات نے پیش گوئی کی ہے کہ ملک کے بالائی علاقوں میں آندھی چلے گی۔ "
    "پیونگ یانگ میں کتابوں کی نمائش ملتوی کر دی گئی، جس پر ناشرین نے افسوس ظاہر کیا۔ "
    "شہریوں کا کہنا ہے کہ نالے صاف نہیں ہوئے اور پانی گھروں میں داخل ہو گیا۔"
)


def terms(text: str) -> frozenset[str]:
    return frozenset(map(str, search_terms(text)))


def marks(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_marked]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("كتاب", ["کتابوں"]),
        ("کتابیں", ["کتابوں"]),
        ("پیونگیانگ", ["پیونگ یانگ"]),
        ("نالہ", ["نالے"]),
        ("آندھی", ["آندھی"]),
        ("ا\u0653ندھی", ["آندھی"]),
    ],
)
def test_a_word_is_marked_in_whatever_spelling(query: str, found: list[str]) -> None:
    assert marks(marked(TEXT, terms(query))) == found
    assert marks(passage(TEXT, terms(query), 90)) == found


def test_diacritics_in_the_story_do_not_hide_a_word() -> None:
    assert marks(marked("کِتابوں کی دُکان", terms("کتاب دکان"))) == ["کِتابوں", "دُکان"]


def test_marks_leave_out_punctuation() -> None:
    assert marks(marked("(بارش)، آندھی۔", terms("بارش آندھی"))) == ["بارش", "آندھی"]


def test_the_passage_with_most_words_is_shown() -> None:
    text = "کتاب پر بات ہوئی۔ " + "اور کچھ نہیں ہوا۔ " * 30 + "کتابوں کی نمائش ہوئی۔"
    assert marks(passage(text, terms("کتاب نمائش"), 80)) == ["کتابوں", "نمائش"]


def test_without_a_find_the_text_begins() -> None:
    shown = "".join(piece.text for piece in passage(TEXT, terms("کرکٹ"), 60))
    assert TEXT.startswith(shown.removesuffix(" …"))


@given(st.text(max_size=400), st.text(max_size=20))
def test_marking_changes_no_text(text: str, query: str) -> None:
    assert "".join(piece.text for piece in marked(text, terms(query))) == text
