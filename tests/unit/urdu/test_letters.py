"""The search form: which spellings meet in it, and that folding is stable."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.letters.folding import fold
from roznama.urdu.letters.marks import MARKS, strip_marks

ARABIC_TEXT = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF),
        st.characters(),
        st.sampled_from("aİßé\u0301\u0345 \u200c\u200d,.12"),
    )
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("آئینۂ", "ایینہ"),
        ("ا\u0653ئی", fold("آئی")),  # not NFC
        ("كراچي", "کراچی"),
        ("علىٰ", "علی"),
        ("مدينة", "مدینہ"),
        ("بھی", "بہی"),
        ("مؤثر", "موثر"),
        ("أإٱآ", "اااا"),
        ("کی\u0654", "کی"),
        ("\ufefb", "لا"),  # lam-alif ligature
        ("\ufdf2", "اللہ"),
        ("محمد ﷺ کا", "محمد کا"),
        ("اُردُو", "اردو"),
        ("محبّت", "محبت"),
        ("اردوـــ", "اردو"),
        ("می\u200cخواہم", "می خواہم"),
        ("\u202bاردو\u202c\u200f", "اردو"),
        ("۱۲۳ ٤٥٦ 789", "123 456 789"),
        ("BBC اردو", "bbc اردو"),
        (" ایک \u00a0\n دو ", "ایک دو"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("text", ["ß\u200c", "ۆ\fکےلئے", "n\xad\u0301"])
def test_a_mark_or_joiner_behind_other_scripts_folds_stably(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


UNWRITTEN = {"Cn", "Co", "Cs"}
"""What Unicode has given nobody, private use, and halves of pairs: seven of eight characters."""


def test_every_character_folds_stably() -> None:
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) not in UNWRITTEN:
            once = fold(chr(code))
            assert once == chr(code) or fold(once) == once, hex(code)


def test_characters_that_nobody_writes_stay() -> None:
    """Many in one text, as one by one takes far longer; alone each is a word like any other."""
    for start in range(0, sys.maxunicode + 1, 0x1000):
        signs = map(chr, range(start, start + 0x1000))
        text = "".join(sign for sign in signs if unicodedata.category(sign) in UNWRITTEN)
        once = fold(text)
        assert once == text or fold(once) == once, hex(start)


@given(ARABIC_TEXT)
def test_a_folded_text_has_no_mark_and_no_double_space(text: str) -> None:
    folded = fold(text)
    assert not set(folded) & set(MARKS)
    assert folded == " ".join(folded.split())


def test_strip_marks() -> None:
    assert strip_marks("مُحَمَّد") == "محمد"
