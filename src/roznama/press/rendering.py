"""Rendering a page as a reader without a cookie would get it, and noting what it read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from urllib.parse import urlsplit

import minify_html
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from django.urls import ResolverMatch

from roznama.changes.reads import Reads, recorded
from roznama.paper.assembly.stories import find_published
from roznama.paper.views import gone
from roznama.paper.views import page as page_view
from roznama.press.addresses import PagePath

_KEPT = (
    "Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options",
    "X-Frame-Options", "Cross-Origin-Opener-Policy", "Strict-Transport-Security",
)  # fmt: skip

_STORY = re.compile(r"/[\w-]+/[\w-]+/")


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
    return _rendered(page, _handler())


def render_gone(page: PagePath) -> Rendered:
    """Return what readers are told at the address of a page that was withdrawn."""
    return _rendered(page, _gone_handler())


def _rendered(page: PagePath, handler: BaseHandler) -> Rendered:
    site = urlsplit(settings.SITE_URL)
    headers = {"host": site.netloc, "x-forwarded-proto": site.scheme}
    request = RequestFactory().get(page, secure=site.scheme == "https", headers=headers)
    with recorded(_shared) as reads:
        response = handler.get_response(request)
        body = response.content if isinstance(response, HttpResponse) else b"".join(response)
    _close(response)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        body = minified(body)
    kept = {name: response.headers[name] for name in _KEPT if name in response.headers}
    return Rendered(response.status_code, kept, response.headers.get("Location", ""), body, reads)


_shared: dict[str, Any] = {}


def forget() -> None:
    """Forget what pages share: masthead, menu and footer are read again. For after a change."""
    _shared.clear()


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


class _Handler(BaseHandler):
    """Finds a story by its address at once; Wagtail walks there from the root, page by page."""

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        story = find_published(request.path) if _STORY.fullmatch(request.path) else None
        if story is None:
            match: ResolverMatch = super().resolve_request(request)
            return match
        match = ResolverMatch(page_view, (), {"page": story})
        request.resolver_match = match
        return match


def page_headers() -> dict[str, str]:
    """Return the headers that every page has, as the middleware sets them; no database is asked."""
    sent = _rendered("/", _handler_of(lambda request: HttpResponse()))
    return {name: value for name, value in sent.headers.items() if name != "Content-Type"}


@cache
def _gone_handler() -> BaseHandler:
    return _handler_of(gone)


def _handler_of(view: Callable[[HttpRequest], HttpResponse]) -> BaseHandler:
    """Return a handler with all its middleware, and one view behind it."""

    class OneView(BaseHandler):
        def resolve_request(self, request: HttpRequest) -> ResolverMatch:
            match = ResolverMatch(view, (), {})
            request.resolver_match = match
            return match

    handler = OneView()
    handler.load_middleware()
    return handler


@cache
def _handler() -> BaseHandler:
    handler = _Handler()
    handler.load_middleware()
    return handler
