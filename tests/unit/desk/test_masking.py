"""What tells who somebody is goes out of a text; what the story is about stays."""

from __future__ import annotations

import pytest

from roznama.desk.staff.masking import masked, names_in


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("فون 0300-1234567 پر بات کریں", "1234567"),
        ("میرا نمبر ۰۳۰۰ ۱۲۳۴۵۶۷ ہے", "۱۲۳۴۵۶۷"),
        ("+92 (300) 1234567", "1234567"),
        ("شناختی کارڈ 35202-1234567-1", "35202"),
        ("aslam.khan@example.com پر لکھیں", "aslam"),
        ("https://facebook.com/aslam.khan دیکھیں", "aslam"),
        ("@aslam_khan پر پیغام", "aslam"),
        ("میرا نام اسلم خان ہے", "اسلم"),
        ("میرا نام: اسلم خان", "خان"),
        ("mera naam Aslam Khan hai", "Aslam"),
        ("My name is Aslam Khan.", "Khan"),
        ("میں مکان نمبر 12 گلی 5 میں رہتا ہوں", "12"),
        ("ہم محلہ شاہ فیصل میں رہتے ہیں", "فیصل"),
        ("House 7 Street 3", "7"),
    ],
)
def test_it_is_gone(text: str, gone: str) -> None:
    assert gone not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "میری عمر 45 سال ہے اور بخار 102 ہے",
        "روزانہ 500 mg، دن میں 3 بار، 2026 سے",
        "دوا کا نام کیا ہے؟",
        "بل 1,500 روپے آیا",
        "",
    ],
)
def test_it_stays(text: str) -> None:
    assert masked(text) == text


def test_a_name_known_from_elsewhere_goes_in_every_spelling() -> None:
    told = masked("كاشف صاحب کو بتائیں، کاشف!", ["کاشف رضا"])
    assert "کاشف" not in told
    assert "كاشف" not in told


def test_who_introduces_themselves_is_known_by_it() -> None:
    assert names_in("میرا نام اسلم خان ہے۔ بخار ہے") == ["اسلم خان"]
