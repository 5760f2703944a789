"""What holds for every text: places, pieces, suggestions, time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roznama.copydesk import HouseList, Kind, Piece, Story, check
from tests.cpu import cpu_seconds

from .texts import applied, house, story

BITS = (
    "صدر نے کے کی گی کیا وزرات لاوروف لاوروگ سر گئی سرگئی كراچي 12 ۱۲ فیصد ہلاک government گورنمنٹ "
    'پیر 24 نومبر 2026 انڈیا https://x.pk/?a,b ( ) “ ’ " ۔ ، , ? ؟ ! - … 😀 ﷺ ﻻ ا\u0653 آ ئ \u0654'
)
WORDS = BITS.split(" ")
WORDS += ["\n", " ", "  ", "\u200c", "\u200f", "\u202b", "\ufffc", "\ud800", "\x00", "کیا گی"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(WORDS), max_size=30
).map("".join)
STORY = st.lists(st.tuples(st.sampled_from(Kind), TEXT | st.text(max_size=30)), max_size=6).map(
    lambda parts: Story(tuple(Piece(f"k{at}", *part) for at, part in enumerate(parts)))
)
HOUSE = house(
    ("name", "سرگئی لاوروف", ""), ("word", "انڈیا", "بھارت"), ("title", "صدر", "صدر مملکت"),
    ("banned", "ہلاک", ""), ("accepted", "گورنمنٹ", ""),
)  # fmt: skip


@given(STORY, st.sampled_from([HouseList(), HOUSE]))
@settings(max_examples=60, deadline=None)
def test_places_are_right(one, rules):
    texts = {piece.key: piece.text for piece in one.pieces}
    for finding in check(one, rules):
        for place in (finding, *finding.other):
            if place.piece:
                assert place.text == texts[place.piece][place.start : place.end] != ""
            else:
                assert (place.start, place.end, place.text) == (0, 0, "")
        assert finding.text not in finding.suggestions


@given(STORY)
@settings(max_examples=60, deadline=None)
def test_suggestions_remove_what_they_are_for(one):
    for finding in check(one, HOUSE):
        if finding.suggestions:
            after = check(applied(one, finding), HOUSE, rules=[finding.rule])
            same = (finding.piece, finding.start, finding.text)
            assert same not in [(left.piece, left.start, left.text) for left in after]


@pytest.mark.parametrize(
    "unit",
    [
        "لاوروف ",
        "ا",
        "۔",
        '" ',
        "( ",
        "۱ 2 ",
        "12 جون ",
        "ہے - ",
        "کے لیے ",
        "x, ",
        "کیا گی ",
        "\n",
    ],
)
def test_time_goes_with_the_length(unit):
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        return cpu_seconds(lambda: check(story(text)))

    cost(1000)
    # Ten times the text: ten times the time, and a hundred times where it goes with the square.
    assert cost(40_000) < 40 * max(cost(4_000), 0.02)


def test_odd_stories():
    assert check(Story(())) == []
    assert [one.rule for one in check(Story((Piece("a", Kind.PARAGRAPH, ""),)))] == []
    mixed = "\u202bصدر said \u200f“hello” اور\u2069 \ufffc https://x.pk گئے۔"
    check(story(mixed, (Kind.QUOTE, "\ufffc"), (Kind.FACTS, "الف\nب")))
