"""What the story's form asks while somebody types: checks, and what to leave alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page

from roznama.copydesk import RULES, Finding, Place, Story
from roznama.newsroom.checking import asking
from roznama.newsroom.checking.asking import RequestError
from roznama.newsroom.checking.models import (
    LONGEST,
    Dismissal,
    HouseWord,
    Severity,
    WordKind,
    words_key,
)
from roznama.newsroom.checking.offsets import Utf16
from roznama.newsroom.checking.reporting import Report, Reported, report
from roznama.newsroom.checking.severities import severities
from roznama.newsroom.models import ArticlePage, SectionPage, User

_LONGEST_STRETCH = 20_000  # letters of a sentence that is to be left alone

View = Callable[..., dict[str, Any]]


def answers(view: View) -> Callable[..., HttpResponse]:
    """Let a view take a JSON object and return one; what is wrong is told in one line."""

    @require_POST
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return JsonResponse(view(request, asking.body(request), **kwargs))
        except RequestError as error:
            return JsonResponse({"error": str(error)}, status=error.status)
        except PermissionDenied:
            message = _("You may not do this.")
            return JsonResponse({"error": message}, status=403)

    return answer


@answers
def check_page(request: HttpRequest, data: dict[str, Any], page: int) -> dict[str, Any]:
    """Check the unsaved text of a story that is there already."""
    return _checked(data, _editable(request, page).pk)


@answers
def check_new(request: HttpRequest, data: dict[str, Any], parent: int) -> dict[str, Any]:
    """Check the text of a story that was never saved; it is to stand under `parent`."""
    section = get_object_or_404(SectionPage, pk=parent)
    if not section.permissions_for_user(_user(request)).can_add_subpage():
        raise PermissionDenied
    return _checked(data, None)


@answers
def dismiss(request: HttpRequest, data: dict[str, Any], page: int) -> dict[str, Any]:
    """Ignore some words here: one rule leaves them alone in this story."""
    story = _editable(request, page)
    rule, words = _rule(data), words_key(asking.text(data, "text", _LONGEST_STRETCH))
    if severities()[rule] == Severity.BLOCKING:
        raise RequestError(_("This cannot be ignored; it takes a reason at publication."), 409)
    row = {"page_id": story.pk, "rule": rule, "text": words}
    if data.get("undo") is True:
        Dismissal.objects.filter(**row).delete()
    else:
        Dismissal.objects.get_or_create(**row, defaults={"user": _user(request)})
    return {"done": True}


@answers
def heed(request: HttpRequest, data: dict[str, Any], page: int) -> dict[str, Any]:
    """Forget everything that was to be ignored in this story."""
    count, _rows = Dismissal.objects.filter(page_id=_editable(request, page).pk).delete()
    return {"done": True, "count": count}


@answers
def accept(request: HttpRequest, data: dict[str, Any]) -> dict[str, Any]:
    """Ignore a word always: it goes to the house list."""
    user = _user(request)
    if not user.has_perm("newsroom.add_houseword"):
        raise PermissionDenied
    word = HouseWord(
        kind=WordKind.ACCEPTED, written=asking.text(data, "text", LONGEST), changed_by=user
    )
    word.tidy()
    same = HouseWord.objects.filter(kind=word.kind, folded=word.folded)
    if data.get("undo") is True:
        # One's own slip of the finger; what somebody else accepted stays.
        with transaction.atomic():
            for row in same.filter(changed_by=user):
                row.delete()
    elif not word.folded:
        raise RequestError(_("There is no word in this."))
    elif not same.exists():
        word.save()
    return {"done": True}


def _checked(data: dict[str, Any], page_id: int | None) -> dict[str, Any]:
    asked = asking.question(data)
    return {"version": asked.version, **as_json(asked.story, report(asked.story, page_id))}


def as_json(story: Story, found: Report) -> dict[str, Any]:
    """Return a report as scripts take it: offsets are UTF-16 code units."""
    counts = {piece.key: Utf16(piece.text) for piece in story.pieces}
    rows = [_row(one, counts) for one in found.found]
    return {"findings": rows, "ignored": found.ignored}


def _row(one: Reported, counts: dict[str, Utf16]) -> dict[str, Any]:
    finding = one.finding
    return {
        "rule": finding.rule,
        "group": one.group,
        "severity": one.severity.value,
        "message": one.message,
        "note": finding.detail.get("note", ""),
        "suggestions": list(finding.suggestions),
        **_place(finding, counts),
        "other": [_place(place, counts) for place in finding.other],
    }


def _place(place: Finding | Place, counts: dict[str, Utf16]) -> dict[str, Any]:
    row = {"piece": place.piece, "text": place.text, "start": 0, "end": 0}
    if count := counts.get(place.piece):
        row |= {"start": count(place.start), "end": count(place.end)}
    return row


def _editable(request: HttpRequest, pk: int) -> Page:
    page = get_object_or_404(ArticlePage, pk=pk)
    if not page.permissions_for_user(_user(request)).can_edit():
        raise PermissionDenied
    return page


def _rule(data: dict[str, Any]) -> str:
    rule = asking.text(data, "rule", LONGEST)
    if rule not in RULES:
        raise RequestError(_("The copy desk did not understand the request."))
    return rule


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # the newsroom lets nobody else in
