"""An update as it is typed, and the rich text that it becomes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.newsroom.live.writing import LONGEST, to_html, to_text


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("پہلی سطر\n\n\nدوسری سطر", "<p>پہلی سطر</p><p>دوسری سطر</p>"),
        ("*فوری:* پل ٹوٹ گیا", "<p><b>فوری:</b> پل ٹوٹ گیا</p>"),
        ("5*3*2 اور * خالی *", "<p>5*3*2 اور * خالی *</p>"),
        (
            "دیکھیں [پی ایم ڈی](https://pmd.example/a?b=1&c=2)۔",
            '<p>دیکھیں <a href="https://pmd.example/a?b=1&amp;c=2">پی ایم ڈی</a>۔</p>',
        ),
        (
            "https://pmd.example/x. پھر",
            '<p><a href="https://pmd.example/x">https://pmd.example/x</a>. پھر</p>',
        ),
        (
            "*[رپورٹ](https://a.example/) آئی*",
            '<p><b><a href="https://a.example/">رپورٹ</a> آئی</b></p>',
        ),
        ("- ایک\n- دو\nبس", "<ul><li>ایک</li><li>دو</li></ul><p>بس</p>"),
        ("1. ایک\n۲۔ دو", "<ol><li>ایک</li><li>دو</li></ol>"),
        ("", ""),
    ],
)
def test_signs_become_rich_text(typed: str, html: str) -> None:
    assert to_html(typed) == html


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<p onclick=x>متن</p>",
        '[یہاں](javascript:alert(1)) <img src="x">',
        '[یہاں](https://a.example/"onclick="x)',
        "[\ue000](https://a.example/)\ue005",
    ],
)
def test_markup_that_is_typed_is_text(typed: str) -> None:
    html = to_html(typed)
    bare = html.replace("<p>", "").replace("</p>", "").replace("</a>", "")
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html.partition('href="')[2]
    assert bare.count("<") == bare.count('<a href="https://a.example/')


@given(st.text(max_size=200))
def test_any_text_is_read_and_typed_anew_as_the_same(typed: str) -> None:
    html = to_html(typed)
    assert to_html(to_text(html)) == html


@given(
    st.lists(
        st.sampled_from(
            ["متن", " ", "\n", "*", "- ", "1. ", "[", "](", ")", "https://a.example/b", "&", "<b>"]
        ),
        max_size=30,
    ).map("".join)
)
def test_signs_in_any_order_are_read_and_typed_anew_as_the_same(typed: str) -> None:
    html = to_html(typed)
    assert to_html(to_text(html)) == html


def test_a_text_that_never_ends_is_cut() -> None:
    assert len(to_html("م" * 2 * LONGEST)) == LONGEST + len("<p></p>")
