"""How the copy desk's bench counts: places, pairs, and what F1 comes of confusions."""

from __future__ import annotations

import numpy as np
import pytest
from bench_copydesk.findings import _alike, _applied, _table
from bench_copydesk.marked import Mark, Marked, Place
from bench_copydesk.matching import closeness, pairs
from train_reuse.fitting import decided, fitted, macro_f1, unseen

from roznama.copydesk import Finding

GROUPS = {"misspelling": "spelling", "spacing": "punctuation", "no_credit": "credit"}
WORD = Place("body:0", 5, 10)


def finding(rule: str, start: int, end: int, piece: str = "body:0", *suggest: str) -> Finding:
    return Finding(rule, piece, start, end, "", suggest, {}, ())


@pytest.mark.parametrize(
    ("other", "expected"),
    [((5, 10), 1), ((5, 15), 0.5), ((0, 5), 0), ((7, 8), 0.2), ((30, 40), 0)],
)
def test_closeness_is_of_the_longer_place(other: tuple[int, int], expected: float) -> None:
    assert closeness(WORD, Place("body:0", *other)) == expected
    assert closeness(WORD, Place("body:1", *other)) == 0


def test_each_is_in_one_pair_and_the_closest_come_first() -> None:
    marks = [Place("p", 0, 10), Place("p", 12, 20)]
    found = [Place("p", 8, 20), Place("p", 12, 20), Place("p", 0, 4)]
    assert pairs(marks, found, closeness) == [(marks[1], found[1]), (marks[0], found[2])]


def test_group_and_place_decide() -> None:
    alike = _alike(GROUPS)
    mark = Mark("misspelling", WORD, "", ("spacing",), (Place("deck", 0, 4),))
    assert alike(mark, finding("misspelling", 5, 10)) > alike(mark, finding("spacing", 5, 10)) > 0
    assert alike(mark, finding("misspelling", 1, 2, "deck")) > 0
    assert alike(mark, finding("misspelling", 10, 12)) == 0
    assert alike(mark, finding("no_credit", 0, 0, "")) == 0
    assert alike(Mark("no_credit", Place("", 0, 0), ""), finding("no_credit", 0, 0, "")) > 0


def test_a_table_counts_marks_findings_and_suggestions() -> None:
    marks = (Mark("misspelling", WORD, "وزارت"), Mark("spacing", Place("body:0", 20, 22), ""))
    story = Marked(
        "w", False, (("body:0", "paragraph", "روسی وزرات نے بیان دیا ہے"),), {}, marks, ()
    )
    found = [finding("misspelling", 5, 10, "body:0", "وزارت"), finding("misspelling", 14, 16)]
    rows = {row[0]: row[1:] for row in _table("", [(story, found)], GROUPS).rows}
    assert rows["spelling"] == ("1", "2", "1", "0.500", "1.000", "1 of 1")
    assert rows["punctuation"] == ("1", "0", "0", "-", "0.000", "-")
    assert _applied(story, WORD, "وزارت") == ("body:0", "روسی وزارت نے بیان دیا ہے")


def test_macro_f1_weighs_each_kind_the_same() -> None:
    assert macro_f1(np.diag([50.0, 1.0, 5.0])) == 1
    assert macro_f1(np.array([[10.0, 0.0], [10.0, 0.0]])) == pytest.approx(1 / 3)


def test_what_can_be_told_apart_is_learned() -> None:
    chance = np.random.default_rng(1)
    kinds = np.repeat([0, 1, 2], [60, 30, 30])
    measures = np.c_[kinds + chance.normal(0, 0.1, 120), chance.normal(0, 1, 120)]
    assert (decided(measures, fitted(measures, kinds, 3)) == kinds).all()
    assert macro_f1(next(unseen(measures, kinds, 3))) > 0.95
    blind = next(unseen(chance.normal(0, 1, (120, 2)), kinds, 3))
    assert macro_f1(blind) < 0.6
