"""Attributions: the gold sentences, the traps, and what holds for every text."""

import pytest
from bench_urdu.attribution import _f1, _nearly, _pairs, sentence_cases
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu import attributions

WORDS = (
    "نے کہا کہ بتایا مطابق کے حوالے سے ذرائع پولیس “ ” ۔ ، : وزیر کا کہنا ہے گیا رپورٹ اعلان کیا"
)


def test_gold_sentences() -> None:
    cases = list(sentence_cases())
    pairs = [_pairs(case, _nearly) for case in cases]
    assert len(cases) > 200
    assert _f1(cases, pairs) >= 0.92
    right = [want.chain == got.chain for found in pairs for want, got in found]
    assert sum(right) >= 0.85 * len(right)


def test_a_claim_through_three_hands() -> None:
    text = (
        "جیو نیوز نے خبر رساں ادارے رائٹرز کی رپورٹ کے حوالے سے بتایا کہ تہران کے سرکاری ٹی وی نے "
        "کہا ہے کہ بندرگاہ بند رہے گی۔"
    )
    (found,) = attributions(text)
    assert [link.text for link in found.chain][:2] == ["جیو نیوز", "رائٹرز"]
    assert found.speaker == found.chain[-1]
    assert found.claim.text == "بندرگاہ بند رہے گی"


@pytest.mark.parametrize(
    "text",
    [
        "میچ پاکستانی وقت کے مطابق شام سات بجے شروع ہوگا۔",
        "طے شدہ پروگرام کے مطابق وفد کل روانہ ہوگا۔",
        "تفصیلات کے مطابق سڑک دو دن سے بند ہے۔",
        "اس حوالے سے اجلاس کل ہوگا۔",
        "ملزم کو پولیس کے حوالے کر دیا گیا۔",
        "",
    ],
)
def test_traps_have_no_source(text: str) -> None:
    assert attributions(text) == []


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)))
def test_spans_are_pieces_of_the_text(text: str) -> None:
    for found in attributions(text):
        for span in (found.claim, found.cue, *found.chain):
            assert span.text == text[span.start : span.end] != ""
        assert found.speaker == (found.chain[-1] if found.chain else None)


@pytest.mark.parametrize(
    "piece", ["ا", "کہا ", "نے کہا کہ ", "کے مطابق ", "“", "ذرائع ", "\ud800", "۔"]
)
def test_a_long_text_of_one_piece(piece: str) -> None:
    assert len(attributions(piece * 5_000)) <= 5_000
