"""Roman Urdu, read in Urdu's letters."""

import pytest
from bench_urdu.data import gold
from hypothesis import given, settings
from hypothesis import strategies as st

from roznama.urdu import Vocabulary, from_roman, roman_candidates, to_roman

_REACH = 0.95


def test_gold_words_are_among_the_first_five():
    cases = gold("roman")[::3]  # of all, `make bench-urdu` tells
    right = sum(urdu in from_roman(latin, 5) for latin, urdu in cases)
    assert right >= _REACH * len(cases)


@pytest.mark.parametrize(
    ("latin", "urdu"),
    [
        ("mausam lahore barish", "موسم لاہور بارش"),
        ("wazir e azam", "وزیر اعظم"),
        ("Wazīr-e-Āzam", "وزیر اعظم"),
        ("kya hal hai?", "کیا حال ہے؟"),
        ("nizam ul mulk", "نظام الملک"),
        ("al-qaeda", "القاعدہ"),
        ("12 afrad halak", "12 افراد ہلاک"),
        ("hukumat ka elan", "حکومت کا اعلان"),
    ],
)
def test_the_first_answer_is_what_people_mean(latin, urdu):
    assert from_roman(latin)[0] == urdu


@pytest.mark.parametrize("typed", ["zindagi", "zindgi", "zindagee", "Zindagi"])
def test_many_spellings_lead_to_one_word(typed):
    assert "زندگی" in from_roman(typed, 3)


def test_frequent_words_come_before_rare_ones():
    answers = from_roman("sadar", 10)
    assert answers[0] == "صدر"
    assert len(answers) == len(set(answers)) == 10


def test_a_limit_is_kept():
    assert len(from_roman("khabar", 3)) == 3
    assert from_roman("khabar", 0) == []
    assert from_roman("khabar", -1) == []


def test_what_is_not_latin_stays():
    assert from_roman("اردو", 5) == ["اردو"]
    assert from_roman("") == [""]


def test_words_that_nobody_could_mean_stay_latin():
    long = "a" * 500
    assert from_roman(long) == [long]


def test_a_vocabulary_narrows_the_candidates():
    words = Vocabulary(["لاوروف", "لاہور", "بارش"])
    assert roman_candidates("lavrov", vocabulary=words)[0][0] == "لاوروف"
    assert roman_candidates("tokyo", vocabulary=words) == []


def test_weights_are_shares_best_first():
    weights = [weight for _, weight in roman_candidates("barish", limit=1000)]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) == pytest.approx(1)


@pytest.mark.parametrize("word", ["حکومت", "عدالت", "انتخابات", "لاہور", "کرکٹ", "وزیر اعظم"])
def test_what_is_written_in_latin_is_read_back(word):
    assert word in from_roman(to_roman(word), 5)


@given(st.text(max_size=30))
def test_any_text_gets_answers(text):
    assert len(from_roman(text, 3)) <= 3


@settings(max_examples=40)  # each takes a hundred times as long as other texts do
@given(st.text(alphabet="abcdehiklmnorstuz' -", max_size=24))
def test_latin_words_get_answers(text):
    assert from_roman(text, 2)
