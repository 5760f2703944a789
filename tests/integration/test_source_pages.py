"""What readers see of sources: the box on a story's page, and each source's own page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import now
from lxml.html import HtmlElement

from roznama.changes.reads import recorded
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, Source
from roznama.newsroom.sources.merging import merge
from roznama.paper.assembly.article import article_sheet
from roznama.paper.assembly.taken import source_sheet
from tests.factories import make_story
from tests.integration import markup
from tests.integration.press_store import Press, path_of
from tests.integration.sources import claim, get_source, make_sourced
from tests.integration.test_queries import count_queries
from tests.integration.test_sitemaps import SITE, read_all

pytestmark = pytest.mark.django_db

TEXT = "وزیر نے کہا کہ پل <b>کھل</b> گیا ہے۔ لوگ خوش ہیں۔"


def read(client: Client, path: str) -> HtmlElement:
    response = client.get(path)
    assert response.status_code == 200
    return markup.parse(response)


def box(document: HtmlElement) -> HtmlElement:
    (found,) = document.xpath("//aside[@id='sources']")
    return found


def test_the_box_names_every_hand_in_order_and_us_last(client: Client) -> None:
    value = claim(
        "پل کھل گیا ہے",
        "KCNA",
        "AFP",
        "ایک گواہ",
        url="https://agency.example/original",
        note="تصدیق باقی ہے",
    )
    found = box(read(client, make_sourced(value, body=[TEXT]).url))
    assert markup.texts(found, ".//h2") == ["خبر کہاں سے آئی"]
    (entry,) = found.xpath("./ol/li")
    assert markup.texts(entry, ".//bdi") == ["کے سی این اے", "اے ایف پی", "ایک گواہ"]
    hands = markup.texts(entry, "./ol/li")
    assert [hand.split("چلی" if "چلی" in hand else " ")[0] for hand in hands]
    assert "بات یہاں سے چلی" in hands[0]
    assert "یہاں سے آگے بڑھی" in hands[1]
    assert "یہاں سے ہم تک پہنچی" in hands[2]
    assert "روزنامہ" in hands[3]
    assert entry.xpath("./ol/li/a/@href") == ["/source/kcna/", "/source/afp/"]
    assert get_source("kcna").note in markup.text(entry)
    assert "تصدیق باقی ہے" in markup.text(entry)
    assert "https://agency.example/original" in markup.links(entry)


def test_own_reporting_says_so(client: Client) -> None:
    story = make_sourced(claim("پل کھلا", "ایک گواہ", is_own=True), claim("بس چلی", is_own=True))
    entries = box(read(client, story.url)).xpath("./ol/li")
    assert all("ہماری اپنی رپورٹنگ" in markup.text(entry) for entry in entries)
    assert [len(entry.xpath("./ol/li")) for entry in entries] == [2, 1]


def test_a_mark_leads_from_the_sentence_to_the_box_and_back(client: Client) -> None:
    story = make_sourced(claim("پل کھل گیا ہے", "AFP"), claim("کچھ اور", "AFP"), body=[TEXT])
    document = read(client, story.url)
    (mark,) = document.xpath("//article//a[@class='from']")
    assert mark.get("href") == "#source-1"
    assert mark.get("aria-label")
    assert markup.text(mark) == ""
    assert mark.getprevious().tag == "b"  # behind the sentence that the bold word stands in
    assert mark.tail.strip() == "لوگ خوش ہیں۔"
    (back,) = box(document).xpath(".//a[@class='back']")
    assert back.get("href") == f"#{mark.get('id')}"
    assert document.xpath(f"//*[@id='{mark.get('id')}']") == [mark]
    assert len(document.xpath("//li[@id='source-1' or @id='source-2']")) == 2


def test_a_sentence_that_was_rewritten_has_no_mark(client: Client) -> None:
    document = read(client, make_sourced(claim("پل بند ہے", "AFP"), body=[TEXT]).url)
    assert not document.xpath("//a[@class='from' or @class='back']")
    assert len(box(document).xpath("./ol/li")) == 1


def test_the_corrections_stand_next_to_it(client: Client) -> None:
    story = make_sourced(claim("پل", "AFP"), corrections=[(now(), "عدد درست کیا گیا")])
    assert "#corrections" in markup.links(box(read(client, story.url)))


def test_machines_read_where_a_story_comes_from(client: Client) -> None:
    story = make_sourced(
        claim("پل کھلا", "KCNA", "AFP", url="https://agency.example/a"),
        claim("بس چلی", "ایک گواہ", "AFP"),
        claim("سڑک بنی", "عالمی ادارہ صحت", is_own=True),
    )
    data = markup.json_ld(read(client, story.url))["NewsArticle"]
    first, second, third = data["citation"]
    assert first["@type"] == "CreativeWork"
    assert first["text"] == "پل کھلا"
    assert first["creditText"] == "کے سی این اے، اے ایف پی"
    assert (first["author"]["@type"], first["author"]["name"]) == (
        "NewsMediaOrganization",
        "کے سی این اے",
    )
    assert first["sourceOrganization"]["@id"] == f"{SITE}/source/afp/"
    assert "author" not in second
    assert third["author"]["@type"] == "Organization"
    assert data["isBasedOn"] == ["https://agency.example/a"]
    assert [one["name"] for one in data["sourceOrganization"]] == ["اے ایف پی"]
    plain = markup.json_ld(read(client, make_story().url))["NewsArticle"]
    assert not {"citation", "isBasedOn", "sourceOrganization"} & set(plain)


# What schema.org gives a CreativeWork and an Organization or Person, of what we write.
_WORK = {"@type", "text", "url", "creditText", "author", "sourceOrganization"}
_AGENT = {"@type", "@id", "name", "url"}


def test_the_data_has_only_what_schema_org_knows(client: Client) -> None:
    claims = [claim("پل", slug, "AFP", url="https://a.example/") for slug in ("KCNA", "عینی شاہد")]
    data = markup.json_ld(read(client, make_sourced(*claims).url))["NewsArticle"]
    for work in data["citation"]:
        assert set(work) <= _WORK
        for agent in (work.get("author"), work.get("sourceOrganization")):
            assert agent is None or set(agent) <= _AGENT


def test_a_source_s_page_lists_what_was_taken_from_it(client: Client) -> None:
    older = make_sourced(
        claim("پل کھلا", "KCNA", "AFP"),
        published=now() - timedelta(days=2),
        corrections=[(now(), "عدد درست کیا گیا")],
    )
    newer = make_sourced(claim("بس", "جیو"), claim("سڑک بنی", "AFP"), published=now())
    document = read(client, "/source/afp/")
    assert markup.texts(document, "//h1") == ["اے ایف پی"]
    assert document.xpath("//h2/a/@href") == [newer.url, older.url]
    claims = document.xpath(markup.by_class("taken-claims"))
    assert "سڑک بنی" in markup.text(claims[0])
    assert "بات یہیں سے چلی" in markup.text(claims[0])
    assert "بس" not in markup.text(claims[0])
    assert "کسی اور کی بات" in markup.text(claims[1])
    assert claims[0].xpath(".//a/@href") == [f"{newer.url}#source-2"]
    assert "عدد درست کیا گیا" in markup.text(document)
    assert markup.json_ld(document)["ItemList"]["numberOfItems"] == 2
    assert document.xpath("//link[@rel='canonical']/@href") == [f"{SITE}/source/afp/"]
    assert "خبر رساں ادارہ" in markup.text(document)


def test_a_long_list_has_pages(client: Client) -> None:
    stories = [make_sourced(claim(f"پل {number} کھلا", "AFP")) for number in range(21)]
    assert len(read(client, "/source/afp/").xpath("//h2")) == 20
    second = read(client, "/source/afp/?page=2")
    assert second.xpath("//h2/a/@href") == [stories[0].url]
    assert markup.json_ld(second)["ItemList"]["itemListElement"][0]["position"] == 21
    assert markup.json_ld(second)["ItemList"]["numberOfItems"] == 21
    for number in ("3", "x", "0"):
        assert client.get(f"/source/afp/?page={number}").status_code == 404


def test_a_source_without_published_stories_has_no_page(client: Client) -> None:
    assert client.get("/source/afp/").status_code == 404
    assert client.get("/source/no-such-source/").status_code == 404
    make_sourced(claim("پل", "AFP"), draft=True)
    assert client.get("/source/afp/").status_code == 404
    assert f"{SITE}/source/afp/" not in read_all(client)
    make_sourced(claim("پل", "AFP"))
    assert read_all(client)[f"{SITE}/source/afp/"] == 1


def test_a_merged_source_s_address_leads_on(client: Client) -> None:
    other = Source.objects.create(name="فرانسیسی خبریں", kind="agency")
    story = make_sourced(claim("پل", "فرانسیسی خبریں"))
    assert client.get(other.path).status_code == 200
    merge(other, get_source("afp"))
    response = client.get(other.path)
    assert (response.status_code, response["Location"]) == (301, "/source/afp/")
    assert read(client, "/source/afp/").xpath("//h2/a/@href") == [story.url]
    assert box(read(client, story.url)).xpath(".//li/a/@href") == ["/source/afp/"]


def test_pages_read_what_changes_them() -> None:
    story = make_sourced(claim("پل", "KCNA", "AFP"))
    afp = get_source("afp")
    with recorded() as page:
        article_sheet(story)
    assert {keys.source(afp.pk), keys.source(get_source("kcna").pk)} <= page.keys
    assert keys.taken(afp.pk) not in page.keys  # another story of AFP is none of its business
    with recorded() as listing:
        source_sheet(afp, "1")
    assert {keys.source(afp.pk), keys.taken(afp.pk), keys.article(story.pk)} <= listing.keys


def test_the_press_prints_exactly_the_pages_of_a_changed_source(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    told, other = (
        make_sourced(claim("پل", "KCNA")),
        make_sourced(claim("بس", "AFP"), section="sehat"),
    )
    pages = [path_of(told), path_of(other), "/source/kcna/", "/source/afp/", "/"]
    press.want(*pages)
    press.work()
    kcna = get_source("kcna")
    kcna.note = "نیا نوٹ"
    kcna.save()
    assert set(press.work()) == {path_of(told), "/source/kcna/"}
    assert "نیا نوٹ" in press.text(path_of(told))
    make_sourced(claim("سڑک", "AFP"), section="khel")
    done = set(press.work())
    assert "/source/afp/" in done
    assert not {path_of(other), path_of(told), "/source/kcna/"} & done


def test_the_press_knows_when_a_source_goes_and_where(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    story = make_sourced(claim("پل", "KCNA"))
    press.want("/source/kcna/", path_of(story))
    press.work()
    ArticlePage.objects.get(pk=story.pk).unpublish()
    press.work()
    assert press.get("/source/kcna/")[0] == 410
    ArticlePage.objects.get(pk=story.pk).get_latest_revision().publish()
    press.work()
    assert story.title in press.text("/source/kcna/")
    merge(get_source("kcna"), get_source("north-korean-state-media"))
    press.work()
    status, headers, _ = press.get("/source/kcna/")
    assert (status, headers["location"]) == (301, "/source/north-korean-state-media/")
    assert "/source/north-korean-state-media/" in press.text(path_of(story))


def test_pages_cost_the_same_however_many_sources(client: Client) -> None:
    few = make_sourced(claim("پل", "AFP"))
    names = ("KCNA", "رائٹرز", "جیو", "تاس", "بی بی سی اردو")
    many = make_sourced(*(claim(f"دعویٰ {name}", name, "AFP") for name in names * 3))
    assert count_queries(client, few.url) == count_queries(client, many.url)
    first = count_queries(client, "/source/afp/")
    for number in range(4):
        make_sourced(claim(f"پل {number}", "AFP"), claim("بس", "KCNA", "AFP"))
    assert count_queries(client, "/source/afp/") == first
