"""The reference page goes over the desk: its slips are told, and hardly anything else is."""

from pathlib import Path

import pytest

from roznama.copydesk import Finding, Kind, Piece, Story, check

PAGE = Path(__file__).parents[4] / "shared" / "reference" / "page.txt"
OWN = """جنوبی وفد کی شمالی ہمسائے سے بات چیت
پیونگیانگ (نمائندہ خصوصی) شمالی کوریا کے رہنما کِم جونگ اُن نے مہمانوں کو خوش آمدید کہا۔
کیم جونگ اُن اور سرگئی لاوروف کی ملاقات
ایجنسی نے بتایا کہ کِم جونگ اُن نے روسی وزیر خارجہ سرگئی لاوروف سے کھانے پر بات کی۔
سرگئی لاوروف اس سے پہلے بھی پیانگ یانگ جا چکے ہیں۔ پیانگ یانگ میں ان کا استقبال ہوا۔
لاوروف نے پیانگ یانگ کی تعریف کی۔
بیان میں کہا گیا کہ سر گیا لاوروف نے میزبانوں کا شکریہ ادا کیا ہے۔
روسی وزرات خارجہ نے ملاقات کی تصویریں جاری کیں۔ وزارت نے کہا کہ کم جونگ اُن خوش تھے۔
سر گئی لاوروف کے دورے کی خبر پہلے آ چکی تھی۔
ایجنسی نے بتایا تھا کہ سرگئی لاوروگ نے فوجیوں کا شکریہ ادا کیا گی۔"""
SLIPS = {"لاوروگ", "سر گئی", "سر گیا", "پیونگیانگ", "کم", "کیم", "وزرات", "گی"}


def as_imported(text: str) -> Story:
    """The lines of a page as pieces, without those that point elsewhere and what follows."""
    lines = [
        line for line in text.split("Related Articles", maxsplit=1)[0].split("\n") if line.strip()
    ]
    lines = [line for line in lines if not line.startswith("یہ بھی پڑھیں")]
    kinds = [Kind.HEADLINE, *(_kind(line) for line in lines[1:])]
    pieces = (Piece(str(at), *part) for at, part in enumerate(zip(kinds, lines, strict=True)))
    return Story(tuple(pieces), city="پیونگیانگ", credit="ڈیلی پاکستان آن لائن")


def _kind(line: str) -> Kind:
    return Kind.PARAGRAPH if line.rstrip().endswith("۔") else Kind.SUBHEAD


def told(found: list[Finding]) -> set[str]:
    return {one.text for one in found}


@pytest.mark.parametrize("page", ["own", "reference"])
def test_slips_are_told_and_little_else(page):
    if page == "reference" and not PAGE.exists():
        pytest.skip("the page is not here")
    text = OWN if page == "own" else PAGE.read_text(encoding="utf-8")
    found = check(as_imported(text))
    assert told(found) >= SLIPS
    assert [one for one in found if one.text not in SLIPS][3:] == []


def test_each_slip_under_its_rule():
    rules = {(one.rule, one.text) for one in check(as_imported(OWN))}
    assert {("name_variant", "لاوروگ"), ("misspelling", "وزرات"), ("cut_short", "گی")} <= rules
