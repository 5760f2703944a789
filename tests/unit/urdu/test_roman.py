"""Roman Urdu: lexicon, marks, izafat, abbreviations, and the letter rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import house_letters
from roznama.urdu.roman.latin import to_roman
from roznama.urdu.roman.lexicon import inflected, lexicon
from roznama.urdu.roman.rules import romanize

URDU_TEXT = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF))


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("شمالی کوریا کی روس کو پیشکش", "shumali korea ki rus ko peshkash"),
        ("پولیس، ہسپتال؛ بجٹ؟ ٹرین۔", "police, hospital; budget? train."),
        ("۵٪ اضافہ", "5% izafa"),
        ("سپريم كورٹ", "supreme court"),  # an Arabic keyboard
        ("وزیرِ اعظم", "wazir-e-azam"),
        ("جذبۂ ایثار", "jazba-e-isar"),
        ("وزیرِ IT", "wazir-e-IT"),
        ("دورہِ", "daura-e"),
        ("پی ڈی ایم اور جی ڈی پی", "pdm aur gdp"),
        ("اے", "e"),  # one letter's name is no abbreviation
        ("اُن کا، اِن کا", "un ka, in ka"),
        ("کِم", "kim"),
        ("مُلک", "mulk"),  # marks that agree with the lexicon
        ("اعلیٰ، اعلی", "ala, ala"),
        ("عدالتوں", "adalaton"),
        ("بولرز", "bowlers"),
        ("BBC اردو 📰", "BBC urdu 📰"),
        ("\u064e", ""),
        ("", ""),
    ],
)
def test_to_roman(text: str, latin: str) -> None:
    assert to_roman(text) == latin


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("بھابھی", "bhabhi"),
        ("گھڑی", "ghari"),
        ("ھم", "ham"),  # ھ with no letter to breathe on
        ("آم", "aam"),
        ("آسمان", "asman"),
        ("ایجاد", "ijad"),
        ("اولاد", "olad"),
        ("اَولاد", "aulad"),
        ("اِیمان", "iman"),
        ("محفوظ", "mahfuz"),
        ("ڈھول", "dhol"),
        ("ٹوکری", "tokri"),
        ("سوال", "sawal"),
        ("بیوہ", "biwa"),
        ("دیوانہ", "diwana"),
        ("دنیا", "daniya"),
        ("علاوہ", "alawa"),
        ("گاؤں", "gaon"),
        ("رؤف", "raof"),
        ("رائے", "raye"),
        ("کاروائیوں", "karwaiyon"),
        ("لڑکیاں", "larkiyan"),
        ("معلوم", "malum"),
        ("بعد", "baad"),
        ("عوام", "awam"),
        ("انتظار", "intizar"),
        ("استقبال", "istiqbal"),
        ("قاتل", "qatil"),
        ("محنت", "mehnat"),
        ("درخت", "darakht"),
        ("ہنستا", "hansta"),
        ("کرنا", "karna"),
        ("قُدرَت", "qudrat"),
        ("غَیْر", "ghair"),
        ("قَوم", "qaum"),
        ("مکّہ", "makka"),
        ("بچّہ", "bacha"),
        ("فوراً", "furan"),
        ("طاقت", "taqat"),
        ("چاند", "chand"),
        ("زکوٰۃ", "zakah"),
        ("شعراء", "shara"),
        ("ڪتاب", ""),
    ],
)
def test_letter_rules(word: str, latin: str) -> None:
    expected = latin or "katab"
    assert romanize(house_letters(word)) == expected


@given(st.one_of(st.text(), URDU_TEXT))
def test_no_urdu_letter_or_mark_survives(text: str) -> None:
    letters = {c for c in to_roman(text) if "\u0620" <= c <= "\u06d3" and c.isalpha()}
    assert not letters
    assert strip_marks(to_roman(text)) == to_roman(text)


@given(st.text(st.characters(max_codepoint=0x7E)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert to_roman(text) == text


@given(st.lists(st.sampled_from("اآبتجدرسشعقکگلمنوہھیےئؤںٹڑ"), min_size=1).map("".join))
def test_a_word_by_rule_is_lower_case_ascii(word: str) -> None:
    latin = romanize(word)
    assert latin.isascii()
    assert latin == latin.lower()


def test_the_lexicon_is_in_the_shapes_that_it_is_asked_for() -> None:
    assert len(lexicon()) > 1500
    for urdu, latin in lexicon().items():
        assert urdu == house_letters(urdu)
        assert latin
        assert set(latin) <= set("abcdefghijklmnopqrstuvwxyz0123456789- ")


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("عدالتیں", "adalaten"),
        ("ہفتوں", "hafton"),
        ("منصوبے", "mansoobe"),
        ("ایجنسیوں", "agencyon"),
        ("وزیروں", "waziron"),
        ("کھلاڑنیوں", None),
        ("کھلاڑیاں", "khilariyan"),
        ("فوجی", "fauji"),
        ("قلم", None),
        ("کاے", None),
    ],
)
def test_inflected(word: str, latin: str | None) -> None:
    assert inflected(word) == latin


def test_a_long_word_is_no_trouble() -> None:
    assert len(to_roman("ی" * 200_000)) <= 200_000
