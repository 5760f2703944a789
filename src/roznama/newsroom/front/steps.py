"""The draft arrangement and its steps: saving, undo, redo, and bringing back an earlier state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from roznama.newsroom.front.layout import Layout, as_json, kept
from roznama.newsroom.front.reading import FrontError, not_understood, read
from roznama.newsroom.front.telling import what_changed
from roznama.newsroom.models import FrontAction, FrontDraft, FrontStep, User

KEPT = timedelta(days=90)
"""How long steps are kept that no front was made of."""


class ConflictError(Exception):
    """Somebody else changed the draft meanwhile. `aside` is the step that keeps what was sent."""

    def __init__(self, aside: FrontStep | None = None) -> None:
        super().__init__("the draft has moved on")
        self.aside = aside


@dataclass(frozen=True, slots=True)
class Draft:
    """Where the draft stands; `head` is None before the first step."""

    row: FrontDraft
    head: FrontStep | None

    @property
    def layout(self) -> Layout:
        """The arrangement."""
        return kept(self.head.layout) if self.head else Layout()

    @property
    def number(self) -> int:
        """The head's number, by which a browser says what it has seen; 0 before the first step."""
        return self.head.pk if self.head else 0

    def back(self) -> FrontStep | None:
        """Return the step that undo leads to."""
        return self.head.parent if self.head else None

    def forward(self) -> FrontStep | None:
        """Return the step that redo leads to: the newest that was made of this one."""
        if self.head is None:
            return None
        children = self.head.children.filter(aside=False).select_related("user", "story")
        return children.order_by("-pk").first()


def draft() -> Draft:
    """Return the draft as it stands."""
    related = ("head__user", "head__story", "head__parent__user", "moved_by")
    row = FrontDraft.objects.select_related(*related).first() or FrontDraft()
    return Draft(row, row.head)


def save(data: Any, base: int, user: User) -> FrontStep:
    """Make the arrangement in `data` the draft, in place of step `base`.

    The same again is no step. Raises FrontError, and ConflictError when `base` is not the draft
    any more; what was sent is then kept aside.
    """
    with transaction.atomic():
        now = _locked()
        before = now.layout if base == now.number else _layout_of(base)
        layout = read(data, before)
        if now.head and layout == now.layout:
            return now.head  # sent twice, because an answer was lost
        if base == now.number:
            return _go_on(now, layout, user)
        aside = _put_aside(layout, before, base, user)
    raise ConflictError(aside)


@transaction.atomic
def undo(base: int, user: User) -> FrontStep:
    """Go back to the state before. Raises FrontError or ConflictError."""
    now = _unmoved(base)
    return _move(now, now.back(), user)


@transaction.atomic
def redo(base: int, user: User) -> FrontStep:
    """Go to the state that was undone last. Raises FrontError or ConflictError."""
    now = _unmoved(base)
    return _move(now, now.forward(), user)


@transaction.atomic
def restore(layout: Layout, base: int, user: User) -> FrontStep:
    """Make an earlier arrangement the draft again, as a new step. Raises ConflictError."""
    now = _unmoved(base)
    if now.head and now.layout == layout:
        return now.head
    return _step(now, user, layout, FrontAction.RESTORE, None)


def find_step(number: int) -> FrontStep:
    """Return a step. Raises FrontError where it is gone."""
    step = FrontStep.objects.filter(pk=number).first()
    if step is None:
        raise not_understood()
    return step


def unmoved(base: int) -> Draft:
    """Lock the draft, for the transaction around, and return it. Raises ConflictError."""
    return _unmoved(base)


def forget_old_steps() -> int:
    """Delete steps that are older than KEPT and that no front and no undo needs; return how many.

    The draft's own state stays, however old it is.
    """
    old = FrontStep.objects.filter(time__lt=timezone.now() - KEPT, editions=None)
    head = FrontDraft.objects.values_list("head", flat=True).first()
    return (old.exclude(pk=head) if head else old).delete()[0]


def begin(now: Draft) -> FrontStep:
    """Return the draft's state; before the first step that is the automatic one, written now."""
    if now.head:
        return now.head
    return FrontStep.objects.create(layout=as_json(Layout()), action=FrontAction.START)


def _locked() -> Draft:
    FrontDraft.objects.get_or_create(pk=1)
    row = FrontDraft.objects.select_for_update().get(pk=1)
    return Draft(row, row.head)


def _unmoved(base: int) -> Draft:
    now = _locked()
    if base != now.number:
        raise ConflictError
    return now


def _layout_of(base: int) -> Layout:
    step = FrontStep.objects.filter(pk=base).first()
    return kept(step.layout) if step else Layout()


def _go_on(now: Draft, layout: Layout, user: User) -> FrontStep:
    action, story = what_changed(now.layout, layout)
    return _step(now, user, layout, action, story)


def _step(
    now: Draft, user: User, layout: Layout, action: FrontAction, story: int | None
) -> FrontStep:
    step = FrontStep.objects.create(
        layout=as_json(layout), parent=begin(now), user=user, action=action, story_id=story
    )
    return _move(now, step, user)


def _put_aside(layout: Layout, before: Layout, base: int, user: User) -> FrontStep:
    action, story = what_changed(before, layout)
    parent = FrontStep.objects.filter(pk=base).first()
    found = FrontStep.objects.filter(aside=True, user=user, parent=parent).order_by("-pk")
    for step in found[:1]:
        if kept(step.layout) == layout:
            return step
    return FrontStep.objects.create(
        layout=as_json(layout), parent=parent, user=user, action=action, story_id=story, aside=True
    )


def _move(now: Draft, step: FrontStep | None, user: User) -> FrontStep:
    if step is None:
        raise FrontError(_("There is no further step."), 409)
    now.row.head, now.row.moved_by, now.row.moved_at = step, user, timezone.now()
    now.row.save()
    return step
