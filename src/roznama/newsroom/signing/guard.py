"""Nothing of the newsroom without the second factor that somebody must give.

Whatever door a session came in by, it is asked again here, at every address behind
which one works. So no other login page, and no session from before somebody set up a
second factor, leads past it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roznama.newsroom.models.user import User
from roznama.newsroom.signing import session as of_session
from roznama.newsroom.signing.requirement import has_factor, must_have_factor

GUARDED = ("/newsroom/", "/desk/")
OPEN: tuple[str, ...] = ("/newsroom/login/", "/newsroom/logout/", "/newsroom/security/logout/")
OPEN += ("/newsroom/sprite/", "/newsroom/jsi18n/")
OPEN += ("/desk/login/", "/desk/logout/", "/desk/language/")
# Where a second factor is set up: not for those who have one and did not give it.
SECURITY = "/newsroom/security/"
_WELCOMED = "signing.welcomed"


class Standing(Enum):
    """How a session stands."""

    IN = "in"
    WELCOME = "welcome"  # in, and not yet told what to set up
    SET_UP = "set up"  # must set up a second factor
    OUT = "out"  # has one and did not give it


def standing(session: SessionBase, user: User) -> Standing:
    """Return how somebody's session stands; asks the database only while no factor was given."""
    if of_session.gave_second_factor(session, user):
        return Standing.IN
    if has_factor(user):
        return Standing.OUT
    new = of_session.has_grace(session)
    must = must_have_factor(user)
    if must and not new:
        return Standing.SET_UP
    # The code is used up: without a password there would be no coming back.
    owes = new and (must or not user.has_usable_password())
    return Standing.WELCOME if owes and not session.get(_WELCOMED) else Standing.IN


def is_let_in(session: SessionBase, user: User) -> bool:
    """Tell whether a session may work, for those who ask without a request: the desk's sockets."""
    return standing(session, user) in (Standing.IN, Standing.WELCOME)


def mark_welcomed(session: SessionBase) -> None:
    """Remember that somebody was told what to set up, and went on."""
    session[_WELCOMED] = True


class SecondFactor:
    """Middleware that leads a session to what it still owes. Readers' pages it leaves alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the second factor."""
        if not _is_guarded(request) or not request.user.is_authenticated:
            return self.get_response(request)
        found = standing(request.session, request.user)  # type: ignore[arg-type]
        may_set_up = found is not Standing.OUT and request.path.startswith(SECURITY)
        if found is Standing.IN or may_set_up:
            return self.get_response(request)
        if found is Standing.OUT:
            logout(request)
        return _lead(request, found)


def _is_guarded(request: HttpRequest) -> bool:
    path = request.path
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not path.startswith(GUARDED):
        return False
    return not path.startswith(OPEN)


def _lead(request: HttpRequest, found: Standing) -> HttpResponse:
    """Lead a page to where it goes on; tell a script, which cannot follow, and lose no form."""
    names = {Standing.OUT: "account_login", Standing.WELCOME: "signing_welcome"}
    address = reverse(names.get(found, "signing_set_up"))
    if get_adapter().is_ajax(request):
        text = _("Your account needs a second factor here. Open the newsroom in a new window.")
        return JsonResponse({"why": "second_factor", "text": text}, status=403)
    if request.method not in ("GET", "HEAD"):
        return render(request, "newsroom/signing/stopped.html", {"address": address}, status=403)
    return HttpResponseRedirect(f"{address}?{urlencode({'next': request.get_full_path()})}")
