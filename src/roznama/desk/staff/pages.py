"""The professionals' pages: logging in, the console, and the language of both."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from roznama.desk.licences import badge, paper_day
from roznama.desk.models import Professional, Team
from roznama.desk.staff.asking import Person, in_language, language_of, name_of, page
from roznama.desk.staff.words import console_words

_YEAR = 365 * 24 * 3600  # seconds
_WARNS_BEFORE = timedelta(days=14)


@method_decorator(in_language, name="dispatch")
class Login(LoginView):
    """The newsroom's accounts, at the desk's own door; a second factor is asked for as there."""

    template_name = "desk/login.html"

    def get_default_success_url(self) -> str:
        """Lead to the console."""
        return reverse("desk_staff:console")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the template the language."""
        return super().get_context_data(**kwargs, language=language_of(self.request))


class Logout(LogoutView):
    """Out of the newsroom as well: it is one session."""

    def get_default_redirect_url(self) -> str:
        """Lead back to the door."""
        return reverse("desk_staff:login")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language that was chosen, for the desk's pages alone."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = reverse("desk_staff:console")
    response = HttpResponseRedirect(back)
    chosen = "en" if request.POST.get("language") == "en" else "ur"
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=_YEAR,
        path="/desk/",
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


@page
def console(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Show the console; everything in it comes over the socket."""
    professional = Professional.objects.get(pk=person.actor.professional)
    told = {
        "language": person.language,
        "professional": professional,
        "headed": [
            (team.slug, name_of(team, person.language))
            for team in Team.objects.filter(pk__in=person.actor.heads)
        ],
        "licence": _licence(professional),
        "told": {"words": console_words(), "config": _config(request, person)},
    }
    return render(request, "desk/console.html", told)


def _config(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return what the script needs to know; `0` stands for the id in an address."""
    return {
        "me": person.user.pk,
        "professional": person.actor.professional,
        "csrf": get_token(request),
        "upload": reverse("desk_staff:upload", args=[0]),
        "files": reverse("desk_staff:files"),
        "replies": reverse("desk_staff:replies", args=[0]),
        "story": reverse("desk_staff:story", args=[0]),
        "transcript": reverse("desk_staff:transcript", args=[0, "json"]).removesuffix("json"),
    }


def _licence(professional: Professional) -> dict[str, Any] | None:
    """Return what is to be warned of: a licence that has run out, or soon will."""
    if not professional.needs_licence:
        return None
    today = paper_day(timezone.now())
    valid = badge(professional, today)
    if valid is None:
        return {"until": None}
    return {"until": valid.until} if valid.until - today <= _WARNS_BEFORE else None
