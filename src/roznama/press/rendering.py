"""Rendering a page as a reader without a cookie would get it, and noting what it read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol
from urllib.parse import urlsplit

import minify_html
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from roznama.changes.reads import Reads, recorded
from roznama.press.addresses import PagePath

_KEPT = (
    "Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options",
    "X-Frame-Options", "Cross-Origin-Opener-Policy", "Strict-Transport-Security",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rendered:
    """An answer of the application, with what it read on the way."""

    status: int
    headers: dict[str, str]
    location: str
    body: bytes
    reads: Reads


class Renderer(Protocol):
    """Anything that renders a page."""

    def __call__(self, page: PagePath) -> Rendered:
        """Return the answer; errors of the application pass through."""


def render(page: PagePath) -> Rendered:
    """Render a page through the same middleware and views that a request meets.

    HTML comes out minified. An error in a view is answered as 500.
    """
    site = urlsplit(settings.SITE_URL)
    headers = {"host": site.netloc, "x-forwarded-proto": site.scheme}
    request = RequestFactory().get(page, secure=site.scheme == "https", headers=headers)
    with recorded() as reads:
        response = _handler().get_response(request)
        body = response.content if isinstance(response, HttpResponse) else b"".join(response)
    _close(response)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        body = minified(body)
    kept = {name: response.headers[name] for name in _KEPT if name in response.headers}
    return Rendered(response.status_code, kept, response.headers.get("Location", ""), body, reads)


def _close(response: HttpResponseBase) -> None:
    """Close an answer, but not the database's connection: the next page is already waiting."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def minified(html: bytes) -> bytes:
    """Return HTML without the white space and comments that change nothing."""
    small = minify_html.minify(
        html.decode(),
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
    )
    return small.encode()


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler
