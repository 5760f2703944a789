"""Choosing a team, asking it, and a conversation's link."""

from __future__ import annotations

import re
import secrets
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from roznama.desk.api.asking import address_of
from roznama.desk.api.teams import team_facts
from roznama.desk.chat.commands import LONGEST_TEXT, RefusalError
from roznama.desk.chat.opening import Opening, open_conversation
from roznama.desk.live.limits import OPENINGS_OF_ADDRESS, limiter
from roznama.desk.models import Team
from roznama.desk.pages.cookies import conversation_by, conversation_in, remember
from roznama.desk.presence import presence
from roznama.desk.words import refusal_words

_TOKEN = re.compile(r"(?:.*#)?([A-Za-z0-9_-]{43})")
LANGUAGE = "ur"
"""The pages without scripts are in Urdu."""


@never_cache
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show the teams, and where the reader has a conversation already."""
    teams = presence()["teams"]
    for team in teams:
        team["is_going_on"] = bool(conversation_in(request, team["slug"]))
    return render(request, "desk/home.html", {"teams": teams})


@never_cache
@require_GET
def chat(request: HttpRequest) -> HttpResponse:
    """Show the page of a conversation's link; the token is in the fragment, unseen by us."""
    return render(request, "desk/chat.html")


@never_cache
@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    """Take a conversation's link that was typed in, where no script can read the fragment."""
    token = _TOKEN.fullmatch(request.POST.get("link", "").strip())
    try:
        found = conversation_by(request, token[1]) if token else None
        if not token or not found:
            raise RefusalError("unknown")
    except RefusalError as error:
        words = refusal_words(error.code, LANGUAGE)
        return render(request, "desk/chat.html", {"trouble": words}, status=404)
    team = get_object_or_404(Team, slug=found[1]["team"])
    response = redirect("desk:mine", team=team.slug)
    remember(request, response, team.slug, token[1], team.retention_days)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, team: str) -> HttpResponse:
    """Show the form of a first message; open the conversation that it asks for."""
    found = get_object_or_404(Team, slug=team)
    if request.method != "POST":
        return render(request, "desk/ask.html", {"team": team_facts(found), **_secrets()})
    try:
        token = _open(request, found)
    except RefusalError as error:
        return _once_more(request, found, error)
    response = redirect("desk:mine", team=team)
    remember(request, response, team, token, found.retention_days)
    return response


def _open(request: HttpRequest, team: Team) -> str:
    """Open a conversation, or find the one that is open; return its token."""
    text = request.POST.get("text", "")
    if not text.strip():
        raise RefusalError("empty")
    if len(text) > LONGEST_TEXT:
        raise RefusalError("too_long")
    consent = request.POST.get("consent", "")
    if not consent.isascii() or not consent.isdigit() or len(consent) > 6:
        raise RefusalError("not_agreed")
    if not limiter.take(OPENINGS_OF_ADDRESS, "open", address_of(request)):
        raise RefusalError("too_many")
    opening = Opening(
        team=team.slug,
        reader=request.POST.get("reader", ""),
        token=request.POST.get("token", ""),
        consent=int(consent),
        uuid=_uuid(request),
        language=LANGUAGE,
        province=request.POST.get("province", ""),
        text=text.replace("\0", ""),
    )
    open_conversation(opening)
    return opening.token


def _secrets() -> dict[str, Any]:
    """Return what a form is opened with: sent twice, it opens one conversation."""
    return {
        "uuid": uuid4(),
        "reader": secrets.token_urlsafe(32),
        "token": secrets.token_urlsafe(32),
    }


def _uuid(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("uuid", ""))
    except ValueError:
        raise RefusalError("bad") from None


def _once_more(request: HttpRequest, team: Team, error: RefusalError) -> HttpResponse:
    context: dict[str, Any] = {
        "team": team_facts(team),
        **_secrets(),
        "text": request.POST.get("text", "")[:LONGEST_TEXT],
        "province": request.POST.get("province", ""),
        "why": error.code,
        "trouble": refusal_words(error.code, LANGUAGE),
    }
    return render(request, "desk/ask.html", context, status=400)
