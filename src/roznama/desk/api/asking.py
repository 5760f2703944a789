"""What the desk's HTTP addresses share: who asks, and how they are answered."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from roznama.desk.chat.commands import RefusalError
from roznama.desk.chat.opening import find_by_tokens
from roznama.desk.chat.showing import reader_states
from roznama.desk.live.limits import GUESSES_OF_ADDRESS, limiter
from roznama.desk.live.parsing import Frame, frame
from roznama.desk.words import refusal_words

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]

_STATUS = {
    "no_team": 404,
    "unknown": 401,
    "too_many": 429,
    "open": 409,
    "again": 503,
    "too_big": 413,
}


def answers(*methods: str) -> Callable[[View], View]:
    """Let a view answer these methods to pages of our own, refusals as JSON, stored nowhere.

    The token is in a header that no other site's page can send, so there is no cookie to
    protect against forgery.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @functools.wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                if request.method not in methods:
                    response: HttpResponseBase = HttpResponse(status=405)
                elif not is_own(request):
                    response = HttpResponse(status=403)
                else:
                    response = view(request, *args, **kwargs)
            except RefusalError as error:
                response = refused(error.code, language_of(request))
            except DatabaseError as error:
                logger.warning("the desk's database does not answer: %s", error)
                response = refused("again", language_of(request))
            response["Cache-Control"] = "no-store"
            return response

        return answer

    return decorate


def is_own(request: HttpRequest) -> bool:
    """Whether a page of the paper asks; a request without Origin comes from no page."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    try:
        asked, own = urlsplit(origin), urlsplit(settings.SITE_URL)
    except ValueError:
        return False
    return asked[:2] == own[:2] or asked.netloc == request.get_host()


def refused(code: str, language: str) -> JsonResponse:
    """Return why something was not done, for programs and for people."""
    told = {"why": code, "text": refusal_words(code, language)}
    return JsonResponse(told, status=_STATUS.get(code, 400))


def language_of(request: HttpRequest) -> str:
    """Return the language of the reader's screen."""
    return "en" if request.headers.get("Accept-Language", "").startswith("en") else "ur"


def body_of(request: HttpRequest) -> Frame:
    """Return the JSON object that was sent.

    Raises:
        RefusalError: `bad`.

    """
    return frame(request.body)


def address_of(request: HttpRequest) -> str:
    """Return the address that asks, as the proxy before us tells it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def conversation_of(request: HttpRequest) -> tuple[int, dict[str, Any]]:
    """Return the conversation whose token the request carries, and its state.

    Raises:
        RefusalError: `unknown`, or `too_many` for who guesses.

    """
    words = request.headers.get("Authorization", "").split()
    token = words[1] if len(words) == 2 and words[0].lower() == "bearer" else ""
    pk = find_by_tokens([token])[0]
    states = reader_states([pk]) if pk is not None else {}
    if pk is None or pk not in states:
        if not limiter.take(GUESSES_OF_ADDRESS, "guess", address_of(request)):
            raise RefusalError("too_many")
        raise RefusalError("unknown")
    return pk, states[pk]
