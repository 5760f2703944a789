"""What the newsroom sees of text reuse: which stories were taken over, and the two texts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.permission_policies.pages import PagePermissionPolicy

from roznama.archive.reuse.comparing import compare
from roznama.archive.reuse.finding import Original, taken_over
from roznama.archive.reuse.marking import side_by_side
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text
from roznama.urdu.dates import format_day

LOOKED_THROUGH = 50
"""Stories that one page of the list looks through, the newest first; some two seconds of work."""

_TITLE = _("Stories taken over almost word for word")


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the published stories that were taken over, among those that somebody may edit."""
    page = Paginator(_stories(request.user), LOOKED_THROUGH).get_page(request.GET.get("p"))
    context = {
        "rows": [_row(story, original) for story, original in taken_over(page.object_list)],
        "page": page,
        **_furniture([{"url": "", "label": _TITLE}]),
    }
    return render(request, "archive/reuse/list.html", context)


@require_safe
def pair(request: HttpRequest, story: int, other: int) -> HttpResponse:
    """Show a story beside another text with what they share marked in both.

    403 for who may not edit both: either may be a draft.
    """
    pages = [get_object_or_404(ArticlePage, pk=pk) for pk in (story, other)]
    if not all(page.permissions_for_user(request.user).can_edit() for page in pages):
        raise PermissionDenied
    ours, theirs = (plain_text(page) for page in pages)
    found = compare(ours, theirs)
    lines = side_by_side(ours, theirs, found.passages)
    context = {
        "reuse": found,
        "percent": round(found.share * 100),
        "sides": [
            {"number": at, "across": 3 - at, "page": page, "day": _day(page), "lines": own}
            for at, (page, own) in enumerate(zip(pages, lines, strict=True), 1)
        ],
        **_furniture([
            {"url": reverse("archive_reuse"), "label": _TITLE},
            {"url": "", "label": pages[0].get_admin_display_title()},
        ]),
    }  # fmt: skip
    return render(request, "archive/reuse/pair.html", context)


def _stories(user: Any) -> QuerySet[ArticlePage]:
    own = PagePermissionPolicy(ArticlePage).instances_user_has_permission_for(user, "change")
    stories = ArticlePage.objects.filter(pk__in=own.values("pk"), live=True)
    return stories.exclude(first_published_at=None).order_by("-first_published_at", "-pk")


def _row(story: ArticlePage, original: Original) -> dict[str, Any]:
    return {
        "story": story,
        "day": _day(story),
        "original": original.page,
        "reuse": original.reuse,
        "percent": round(original.reuse.share * 100),
    }


def _day(page: ArticlePage) -> str:
    time = page.first_published_at or page.latest_revision_created_at
    return format_day(localtime(time)) if time else ""


def _furniture(crumbs: list[dict[str, Any]]) -> dict[str, Any]:
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    title = crumbs[-1]["label"]
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "copy",
        "breadcrumbs_items": [home, *crumbs],
    }
