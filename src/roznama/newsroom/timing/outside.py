"""What somebody outside sees who has a link to a draft.

The address has the token after its #, which browsers send to nobody: not to us, so it stands in
no log, and not to others, so it stands in no referrer. A script on the first page posts it; a
cookie for the draft's own path takes its place.
"""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from roznama.newsroom.models import PreviewLink
from roznama.newsroom.timing.links import find_link, note_opening
from roznama.newsroom.timing.moments import told

_COOKIE = "preview"
_LONGEST = 500
_HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
_SELF = "'self'"


@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """The page that a link leads to: the same for all, it knows nothing of any draft."""
    return _guarded(render(request, "newsroom/timing/outside/enter.html"))


@require_POST
@sensitive_post_parameters("token")
def exchange(request: HttpRequest) -> HttpResponse:
    """Take a token, and give a cookie for the draft that it opens."""
    token = request.POST.get("token", "").strip()[:_LONGEST]
    link = find_link(token.rpartition("#")[2])
    if link is None:
        return _over(request)
    note_opening(link)
    address = reverse("preview-draft", args=[link.pk])
    response = redirect(address)
    response.status_code = 303
    response.set_cookie(
        _COOKIE,
        token.rpartition("#")[2],
        max_age=int((link.expires_at - timezone.now()).total_seconds()),
        path=address,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return _guarded(response)


@require_safe
@csp_update({"frame-src": [_SELF]})  # type: ignore[arg-type]
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft under a line that says what it is."""
    link = _opened(request, pk)
    if link is None:
        return _over(request)
    context = {"until": told(link.expires_at), "as_of": told(link.revision.created_at), "pk": pk}
    return _guarded(render(request, "newsroom/timing/outside/draft.html", context))


@require_safe
def draft_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft alone, as readers would see it."""
    link = _opened(request, pk)
    if link is None:
        return _over(request)
    page: Any = link.revision.as_object()
    return _guarded(page.serve_preview(request, page.default_preview_mode))


def _opened(request: HttpRequest, pk: int) -> PreviewLink | None:
    link = find_link(request.COOKIES.get(_COOKIE, ""))
    return link if link is not None and link.pk == pk else None


def _over(request: HttpRequest) -> HttpResponse:
    return _guarded(render(request, "newsroom/timing/outside/over.html", status=410))


def _guarded(response: HttpResponse) -> HttpResponse:
    for name, value in _HEADERS.items():
        response[name] = value
    return response
