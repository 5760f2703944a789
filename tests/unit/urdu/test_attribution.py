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
        "اچھی خبر یہ ہے کہ قیمت کم ہوئی۔",
        "پولیس کو خفیہ اطلاع ملی تھی کہ ملزم گھر میں ہے۔",
        "حکومت نے منصوبہ بنایا ہے جس کے مطابق ہر گاؤں میں اسکول ہوگا۔",
        "بلے بازوں کو اس کے مطابق کھیلنا ہوگا۔",
        "یہ فلم دو بھائیوں کی کہانی بیان کرتی ہے، جو شہر جاتے ہیں۔",
        "",
    ],
)
def test_traps_have_no_source(text: str) -> None:
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "chain", "claim"),
    [
        (
            "پولیس ترجمان کے حوالے سے بی بی سی نے بتایا ہے کہ ملزم فرار ہو گیا۔",
            ["بی بی سی", "پولیس ترجمان"],
            "ملزم فرار ہو گیا",
        ),
        (
            "جیو نیوز کو ذرائع سے معلوم ہوا ہے کہ اجلاس ملتوی ہوگا۔",
            ["جیو نیوز", "ذرائع"],
            "اجلاس ملتوی ہوگا",
        ),
        (
            "العربیہ نے ایک سیکیورٹی ذریعے کے حوالے سے بتایا کہ دھماکا گاڑی میں ہوا۔",
            ["العربیہ", "ایک سیکیورٹی ذریعے"],
            "دھماکا گاڑی میں ہوا",
        ),
        (
            "روئٹرز اور خبر رساں ادارے اے ایف پی نے حکام کے حوالے سے کہا کہ پل گر گیا۔",
            ["روئٹرز اور خبر رساں ادارے اے ایف پی", "حکام"],
            "پل گر گیا",
        ),
        (
            "وزیر اعظم کے دفتر سے جاری بیان کے مطابق دورہ ملتوی ہو گیا ہے۔",
            ["وزیر اعظم کے دفتر"],
            "دورہ ملتوی ہو گیا ہے",
        ),
        (
            "بعض اطلاعات میں سیلاب سے ہلاکتوں کی تعداد چالیس بتائی گئی ہے۔",
            ["بعض اطلاعات"],
            "سیلاب سے ہلاکتوں کی تعداد چالیس",
        ),
        (
            "اسٹیٹ بینک نے جو تفصیلات جاری کی ہیں ان کے مطابق ذخائر بڑھے ہیں۔",
            ["اسٹیٹ بینک"],
            "ذخائر بڑھے ہیں",
        ),
        ("ماہر سوشل میڈیاکاکہنا ہےکہ نیٹ سست ہے۔", ["ماہر سوشل میڈیا"], "نیٹ سست ہے"),
        ("وہ مثال دیتے ہوئے کہتے ہیں کہ پہلے سڑک نہ تھی۔", ["وہ"], "پہلے سڑک نہ تھی"),
        ("مبصرین یہ کہتے آئے ہیں کہ قانون کمزور ہے۔", ["مبصرین"], "قانون کمزور ہے"),
        ("دادا اکثر کہا کرتے تھے کہ محنت رنگ لاتی ہے۔", ["دادا"], "محنت رنگ لاتی ہے"),
        ("ایسی اطلاعات ہیں کہ پل بند ہے۔", [], "پل بند ہے"),
        ("خیال کیا جاتا ہے کہ غار ہزاروں سال پرانا ہے۔", [], "غار ہزاروں سال پرانا ہے"),
        ("دورانِ سماعت وکیل نے کہا کہ ثبوت ناکافی ہیں۔", ["وکیل"], "ثبوت ناکافی ہیں"),
        ("بہت سے لوگوں نے بتایا کہ پانی نہیں آتا۔", ["بہت سے لوگوں"], "پانی نہیں آتا"),
        (
            "ڈیم میں شگاف پڑ گیا: محکمہ آبپاشی کا اعتراف",
            ["محکمہ آبپاشی"],
            "ڈیم میں شگاف پڑ گیا",
        ),
    ],
)
def test_who_said_what(text: str, chain: list[str], claim: str) -> None:
    found = attributions(text)
    assert [one.claim.text for one in found] == [claim]
    assert [link.text for one in found for link in one.chain] == chain


def test_a_claim_ends_where_another_speaker_begins() -> None:
    outer, inner = attributions(
        "وکیل کا کہنا تھا کہ ثبوت جعلی ہیں جس پر جج نے کہا کہ فیصلہ کل ہوگا۔"
    )
    assert (outer.claim.text, inner.claim.text) == ("ثبوت جعلی ہیں", "فیصلہ کل ہوگا")
    assert [link.text for link in inner.chain] == ["جج"]


def test_a_speaker_inside_a_claim_comes_through_its_source() -> None:
    outer, inner = attributions(
        "روئٹرز کے مطابق جنگ بندی کے باوجود فوج نے ایک بیان میں کہا ہے کہ کارروائی جاری رہے گی۔"
    )
    assert [link.text for link in outer.chain] == ["روئٹرز"]
    assert [link.text for link in inner.chain] == ["روئٹرز", "فوج"]


def test_this_he_said_points_back() -> None:
    (found,) = attributions("سڑک اگلے ماہ کھلے گی۔ وزیر نے یہ بات ایک تقریب میں کہی۔")
    assert found.claim.text == "سڑک اگلے ماہ کھلے گی"


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)))
def test_spans_are_pieces_of_the_text(text: str) -> None:
    for found in attributions(text):
        for span in (found.claim, found.cue, *found.chain):
            assert span.text == text[span.start : span.end] != ""
        assert found.speaker == (found.chain[-1] if found.chain else None)


@pytest.mark.parametrize(
    "text", ["')“کےمطابق", "\u034f“کاکہنا ہے👧", 'ـ"کاکہنا ہے‹', "👧''کاکہنا ہے👨"]
)
def test_quotation_marks_without_their_other_half(text: str) -> None:
    for found in attributions(text):
        assert all(span.text for span in (found.claim, found.cue, *found.chain))


@pytest.mark.parametrize(
    "piece", ["ا", "کہا ", "نے کہا کہ ", "کے مطابق ", "“", "ذرائع ", "\ud800", "۔"]
)
def test_a_long_text_of_one_piece(piece: str) -> None:
    assert len(attributions(piece * 5_000)) <= 5_000
