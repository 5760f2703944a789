"""The search page: what readers find, how they narrow it, and what odd addresses get."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml.html import HtmlElement

from roznama.archive.rebuilding import rebuild
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.search import search_sheet
from tests.factories import make_author, make_image, make_story
from tests.integration import markup
from tests.integration.test_pages import policy

pytestmark = pytest.mark.django_db

MOST_QUERIES = 20
BODY = "دریائے سندھ میں پانی کی سطح بلند ہوئی۔ دیہات سے لوگ محفوظ مقامات پر پہنچائے گئے۔"
ODD = [
    " ",
    "۔ ، ؟ ! ' \" - * ( ) [ ] { } ^ ~ \\ / : ;",
    '"',
    "-",
    '-"',
    "headline:سیلاب OR body:* AND NOT (سیلاب",
    "/.*/ [a TO z] سیلاب~9 ^100",
    "' OR 1=1; DROP TABLE newsroom_articlepage; --",
    "<script>alert(1)</script>",
    "{{ sheet }} {% load x %} %s %(x)s ${x}",
    "\u202eسیلاب\u202c \u2066\u2069\u200f\u061c",
    "\x00\x01\x7f\ufeff\ufffd",
    "سیلاب\x00",
    "\u0301\u064b\u200d\u200c",
    "😀" * 300,
    "ا" * 10_000,
    "سیلاب " * 2_000,
    '"سیلاب ' * 500,
    "a" * 5_000,
    "𐍈 ﷽ ﷺ ۱۲۳ 9" * 50,
]
PARAMETERS = [
    {"section": "no-such-section"},
    {"section": "../dunya"},
    {"section": "\x00"},
    {"author": "nobody", "tag": "nothing"},
    {"author": "\x00", "tag": "سیلاب"},
    {"from": "2026-13-99", "to": "yesterday"},
    {"from": "0001-01-01", "to": "9999-12-31"},
    {"from": "1970-01-01", "to": "2999-12-31"},
    {"from": "2999-12-31"},
    {"to": "1970-01-01"},
    {"from": "2026-12-31", "to": "2026-01-01"},
    {"from": "۲۰۲۶-۰۱-۰۱"},
    {"order": "oldest; --"},
    {"unknown": "x", "utm_source": "y"},
]


@pytest.fixture(scope="module")
def stories(module_db: None) -> dict[str, ArticlePage]:
    author = make_author("حارث محمود", slug="haris-mahmood")
    made = {
        "flood": make_story(
            "سیلاب کے بعد کتابوں کی نمائش",
            body=[BODY, "ناشرین نے 1,250 کتابیں عطیہ کیں۔"],
            authors=[author, make_author("رابعہ انور")],
            tags=["سیلاب"],
            lead_image=make_image(),
            published=datetime(2026, 3, 1, tzinfo=UTC),
        ),
        "match": make_story(
            "کرکٹ لیگ کا فائنل سیلاب زدگان کے نام",
            section="khel",
            body=["کھلاڑیوں نے میچ کی آمدنی عطیہ کی۔"],
            # In Karachi the new year has begun already.
            published=datetime(2024, 12, 31, 20, tzinfo=UTC),
        ),
        "escaped": make_story("<b>نرخ</b> & منڈی", section="karobar", body=["نرخ کم ہوئے۔"]),
    }
    for number in range(12):
        made[f"bus {number}"] = make_story(
            f"پشاور بس سروس کا روٹ نمبر {number}",
            body=["بس سروس کے اوقات بدل گئے۔"],
            lead_image=make_image(f"بس {number}"),
            authors=[author],
        )
    return made


@pytest.fixture(scope="module")
def folder(stories: dict[str, ArticlePage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    rebuild(folder)
    return folder


@pytest.fixture(autouse=True)
def _index(folder: Path, settings: Any) -> None:
    settings.ARCHIVE_ROOT = folder


def found(client: Client, query: str, **given: str) -> HtmlElement:
    response = client.get("/search/", {"q": query, **given})
    assert response.status_code == 200
    return markup.parse(response)


def hits(document: HtmlElement) -> list[str]:
    return document.xpath("//article//h2/a/@href")


def marks(document: HtmlElement) -> list[str]:
    return markup.texts(document, "//mark")


def chip(document: HtmlElement, label: str, title: str) -> HtmlElement:
    links = document.xpath(f"//nav[@aria-label='{label}']//a")
    return next(link for link in links if markup.text(link).split(" ")[0] == title)


def test_without_a_query_there_is_a_form_and_how_to_use_it(client: Client) -> None:
    document = found(client, "")
    (form,) = document.xpath("//main//form[@role='search']")
    assert form.get("action") == "/search/"
    assert form.get("method", "get") == "get"
    assert "تلاش کا طریقہ" in markup.texts(document, "//h2")
    assert hits(document) == []


def test_a_story_is_found_and_shown(client: Client, stories: dict[str, ArticlePage]) -> None:
    document = found(client, "كتاب عطیہ")
    assert hits(document) == [stories["flood"].url]
    (article,) = document.xpath("//article")
    assert markup.texts(article, ".//h2") == ["سیلاب کے بعد کتابوں کی نمائش"]
    assert marks(article) == ["کتابوں", "کتابیں", "عطیہ"]
    words = markup.text(article)
    assert "دنیا" in words
    assert "حارث محمود، رابعہ انور" in words
    assert "1 مارچ 2026ء" in words
    assert article.xpath(".//img/@src")
    assert "1 خبر ملی" in markup.texts(document, "//main//p")


def test_what_stands_in_a_story_is_escaped(client: Client) -> None:
    response = client.get("/search/", {"q": "نرخ <i>منڈی</i>"})
    assert "<b>نرخ" not in response.content.decode()
    assert "<i>" not in response.content.decode()
    (headline,) = markup.texts(markup.parse(response), "//article//h2")
    assert headline == "<b>نرخ</b> & منڈی"


def test_a_phrase_and_a_word_that_is_not_wanted(
    client: Client, stories: dict[str, ArticlePage]
) -> None:
    both = {stories["flood"].url, stories["match"].url}
    assert set(hits(found(client, "سیلاب"))) == both
    assert hits(found(client, "سیلاب -کرکٹ")) == [stories["flood"].url]
    assert hits(found(client, '"سیلاب زدگان"')) == [stories["match"].url]


def test_the_number_found_and_the_pages(client: Client) -> None:
    first = found(client, "بس سروس")
    assert "12 خبریں ملیں" in markup.texts(first, "//main//p")
    assert len(hits(first)) == 10
    (following,) = first.xpath("//a[@rel='next']/@href")
    second = markup.parse(client.get(following))
    assert len({*hits(first), *hits(second)}) == 12
    assert second.xpath("//a[@rel='prev']/@href") == first.xpath(
        "//nav[@aria-label='ترتیب']//a[@aria-current]/@href"
    )


@pytest.mark.parametrize("page", ["0", "abc", "3", "51", "999999", "-1", "", "9" * 5000, "۲"])
def test_a_page_that_is_not_there(client: Client, page: str) -> None:
    response = client.get("/search/", {"q": "بس سروس", "page": page})
    assert response.status_code == 404
    assert markup.texts(markup.parse(response), "//h1") == ["یہ صفحہ نہیں ملا"]


def test_sections_are_counted_and_keep_the_rest(
    client: Client, stories: dict[str, ArticlePage]
) -> None:
    document = found(client, "سیلاب", order="newest")
    link = chip(document, "شعبہ", "کھیل")
    assert markup.text(link) == "کھیل 1"
    assert link.get("rel") == "nofollow"
    assert parse_qs(urlsplit(link.get("href")).query) == {
        "q": ["سیلاب"], "section": ["khel"], "order": ["newest"],
    }  # fmt: skip
    narrowed = markup.parse(client.get(link.get("href")))
    assert hits(narrowed) == [stories["match"].url]
    assert chip(narrowed, "شعبہ", "کھیل").get("aria-current") == "true"
    assert ("section", "khel") in {
        (field.get("name"), field.get("value")) for field in narrowed.xpath("//form/input")
    }
    back = chip(narrowed, "شعبہ", "تمام").get("href")
    assert hits(markup.parse(client.get(back))) == hits(document)


def test_a_year_is_one_of_the_papers_own(client: Client, stories: dict[str, ArticlePage]) -> None:
    document = found(client, "سیلاب")
    assert markup.text(chip(document, "سال", "2025")) == "2025 1"
    link = chip(document, "سال", "2025").get("href")
    narrowed = markup.parse(client.get(link))
    assert hits(narrowed) == [stories["match"].url]
    assert chip(narrowed, "سال", "2025").get("aria-current") == "true"


def test_the_newest_first(client: Client, stories: dict[str, ArticlePage]) -> None:
    document = found(client, "سیلاب", order="newest")
    assert hits(document) == [stories["flood"].url, stories["match"].url]
    assert markup.texts(document, "//nav[@aria-label='ترتیب']//a[@aria-current]") == ["تازہ ترین"]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"author": "haris-mahmood"}, ["flood"]),
        ({"tag": "sailab"}, ["flood"]),
        ({"from": "2026-01-01"}, ["flood"]),
        ({"to": "2026-02-28"}, ["match"]),
        ({"from": "2025-01-01", "to": "2025-01-01"}, ["match"]),
        ({"from": "2025-12-31", "to": "2025-01-01"}, ["match"]),
        ({"from": "2026-03-02"}, []),
        ({"author": "haris-mahmood", "section": "khel"}, []),
    ],
)
def test_filters(
    client: Client, stories: dict[str, ArticlePage], given: dict[str, str], names: list[str]
) -> None:
    document = found(client, "سیلاب", **given)
    assert hits(document) == [stories[name].url for name in names]
    (all_of_it,) = set(document.xpath("//ul[@class='narrowed']//a[last()]/@href")[-1:])
    assert len(hits(markup.parse(client.get(all_of_it)))) == 2


def test_what_was_meant_is_proposed(client: Client) -> None:
    document = found(client, "سیلابب", section="khel")
    (link,) = document.xpath("//p[@class='meant']/a")
    assert markup.text(link) == "سیلاب"
    assert parse_qs(urlsplit(link.get("href")).query)["section"] == ["khel"]
    assert markup.texts(document, "//h2") == ["“سیلابب” کے لیے کوئی خبر نہیں ملی"]


def test_stories_that_lack_a_word_are_told(client: Client, stories: dict[str, ArticlePage]) -> None:
    document = found(client, "کرکٹ فائنل ناشرین")
    assert hits(document) == [stories["match"].url]
    assert document.xpath("//p[@class='loose']")
    assert not found(client, "کرکٹ فائنل").xpath("//p[@class='loose']")


def test_what_was_withdrawn_never_shows(client: Client, stories: dict[str, ArticlePage]) -> None:
    story = ArticlePage.objects.get(pk=stories["match"].pk)
    story.unpublish()
    assert hits(found(client, "سیلاب")) == [stories["flood"].url]
    assert search_sheet({"q": "سیلاب"}).total == 1
    document = found(client, "کرکٹ")
    assert hits(document) == []
    assert "خبر ملی" not in markup.text(document)
    assert json.loads(client.get("/search/suggest.json", {"q": "کرکٹ"}).content) == {"stories": []}


def test_without_an_index_search_is_being_prepared(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.ARCHIVE_ROOT = tmp_path / "none"
    response = client.get("/search/", {"q": "سیلاب"})
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert "تلاش کی تیاری جاری ہے" in response.content.decode()
    assert client.get("/search/suggest.json", {"q": "سیلاب"}).json() == {"stories": []}


@pytest.mark.parametrize("query", ODD)
def test_no_query_is_too_odd(client: Client, query: str) -> None:
    response = client.get("/search/", {"q": query})
    assert response.status_code == 200
    text = response.content.decode()
    assert "<script>alert" not in text
    assert not set(text) & set("\u202e\u202c\u2066\u2069\u061c\x00")
    assert len(text) < 200_000
    suggested = client.get("/search/suggest.json", {"q": query})
    assert suggested.status_code == 200
    assert len(suggested.json()["stories"]) <= 6


@pytest.mark.parametrize("given", PARAMETERS)
def test_what_an_address_names_wrongly_narrows_nothing_or_finds_nothing(
    client: Client, given: dict[str, str]
) -> None:
    assert len(hits(found(client, "سیلاب", **given))) in {0, 2} or "2026-12-31" in given.values()
    assert client.get("/search/", given).status_code == 200


def test_headers_and_robots(client: Client) -> None:
    for given in ({}, {"q": "سیلاب"}):
        response = client.get("/search/", given)
        assert response["Cache-Control"] == "public, max-age=0, s-maxage=10"
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
        assert markup.meta(markup.parse(response), "robots") == ["noindex"]
        assert policy(response)["script-src"] == ["'self'"]
        assert not markup.parse(response).xpath("//script[not(@src)]|//style|//*[@style]")
    assert client.post("/search/").status_code == 405


def test_the_page_costs_the_same_queries_however_much_is_found(client: Client) -> None:
    many, one = (count_queries(client, query) for query in ("بس سروس", "کتاب عطیہ"))
    assert many == one
    assert many <= MOST_QUERIES


def count_queries(client: Client, query: str) -> int:
    client.get("/search/", {"q": query})  # cuts the pictures, once
    with CaptureQueriesContext(connection) as captured:
        client.get("/search/", {"q": query})
    return len(captured)


def test_headlines_while_somebody_types(client: Client, stories: dict[str, ArticlePage]) -> None:
    response = client.get("/search/suggest.json", {"q": "سیلاب کے بعد کتا"})
    assert response["Cache-Control"] == "public, max-age=30, s-maxage=30"
    assert not response.cookies
    assert response.json() == {
        "stories": [{"title": stories["flood"].title, "url": stories["flood"].url}]
    }
    assert len(client.get("/search/suggest.json", {"q": "پشا"}).json()["stories"]) == 6
    assert client.get("/search/suggest.json").json() == {"stories": []}
    with CaptureQueriesContext(connection) as captured:
        client.get("/search/suggest.json", {"q": "پشا"})
    assert len(captured) <= 5


def test_the_form_is_filled_in_as_it_was_sent(client: Client) -> None:
    given = {"from": "2026-01-01", "to": "2026-12-31", "author": "haris-mahmood"}
    document = found(client, 'سیلاب "بعد', **given)
    fields = {field.get("name"): field.get("value") for field in document.xpath("//main//input")}
    assert fields["q"] == 'سیلاب "بعد'
    assert {name: fields[name] for name in given} == given
    assert document.xpath("//details[@open]")


@pytest.mark.parametrize("path", ["/", "/dunya/", "/about/", "/no/such/page/", "/archive/"])
def test_every_page_leads_to_search(client: Client, path: str) -> None:
    document = markup.parse(client.get(path, follow=True))
    assert document.xpath("//header//a[@href='/search/' and @aria-label='تلاش']")


def test_machines_are_told_how_to_search(client: Client) -> None:
    website = markup.json_ld(markup.parse(client.get("/")))["WebSite"]
    action = website["potentialAction"]
    assert action["@type"] == "SearchAction"
    template = action["target"]["urlTemplate"]
    assert template == "https://paper.example/search/?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"
