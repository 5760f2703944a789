"""Rich text loses its markup and none of its words."""

from __future__ import annotations

from html import unescape

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from roznama.newsroom.text import html_text

PIECES = [
    *('<p data-block-key="a1">', "</p>", "<b>", "</b>", '<a linktype="page" id="3">', "</a>"),
    *(
        '<a href="x>y">',
        "<br/>",
        "<ul>",
        "<li>",
        "<!-- a -->",
        "<",
        ">",
        '"',
        "'",
        "<3",
        "<script>",
    ),
    *("&lt;", "&amp", "&", "پانی", "کراچی ", "<textarea>", "</ p>", "<P>", '<a b"c">'),
]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p data-block-key="a1">پانی <b>اور</b> بجلی</p>', "پانی اور بجلی"),
        ("<ul><li>ایک</li><li>دو</li></ul>", "ایک دو"),
        ('<p>خبر <a href="https://paper.example/?a=1&amp;b=2">یہاں</a>۔</p>', "خبر یہاں۔"),
        ("<p>3 &lt; 5 &amp; 5 &gt; 3</p>", "3 < 5 & 5 > 3"),
        ("پہلا<br/>دوسرا", "پہلا دوسرا"),
    ],
)
def test_markup_goes_and_words_stay(html: str, text: str) -> None:
    assert html_text(html) == text


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_the_short_way_gives_what_the_parser_gives(pieces: list[str]) -> None:
    html = "".join(pieces)
    spaced = html.replace("</p>", "</p> ").replace("</li>", "</li> ").replace("<br/>", " ")
    assert html_text(html) == " ".join(unescape(strip_tags(spaced)).split())
