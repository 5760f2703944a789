"""A reader's own conversation as a page with forms."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from roznama.desk.api.reader import file_response
from roznama.desk.chat.commands import Reader, RefusalError
from roznama.desk.chat.engine import Op, do
from roznama.desk.erasing import erase
from roznama.desk.export import transcript
from roznama.desk.live.limits import MESSAGES, limiter
from roznama.desk.live.parsing import Frame, reader_command, uuid_in
from roznama.desk.models import Conversation
from roznama.desk.outlook import promise_for
from roznama.desk.pages.cookies import conversation_in, forget
from roznama.desk.pages.views import LANGUAGE
from roznama.desk.sealing import master_keys
from roznama.desk.words import refusal_words

_SHOWN = ("message", "asked", "urgent", "taken", "transferred", "returned", "closed", "reopened")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, team: str) -> HttpResponse:
    """Show the conversation with a team; do what one of the page's forms asks."""
    found = conversation_in(request, team)
    if found is None:
        return _gone(request, team)
    pk, state = found
    trouble = ""
    if request.method == "POST":
        if request.POST.get("do") == "erase":
            return _erase(request, team, pk)
        try:
            _do(request, pk, state)
            return redirect(f"{reverse('desk:mine', args=[team])}#end")
        except RefusalError as error:
            trouble = refusal_words(error.code, LANGUAGE)
    context = {**_page(pk), "state": state, "trouble": trouble, "uuid": uuid4(), "slug": team}
    context["text"] = request.POST.get("text", "")
    return render(request, "desk/mine.html", context, status=400 if trouble else 200)


def _do(request: HttpRequest, pk: int, state: dict[str, Any]) -> None:
    asked: Frame = {
        name: request.POST[name]
        for name in ("do", "uuid", "text", "email", "comment")
        if name in request.POST
    }
    if asked.get("do") == "send" and state["asking"]:
        asked["answers"] = state["asking"]
    if asked.get("do") == "rate":
        stars = request.POST.get("stars", "")
        asked["stars"] = int(stars) if stars in ("1", "2", "3", "4", "5") else 0
    if not limiter.take(MESSAGES, "message", str(pk)):
        raise RefusalError("too_many")
    do(Op(pk, Reader(), reader_command(asked), uuid_in(asked)))


def _erase(request: HttpRequest, team: str, pk: int) -> HttpResponse:
    """Erase once it is confirmed; a page asks for that first."""
    if request.POST.get("sure") != "yes":
        return render(request, "desk/erase.html", {"slug": team})
    erase(pk, "reader")
    response = render(request, "desk/gone.html", {"slug": team, "is_erased": True})
    forget(response, team)
    return response


def _gone(request: HttpRequest, team: str) -> HttpResponse:
    response = render(request, "desk/gone.html", {"slug": team}, status=404)
    forget(response, team)
    return response


def _page(pk: int) -> dict[str, Any]:
    row = Conversation.objects.select_related("team", "consent").get(pk=pk)
    told = transcript(row, master_keys().unwrap(bytes(row.key or b"")))
    lines = [event for event in told["events"] if event["kind"] in _SHOWN]
    for line in lines:
        line["at"] = timezone.localtime(parse_datetime(line["at"]))
    return {"told": told, "lines": lines, "promise": promise_for(row, timezone.now())}


@never_cache
@require_http_methods(["GET"])
def file(request: HttpRequest, team: str, file: Any) -> HttpResponse:
    """Hand out a file of the conversation with a team."""
    found = conversation_in(request, team)
    return file_response(found[0], file) if found else HttpResponse(status=404)
