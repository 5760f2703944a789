"""The published versions of a story: a list of them, and two side by side."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roznama.newsroom.models import ArticlePage, CorrectionKind, PublishedVersion
from roznama.newsroom.record.comparing import compare
from roznama.newsroom.record.kill_views import edit_address


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """List what readers were given, newest first; drafts are in Wagtail's own history."""
    story = _story(request, pk)
    found = list(_versions(story))
    older = [*found[1:], None]
    rows = [
        {"one": one, "before": before, "notices": _new_notices(one, before)}
        for one, before in zip(found, older, strict=True)
    ]
    kills = story.kills.select_related("by", "lifted_by").order_by("-time")
    context = _context(story, _("Published versions"), rows=rows, kills=kills)
    return TemplateResponse(request, "newsroom/record/versions.html", context)


@require_safe
def comparison(request: HttpRequest, pk: int, before: int, after: int) -> HttpResponse:
    """Show two published versions side by side, by their numbers."""
    story = _story(request, pk)
    old = get_object_or_404(_versions(story), number=before)
    new = get_object_or_404(_versions(story), number=after)
    fields = compare(old.revision.content, new.revision.content)
    context = _context(
        story,
        _("Compare published versions"),
        old=old,
        new=new,
        fields=fields,
        changed=[one for one in fields if one.is_changed],
        others=list(_versions(story)),
    )
    return TemplateResponse(request, "newsroom/record/comparison.html", context)


def _story(request: HttpRequest, pk: int) -> ArticlePage:
    story: ArticlePage = get_object_or_404(ArticlePage, pk=pk)
    if not story.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return story


def _versions(story: ArticlePage) -> QuerySet[PublishedVersion]:
    return story.versions.select_related("revision", "by")


def _new_notices(one: PublishedVersion, before: PublishedVersion | None) -> list[dict[str, Any]]:
    """Return the notices that a version has and the one before has not."""
    told = [_notice(row) for row in one.revision.content.get("corrections", ())]
    known = before.revision.content.get("corrections", ()) if before else ()
    old = [_notice(row) for row in known]
    return [row for row in told if row not in old]


def _notice(row: dict[str, Any]) -> dict[str, Any]:
    kind = row.get("kind") or CorrectionKind.CORRECTION
    return {"kind": str(CorrectionKind(kind).label), "text": row.get("text", "")}


def _context(story: ArticlePage, title: str, **more: Any) -> dict[str, Any]:
    return {
        "story": story,
        "back": edit_address(story),
        "page_title": title,
        "header_title": title,
        "page_subtitle": story.title,
        "header_icon": "history",
        **more,
    }
