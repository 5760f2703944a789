"""Reading what the paper answered, as a browser or a crawler would."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from lxml import html

ADDRESSES = ("href", "src", "action", "poster", "content")


def parse(response: HttpResponse) -> html.HtmlElement:
    return html.document_fromstring(response.content.decode(response.charset))


def text(element: html.HtmlElement) -> str:
    """An element's words with single spaces."""
    return " ".join(element.text_content().split())


def texts(document: html.HtmlElement, path: str) -> list[str]:
    return [text(element) for element in document.xpath(path)]


def by_class(name: str) -> str:
    """XPath for elements of a class."""
    return f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


def links(document: html.HtmlElement) -> list[str]:
    """The addresses of the page's links, in order."""
    return document.xpath(".//a/@href")


def meta(document: html.HtmlElement, name: str) -> list[str]:
    return document.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")


def json_ld(document: html.HtmlElement) -> dict[str, dict[str, Any]]:
    """The page's structured data by type; no type may stand there twice."""
    scripts = document.xpath("//script[@type='application/ld+json']/text()")
    data = [json.loads(script) for script in scripts]
    found = {item["@type"]: item for item in data}
    assert len(found) == len(data)
    return found
