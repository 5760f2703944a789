"""The front page desk's screen, and the front page as the draft would have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from roznama.newsroom.front.api import may_arrange
from roznama.newsroom.front.layout import SECOND_SIZES, Layout, kept
from roznama.newsroom.front.reading import LONGEST_HEADLINE, LONGEST_KICKER
from roznama.newsroom.front.state import state
from roznama.newsroom.front.words import words
from roznama.newsroom.models import FrontPage, FrontStep
from roznama.newsroom.models.front import LONGEST_NAME

_NAMES = ("state", "stories", "history", "save", "step", "publish", "schedule", "cancel", "preview")


@dataclass(frozen=True, slots=True)
class Longest:
    """How long the fields of the screen may be."""

    headline: int = LONGEST_HEADLINE
    kicker: int = LONGEST_KICKER
    name: int = LONGEST_NAME


@require_GET
@never_cache
def desk(request: HttpRequest) -> HttpResponse:
    """Show the desk to whoever may arrange the front page."""
    if not may_arrange(request.user):
        raise PermissionDenied
    context: dict[str, Any] = {
        "addresses": {name: reverse(f"front_{name}") for name in _NAMES},
        "state": state(),
        "words": words(),
        "sizes": SECOND_SIZES,
        "longest": Longest(),
    }
    return TemplateResponse(request, "newsroom/front/desk.html", context)


@require_GET
@never_cache
@xframe_options_sameorigin
def preview(request: HttpRequest) -> HttpResponse:
    """Show the front page as a step has it (`?step=`), through the view of readers' pages."""
    if not may_arrange(request.user):
        raise PermissionDenied
    front: FrontPage = get_object_or_404(FrontPage)
    front.shown_layout = _layout(request.GET.get("step", "0"))
    return front.serve(request)


def _layout(number: str) -> Layout:
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    return kept(get_object_or_404(FrontStep, pk=number).layout) if int(number) else Layout()
