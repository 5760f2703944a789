"""What holds for every page that readers see."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from lxml.html import HtmlElement

from roznama.archive.rebuilding import rebuild
from tests.integration import markup
from tests.integration.edition import LISTS, LOST, PAGES, Edition, make_edition

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(scope="module")
def edition(module_db: None) -> Edition:
    return make_edition()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there(client: Client, edition: Edition, name: str) -> None:
    response = client.get(edition.path(name))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"
    document = markup.parse(response)
    assert document.attrib["lang"] == "ur"
    assert document.attrib["dir"] == "rtl"
    assert len(document.xpath("//h1")) == 1
    assert document.xpath("//title")[0].text


def test_what_is_not_there_is_said_in_urdu(client: Client, edition: Edition) -> None:
    response = client.get(LOST)
    assert response.status_code == 404
    document = markup.parse(response)
    assert document.attrib["lang"] == "ur"
    assert markup.texts(document, "//h1") == ["یہ صفحہ نہیں ملا"]
    assert markup.meta(document, "robots") == ["noindex"]
    assert edition.story.url in markup.links(document)


@pytest.mark.parametrize("number", ["0", "abc", "999", "-1", "1.5", "", "9" * 5000])
@pytest.mark.parametrize("name", LISTS)
def test_no_such_page_of_a_list(client: Client, edition: Edition, name: str, number: str) -> None:
    assert client.get(edition.path(name), {"page": number}).status_code == 404


@pytest.mark.parametrize("name", [*PAGES, LOST, "/feed.rss", "/sitemap.xml", "/robots.txt"])
def test_readers_carry_no_cookie(client: Client, edition: Edition, name: str) -> None:
    response = client.get(edition.path(name))
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.fixture(scope="module")
def archive(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    rebuild(folder)
    return folder


def policy(response: HttpResponse) -> dict[str, list[str]]:
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("name", [*PAGES, LOST])
def test_the_policy_is_strict(client: Client, edition: Edition, name: str) -> None:
    found = policy(client.get(edition.path(name)))
    assert found["default-src"] == ["'none'"]
    for kind in ("script-src", "style-src", "connect-src", "font-src", "form-action"):
        assert found[kind] == ["'self'"]
    assert found["base-uri"] == ["'none'"]
    assert all(frame.startswith("https://") for frame in found["frame-src"])
    assert not any("unsafe" in value for values in found.values() for value in values)


@pytest.mark.parametrize("name", [*PAGES, LOST])
def test_nothing_is_inline_or_from_elsewhere(client: Client, edition: Edition, name: str) -> None:
    document = markup.parse(client.get(edition.path(name)))
    for script in document.xpath("//script"):
        assert script.get("type") == "application/ld+json" or not (script.text or "").strip()
    names = {key for element in document.iter("*") for key in element.attrib}
    assert "style" not in names
    assert not [key for key in names if key.startswith("on")]
    assert not document.xpath("//style | //iframe | //object | //embed | //base")
    assert not [link for link in markup.links(document) if link.startswith("javascript:")]
    for address in document.xpath("//script/@src | //img/@src | //link/@href | //form/@action"):
        assert re.match(r"/(?!/)|https://paper\.example/", address), address


@pytest.mark.parametrize("name", [*PAGES, LOST])
def test_markup_is_sound(client: Client, edition: Edition, name: str) -> None:
    document = markup.parse(client.get(edition.path(name)))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    for reference in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        assert set(document.xpath(f"//@{reference}")) <= set(ids)
    for image in document.xpath("//img"):
        assert {"src", "alt", "width", "height"} <= set(image.attrib)
        widths = [part.split()[-1] for part in image.get("srcset", "").split(",") if part]
        assert len(widths) == len(set(widths)), "one candidate a width"
    for time in document.xpath("//time/@datetime"):
        datetime.fromisoformat(time)


@pytest.mark.parametrize("name", [*PAGES, LOST])
def test_no_link_is_broken(
    client: Client, edition: Edition, archive: Path, settings: Any, name: str
) -> None:
    settings.ARCHIVE_ROOT = archive
    document = markup.parse(client.get(edition.path(name)))
    ids = set(document.xpath("//@id"))
    addresses = {*document.xpath("//@href | //@src"), *sources(document)}
    for address in addresses:
        path, _, fragment = address.removeprefix("https://paper.example").partition("#")
        if path.startswith("/static/"):
            assert finders.find(path.removeprefix("/static/")), path
        elif path.startswith("/"):
            assert client.get(path, follow=True).status_code == 200, path
        elif not path:
            assert fragment in ids


def sources(document: HtmlElement) -> list[str]:
    sets = document.xpath("//img/@srcset")
    return [part.split()[0] for group in sets for part in group.split(",")]


@pytest.mark.parametrize("name", PAGES)
def test_head_answers_like_get_and_nothing_else_is_taken(
    client: Client, edition: Edition, name: str
) -> None:
    path = edition.path(name)
    head = client.head(path)
    assert head.status_code == 200
    assert head.content == b""
    assert client.post(path).status_code == 405
    assert client.put(path).status_code == 405
    assert client.delete(path).status_code == 405
