"""Withdrawing a story from readers, and giving it back.

All of it is one transaction. What stands on printed pages goes by the change log: its row names
the pages that may not be handed out again before they are printed anew (`keys.withdrawn`). Files
of its pictures (`pictures/withdrawing.py`) and social cards go with the commit.
"""

from __future__ import annotations

from typing import cast

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.announcing import article_keys
from roznama.newsroom.models import ArticlePage, BreakingLine, Kill, SectionPage, User
from roznama.newsroom.pictures.withdrawing import withdraw_pictures
from roznama.newsroom.record.standing import kill_of

KILLED = "roznama.kill"
LIFTED = "roznama.kill.lift"
MAY_KILL = "newsroom.kill"
MAY_LIFT = "newsroom.lift_kill"


class KillError(Exception):
    """The story is not published, or withdrawn already, or not withdrawn at all."""


def may_kill(user: User, story: ArticlePage) -> bool:
    """Whether somebody may withdraw a story: they have the right, and work on this one."""
    return user.has_perm(MAY_KILL) and bool(story.permissions_for_user(user).can_edit())


def may_lift(user: User, story: ArticlePage) -> bool:
    """Whether somebody may give a withdrawn story back."""
    return user.has_perm(MAY_LIFT) and bool(story.permissions_for_user(user).can_edit())


@transaction.atomic
def kill(story: ArticlePage, *, reason: str, notice: str, user: User | None = None) -> Kill:
    """Withdraw a published story; `notice` is told to readers, `reason` kept for the record.

    It leaves the workflow and the schedule, and the breaking line that leads to it.

    Raises:
        KillError: readers do not have it, or it is withdrawn already.

    """
    story = _locked(story)
    if not story.live or kill_of(story.pk):
        raise KillError("readers do not have this story")
    told, path = article_keys(story), cast(str, story.url or "")
    section = cast(SectionPage, story.get_parent().specific)
    killed = Kill.objects.create(
        article=story,
        path=path,
        section=section,
        revision=story.live_revision,
        headline=story.title,
        by=user,
        reason=reason,
        notice=notice,
    )
    _take_off_the_way(story, user)
    # Without a user: who may withdraw need not be who may publish, and a lock is no obstacle.
    story.unpublish(log_action=False)
    _end_breaking_line(story)
    withdraw_pictures(story)
    log(instance=story, action=KILLED, user=user, data={"reason": reason, "notice": notice})
    record([*told, *_gone_at_once(story, section)], [path] if path else [])
    return killed


@transaction.atomic
def lift(story: ArticlePage, *, reason: str, user: User | None = None, publish: bool) -> Kill:
    """Let a withdrawn story be published again; with `publish` as readers had it, at once.

    Raises:
        KillError: it is not withdrawn.

    """
    story = _locked(story)
    killed = kill_of(story.pk)
    if killed is None:
        raise KillError("this story is not withdrawn")
    killed.lifted, killed.lifted_by, killed.lift_reason = timezone.now(), user, reason
    killed.save(update_fields=["lifted", "lifted_by", "lift_reason"])
    log(instance=story, action=LIFTED, user=user, data={"reason": reason, "published": publish})
    record(article_keys(story), [killed.path] if killed.path else [])
    if publish and killed.revision is not None:
        killed.revision.publish(user=user)
    return killed


def _locked(story: ArticlePage) -> ArticlePage:
    """Return the story as it is now; nobody publishes it until the transaction ends."""
    found: ArticlePage = ArticlePage.objects.select_for_update().get(pk=story.pk)
    return found


def _take_off_the_way(story: ArticlePage, user: User | None) -> None:
    """End what would publish it by itself, later."""
    if state := story.current_workflow_state:
        state.cancel(user=user)
    story.revisions.update(approved_go_live_at=None)


def _end_breaking_line(story: ArticlePage) -> None:
    line = BreakingLine.load()
    if line.story_id == story.pk:
        line.text = ""
        line.save()


def _gone_at_once(story: ArticlePage, section: SectionPage) -> list[str]:
    read = (keys.article(story.pk), keys.addresses(section.pk), keys.NEWS_ADDRESSES)
    return [keys.withdrawn(key) for key in read]
