"""HTML pages read whole, in layouts of our own."""

from datetime import UTC, datetime

import pytest

from roznama.wire.reading import read_page

HEADLINE = "نہر کی صفائی کے بعد کسانوں کو پانی ملنے لگا"
STORY = [
    "محکمہ آبپاشی نے دس سال بعد بڑی نہر کی صفائی مکمل کر لی ہے۔",
    "کسانوں کے مطابق آخری گاؤں تک پانی پہنچ گیا ہے اور چاول کی کاشت شروع ہو گئی ہے۔",
    "انجینئر نے بتایا کہ کناروں کو پکا کرنے کا کام اگلے سال ہوگا۔ اس پر خرچ کم آئے گا۔",
    "مقامی تنظیم نے مطالبہ کیا کہ صفائی ہر سال کی جائے۔",
]
ALSO = "شہر میں درخت لگانے کی مہم شروع"
OTHERS = [
    "کتابوں کے میلے میں رش",
    "نئی بسیں سڑکوں پر",
    "ہسپتال میں نیا شعبہ",
    "آم کی برآمد بڑھ گئی",
]

FULL = f"""<html><head><title>{HEADLINE} - اخبار</title>
<meta property="article:published_time" content="2031-03-12T09:30:00+00:00">
<link rel="canonical" href="https://example.org/story/7">
<script>var words = "یہ اسکرپٹ کا متن ہے۔";</script>
<style>p {{ color: red }}</style></head>
<body onload="alert('نقصان')"><h1>ہمارا اخبار</h1>
<h2>{HEADLINE}</h2><h3>پانی آخری گاؤں تک پہنچا</h3>
<p onclick="steal('چوری')">
نورپور (نمائندہ خصوصی) {STORY[0]}</p>
<script>document.write('لکھائی')</script>
<h3>کاشت شروع</h3><p>{STORY[1]}</p><p><strong>اگلا مرحلہ</strong></p><p>{STORY[2]}</p>
<div><strong>یہ بھی پڑھیے</strong><ul>
<li><a href="/1">{ALSO}</a></li>
<li><a href="/2">{OTHERS[0]}</a></li></ul><p>مواد کا اختتام</p></div>
<p><b>{STORY[3]}</b></p></body></html>"""


def test_every_part_of_a_page_is_read() -> None:
    story = read_page(FULL.encode())
    assert story.headline == HEADLINE
    assert story.deck == "پانی آخری گاؤں تک پہنچا"
    assert (story.dateline_city, story.dateline_credit) == ("نورپور", "نمائندہ خصوصی")
    assert story.published == datetime(2031, 3, 12, 9, 30, tzinfo=UTC)
    assert story.source_url == "https://example.org/story/7"
    assert story.blocks == (
        ("paragraph", STORY[0]),
        ("subhead", "کاشت شروع"),
        ("paragraph", STORY[1]),
        ("subhead", "اگلا مرحلہ"),
        ("paragraph", STORY[2]),
        ("also_read", ALSO),
        ("also_read", OTHERS[0]),
        ("paragraph", STORY[3]),
    )


def test_no_script_or_handler_reaches_the_story() -> None:
    text = repr(read_page(FULL.encode()))
    assert not [word for word in ("اسکرپٹ", "نقصان", "چوری", "لکھائی", "color") if word in text]


def test_markup_is_not_read_out_of_escaped_text() -> None:
    page = FULL.replace("آخری گاؤں تک پانی", "&lt;b onload=x&gt;آخری&lt;/b&gt; گاؤں &amp;amp; پانی")
    assert "<b onload=x>آخری</b> گاؤں &amp; پانی" in read_page(page.encode()).blocks[2][1]


def test_each_layout_gives_the_story_and_only_it(skeleton) -> None:
    story = read_page(skeleton(HEADLINE, STORY, ALSO, OTHERS).encode())
    assert story.headline == HEADLINE
    assert [text for kind, text in story.blocks if kind == "paragraph"] == STORY
    rest = [block for block in story.blocks if block[0] != "paragraph"]
    assert rest in ([("also_read", ALSO)], [])


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ('<meta itemprop="datePublished" content="2031-03-12">', datetime(2031, 3, 12)),
        (
            '<script type="application/ld+json">{"datePublished": "2031-03-12T10:00:00Z",}</script>',  # noqa: E501
            datetime(2031, 3, 12, 10, tzinfo=UTC),
        ),
        (
            '<meta name="pubdate" content="Wed, 12 Mar 2031 10:00:00 +0000">',
            datetime(2031, 3, 12, 10, tzinfo=UTC),
        ),
        ('<meta name="pubdate" content="کل شام">', None),
    ],
)
def test_date_comes_from_metadata(stated: str, expected: datetime | None) -> None:
    page = f"<html><head>{stated}</head><body><h1>{HEADLINE}</h1><p>{STORY[0]}</p></body></html>"
    assert read_page(page.encode()).published == expected


def test_a_sign_alone_in_an_element_is_kept() -> None:
    page = FULL.replace("محکمہ آبپاشی", "محکمہ <span>ﷺ</span> <b> “</b>آبپاشی<b>”</b>")
    assert read_page(page.encode()).blocks[0][1].startswith("محکمہ ﷺ “آبپاشی” نے")


def test_address_that_is_no_web_address_is_dropped() -> None:
    page = FULL.replace("https://example.org/story/7", "javascript:alert(1)")
    assert read_page(page.encode()).source_url == ""


def test_headline_of_the_title_is_freed_of_the_sites_name() -> None:
    page = f"<html><title>{HEADLINE} | ہمارا اخبار</title><body><p>{STORY[0]}</p></body></html>"
    assert read_page(page.encode()).headline == HEADLINE


def test_lead_that_repeats_the_headline_as_a_sentence_is_kept() -> None:
    page = f"<html><body><h1>{HEADLINE}</h1><p>{HEADLINE}۔</p><p>{STORY[0]}</p></body></html>"
    assert read_page(page.encode()).blocks[0] == ("paragraph", f"{HEADLINE}۔")


def test_story_that_the_extractor_takes_for_furniture_is_found_in_the_densest_box() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><body><h1>{HEADLINE}</h1><div class='comments sidebar'>{body}</div></body></html>"
    )
    paragraphs = [text for kind, text in read_page(page.encode()).blocks if kind == "paragraph"]
    assert paragraphs == STORY
