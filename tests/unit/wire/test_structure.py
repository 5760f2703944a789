import pytest

from roznama.wire.reading import read_page
from roznama.wire.reading.dateline import take_dateline
from roznama.wire.reading.lines import Line
from roznama.wire.reading.structure import structure

REST = "حکومت نے نئے اسکول کھولنے کا فیصلہ کیا ہے۔"
PARAGRAPHS = [
    "وزیر تعلیم نے بتایا کہ پہلے مرحلے میں بیس اسکول دیہات میں بنائے جائیں گے۔",
    "ان کا کہنا تھا کہ اساتذہ کی بھرتی اگلے مہینے شروع ہو جائے گی۔",
]


@pytest.mark.parametrize(
    ("text", "city", "credit"),
    [
        (f"نورپور (ہمارا اخبار آن لائن) {REST}", "نورپور", "ہمارا اخبار آن لائن"),
        (
            f"اسلام آباد (نمائندہ خصوصی، مانیٹرنگ ڈیسک) {REST}",
            "اسلام آباد",
            "نمائندہ خصوصی، مانیٹرنگ ڈیسک",
        ),
        (f"لاہور: {REST}", "لاہور", ""),
        (f"لاہور(اسٹاف رپورٹر){REST}", "لاہور", "اسٹاف رپورٹر"),
        (f"کراچی — {REST}", "کراچی", ""),
        (f"پشاور - {REST}", "پشاور", ""),
        (f"كراچي (اے ایف پی): {REST}", "كراچي", "اے ایف پی"),
        (f"اسلام آباد۔ 12 مارچ (اے پی پی): {REST}", "اسلام آباد", "اے پی پی"),
        (f"لاہور/کراچی (نیوز ایجنسیاں) {REST}", "لاہور/کراچی", "نیوز ایجنسیاں"),
        (f"(ویب ڈیسک) {REST}", "", "ویب ڈیسک"),
    ],
)
def test_dateline_is_taken_apart(text: str, city: str, credit: str) -> None:
    assert take_dateline(text) == (city, credit, REST)


@pytest.mark.parametrize(
    "text",
    [
        "متحدہ عرب امارات (یو اے ای) جانے والے مسافروں کے لیے نئی شرط لگا دی گئی ہے۔",
        "سرکاری ادارہ (خبر رساں ایجنسی) کے سربراہ نے استعفیٰ دے دیا ہے۔",
        "سوال: آپ نے لکھنا کب شروع کیا اور پہلی کہانی کون سی تھی؟",
        "لاہور میں بارش ہوئی (جس کی پیش گوئی کی گئی تھی) اور گرمی کم ہو گئی۔",
        "کرکٹ بورڈ (پی سی بی) نے نئے کپتان کا اعلان کر دیا ہے۔",
        "لاہور: اگلا صفحہ",
    ],
)
def test_ordinary_sentence_is_no_dateline(text: str) -> None:
    assert take_dateline(text) == ("", "", text)


def test_short_lines_between_paragraphs_are_subheads() -> None:
    text = "\n\n".join(["نئے اسکولوں کا اعلان", PARAGRAPHS[0], "اساتذہ کی بھرتی", PARAGRAPHS[1]])
    story = read_page(text.encode())
    assert (story.headline, story.deck) == ("نئے اسکولوں کا اعلان", "")
    assert [kind for kind, _ in story.blocks] == ["paragraph", "subhead", "paragraph"]


def test_last_short_line_is_kept_as_a_paragraph() -> None:
    story = read_page("\n\n".join(["نئے اسکولوں کا اعلان", PARAGRAPHS[0], "جاری ہے"]).encode())
    assert story.blocks[-1] == ("paragraph", "جاری ہے")


def test_byline_above_the_story_is_dropped() -> None:
    lines = ["نئے اسکولوں کا اعلان", "ویب ڈیسک", "اپ ڈیٹ 12 مارچ 2031", *PARAGRAPHS]
    story = read_page("\n\n".join(lines).encode())
    assert story.blocks == tuple(("paragraph", text) for text in PARAGRAPHS)


def test_marked_headings_are_subheads_and_the_first_is_the_deck() -> None:
    lines = [
        Line("دوسری سرخی", heading=True),
        Line(PARAGRAPHS[0]),
        Line("ذیلی سرخی", heading=True),
        Line("مختصر سطر"),
        Line(PARAGRAPHS[1]),
        Line("خالی سرخی", heading=True),
    ]
    parts = structure(lines, marked=True)
    assert parts.deck == "دوسری سرخی"
    assert [kind for kind, _ in parts.blocks] == ["paragraph", "subhead", "paragraph", "paragraph"]
