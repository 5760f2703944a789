"""One's own desk: what is mine, what waits for me, what is set for a time, what is locked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from hashlib import blake2b
from operator import or_
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from roznama.newsroom.flow.notices import unread
from roznama.newsroom.flow.roles import desk_roles
from roznama.newsroom.flow.steps import know_steps
from roznama.newsroom.models import ArticlePage, Role, User

MOST = 20
"""Stories that one box shows."""


@dataclass(frozen=True, slots=True)
class Box:
    """Some stories under a heading, with the words for none."""

    key: str
    title: str
    stories: list[ArticlePage]
    none: str


def door(request: HttpRequest) -> HttpResponse:
    """Lead to one's own desk, or to the list of stories who has none; strangers log in first."""
    user = request.user
    if not user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
    return redirect("flow_my" if desk_roles(user) else "stories:index")


def my_desk(request: HttpRequest) -> HttpResponse:
    """Show it."""
    user: User = request.user  # type: ignore[assignment]
    boxes = _boxes(user)
    context = {
        "boxes": boxes,
        "mark": _mark(boxes),
        "unread": unread(user),
        "desks": sorted(desk_roles(user).values(), key=lambda row: row.section.path),
        "sections": _open_sections(user),
    }
    return render(request, "newsroom/flow/my_desk.html", context)


def desk_mark(user: Any) -> str:
    """Return a mark of what somebody's desk shows: another one when a story came, went or changed.

    As many queries as the desk has boxes, each of MOST rows at most.
    """
    return _mark(_boxes(user))


def _mark(boxes: list[Box]) -> str:
    seen = [
        (box.key, story.pk, story.latest_revision_id, story.locked_by_id, str(story.go_live_at))
        for box in boxes
        for story in box.stories
    ]
    return blake2b(repr(seen).encode(), digest_size=8).hexdigest()


def _boxes(user: User) -> list[Box]:
    seen = _stories().filter(pk__in=_explorable(user))
    mine = _stories().filter(owner=user)
    back = _with_state(mine, WorkflowState.STATUS_NEEDS_CHANGES)
    drafts = mine.filter(Q(live=False) | Q(has_unpublished_changes=True))
    under_way = _with_state(mine, WorkflowState.STATUS_IN_PROGRESS)
    rest = drafts.exclude(pk__in=back.values("pk")).exclude(pk__in=under_way.values("pk"))
    timed = seen.filter(_revisions__approved_go_live_at__isnull=False).distinct()
    boxes = [
        Box("waiting", _("Waits for you"), _waiting(user), _("Nothing waits for you.")),
        Box("back", _("Came back to you"), list(back[:MOST]), _("Nothing came back.")),
        Box("drafts", _("Your drafts"), list(rest[:MOST]), _("You have no drafts.")),
        Box("under_way", _("Yours at the desk"), list(under_way[:MOST]), _("None at the desk.")),
        Box("timed", _("Set for a time"), list(timed[:MOST]), _("Nothing is set for a time.")),
        Box("locks", _("Locked stories"), _locked(user, seen), _("Nothing is locked.")),
    ]
    takes_steps = any(row.role != Role.CONTRIBUTOR for row in desk_roles(user).values())
    hidden = set() if takes_steps or user.is_superuser else {"waiting", "timed"}
    _know([story for box in boxes for story in box.stories])
    return [box for box in boxes if box.key not in hidden or box.stories]


def _know(stories: list[ArticlePage]) -> None:
    """Let the stories of all boxes know their sections and steps, without a query a row."""
    Page.objects.annotate_parent_page(stories)
    for story in stories:
        story._cached_parent_obj = story._parent_page  # what `get_parent` keeps, too
    know_steps(stories)


def _stories() -> QuerySet[ArticlePage]:
    found = ArticlePage.objects.defer_streamfields().select_related("owner", "locked_by")
    ordered: QuerySet[ArticlePage] = found.order_by("-latest_revision_created_at", "-pk")
    prefetched: QuerySet[ArticlePage] = ordered.prefetch_workflow_states()  # type: ignore[attr-defined]
    return prefetched


def _explorable(user: User) -> Any:
    return policy_registry.get_by_type(ArticlePage).explorable_instances(user).values("pk")


def _with_state(stories: QuerySet[ArticlePage], status: str) -> QuerySet[ArticlePage]:
    return stories.filter(_specific_workflow_states__status=status).distinct()


def _waiting(user: User) -> list[ArticlePage]:
    states = TaskState.objects.reviewable_by(user)
    ids = [int(pk) for pk in states.values_list("workflow_state__object_id", flat=True)]
    return list(_stories().filter(pk__in=ids)[:MOST])


def _locked(user: User, seen: QuerySet[ArticlePage]) -> list[ArticlePage]:
    own = Q(locked_by=user) | Q(owner=user)
    desks = [
        Q(path__startswith=row.section.path)
        for row in desk_roles(user).values()
        if Role(row.role).rank >= Role.SUB_EDITOR.rank
    ]
    chosen = seen.filter(locked=True)
    chosen = chosen if user.is_superuser else chosen.filter(reduce(or_, desks, own))
    return list(chosen[:MOST])


def _open_sections(user: User) -> list[Any]:
    """The sections where somebody has a role, to begin a story in."""
    rows = {row.section_id: row.section for row in desk_roles(user).values()}
    return sorted(rows.values(), key=lambda section: section.path)
