"""Telling people what waits for them, what came back, and what happened to their stories."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import now
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from roznama.newsroom.models import DeskTask, Notice, NoticeKind, Role, User

LONGEST = 500
"""Letters of a comment that a notice quotes."""


def tell(
    users: Iterable[User | None], kind: NoticeKind, page: Page, actor: Any, words: str = ""
) -> None:
    """Tell some people once each of a page, except whoever did it."""
    others = {user.pk: user for user in users if user is not None and user.is_active}
    if actor is not None:
        others.pop(actor.pk, None)
    Notice.objects.bulk_create(
        Notice(user=user, kind=kind, page_id=page.pk, actor=actor, words=words[:LONGEST])
        for user in others.values()
    )


MOST_COUNTED = 100
"""Unread notices that are counted; more than that is "a hundred and more" to anybody."""


def unread(user: Any) -> int:
    """Return how many notices somebody has not read, MOST_COUNTED where there are more."""
    return Notice.objects.filter(user=user.pk, read_at=None)[:MOST_COUNTED].count()


def people_at(page: Page, roles: Iterable[Role]) -> QuerySet[User]:
    """Return who has one of the roles at the desk of a page."""
    sections = page.get_ancestors(inclusive=True).values("pk")
    inside = Q(groups__desk_role__section__in=sections, groups__desk_role__role__in=list(roles))
    return User.objects.filter(inside, is_active=True).distinct()


def step_people(task: DeskTask, page: Page) -> list[User]:
    """Return who is told that a story waits at a step.

    Those whose step it is; where a desk has none of them, those above; at last whoever may
    publish in the whole paper.
    """
    least = Role(task.role).rank
    for role in [one for one in Role if one.rank >= least]:
        if found := list(people_at(page, [role])):
            return found
    policy = policy_registry.get_by_type(Page)
    chiefs = policy.users_with_permission_for_instance("publish", page, include_superusers=False)
    return list(chiefs)


def waits(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """Tell the people of a step that a story has come to it."""
    task = instance.task.specific
    if isinstance(task, DeskTask):
        page = instance.workflow_state.content_object
        tell(step_people(task, page), NoticeKind.WAITING, page, user)


def step_done(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """Let nobody go after a story that waits no more; the next step's people are told already."""
    page, end = instance.workflow_state.object_id, instance.finished_at or now()
    waiting = Notice.objects.filter(page_id=page, kind=NoticeKind.WAITING, read_at=None)
    waiting.filter(time__lte=end).update(read_at=now())


def came_back(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Tell the writer that changes are asked for, with the words."""
    page, state = instance.content_object, instance.current_task_state
    words = state.specific.get_comment() if state else ""
    tell(_writers(instance), NoticeKind.RETURNED, page, user, words)


def went_out(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Tell the writer that the story is published."""
    tell(_writers(instance), NoticeKind.PUBLISHED, instance.content_object, user)


def commented(page: Page, changes: dict[str, Any], user: User) -> None:
    """Tell the story's writer and those who talk in a thread what was said."""
    for comment in changes["new_comments"]:
        tell([page.owner], NoticeKind.COMMENT, page, user, comment.text)
    for comment, replies in changes["new_replies"]:
        talking = [page.owner, comment.user, *(one.user for one in comment.replies.all())]
        for reply in replies:
            tell(talking, NoticeKind.COMMENT, page, user, reply.text)


def _writers(state: WorkflowState) -> list[User | None]:
    return [state.requested_by, state.content_object.owner]
