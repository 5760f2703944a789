"""Who may do what with a story's live coverage.

What is posted is public at once, so it takes the right to publish that very story: directly, or as
the head of its desk, whose step publishes. Whoever has it may let others post in one coverage;
these change and remove what they posted themselves.
"""

from __future__ import annotations

from typing import cast

from django.db.models import QuerySet

from roznama.newsroom.models import ArticlePage, LiveCoverage, LiveUpdate, Role, User
from roznama.newsroom.record.permissions import StoryPermissions


def may_run(user: User, story: ArticlePage) -> bool:
    """Whether somebody may begin and end a coverage, and change whatever stands in it."""
    rights = cast(StoryPermissions, story.permissions_for_user(user))
    if rights.is_killed:
        return False
    return bool(rights.can_publish() or (rights.can_edit() and rights.is_at_least(Role.DESK_HEAD)))


def may_post(user: User, coverage: LiveCoverage) -> bool:
    """Whether somebody may post in a coverage."""
    if may_run(user, coverage.article):
        return True
    rights = cast(StoryPermissions, coverage.article.permissions_for_user(user))
    is_let = user.is_active and coverage.posters.filter(pk=user.pk).exists()
    return is_let and not rights.is_killed


def may_change(user: User, update: LiveUpdate) -> bool:
    """Whether somebody may change or remove an update."""
    if may_run(user, update.coverage.article):
        return True
    return update.posted_by_id == user.pk and may_post(user, update.coverage)


def open_to(user: User) -> list[LiveCoverage]:
    """Return the coverages that are on and that somebody may post in, newest first."""
    return [one for one in running() if may_post(user, one)]


def running() -> QuerySet[LiveCoverage]:
    """Return the coverages that are on, newest first."""
    found = LiveCoverage.objects.filter(is_on=True).select_related("article")
    return found.order_by("-started")
