"""What the professionals' addresses share: who asks, in which language, and what they may see."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from roznama.desk.chat.commands import RefusalError
from roznama.desk.live.staff import Person, person_of
from roznama.desk.models import Professional, Team
from roznama.desk.words import refusal_words

View = Callable[..., HttpResponseBase]

_STATUS = {"unknown": 404, "not_yours": 403, "taken": 403, "too_big": 413, "again": 503}


def language_of(request: HttpRequest) -> str:
    """Return the language that this browser's professional chose."""
    return "en" if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) == "en" else "ur"


def name_of(thing: Team | Professional, language: str) -> str:
    """Return a name in a language, in Urdu where there is no other."""
    return (thing.name_en if language == "en" else "") or thing.name


def in_language(view: View) -> View:
    """Answer in the language that was chosen, and let nothing of it be stored on the way."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with override(language_of(request)):
            response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def page(view: View) -> View:
    """Let a view show a page to a professional, `person`; others are sent to log in, or told."""

    @in_language
    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("desk_staff:login"))
        person = person_of(request.user, language_of(request))
        if person is None:
            return not_staff(request)
        return view(request, person, *args, **kwargs)

    return answer


def not_staff(request: HttpRequest) -> HttpResponse:
    """Say calmly that this is not theirs to see."""
    told = {"language": language_of(request)}
    return render(request, "desk/not_staff.html", told, status=403)


def answers(*methods: str) -> Callable[[View], View]:
    """Let a view answer a professional's script: refusals are JSON, nothing leads to a page."""

    def decorate(view: View) -> View:
        @in_language
        @functools.wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in methods:
                return HttpResponse(status=405)
            person = person_of(request.user, language_of(request))
            if person is None:
                status = 403 if request.user.is_authenticated else 401
                return _refused("not_yours", request, status)
            try:
                return view(request, person, *args, **kwargs)
            except RefusalError as error:
                return _refused(error.code, request, _STATUS.get(error.code, 400))

        return answer

    return decorate


def _refused(code: str, request: HttpRequest, status: int) -> JsonResponse:
    told = {"why": code, "text": refusal_words(code, language_of(request))}
    return JsonResponse(told, status=status)


__all__ = ["Person", "answers", "in_language", "language_of", "name_of", "not_staff", "page"]
