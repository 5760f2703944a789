"""Which way signs run. Expected levels are UAX #9's for a right-to-left paragraph."""

import pytest

from roznama.paper.social.directions import levels, runs


def shown(text: str) -> str:
    """The text as it stands from left to right, each right-to-left run turned."""
    parts = runs(levels(text))
    return "".join(text[a:b] if level == 2 else text[a:b][::-1] for a, b, level in parts)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("اب", "با"),
        ("اب 12 جد", "دج 12 با"),
        ("اب ICC جد", "دج ICC با"),
        ("KSE-100 اب", "با KSE-100"),
        ("اب 1,250 ج", "ج 1,250 با"),
        ("اب 2.4% ج", "ج %2.4 با"),
        ("اب (FIFA U-17) ج", "ج )FIFA U-17( با"),
        ("COVID-19 کے", "ےک COVID-19"),
        ("12 اب", "با 12"),
        ("اب: “ج”", "”ج“ :با"),
    ],
)
def test_lines_stand_as_browsers_show_them(text, seen):
    assert shown(text) == seen


def test_marks_run_with_their_letters():
    assert levels("بچّے") == [1] * 4


def test_every_sign_has_a_level():
    text = "\u200fاب \u200eAB\u200c \u2067ج\u2069 €5 )("
    assert len(levels(text)) == len(text)
    assert levels("") == []
