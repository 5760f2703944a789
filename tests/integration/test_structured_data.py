"""What machines read in a page's head."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils.timezone import now
from lxml.html import HtmlElement
from PIL import Image

from roznama.newsroom.models import ArticlePage, PaperSettings
from tests.factories import make_author, make_image, make_story
from tests.integration import markup
from tests.integration.edition import LISTS, PAGES, Edition, make_edition

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SITE = "https://paper.example"
LONGEST_HEADLINE = 110
# Sections, authors and tags say where they stand; the archive's days need not.
WITH_BREADCRUMBS = ["<story>", *[name for name in LISTS if name != "<day>"]]


@pytest.fixture(scope="module")
def edition(module_db: None) -> Edition:
    return make_edition()


def read(client: Client, path: str) -> HtmlElement:
    return markup.parse(client.get(path))


def only(values: list[str]) -> str:
    (value,) = values
    return value


def article(client: Client, story: ArticlePage) -> dict[str, Any]:
    return markup.json_ld(read(client, story.url))["NewsArticle"]


def empty_values(data: Any) -> list[Any]:
    """The members, however deep, that say nothing."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        return [found for value in data for found in (empty_values(value) if value else [value])]
    return []


@pytest.mark.parametrize("name", ["/", *WITH_BREADCRUMBS])
def test_structured_data_is_json_without_empty_members(
    client: Client, edition: Edition, name: str
) -> None:
    found = markup.json_ld(read(client, edition.path(name)))
    assert found
    for data in found.values():
        assert data["@context"] == "https://schema.org"
        assert not [value for value in empty_values(data) if value is not False]


def test_a_story_says_what_google_asks_for(client: Client) -> None:
    author = make_author("ندا حسن", role="مدیرہ")
    published, updated = now() - timedelta(days=2), now() - timedelta(days=1)
    story = make_story(
        "سوات میں نیا پل کھل گیا",
        deck="خلاصہ",
        city="سوات",
        body=["چار لفظ یہاں ہیں"],
        authors=[author],
        tags=["سوات"],
        lead_image=make_image(),
        published=published,
        updated=updated,
        corrections=[(updated, "نام درست کیا گیا")],
    )
    data = article(client, story)
    assert data["headline"] == story.title
    assert data["description"] == "خلاصہ"
    assert data["inLanguage"] == "ur"
    assert data["mainEntityOfPage"]["@id"] == data["url"] == f"{SITE}{story.url}"
    for name, time in (("datePublished", published), ("dateModified", updated)):
        assert data[name].endswith("+05:00")
        assert datetime.fromisoformat(data[name]) == time
    image = only(data["image"])
    assert image.startswith(f"{SITE}/media/images/")
    assert client.get(urlsplit(image).path)["Content-Type"] == "image/jpeg"
    person = only(data["author"])
    assert person["@type"] == "Person"
    assert person["name"] == "ندا حسن"
    assert person["jobTitle"] == "مدیرہ"
    assert client.get(person["url"].removeprefix(SITE)).status_code == 200
    check_publisher(data["publisher"])
    assert data["articleSection"] == "دنیا"
    assert data["keywords"] == ["سوات"]
    assert data["wordCount"] == 4
    assert data["isAccessibleForFree"] is True
    assert data["contentLocation"] == {"@type": "Place", "name": "سوات"}
    assert only(data["correction"])["text"] == "نام درست کیا گیا"


def check_publisher(publisher: dict[str, Any]) -> None:
    assert publisher["@type"] in {"Organization", "NewsMediaOrganization"}
    assert publisher["name"] == "روزنامہ"
    assert publisher["url"] == f"{SITE}/"
    logo = publisher["logo"]
    assert logo["@type"] == "ImageObject"
    path = logo["url"].removeprefix(f"{SITE}/static/")
    with Image.open(finders.find(path)) as picture:
        assert picture.size == (logo["width"], logo["height"])


def test_a_story_without_extras_is_still_complete(client: Client) -> None:
    data = article(client, make_story(body=["متن"]))
    for name in ("headline", "datePublished", "dateModified", "publisher", "url"):
        assert data[name]
    assert only(data["author"])["name"] == "روزنامہ"
    assert not {"image", "keywords", "correction", "contentLocation"} & set(data)
    assert not empty_values(data)


def test_a_long_headline_is_cut_for_google(client: Client) -> None:
    title = "سوات میں سیلاب " * 16
    story = make_story(title.strip())
    headline = article(client, story)["headline"]
    assert 0 < len(headline) <= LONGEST_HEADLINE
    assert title.startswith(headline)


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "A & B \u2028 \"'`{}"]
)
def test_no_headline_ends_the_data(client: Client, title: str) -> None:
    story = make_story(title, kicker=title[:60], deck=title)
    document = read(client, story.url)
    found = markup.json_ld(document)
    assert found["NewsArticle"]["headline"] == title
    assert found["BreadcrumbList"]["itemListElement"][-1]["name"] == title
    assert only(markup.meta(document, "og:title")) == title
    assert "alert(1)</script>" not in client.get(story.url).content.decode()
    assert len(document.xpath("//body")) == 1


