"""No address of the newsroom opens to somebody who is not logged in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from tests.factories import make_story

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

OPEN = {
    "wagtailadmin_login",
    "wagtailadmin_logout",  # leads to the login page
    "wagtailadmin_sprite",  # icons
    "wagtailadmin_javascript_catalog",  # words
}
"""Who is not logged in may have these."""

OPEN_STARTS = ("wagtailadmin_password_reset",)
NEWSROOM = "newsroom/"


def addresses() -> Iterator[tuple[str, Any]]:
    """Each pattern under /newsroom/: its name with that of its room, and the pattern itself."""
    for entry in get_resolver().url_patterns:
        if str(entry.pattern).startswith(NEWSROOM):
            yield from _below(entry, "")


def _below(entry: URLPattern | URLResolver, space: str) -> Iterator[tuple[str, Any]]:
    if isinstance(entry, URLResolver):
        inside = f"{space}{entry.namespace}:" if entry.namespace else space
        for one in entry.url_patterns:
            yield from _below(one, inside)
    else:
        yield f"{space}{entry.name}", entry


def path_of(name: str, entry: URLPattern, story: int) -> str | None:
    """An address that the pattern answers, made with values of the right kind."""
    converters = entry.pattern.converters
    values = {key: story if "Int" in type(one).__name__ else "x" for key, one in converters.items()}
    regex = getattr(entry.pattern, "regex", None)
    for key in regex.groupindex if regex else ():
        values.setdefault(key, story)
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


def is_open(name: str) -> bool:
    return name in OPEN or name.startswith(OPEN_STARTS)


def test_no_address_opens_to_a_stranger() -> None:
    story = make_story("خفیہ مسودہ", draft=True)
    client, opened, tried = Client(raise_request_exception=False), [], 0
    for name, entry in addresses():
        path = None if is_open(name) else path_of(name, entry, story.pk)
        if path is None:
            continue
        tried += 1
        for method in (client.get, client.post):
            response = method(path)
            leads = response.headers.get("Location", "")
            closed = leads.startswith(("/newsroom/login/", "/newsroom/stories/"))
            if not (closed or response.status_code in {401, 403, 404}):
                opened.append((name, path, response.status_code))
            assert "خفیہ" not in response.content.decode(errors="ignore")
    assert opened == []
    assert tried > 200
