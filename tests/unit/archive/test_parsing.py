"""What a query asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.search.parsing import LONGEST, parsed
from roznama.urdu import search_terms


def terms(text: str) -> list[str]:
    return [str(term) for word in parsed(text).words for term in word.terms]


def test_words_typed_in_a_row_are_analyzed_together() -> None:
    assert terms("پیونگ یانگ مذاکرات") == list(map(str, search_terms("پیونگ یانگ مذاکرات")))


def test_a_phrase_and_what_is_not_wanted() -> None:
    asked = parsed('"شمالی کوریا" -روس -"جنوبی کوریا" پیشکش')
    assert asked.phrases == (tuple(search_terms("شمالی کوریا")),)
    assert asked.excluded == (
        tuple(search_terms("روس")),
        tuple(search_terms("جنوبی کوریا")),
    )
    assert terms('"شمالی کوریا" -روس پیشکش') == ["پیشکش"]


@pytest.mark.parametrize("quotes", ["“{}”", "«{}»", '"{}"', '"{}'])
def test_all_quotation_marks_make_a_phrase(quotes: str) -> None:
    assert parsed(quotes.format("لاہور میں بارش")).phrases == (
        tuple(search_terms("لاہور میں بارش")),
    )


def test_stop_words_tell_nothing_unless_there_is_nothing_else() -> None:
    assert [word.typed for word in parsed("لاہور میں").telling] == ["لاہور"]
    assert len(parsed("کے بعد سے").telling) > 0


def test_latin_words_may_be_roman_urdu() -> None:
    words = parsed("lahore COVID-19 بارش").words
    assert [word.latin for word in words] == ["lahore", "", ""]


@pytest.mark.parametrize("text", ["", " ", "؟!۔،", "\u202e\u202d", "-", '""', "- -", '"؟"'])
def test_a_query_of_no_words_asks_for_nothing(text: str) -> None:
    assert not parsed(text)


def test_bidi_controls_make_no_difference() -> None:
    assert parsed("\u202eلاہور\u202c \u2067بارش\u2069") == parsed("لاہور بارش")


@given(st.text(max_size=3 * LONGEST))
def test_whatever_is_typed_is_a_bounded_query(text: str) -> None:
    asked = parsed(text)
    assert len(asked.words) <= 10
    assert len(asked.phrases) <= 10
    assert all(word.terms for word in asked.words)
