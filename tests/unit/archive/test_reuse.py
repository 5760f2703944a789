"""What of a text was taken from another one, and where it stands in both."""

from __future__ import annotations

import doctest
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.reuse import Kind, compare
from roznama.archive.reuse.marking import side_by_side
from tests.cpu import cpu_seconds
from tests.reused import AGENCY, AGENCY_LINES, OTHER, OTHER_LINES


def test_a_copy_is_wholly_derived_and_covered() -> None:
    found = compare(AGENCY, AGENCY)
    assert found.kind == Kind.WHOLLY
    assert found.share == 1
    assert [(one.start, one.end) for one in found.passages] == [(0, len(AGENCY) - 1)]


def test_another_matter_is_not_derived() -> None:
    found = compare(OTHER, AGENCY)
    assert (found.kind, found.share, found.passages) == (Kind.NOT, 0, ())


def test_half_of_each_is_partly_derived() -> None:
    found = compare(AGENCY_LINES[0] + "\n" + OTHER_LINES[0], AGENCY)
    assert found.kind == Kind.PARTLY
    assert 0.4 < found.share < 0.6


@pytest.mark.parametrize(
    ("written", "instead"),
    [("ی", "ي"), ("ک", "ك"), ("آ", "ا\u0653"), ("بارش", "بارِش"), ("ہوئی", "ھوئی"), (" ", "  ")],
)
def test_ways_of_writing_do_not_matter(written: str, instead: str) -> None:
    assert written in AGENCY
    found = compare(AGENCY.replace(written, instead), AGENCY)
    assert found.kind == Kind.WHOLLY
    assert found.share > 0.9


def test_another_order_of_sentences_does_not_matter() -> None:
    sentences = [part.strip() + "۔" for part in AGENCY.replace("\n", " ").split("۔") if part]
    found = compare(" ".join(reversed(sentences)), AGENCY)
    assert found.kind == Kind.WHOLLY
    assert found.share > 0.9
    assert [one.other_start for one in found.passages] == sorted(
        (one.other_start for one in found.passages), reverse=True
    )


def test_small_edits_do_not_break_a_passage() -> None:
    edited = AGENCY.replace("منگل کی صبح", "بدھ کی صبح").replace("کئی محلوں", "بہت سے محلوں")
    found = compare(edited, AGENCY)
    assert found.kind == Kind.WHOLLY
    assert len(found.passages) == 1
    assert 0.8 < found.share < 1


def test_places_are_those_of_the_texts_as_they_are() -> None:
    lead = "ہمارے نامہ نگار کے مطابق "
    story = lead + AGENCY.replace("ی", "ي") + "\n" + OTHER
    (one,) = compare(story, AGENCY).passages
    assert story[one.start : one.end].startswith("کراچ")
    assert story[one.start : one.end].replace("ي", "ی") == AGENCY[one.other_start : one.other_end]


def test_a_turn_of_phrase_is_no_passage() -> None:
    one = "تفصیلات کے مطابق وزیر اعلیٰ نے کہا ہے کہ سڑک اگلے ماہ کھول دی جائے گی۔"
    other = "تفصیلات کے مطابق پولیس نے دو ملزمان کو حراست میں لیا اور کہا ہے کہ تفتیش ہو گی۔"
    assert compare(one, other).passages == ()


def test_what_stands_once_in_the_other_counts_once() -> None:
    found = compare(AGENCY + "\n" + AGENCY, AGENCY)
    assert found.share == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("empty", ["", " ", "۔؟!", "کے لیے کا کی", "\u200f\u200e"])
def test_nothing_is_made_of_nothing(empty: str) -> None:
    for one, other in ((empty, AGENCY), (AGENCY, empty), (empty, empty)):
        assert compare(one, other).kind == Kind.NOT


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_texts_give_places_inside_them(one: str, other: str) -> None:
    found = compare(one + AGENCY[:150] + other, other + AGENCY)
    story, source = one + AGENCY[:150] + other, other + AGENCY
    assert 0 <= found.share <= 1
    end = 0
    for passage in found.passages:
        assert end <= passage.start < passage.end <= len(story)
        assert 0 <= passage.other_start < passage.other_end <= len(source)
        end = passage.end


def test_the_time_grows_with_the_length() -> None:
    chance = random.Random(1)
    words = AGENCY.split() + OTHER.split()

    def taken(count: int) -> float:
        text = " ".join(chance.choice(words) for _ in range(count))
        turned, same = text + " ".join(reversed(text.split())), "بارش ہوئی تیز " * (count // 3)
        return cpu_seconds(lambda: (compare(text, turned), compare(same, same)))

    taken(100)
    assert taken(16_000) < 40 * max(taken(1600), 0.02)


def test_marks_stand_in_both_texts_with_one_number() -> None:
    story = OTHER_LINES[0] + "\n" + AGENCY
    passages = compare(story, AGENCY).passages
    ours, theirs = side_by_side(story, AGENCY, passages)
    assert ["".join(piece.text for piece in line) for line in ours] == story.split("\n")
    assert ["".join(piece.text for piece in line) for line in theirs] == AGENCY.split("\n")
    for side in (ours, theirs):
        firsts = [piece.number for line in side for piece in line if piece.is_first]
        assert sorted(firsts) == list(range(1, len(passages) + 1))
    assert all(piece.number == 0 for piece in ours[0])


def test_the_examples_of_its_page_do_what_it_says() -> None:
    page = Path(__file__).parents[3] / "docs" / "reuse.md"
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8") == (0, 7)
