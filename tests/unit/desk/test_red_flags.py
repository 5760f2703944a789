"""Red flags: told in three writings and every spelling, quiet on harmless words, never slow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.flags import CATEGORIES, card, red_flags
from tests.cpu import cpu_seconds

GOLD = Path(__file__).parents[2] / "gold"


def gold(name: str) -> list[list[str]]:
    lines = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


OWN = gold("red_flags")
ALL = OWN + gold("red_flags_unseen") + gold("red_flags_unseen2")
URDU = [text for flag, writing, text in OWN if flag != "-" and writing == "ur"]
LATIN = [text for flag, writing, text in OWN if flag != "-" and writing != "ur"]
ARABIC = str.maketrans("یکھ", "يكه")


@pytest.mark.parametrize(("flag", "text"), [(row[0], row[2]) for row in ALL if row[0] != "-"])
def test_an_emergency_is_told(flag, text):
    assert flag in red_flags(text)


def test_harmless_words_stay_quiet():
    loud = [text for flag, _, text in ALL if flag == "-" and red_flags(text)]
    assert len(loud) <= 1, loud


def test_the_gold_has_every_flag_in_every_writing():
    told = {(flag, writing) for flag, writing, _ in OWN}
    assert told == {
        (flag, writing) for flag in (*CATEGORIES, "-") for writing in ("ur", "roman", "en")
    }


@given(st.sampled_from(URDU), st.data())
def test_diacritics_change_nothing(text, data):
    marks = st.sampled_from(["", "", "", "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"])
    parts = [sign + data.draw(marks) if "ء" <= sign <= "ے" else sign for sign in text]
    assert red_flags("".join(parts)) == red_flags(text)


@pytest.mark.parametrize("text", URDU)
def test_arabic_letters_change_nothing(text):
    assert red_flags(text.translate(ARABIC)) == red_flags(text)


@given(st.sampled_from(URDU), st.data())
def test_joiners_and_tatweel_change_nothing(text, data):
    joined = [data.draw(st.sampled_from([" ", "\u200c", " \u200c", "  "])) for _ in text.split()]
    told = "".join(word + sign for word, sign in zip(text.split(), joined, strict=True))
    assert red_flags(told) == red_flags(text)


@pytest.mark.parametrize("text", URDU)
def test_a_word_that_goes_on_after_a_last_letter_is_two(text):
    glued = re.sub("(?<=[ےں]) (?=[^\\W\\d])", "", text)
    assert red_flags(glued) == red_flags(text)


@given(st.sampled_from(LATIN), st.data())
def test_case_changes_nothing(text, data):
    upper = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    told = "".join(sign.upper() if up else sign for sign, up in zip(text, upper, strict=True))
    assert red_flags(told) == red_flags(text)


@pytest.mark.parametrize(
    "spellings",
    [
        ["خودکشی کرنا", "خود کشی کرنا", "خود\u200cکشی کرنا", "خُودکُشی کرنا"],
        ["زہر پی لیا", "ذہر پی لیا", "زھر پی لیا", "زَہر پی لیا"],
        ["seenay mein dard", "sine me drd", "SEENE MAIN DARD", "seeney men dard", "sīne meṅ dard"],
        ["sans nahi a rahi", "saans nahin aa rahi", "saans nai aarahi", "sans nhi arahi"],
        ["zeher pi lia", "zehr pee liya", "zahar pi liya", "zaher pilia"],
        ["khudkushi", "khud kushi", "khud-kashi", "KhudKushi", "khoodkushi"],
        ["can't breathe", "cant breathe", "can’t breathe", "cannot breathe", "CAN'T BREATHE"],
        ["چیسٹ میں pain", "chest میں درد", "chest mein dard", "سینے mein pain"],
    ],
)
def test_spellings_of_one_text_tell_one_thing(spellings):
    first, *others = [red_flags(text) for text in spellings]
    assert first
    assert others == [first] * len(others)


def test_the_most_pressing_comes_first():
    told = red_flags("My husband beats me and I want to die, I took poison, I can't breathe")
    assert told == ("breathing", "poisoning", "self_harm", "violence")


@pytest.mark.parametrize("text", ["کہا کہ زہر ہے", "us ne kaha zeher hai"])
def test_said_is_not_ate(text):
    assert red_flags(text) == ()


def test_denied_and_past_is_told_all_the_same():
    assert "chest_pain" in red_flags("سینے میں درد نہیں ہے، کل تھا")
    assert "self_harm" in red_flags("I am not suicidal any more")


def test_words_far_apart_are_no_phrase():
    assert red_flags("سینے" + " اور" * 40 + " درد") == ()


def test_what_stands_at_the_end_of_a_long_text_is_read():
    assert red_flags("آج " * 1200 + "سانس نہیں آ رہا") == ("breathing",)


@given(st.text())
def test_any_text_is_safe(text):
    told = red_flags(text)
    assert [CATEGORIES.index(flag) for flag in told] == sorted(map(CATEGORIES.index, told))


@pytest.mark.parametrize(
    "text",
    ["", "\ud800", "\x00", "ﷺ" * 4000, "ے" * 4000, "a" * 4000, "سینہ درد " * 600, "خود " * 1300,
     "\u064e" * 4000, "۔" * 4000, "aaoon " * 700, "0" * 4000, "🆘" * 4000, "سانس " * 100_000,
     "a" * 2000 + "o" * 1999 + "x"],
)  # fmt: skip
def test_no_text_is_slow(text):
    red_flags("سینہ")
    assert cpu_seconds(lambda: red_flags(text)) < 0.2


@pytest.mark.parametrize("language", ["ur", "en"])
def test_every_flag_has_words_that_send_to_the_telephone(language):
    for flag in CATEGORIES:
        words = card((flag,), language)
        assert ("Call the number" in words or "call the number" in words) == (language == "en")
        assert ("فون کیجیے" in words or "بات کیجیے" in words) == (language == "ur")


def test_a_card_speaks_of_the_most_pressing():
    assert card(("violence", "breathing"), "en") == card(("breathing",), "en")
    assert card((), "ur") == ""
    with pytest.raises(ValueError, match="no such red flag"):
        card(("hunger",), "en")
