"""What the newsroom listens to, for desks and for notices."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import register_permission_policy
from wagtail.signals import (
    task_approved,
    task_cancelled,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_rejected,
)

from roznama.newsroom.flow import equipping, mail, notices
from roznama.newsroom.flow.permissions import DeskPolicy
from roznama.newsroom.models import DeskRole, SectionPage

_step_mail = mail.StepMail()


def connect() -> None:
    """Put the policy in its place and begin to listen."""
    register_permission_policy(Page, DeskPolicy())
    post_save.connect(_section_saved, SectionPage)
    post_delete.connect(_role_gone, DeskRole)
    task_submitted.connect(notices.waits, TaskState)
    task_submitted.connect(_step_mail, TaskState)
    for signal in (task_approved, task_rejected, task_cancelled):
        signal.connect(notices.step_done, TaskState)
    workflow_rejected.connect(notices.came_back, WorkflowState)
    workflow_approved.connect(notices.went_out, WorkflowState)


def _section_saved(
    instance: SectionPage, created: bool = False, raw: bool = False, **kwargs: Any
) -> None:
    if raw:
        return
    if created:
        equipping.equip(instance)
    else:
        equipping.name_anew(instance)


def _role_gone(instance: DeskRole, **kwargs: Any) -> None:
    """A section's groups go with it."""
    Group.objects.filter(pk=instance.group_id).delete()
