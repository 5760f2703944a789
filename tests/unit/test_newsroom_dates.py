"""How long ago something was, in one unit, in both languages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now
from django.utils.translation import override

from roznama.newsroom.templatetags.newsroom_dates import since


@pytest.mark.parametrize(
    ("ago", "urdu", "english"),
    [
        (timedelta(seconds=20), "ابھی ابھی", "Just now"),
        (timedelta(minutes=5, seconds=30), "5 منٹ پہلے", "5 minutes ago"),
        (timedelta(hours=14, minutes=1), "14 گھنٹے پہلے", "14 hours ago"),
        (timedelta(days=16, hours=3), "2 ہفتے پہلے", "2 weeks ago"),
    ],
)
def test_a_time_is_told_in_its_largest_unit(ago: timedelta, urdu: str, english: str) -> None:
    told = {}
    for language in ("ur", "en"):
        with override(language):
            told[language] = since(now() - ago).replace("\xa0", " ")
    assert told == {"ur": urdu, "en": english}


def test_a_day_is_told_too() -> None:
    with override("ur"):
        assert since(localdate() - timedelta(days=2)).replace("\xa0", " ").endswith("پہلے")
