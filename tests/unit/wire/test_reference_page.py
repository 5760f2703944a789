"""The page that every rule of the reading must hold on: a story mixed with furniture and a chat."""

from collections import Counter
from pathlib import Path

import pytest

from roznama.wire.reading import ReadStory, read_page

REFERENCE = Path(__file__).resolve().parents[4] / "shared" / "reference" / "page.txt"

OWN_PAGE = """نئے پل کی تعمیر سے دریا پار کے دیہات کو شہر تک آسان رسائی

دریا پر نئے پل کا افتتاح

نورپور (ہمارا اخبار آن لائن) صوبائی وزیر نے دریا پر بننے والے نئے پل کا افتتاح کر دیا ہے۔

یہ بھی پڑھیں: گندم کی خریداری کا نیا طریقہ: کسانوں کا ملا جلا ردعمل

پل کی لمبائی اور لاگت

حکام کے مطابق پل کی لمبائی دو کلومیٹر ہے اور اس پر تین سال کام ہوا۔
مقامی لوگوں کا کہنا ہے کہ پہلے انہیں کشتی کے لیے گھنٹوں انتظار کرنا پڑتا تھا۔

یہ بھی پڑھیں: کیا اس سال بھی آم کی فصل دیر سے آئے گی؟

اسکولوں تک رسائی

استاد نے کہا کہ اب بچے بارش کے دنوں میں بھی اسکول پہنچ سکیں گے۔

Related Articles

Back to top button
Helpers Team
Last active less than 9 minutes ago
Sara
Sara
Send us a message. We will reply as soon as we can!
Online
Today
10:15

اپنا پورا سوال لکھیں اور بھیج دیں۔ ہمارا نمائندہ آپ کو جلد جواب دے گا۔

Bot

We use provided personal data for support purposes only

Type a message here..."""

WIDGET_WORDS = (
    "Related",
    "Back to top",
    "Online",
    "active",
    "Bot",
    "message",
    "سوال",
    "نمائندہ آپ",
)


def kinds(story: ReadStory) -> Counter[str]:
    return Counter(kind for kind, _ in story.blocks)


def assert_no_widget(story: ReadStory) -> None:
    text = "\n".join(text for _, text in story.blocks)
    assert not [word for word in WIDGET_WORDS if word in text]


def test_own_page_of_the_same_build_is_taken_apart() -> None:
    story = read_page(OWN_PAGE.encode())
    assert story.headline == "نئے پل کی تعمیر سے دریا پار کے دیہات کو شہر تک آسان رسائی"
    assert story.deck == "دریا پر نئے پل کا افتتاح"
    assert (story.dateline_city, story.dateline_credit) == ("نورپور", "ہمارا اخبار آن لائن")
    assert story.published is None
    assert [kind for kind, _ in story.blocks] == [
        "paragraph",
        "also_read",
        "subhead",
        "paragraph",
        "paragraph",
        "also_read",
        "subhead",
        "paragraph",
    ]
    assert story.blocks[0][1].startswith("صوبائی وزیر نے")
    assert story.blocks[1][1] == "گندم کی خریداری کا نیا طریقہ: کسانوں کا ملا جلا ردعمل"
    assert_no_widget(story)


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference page is not at hand")
def test_reference_page_is_taken_apart() -> None:
    raw = REFERENCE.read_text(encoding="utf-8")
    lines = [line for line in raw.split("Related Articles")[0].splitlines() if line]
    story = read_page(raw.encode())
    assert [story.headline, story.deck] == lines[:2]
    assert lines[2].startswith(f"{story.dateline_city} ({story.dateline_credit}) ")
    assert kinds(story) == {"paragraph": 18, "subhead": 15, "also_read": 14}
    assert len(story.blocks) == len(lines) - 2
    for (kind, text), line in zip(story.blocks, lines[2:], strict=True):
        assert line.endswith(text), kind
    assert_no_widget(story)
