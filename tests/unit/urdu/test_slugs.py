"""Slugs: always an address, whatever the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.slugs import slug

SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
URDU_TEXT = st.text(st.one_of(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
                              st.sampled_from(" -،۔ \u200cab12'")))  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("روس کو پیشکش", "rus-ko-peshkash"),
        ("شمالی کوریا کی روس کو پیشکش", "shumali-korea-rus-peshkash"),
        ("وزیرِ اعظم کا خطاب", "wazir-e-azam-ka-khitab"),
        ("پی ڈی ایم اور جی ڈی پی کی خبر", "pdm-gdp-khabar"),
        ("کِم جونگ اُن کا روس کے لیے پیغام", "kim-jong-un-rus-paigham"),
        ("Pakistan's budget", "pakistans-budget"),
        ("Éire", "eire"),
        ("2026ء", "2026"),
        ("کیا یہ وہ ہے جو تھا", "kya-ye-wo-hai-jo-tha"),
        ("北京", "khabar"),
        ("", "khabar"),
    ],
)
def test_slug(headline: str, expected: str) -> None:
    assert slug(headline) == expected


@given(st.one_of(st.text(), URDU_TEXT), st.integers(min_value=1, max_value=80))
def test_any_text_gives_a_slug_within_the_limit(text: str, limit: int) -> None:
    result = slug(text, limit=limit)
    assert SHAPE.fullmatch(result)
    assert len(result) <= limit


@given(st.one_of(st.text(), URDU_TEXT), st.integers(min_value=1, max_value=80))
def test_a_cut_falls_between_words(text: str, limit: int) -> None:
    whole = slug(text, limit=10**6).split("-")
    cut = slug(text, limit=limit).split("-")
    assert cut == whole[: len(cut)] or (len(cut) == 1 and len(whole[0]) > limit)


@given(URDU_TEXT)
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


def test_a_negation_stays() -> None:
    assert "nahi" in slug("وزیر خارجہ اس سال ماسکو نہیں جائیں گے اور نہ ہی لندن").split("-")


def test_no_room_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        slug("خبر", limit=0)
