import pytest

from roznama.wire.reading.also_read import split_cues
from roznama.wire.reading.chrome import is_chrome
from roznama.wire.reading.letters import LINK_CLOSE, LINK_OPEN
from roznama.wire.reading.lines import Line, plain_lines
from roznama.wire.reading.urdu_stage import story_lines

TITLE = "شمالی پہاڑوں میں برفباری کا نیا سلسلہ"
PARAGRAPH = "محکمے کے ترجمان نے کہا کہ سڑکیں صاف کرنے کے لیے مشینیں بھیج دی گئی ہیں۔"


def link(text: str) -> str:
    return f"{LINK_OPEN}{text}{LINK_CLOSE}"


def read(text: str) -> list[tuple[str, bool]]:
    return [(line.text, line.also) for line in story_lines(plain_lines(text))]


@pytest.mark.parametrize(
    "line",
    [
        f"یہ بھی پڑھیں: {TITLE}",
        f"یہ بھی پڑھیے: {TITLE}",
        f"یہ بھی پڑھئے ۔ {TITLE}",
        f"یہ بھی پڑھیئے - {TITLE}",
        f"یہ بھی جانیے: {TITLE}",
        f"مزید پڑھیں:{TITLE}",
        f"مزید دیکھیں | {TITLE}",
        f"یہ بھی دیکھیں {TITLE}",
        f"متعلقہ خبریں: {TITLE}",
        f"(یہ بھی پڑھیں: {TITLE})",
        f"► یہ بھی پڑھیں >> {TITLE}",
        f"Also Read: {TITLE}",
        f"يہ بهي پڑهيں: {TITLE}",  # typed on an Arabic keyboard
        f"یہ\u00a0بھی\u200f پڑھیں\u200b: {TITLE}",
        f"یہ بھی پڑھی\u0654ے: {TITLE}",  # hamza as a mark of its own
        f"یہ بھی پڑھیں\n{TITLE}",
        f"مزید پڑھیں:\n\n{TITLE}",
    ],
)
def test_title_after_cue_is_kept_bare(line: str) -> None:
    assert read(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}") == [
        (PARAGRAPH, False),
        (TITLE, True),
        (PARAGRAPH, False),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "استاد نے بچوں سے کہا کہ یہ بھی پڑھیں اور وہ بھی، پھر امتحان کی تیاری کریں۔",
        "”یہ بھی پڑھیں: زندگی خوبصورت ہے“ اس کتاب کا نام ہے جو پچھلے سال بہت بکی۔",
        "مزید پڑھیں تو معلوم ہوگا کہ اس زمانے میں شہر کی آبادی صرف چند ہزار تھی۔",
        "اسی بارے میں وزیر خزانہ نے پارلیمان کو بتایا کہ نیا بجٹ جون میں پیش ہو گا۔",
        "متعلقہ خبریں جمع کرنے والے ادارے نے اپنی رپورٹ کل رات عدالت میں جمع کرا دی۔",
        "ادارے نے کہا کہ اس کا واٹس ایپ چینل اب تک دس لاکھ لوگ فالو کر چکے ہیں۔",
        "ماہرین کے مطابق اکثر ویب سائٹس صارف کو بتائے بغیر کوکیز استعمال کرتی ہیں۔",
        "اخبار نے اشتہارات کی آمدنی میں کمی کے بعد صفحات کم کرنے کا اعلان کیا ہے۔",
        "اس تصویر میں کھلاڑی کو اپنی والدہ کے ساتھ میدان میں دیکھا جا سکتا ہے۔",
        "فیس بک اور ٹوئٹر پر صارفین نے اس خبر کو بڑی تعداد میں شیئر کیا ہے۔",
        f"مزید پڑھیں: {TITLE} {PARAGRAPH}",  # a title glued to a paragraph: better kept than lost
    ],
)
def test_sentence_that_only_mentions_a_cue_stays(line: str) -> None:
    assert read(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}")[1] == (line, False)


