"""A story's page: everything an editor wrote is there, and its address lasts."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localtime, now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement
from pytest_django import DjangoCaptureOnCommitCallbacks as Committing
from wagtail.models import Page

from roznama.archive.following import Follower
from roznama.newsroom.models import ArticlePage
from tests.factories import get_section, make_author, make_image, make_story
from tests.integration import markup

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

# "Peshawar's new bus service": letters and a number, no capitals, no double hyphens.
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-[0-9]+")
# Fifty letters, a hyphen, and more numbers than a paper will ever need.
LONGEST_SLUG = 50 + 1 + 10
MOST_AUTOMATIC = 2
FLOOD = "سوات کے دریا میں سیلاب"
FLOODS = [
    f"{FLOOD} سے پل بہہ گیا",
    f"{FLOOD} کی سطح کم ہونے لگی",
    f"{FLOOD} کے بعد خیمہ بستی قائم",
    f"{FLOOD} سے فصلیں تباہ",
    f"{FLOOD} کا خطرہ ٹل گیا",
    f"{FLOOD} کی پیشگی اطلاع",
]
OTHERS = [
    "قومی ٹیم نے کرکٹ میچ جیت لیا",
    "گندم کی قیمت میں اضافہ",
    "کراچی میں کتاب میلہ شروع",
    "اسمبلی نے نیا قانون منظور کیا",
    "ڈینگی سے بچاؤ کی مہم",
    "طالب علموں نے دوربین بنائی",
    "شمسی توانائی کا منصوبہ مکمل",
]


def read(client: Client, story: ArticlePage) -> HtmlElement:
    response = client.get(story.url)
    assert response.status_code == 200
    return markup.parse(response)


def also_read(document: HtmlElement) -> list[str]:
    return document.xpath(f"{markup.by_class('also-read')}//a/@href")


def related(document: HtmlElement) -> list[str]:
    return document.xpath(f"{markup.by_class('related')}//h3//a/@href")


def test_the_head_of_a_story(client: Client) -> None:
    first, second = make_author("ندا حسن", role="مدیرہ"), make_author("ثنا اقبال")
    story = make_story(
        "سوات میں نیا پل کھل گیا",
        kicker="سوات",
        deck="پل پانچ برس میں بنا۔",
        authors=[first, second],
        city="سوات",
        credit_line="اے ایف پی",
        body=["پہلا پیرا۔", "دوسرا پیرا۔"],
        lead_image=make_image(credit="عکاس", licence="CC BY 4.0", description="پل"),
        lead_caption="پل پر پہلی گاڑی",
        lead_alt="نیا پل اور دریا",
        tags=["سوات", "تعمیر"],
    )
    document = read(client, story)
    assert markup.texts(document, "//h1") == [story.title]
    assert story.kicker in markup.texts(document, markup.by_class("kicker"))
    assert story.deck in markup.texts(document, markup.by_class("deck"))
    names = document.xpath("//a[@rel='author']")
    assert [markup.text(name) for name in names] == [first.name, second.name]
    assert [name.get("href") for name in names] == [
        f"/author/{who.slug}/" for who in (first, second)
    ]
    assert "مدیرہ" in markup.text(document)
    assert markup.texts(document, markup.by_class("place")) == ["سوات (اے ایف پی)"]
    figure = document.xpath("//figure[.//img[@alt='نیا پل اور دریا']]")[0]
    assert "پل پر پہلی گاڑی" in markup.text(figure)
    assert "عکاس" in markup.text(figure)
    assert "CC BY 4.0" in markup.text(figure)
    tags = document.xpath("//a[@rel='tag']")
    assert {markup.text(tag): client.get(tag.get("href")).status_code for tag in tags} == {
        "سوات": 200,
        "تعمیر": 200,
    }


@pytest.mark.parametrize(("minutes", "shown"), [(5, 1), (60, 2)])
def test_the_times_of_a_story(client: Client, minutes: int, shown: int) -> None:
    """A second look right after publication is no update."""
    published = now() - timedelta(days=1)
    updated = published + timedelta(minutes=minutes)
    story = make_story(published=published, updated=updated)
    times = read(client, story).xpath(f"{markup.by_class('story-meta')}//time/@datetime")
    expected = [localtime(time).isoformat(timespec="seconds") for time in (published, updated)]
    assert times == expected[:shown]


def test_sources_name_every_hand_in_order(client: Client) -> None:
    chain = ["سرکاری میڈیا", "اے ایف پی", "ڈان نیوز"]
    value = {
        "claim": "تعاون بڑھانے پر اتفاق ہوا",
        "chain": chain,
        "url": "https://agency.example/original",
        "note": "آزاد ذریعے سے تصدیق نہیں ہوئی",
    }
    document = read(client, make_story(sources=[("source", value)]))
    box = document.xpath(markup.by_class("sources"))[0]
    assert value["claim"] in markup.text(box)
    assert value["note"] in markup.text(box)
    assert markup.texts(box, ".//bdi") == chain
    assert box.xpath(".//a/@href") == [value["url"]]


def test_corrections_stand_newest_first(client: Client) -> None:
    day = timedelta(days=1)
    rows = [(now() - 3 * day, "پرانی"), (now() - day, "نئی"), (now() - 2 * day, "درمیانی")]
    story = make_story(corrections=rows, published=now() - 4 * day)
    box = read(client, story).xpath("//*[@id='corrections']")[0]
    assert [markup.text(item.xpath(".//span")[0]) for item in box.xpath(".//li")] == [
        "نئی",
        "درمیانی",
        "پرانی",
    ]
    ledger = markup.parse(client.get("/corrections/")).xpath(markup.by_class("ledger"))[0]
    assert markup.texts(ledger, ".//li/p") == ["تصحیح نئی", "تصحیح درمیانی", "تصحیح پرانی"]
    assert markup.links(ledger) == [story.url] * 3


def test_every_kind_of_block(client: Client) -> None:
    picture = {"image": make_image(description="بیان"), "caption": "تصویر کا عنوان", "alt": ""}
    other = {"image": make_image(), "caption": "دوسری تصویر", "alt": "متبادل متن"}
    blocks = [
        ("paragraph", '<p>پہلا <b>اہم</b> <a href="https://example.com/">حوالہ</a></p>'),
        ("subhead", "ذیلی سرخی"),
        ("subhead", "ذیلی سرخی"),
        ("quote", {"text": "ہم تیار ہیں", "speaker": "ڈاکٹر سلیم"}),
        ("image", picture),
        ("gallery", [picture, other]),
        ("fact_box", {"title": "اعداد و شمار", "text": "<ul><li>دس پل</li></ul>"}),
        ("paragraph", "<ul><li>ایک</li><li>دو</li></ul>"),
    ]
    body = read(client, make_story(body=blocks)).xpath(markup.by_class("story-body"))[0]
    assert body.xpath(".//b[text()='اہم']")
    assert body.xpath(".//a[@href='https://example.com/']")
    heads = body.xpath(".//h2")
    assert [markup.text(head) for head in heads] == ["ذیلی سرخی"] * 2
    assert len({head.get("id") for head in heads}) == 2
    quote = body.xpath(".//blockquote")[0]
    assert "ہم تیار ہیں" in markup.text(quote)
    assert "ڈاکٹر سلیم" in markup.text(quote)
    assert body.xpath(".//img/@alt") == ["بیان", "بیان", "متبادل متن"]
    captions = [markup.text(caption) for caption in body.xpath(".//figcaption")]
    assert captions == ["تصویر کا عنوان", "تصویر کا عنوان", "دوسری تصویر"]
    assert [markup.text(item) for item in body.xpath(".//section//li")] == ["دس پل"]
    assert [markup.text(item) for item in body.xpath("./ul/li")] == ["ایک", "دو"]


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/"),
        ("https://t.me/somechannel/42", "https://t.me/somechannel/42?embed=1"),
        ("https://x.com/somebody/status/123", "https://platform.twitter.com/"),
        ("https://www.facebook.com/page/posts/123", "https://www.facebook.com/plugins/"),
        ("https://www.tiktok.com/@who/video/123", "https://www.tiktok.com/embed/"),
    ],
)
def test_an_embed_is_a_link_until_it_is_asked_for(client: Client, url: str, frame: str) -> None:
    story = make_story(body=[("embed", {"url": url, "title": "ویڈیو"})])
    document = read(client, story)
    link = document.xpath(f"{markup.by_class('embed')}//a")[0]
    assert link.get("href") == url
    assert link.get("data-src").startswith(frame)
    assert not document.xpath("//iframe | //video | //object")
    host = frame.split("/")[2]
    assert not [src for src in document.xpath("//@src | //link/@href") if host in src]


def test_an_embed_of_a_host_we_do_not_know_is_left_out(client: Client) -> None:
    story = make_story(body=["متن", ("embed", {"url": "https://evil.example/1", "title": ""})])
    assert b"evil.example" not in client.get(story.url).content


SLOT = ("also_read", {"story": None, "title": ""})


def make_floods() -> list[ArticlePage]:
    """Stories of one matter among stories of others."""
    for title in OTHERS:
        make_story(title, section="khel")
    return [make_story(title) for title in FLOODS]


def test_empty_slots_take_the_closest_stories_and_not_more_than_two(
    client: Client, archive: Follower
) -> None:
    close = {story.url for story in make_floods()}
    archive.follow()
    body = [FLOOD, *[SLOT] * 5, "آخری پیرا۔"]
    document = read(client, make_story(f"{FLOOD} سے نقصان", body=body))
    inside, after = also_read(document), related(document)
    assert len(inside) == MOST_AUTOMATIC
    assert after
    assert len({*inside, *after}) == len(inside) + len(after)
    assert {*inside, *after} <= close


def test_an_editors_choice_stands(client: Client, archive: Follower) -> None:
    close = make_floods()[0]
    far = make_story("بلے باز نے سنچری بنائی", section="khel")
    archive.follow()
    chosen = [("also_read", {"story": story, "title": ""}) for story in (far, close)]
    body = [chosen[0], FLOOD, SLOT, FLOOD, chosen[1]]
    document = read(client, make_story(f"{FLOOD} سے نقصان", body=body))
    inside, after = also_read(document), related(document)
    assert len(inside) == 3
    assert (inside[0], inside[-1]) == (far.url, close.url)
    assert len({*inside, *after}) == len(inside) + len(after)


def test_nothing_is_better_than_something_irrelevant(client: Client, archive: Follower) -> None:
    for title in OTHERS:
        make_story(title, section="khel")
    archive.follow()
    document = read(client, make_story(f"{FLOOD} سے نقصان", body=[FLOOD, SLOT, FLOOD]))
    assert also_read(document) == []
    assert related(document) == []


def test_neighbors_are_of_the_same_section(client: Client) -> None:
    stories = [make_story(f"خبر {n}", published=now() - timedelta(hours=9 - n)) for n in range(3)]
    make_story("کھیل کی خبر", section="khel", published=now() - timedelta(hours=8))
    document = read(client, stories[1])
    assert document.xpath("//a[@rel='prev']/@href") == [stories[0].url]
    assert document.xpath("//a[@rel='next']/@href") == [stories[2].url]


def test_markup_in_plain_fields_is_text(client: Client) -> None:
    bad = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    story = make_story(
        bad,
        kicker=bad[:60],
        deck=bad,
        city=bad[:60],
        credit_line=bad,
        body=[("subhead", bad), ("quote", {"text": bad, "speaker": bad}), "متن"],
        sources=[("source", {"claim": bad, "chain": [bad], "url": "", "note": bad})],
        corrections=[(now(), bad)],
        tags=[bad],
        authors=[make_author(bad, role=bad, bio=bad)],
        lead_image=make_image(bad, description=bad, credit=bad, licence=bad),
        lead_caption=bad,
        lead_alt=bad,
    )
    pages = ["/", "/dunya/", "/corrections/", story.url, *authors_and_tags(client, story)]
    for path in pages:
        document = markup.parse(client.get(path))
        assert not document.xpath(
            "//img[@onerror] | //script[contains(text(), 'alert(1)')][not(@type)]"
        )
        assert not document.xpath("//script[text()='alert(1)']")
        assert bad in "".join(document.itertext())


def authors_and_tags(client: Client, story: ArticlePage) -> list[str]:
    return read(client, story).xpath("//a[@rel='author' or @rel='tag']/@href")


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("پشاور میں نئی بس سروس کا آغاز", r"peshawar-.*-[0-9]+"),
        ("!!! ؟؟؟", r"khabar-[0-9]+"),
        ("COVID-19 کی نئی لہر", r"covid-19-.*-[0-9]+"),
    ],
)
def test_an_address_is_latin_with_a_number(headline: str, expected: str) -> None:
    story = make_story(headline)
    assert re.fullmatch(expected, story.slug)
    assert story.url == f"/dunya/{story.slug}/"


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(min_size=1, max_size=255),
        st.text("ابپتٹجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے ۔،", min_size=1, max_size=255),
    )
)
def test_every_headline_gives_a_good_address(headline: str) -> None:
    first, second = (ArticlePage(title=headline).new_slug() for _ in range(2))
    assert ADDRESS.fullmatch(first)
    assert len(first) <= LONGEST_SLUG
    assert first != second


def test_a_number_is_never_given_out_again(client: Client) -> None:
    story = make_story()
    url = story.url
    story.delete()
    assert make_story().url != url
    assert client.get(url).status_code == 404


def publish(page: Page, committing: Committing) -> None:
    with committing(execute=True):  # Wagtail makes redirects when a change is safe
        page.save_revision().publish()


def test_an_old_address_leads_to_the_new_one(
    client: Client, django_capture_on_commit_callbacks: Committing
) -> None:
    story = make_story()
    old = story.url
    story.slug = "a-better-address-1"
    publish(story, django_capture_on_commit_callbacks)
    assert client.get("/dunya/a-better-address-1/").status_code == 200
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/dunya/a-better-address-1/")


def test_a_story_may_move_to_another_section(client: Client) -> None:
    story = make_story()
    addresses = [story.url]
    for section in ("khel", "sehat"):
        story.move(get_section(section), pos="last-child")
        story = ArticlePage.objects.get(pk=story.pk)
        addresses.append(story.url)
    assert addresses[-1].startswith("/sehat/")
    for old in addresses[:-1]:
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, addresses[-1])
    assert client.get(addresses[-1]).status_code == 200


def test_a_renamed_section_takes_its_stories_along(
    client: Client, django_capture_on_commit_callbacks: Committing
) -> None:
    story = make_story(section="khel")
    old = story.url
    section = get_section("khel")
    section.slug = "sports"
    publish(section, django_capture_on_commit_callbacks)
    new = ArticlePage.objects.get(pk=story.pk).url
    assert client.get(new).status_code == 200
    for before, after in ((old, new), ("/khel/", "/sports/")):
        response = client.get(before)
        assert (response.status_code, response["Location"]) == (301, after)


def test_an_editor_sees_a_draft_as_readers_will(client: Client, newsroom: Client) -> None:
    author = make_author()
    story = make_story(
        "مسودہ خبر", draft=True, authors=[author], deck="خلاصہ", body=["متن", SLOT], tags=["سوات"]
    )
    path = f"/newsroom/pages/{story.pk}/view_draft/"
    response = newsroom.get(path)
    assert response.status_code == 200
    document = markup.parse(response)
    assert markup.texts(document, "//h1") == ["مسودہ خبر"]
    assert markup.texts(document, "//a[@rel='author']") == [author.name]
    assert "paper/article.html" in [template.name for template in response.templates]
    assert client.get(path).status_code == 302


def test_a_preview_shows_changes_that_readers_do_not_see_yet(
    client: Client, newsroom: Client
) -> None:
    story = make_story("شائع شدہ سرخی", body=["متن"])
    story.title = "بدلی ہوئی سرخی"
    story.save_revision()
    draft = markup.parse(newsroom.get(f"/newsroom/pages/{story.pk}/view_draft/"))
    assert markup.texts(draft, "//h1") == ["بدلی ہوئی سرخی"]
    assert markup.texts(read(client, story), "//h1") == ["شائع شدہ سرخی"]


def test_a_story_knows_its_words() -> None:
    """Lists say how long a story takes without reading its body."""
    story = make_story(body=["پانی اتر رہا ہے", ("subhead", "کیمپ بند")])
    assert story.words == 6
    story.body = [("paragraph", "<p>پانی <b>اتر</b> گیا</p>")]
    story.save_revision().publish()
    assert ArticlePage.objects.get(pk=story.pk).words == 3


def test_an_older_version_of_a_story_leads_to_the_newest(client: Client, archive: Follower) -> None:
    text = [FLOOD, "پشتے کی مرمت کا کام رات بھر جاری رہا اور بستی کے لوگ سڑک پر بیٹھے رہے۔"]
    for title in OTHERS:
        make_story(title, section="khel")
    old = make_story("پل بہہ گیا", body=text, published=now() - timedelta(hours=3))
    new = make_story("پل بہہ گیا، راستہ بند", body=text)
    archive.follow()
    shown = read(client, old).xpath(f"{markup.by_class('latest')}//a/@href")
    assert shown == [new.url]
    assert new.url not in [*also_read(read(client, old)), *related(read(client, old))]
    assert not read(client, new).xpath(markup.by_class("latest"))
    assert old.url not in related(read(client, new))
