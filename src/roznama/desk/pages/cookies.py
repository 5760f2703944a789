"""The token in a cookie, for a browser without scripts: one for each team."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from roznama.desk.api.asking import address_of
from roznama.desk.chat.commands import RefusalError
from roznama.desk.chat.opening import find_by_tokens
from roznama.desk.chat.showing import reader_states
from roznama.desk.live.limits import GUESSES_OF_ADDRESS, limiter

PATH = "/desk/"


def name_of(team: str) -> str:
    """Return the cookie's name for a team."""
    return f"desk_{team}"


def remember(
    request: HttpRequest, response: HttpResponse, team: str, token: str, days: int
) -> None:
    """Let the browser keep a token as long as the conversation is kept, and no script read it."""
    response.set_cookie(
        name_of(team),
        token,
        max_age=days * 86_400,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def forget(response: HttpResponse, team: str) -> None:
    """Let the browser forget it."""
    response.delete_cookie(name_of(team), path=PATH, samesite="Strict")


def conversation_by(request: HttpRequest, token: str) -> tuple[int, dict[str, Any]] | None:
    """Return the conversation of a token and its state, None where there is none.

    Raises:
        RefusalError: `too_many`, for who guesses.

    """
    pk = find_by_tokens([token])[0]
    states = reader_states([pk]) if pk is not None else {}
    if pk is not None and pk in states:
        return pk, states[pk]
    if not limiter.take(GUESSES_OF_ADDRESS, "guess", address_of(request)):
        raise RefusalError("too_many")
    return None


def conversation_in(request: HttpRequest, team: str) -> tuple[int, dict[str, Any]] | None:
    """Return the conversation whose token the browser keeps for a team.

    A cookie that opens nothing is no guess worth a refusal: there is no conversation then.
    """
    token = request.COOKIES.get(name_of(team), "")
    try:
        found = conversation_by(request, token) if token else None
    except RefusalError:
        return None
    return found if found and found[1]["team"] == team else None
