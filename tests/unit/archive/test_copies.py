"""Copies: one text twice, and a story that grew, are one; two stories about one matter are not."""

from __future__ import annotations

import pytest

from roznama.archive.copies import is_same_story
from roznama.archive.vectors import BODY, Vector, pack, unpack, weigh
from roznama.urdu.stemming.terms import search_terms

FLASH = "کوہستان میں تودہ گرنے سے شاہراہ قراقرم بند ہو گئی اور مسافر محفوظ رہے"
EDITED = "کوہستان میں پہاڑی تودہ گرنے سے شاہراہ قراقرم بند ہوئی، تمام مسافر محفوظ ہیں"
GROWN = FLASH + "۔ بھاری مشینری راستہ کھول رہی ہے، ضلعی انتظامیہ نے ہوٹل کھولے"
OTHER = "گلگت میں سیلاب سے متاثرہ بجلی گھر کی مرمت، شاہراہ قراقرم سے سامان پہنچا، مسافر خوش"


def vector(text: str) -> Vector:
    return unpack(pack(weigh([(BODY, search_terms(text))])))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (FLASH, FLASH, True),
        (FLASH, EDITED, True),
        (FLASH, GROWN, True),
        (FLASH, OTHER, False),
        (FLASH, GROWN + "۔ " + OTHER + " " + "کراچی لاہور پشاور کوئٹہ ملتان حیدرآباد", False),
        ("", "", False),
        (FLASH, "", False),
    ],
)
def test_which_stories_are_one(one: str, other: str, same: bool) -> None:
    assert is_same_story(vector(one), vector(other)) is same
    assert is_same_story(vector(other), vector(one)) is same
