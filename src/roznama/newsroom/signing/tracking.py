"""Which devices are signed in, and when they were last seen."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse

PAUSE = 300  # seconds between notes: an editor's screen asks every few seconds
_NOTED = "signing.seen"

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device(user_agent: str) -> str:
    """Return a device as people name it, `Chrome · Android`; empty where nothing is known of it."""
    names = (_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent))
    return " · ".join(name for name in names if name)


def _first(marks: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in marks if mark in user_agent), "")


class LastSeen:
    """Middleware that notes, once in five minutes, that a session of the newsroom is used.

    allauth's own writes to the database with every request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note it, and answer the request."""
        if _is_ours(request) and request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get(_NOTED, 0) >= PAUSE:
                UserSession.objects.create_from_request(request)
                request.session[_NOTED] = now
        return self.get_response(request)


def _is_ours(request: HttpRequest) -> bool:
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_session and request.path.startswith(("/newsroom/", "/desk/"))
