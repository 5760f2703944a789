"""What an editor would read or hear on a screen, and what of it is still English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from lxml import html

WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]*[A-Za-z]|[A-Za-z]+[a-z]")
NO_WORDS = re.compile(r"<[^>]+>|%\(\w+\)s|\{\w*\}")
# A word that holds such a sign is an address, a file or a key, which has no language.
SIGNED = re.compile(r"\S*[A-Za-z0-9][-./@_:\\=+%]+[A-Za-z0-9]\S*|/\S+")
SILENT = {"script", "style", "kbd", "code", "pre"}
TOLD = {"title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "alt"}
# What Wagtail's scripts show, from attributes and from a page's JSON.
SHOWN_LATER = {
    "data-w-progress-active-value",
    "data-w-tooltip-content-value",
    "data-focal-input-label",
    "data-title",
    "label",
    "helpText",
    "text",
    "title",
    "description",
    "verboseName",
    "addLabel",
    "buttonText",
    "clearChosenLabel",
    "chooseLabel",
}
SETTINGS = {"CSRF_TOKEN", "CSRF_HEADER_NAME"}
DATA = {"data-w-block-data-value", "data-w-init-detail-value", "data-w-action-menu-value"}


def english_words(text: str) -> list[str]:
    """The English words of a text; addresses, file names, keys, tags and CSV are none."""
    return WORD.findall(SIGNED.sub(" ", NO_WORDS.sub(" ", text)))


def screen(response: HttpResponse) -> Iterator[str]:
    """Every text that a page, or the page in a modal's answer, shows or tells."""
    text = response.content.decode()
    if "json" in response.headers["Content-Type"]:
        text = json.loads(text).get("html") or ""
    if text.strip():
        for element in html.document_fromstring(f"<div>{text}</div>").iter():
            if isinstance(element.tag, str):
                yield from filter(str.strip, _of(element))


def _of(element: html.HtmlElement) -> Iterator[str]:
    if element.tag not in SILENT and not _names_time_zone(element):
        yield element.text or ""
    yield element.tail or ""
    for name, value in element.attrib.items():
        if name in TOLD | SHOWN_LATER and not _is_technical(element):
            yield value
        elif name in DATA:
            yield from _of_data(_parsed(value))
    if element.tag == "input" and element.get("type") in {"submit", "button", "reset"}:
        yield element.get("value", "")
    if element.get("type") == "application/json":
        yield from _of_data(_parsed(element.text or ""))


def _is_technical(element: html.HtmlElement) -> bool:
    """A name that programs know something by is told as it is; HTML has a word for that."""
    return element.get("translate") == "no"


def _names_time_zone(element: html.HtmlElement) -> bool:
    """Time zones have the names that computers know them by."""
    return element.tag == "option" and "time_zone" in element.getparent().get("name", "")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _of_data(data: Any) -> Iterator[str]:
    """The labels in JSON; a key in capitals names one of Wagtail's strings."""
    if isinstance(data, list):
        for item in data:
            yield from _of_data(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            is_shown = key in SHOWN_LATER or (key.isupper() and key not in SETTINGS)
            if is_shown and isinstance(value, str) and not value.startswith("{"):  # more JSON
                yield value
            elif is_shown and isinstance(value, list):
                yield from (item for item in value if isinstance(item, str))
            yield from _of_data(value)