@pytest.mark.parametrize("name", WITH_BREADCRUMBS)
def test_breadcrumbs_lead_from_the_front_page(client: Client, edition: Edition, name: str) -> None:
    path = edition.path(name)
    items = markup.json_ld(read(client, path))["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert all(item["@type"] == "ListItem" and item["name"] for item in items)
    assert items[0]["item"] == f"{SITE}/"
    assert items[-1]["item"] == f"{SITE}{path}"
    for item in items:
        assert client.get(item["item"].removeprefix(SITE)).status_code == 200


def test_the_front_page_presents_the_paper(client: Client) -> None:
    settings = PaperSettings.load()
    settings.x = "https://x.com/roznama"
    settings.save()
    found = markup.json_ld(read(client, "/"))
    check_publisher(found["NewsMediaOrganization"])
    assert found["NewsMediaOrganization"]["sameAs"] == ["https://x.com/roznama"]
    assert found["WebSite"]["url"] == f"{SITE}/"
    assert found["WebSite"]["publisher"]["@id"] == found["NewsMediaOrganization"]["@id"]


@pytest.mark.parametrize("name", PAGES)
def test_social_cards_agree_with_the_page(client: Client, edition: Edition, name: str) -> None:
    path = edition.path(name)
    document = read(client, path)
    canonical = only(document.xpath("//link[@rel='canonical']/@href"))
    assert canonical == only(markup.meta(document, "og:url")) == f"{SITE}{path}"
    title = document.xpath("//title")[0].text
    assert only(markup.meta(document, "og:title")) in title
    assert only(markup.meta(document, "og:site_name")) == "روزنامہ"
    assert only(markup.meta(document, "og:locale")) == "ur_PK"
    kind = "article" if name == "<story>" else "website"
    assert only(markup.meta(document, "og:type")) == kind
    images = markup.meta(document, "og:image")
    card = "summary_large_image" if images else "summary"
    assert only(markup.meta(document, "twitter:card")) == card
    assert bool(images) == (name == "<story>")


def test_a_storys_social_card(client: Client) -> None:
    published = now() - timedelta(days=2)
    story = make_story(
        "سوات میں نیا پل",
        deck="خلاصہ",
        authors=[make_author("ندا حسن")],
        tags=["سوات"],
        lead_image=make_image(size=(1600, 1000)),
        lead_alt="پل",
        published=published,
    )
    document = read(client, story.url)
    image = only(markup.meta(document, "og:image"))
    assert image.startswith(f"{SITE}/media/images/")
    with Image.open(BytesIO(client.get(image.removeprefix(SITE)).content)) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (1200, 630)
    assert only(markup.meta(document, "og:image:width")) == "1200"
    assert only(markup.meta(document, "og:image:height")) == "630"
    assert only(markup.meta(document, "og:image:alt")) == "پل"
    assert only(markup.meta(document, "og:description")) == "خلاصہ"
    assert only(markup.meta(document, "description")) == "خلاصہ"
    stated = datetime.fromisoformat(only(markup.meta(document, "article:published_time")))
    assert stated == published.replace(microsecond=0)
    assert only(markup.meta(document, "article:section")) == "دنیا"
    assert only(markup.meta(document, "article:author")) == "ندا حسن"
    assert only(markup.meta(document, "article:tag")) == "سوات"


def test_what_an_editor_wrote_for_search_engines_is_taken(client: Client) -> None:
    story = make_story(seo_title="تلاش کا عنوان", search_description="تلاش کا بیان", deck="خلاصہ")
    document = read(client, story.url)
    assert document.xpath("//title")[0].text == "تلاش کا عنوان"
    assert only(markup.meta(document, "description")) == "تلاش کا بیان"
    assert markup.texts(document, "//h1") == [story.title]


def test_the_manifest_and_its_icons(client: Client) -> None:
    href = only(read(client, "/").xpath("//link[@rel='manifest']/@href"))
    path = Path(finders.find(href.removeprefix("/static/")))
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert manifest["name"] == "روزنامہ"
    assert (manifest["lang"], manifest["dir"], manifest["start_url"]) == ("ur", "rtl", "/")
    for icon in manifest["icons"]:
        file = path.parent / icon["src"]
        assert file.is_file()
        if icon["type"] == "image/png":
            with Image.open(file) as picture:
                assert icon["sizes"] == "{}x{}".format(*picture.size)
