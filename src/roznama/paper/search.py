"""The search page, and headlines while somebody types."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roznama.paper.assembly.search import search_sheet, suggested

_CACHING = "public, max-age=0, s-maxage=10"
_SUGGESTIONS_CACHING = "public, max-age=30, s-maxage=30"
_WAIT = 30  # seconds until a node that has no index yet is worth another look


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a search, or offer one."""
    sheet = search_sheet(request.GET.dict())
    response = render(request, "paper/search.html", {"sheet": sheet})
    response["Cache-Control"] = _CACHING
    if not sheet.is_ready:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        response["Cache-Control"] = "no-store"
        response["Retry-After"] = str(_WAIT)
    return response


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer with the headlines that begin as somebody types."""
    found = suggested(request.GET.get("q", ""))
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = _SUGGESTIONS_CACHING
    return response
