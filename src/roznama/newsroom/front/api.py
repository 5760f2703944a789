"""What the front page desk's screen asks and sends, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from roznama.newsroom.front import editions, steps
from roznama.newsroom.front.layout import Layout, kept
from roznama.newsroom.front.reading import FrontError, local_time, not_understood
from roznama.newsroom.front.state import history, state
from roznama.newsroom.front.steps import ConflictError
from roznama.newsroom.front.tray import LONGEST_QUERY, tray
from roznama.newsroom.models import User
from roznama.newsroom.models.front import LONGEST_NAME

PERMISSION = "newsroom.arrange_front"

_MOVES = {"undo": steps.undo, "redo": steps.redo}


def may_arrange(user: Any) -> bool:
    """Whether somebody may arrange the front page and print it."""
    return bool(user.has_perm(PERMISSION))


def answers(view: Callable[..., dict[str, Any]]) -> Callable[..., HttpResponse]:
    """Let a view return an object; errors are one line, a conflict tells how the draft stands."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if not may_arrange(request.user):
            return JsonResponse({"error": _("You may not arrange the front page.")}, status=403)
        try:
            return JsonResponse(view(request))
        except FrontError as error:
            return JsonResponse({"error": str(error)}, status=error.status)
        except PermissionDenied:
            return JsonResponse({"error": _("You may not arrange the front page.")}, status=403)
        except ConflictError as conflict:
            return JsonResponse(_conflict(conflict), status=409)
        except OperationalError:
            line = _("The database is busy. Your work is kept here and sent again.")
            return JsonResponse({"error": line, "again": True}, status=503)

    return answer


@require_GET
@answers
def state_now(request: HttpRequest) -> dict[str, Any]:
    """How the draft stands; only its number for whoever has seen this very one."""
    now = steps.draft()
    if request.GET.get("seen") == str(now.number):
        return {"head": now.number}
    return state(now)


@require_GET
@answers
def stories(request: HttpRequest) -> dict[str, Any]:
    """The tray."""
    section = request.GET.get("section", "")
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    return {
        "stories": tray(query, int(section) if section.isdecimal() and len(section) < 10 else 0)
    }


@require_GET
@answers
def steps_so_far(request: HttpRequest) -> dict[str, Any]:
    """The history."""
    return {"steps": history()}


@require_POST
@answers
def save(request: HttpRequest) -> dict[str, Any]:
    """Keep the arrangement as the draft."""
    data = _body(request)
    steps.save(data.get("layout"), _number(data, "base"), _user(request))
    return state()


@require_POST
@answers
def step(request: HttpRequest) -> dict[str, Any]:
    """Undo, redo, or bring back an earlier arrangement, the printed one, or the automatic one."""
    data = _body(request)
    base, user, what = _number(data, "base"), _user(request), data.get("do")
    if what == "restore":
        steps.restore(_earlier(_number(data, "step")), base, user)
    elif isinstance(what, str) and what in _MOVES:
        _MOVES[what](base, user)
    else:
        raise not_understood()
    return state()


@require_POST
@answers
def publish(request: HttpRequest) -> dict[str, Any]:
    """Print the draft."""
    editions.publish(_number(_body(request), "base"), _user(request))
    return state()


@require_POST
@answers
def schedule(request: HttpRequest) -> dict[str, Any]:
    """Print the draft at a time."""
    data = _body(request)
    name, at = data.get("name", ""), data.get("at")
    if not isinstance(name, str) or not isinstance(at, str):
        raise not_understood()
    try:
        time = local_time(at)
    except (ValueError, OverflowError):
        raise FrontError(_("Give the day and the time.")) from None
    words = " ".join(name.replace("\0", " ").split())[:LONGEST_NAME]
    editions.schedule(_number(data, "base"), _user(request), time, words)
    return state()


@require_POST
@answers
def cancel(request: HttpRequest) -> dict[str, Any]:
    """Take back a front to come."""
    editions.cancel(_number(_body(request), "edition"), _user(request))
    return state()


def _earlier(number: int) -> Layout:
    return kept(steps.find_step(number).layout) if number else Layout()


def _conflict(conflict: ConflictError) -> dict[str, Any]:
    now = state()
    changed = now["changed"] or {"who": "", "time": ""}
    line = _("%(who)s changed the front page meanwhile.") % {"who": changed["who"]}
    if conflict.aside:
        line += " " + _("Your arrangement is kept in the history; nothing is lost.")
    aside = conflict.aside.pk if conflict.aside else 0
    return {"error": line, "conflict": True, "aside": aside, "state": now}


def _body(request: HttpRequest) -> dict[str, Any]:
    try:
        data = json.loads(request.body)
    except (RequestDataTooBig, ValueError, RecursionError):
        raise not_understood() from None
    if not isinstance(data, dict):
        raise not_understood()
    return data


def _number(data: dict[str, Any], name: str) -> int:
    value = data.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 53:
        raise not_understood()
    return value


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)
