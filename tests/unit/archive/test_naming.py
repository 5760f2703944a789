"""A thread's first name: words that its headlines share, as a headline has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.naming import proposed_name


@pytest.mark.parametrize(
    ("headlines", "name"),
    [
        (
            [
                "شمالی کوریا کا نیا میزائل تجربہ، جاپان کا احتجاج",
                "روس اور شمالی کوریا میں نیا معاہدہ",
                "سلامتی کونسل میں شمالی کوریا پر بحث",
            ],
            "شمالی کوریا",
        ),
        (
            [
                "سوات کے دریا میں سیلاب سے پل بہہ گیا",
                "سوات کے دریا میں سیلاب کی سطح کم ہونے لگی",
                "سوات کے دریا میں سیلاب: خیمہ بستی قائم",
            ],
            "سوات کے دریا میں سیلاب",
        ),
        (["پہلی سرخی", "دوسرا عنوان", "تیسرا معاملہ"], "پہلی سرخی"),
        (["COP30 کا آغاز", "بیلیم میں COP30 جاری", "COP30 بے نتیجہ ختم"], "COP30"),
    ],
)
def test_the_name_is_what_headlines_share(headlines: list[str], name: str) -> None:
    assert proposed_name(headlines) == name


def test_a_name_runs_over_no_mark() -> None:
    headlines = ["کوئٹہ: پانی کا بحران", "کوئٹہ: پانی کی تقسیم", "کوئٹہ: پانی پر اجلاس"]
    name = proposed_name(headlines)
    assert name in {"کوئٹہ", "پانی"}


def test_there_is_no_name_without_a_headline() -> None:
    with pytest.raises(ValueError, match="headline"):
        proposed_name([])


@given(st.lists(st.text(alphabet="سیلاب پل کا ،:1aA", min_size=1, max_size=60), min_size=1))
def test_a_name_is_a_piece_of_a_headline(headlines: list[str]) -> None:
    name = proposed_name(headlines)
    assert any(name in headline for headline in headlines)
    assert len(name) <= 120