@pytest.mark.parametrize(
    "line",
    [
        "اشتہار",
        "Advertisement",
        "اس خبر کو شیئر کریں",
        "شئیر کریں فیس بک ٹوئٹر واٹس ایپ",
        "Share this: Facebook Twitter WhatsApp",
        "ہمارا واٹس ایپ چینل جوائن کریں",
        "تازہ ترین اپ ڈیٹس کے لیے ہمیں گوگل نیوز پر فالو کریں",
        "ہمارے نیوز لیٹر کو سبسکرائب کریں",
        "یہ ویب سائٹ کوکیز استعمال کرتی ہے۔",
        "جملہ حقوق بحق ہمارا اخبار محفوظ ہیں",
        "© 2031 ہمارا اخبار",
        "Send us a message. We will reply soon!",
        "ہم آپ کی کیا مدد کر سکتے ہیں؟",
        "اپنا سوال یہاں لکھیں",
        "فائل فوٹو",
        "فوٹو: ہمارا نمائندہ",
        "پل کے افتتاح کا منظر — فوٹو: ہمارا اخبار",
        "مواد کا اختتام",
        "* * *",
    ],
)
def test_furniture_lines_go(line: str) -> None:
    assert is_chrome(line)
    assert read(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}") == [(PARAGRAPH, False)] * 2


def test_cue_at_a_paragraphs_end_is_split_off() -> None:
    assert read(f"{PARAGRAPH} مزید پڑھیں: {TITLE}") == [(PARAGRAPH, False), (TITLE, True)]


def test_invitation_at_a_paragraphs_end_is_taken_off() -> None:
    assert read(f"{PARAGRAPH} تازہ خبروں کے لیے ہمارا واٹس ایپ چینل فالو کریں۔") == [
        (PARAGRAPH, False)
    ]


def test_link_after_a_cue_is_a_title_even_inside_a_paragraph() -> None:
    line = Line(f"{PARAGRAPH} یہ بھی پڑھیں: {link(TITLE)} {PARAGRAPH}")
    parts = [(part.text.strip(), part.also) for part in split_cues([line])]
    assert parts == [(PARAGRAPH, False), (TITLE, True), (PARAGRAPH, False)]


def test_link_in_a_sentence_stays() -> None:
    line = Line(f"انہوں نے کہا کہ سب لوگ یہ بھی پڑھیں {link('نیا قانون')} اور پھر رائے دیں۔")
    assert split_cues([line]) == [line]


def test_list_under_a_cue_is_all_titles() -> None:
    titles = [f"{TITLE} {number}" for number in "ابج"]
    text = f"{PARAGRAPH}\n\nیہ بھی پڑھیے\n\n" + "\n\n".join(titles) + "\n\nمواد کا اختتام"
    assert read(f"{text}\n\n{PARAGRAPH}")[1:-1] == [(title, True) for title in titles]


def test_subhead_after_a_cued_title_is_no_title() -> None:
    assert read(f"{PARAGRAPH}\n\nمزید پڑھیں\n\n{TITLE}\n\nنئی مشینیں\n\n{PARAGRAPH}")[1:3] == [
        (TITLE, True),
        ("نئی مشینیں", False),
    ]


@pytest.mark.parametrize("marker", ["Related Articles", "مزید خبریں", "سب سے زیادہ پڑھی جانے والی"])
def test_everything_goes_after_an_end_marker(marker: str) -> None:
    text = "\n\n".join([PARAGRAPH] * 4 + [marker, TITLE, "Online", "10:15", TITLE])
    assert read(text) == [(PARAGRAPH, False)] * 4


def test_comments_go_whatever_they_say() -> None:
    text = "\n\n".join([PARAGRAPH] * 3 + ["تبصرے (2)", PARAGRAPH, "بہت اچھی خبر ہے"])
    assert read(text) == [(PARAGRAPH, False)] * 3


def test_comments_under_a_heading_may_be_longer_than_the_story() -> None:
    lines = [Line(PARAGRAPH)] * 2 + [Line("تبصرے", heading=True)] + [Line(PARAGRAPH)] * 5
    assert len(story_lines(lines)) == 2


@pytest.mark.parametrize("marker", ["Related Articles", "متعلقہ خبریں", "تبصرے", "تازہ ترین"])
def test_marker_above_the_story_ends_nothing(marker: str) -> None:
    assert read("\n\n".join([PARAGRAPH, marker] + [PARAGRAPH] * 3)) == [(PARAGRAPH, False)] * 4
