"""Tokens and sentences: the gold tables, and what holds for every text."""

import pytest
from bench_urdu.data import gold
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu import sentence_spans, sentences, tokens

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(list("ابی 1.،۔؟!\n\"“”()’-@#_aZ…")), max_size=30
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize("row", gold("tokens"), ids=lambda row: row[0][:40])
def test_gold_tokens(row: list[str]) -> None:
    text, *expected = row
    assert [f"{token.text}|{token.kind}" for token in tokens(text)] == expected


@pytest.mark.parametrize("row", gold("sentences"), ids=lambda row: row[0][:40])
def test_gold_sentences(row: list[str]) -> None:
    text, *expected = row
    assert sentences(text) == expected


@given(TEXTS)
def test_tokens_are_pieces_of_the_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.start >= end
        assert token.text == text[token.start : token.end] != ""
        end = token.end


@given(TEXTS)
def test_between_sentences_is_white_space(text: str) -> None:
    end = 0
    for start, stop in [*sentence_spans(text), (len(text), len(text))]:
        assert not text[end:start].strip()
        end = stop


@pytest.mark.parametrize("piece", [*"ا1a۔.“(@#\ud800", "’’", "1.", "ا۔", " -"])
def test_a_long_text_of_one_piece(piece: str) -> None:
    assert len(tokens(piece * 50_000)) <= 100_000
    assert len(sentences(piece * 50_000)) <= 50_000
