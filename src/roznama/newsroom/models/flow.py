"""Desks and their people, the steps of a story's way, and what people are told of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState

from roznama.newsroom.record.standing import with_kills


class Role(models.TextChoices):
    """What somebody is at a desk, from the least to the highest."""

    CONTRIBUTOR = "contributor", _("Contributor")
    REPORTER = "reporter", _("Reporter")
    SUB_EDITOR = "sub_editor", _("Sub-editor")
    DESK_HEAD = "desk_head", _("Desk head")

    @property
    def rank(self) -> int:
        """How high the role stands: 0 is the least."""
        return list(type(self)).index(self)


class DeskRole(models.Model):
    """A role at a desk. Who is in the group has the role; there is no second list of people."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="desk_role")
    section = models.ForeignKey(
        "newsroom.SectionPage", on_delete=models.CASCADE, related_name="desk_roles"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("role at a desk")
        constraints = [
            models.UniqueConstraint(fields=["section", "role"], name="desk_role_once"),
        ]

    def __str__(self) -> str:
        return self.group.name


class ChangesForm(TaskStateCommentForm):
    """What is to be changed; to send a story back without a word helps nobody."""

    comment = forms.CharField(label=_("What is to be changed"), widget=forms.Textarea({"rows": 2}))


class DeskTask(Task):
    """A step on a story's way, taken by people of the story's own desk, wherever it stands."""

    role = models.CharField(
        _("role"),
        max_length=20,
        choices=[(one.value, one.label) for one in (Role.SUB_EDITOR, Role.DESK_HEAD)],
        help_text=_("Who has this role, or a higher one, at the story’s desk takes the step."),
    )

    admin_form_fields = [*Task.admin_form_fields, "role"]

    class Meta:
        verbose_name = _("step of a desk")
        verbose_name_plural = _("steps of a desk")

    @classmethod
    def get_description(cls) -> str:
        """Say in Wagtail's screen what this kind of step is."""
        return str(_("People of the story’s own desk take this step"))

    def may_act(self, page: Page, user: Any) -> bool:
        """Tell whether somebody may take this step for a page: by role, or for the whole paper."""
        from roznama.newsroom.flow.roles import has_role  # noqa: PLC0415

        if not user.is_active:
            return False
        own = page.permissions_for_user(user).can_publish()
        return bool(own or has_role(user, page, Role(self.role)))

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Begin the step; a lock of somebody who has no part in it would only be in the way."""
        page = workflow_state.content_object
        if page.locked_by and not self.may_act(page, page.locked_by):
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        return super().start(workflow_state, user=user)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Take the step, having looked at the story itself: the caller may have named another."""
        page = task_state.workflow_state.content_object
        if not self.may_act(page.specific, user):
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        """Let in whoever takes the step."""
        return self.may_act(obj, user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """Keep out everybody else while the story is here."""
        return not self.may_act(obj, user)

    def user_can_lock(self, obj: Page, user: Any) -> bool:
        """Let those lock the story who take the step."""
        return self.may_act(obj, user)

    def user_can_unlock(self, obj: Page, user: Any) -> bool:
        """And unlock it."""
        return self.may_act(obj, user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, Any, bool]]:
        """Return what somebody can do here: send back, or pass on."""
        if not self.may_act(obj, user):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Pass"), False),
            ("approve", _("Pass with a note"), True),
        ]

    def get_form_for_action(self, action: str) -> Any:
        """Ask for words where a story is sent back."""
        return ChangesForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        """Return the stories at this step that somebody may take it for."""
        states = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        places = dict(states.values_list("pk", "workflow_state__object_id"))
        found = with_kills(Page.objects.specific(defer=True))
        pages = found.in_bulk({int(one) for one in places.values()})
        own = [
            pk
            for pk, page in places.items()
            if int(page) in pages and self.may_act(pages[int(page)], user)
        ]
        return states.filter(pk__in=own)


class NoticeKind(models.TextChoices):
    """Why somebody is told of a story."""

    WAITING = "waiting", _("Waits for you")
    RETURNED = "returned", _("Came back to you")
    PUBLISHED = "published", _("Your story is published")
    COMMENT = "comment", _("Comment on your story")
    LOCK = "lock", _("Your lock was taken over")
    PAST = "past", _("Published past the desk")


class Notice(models.Model):
    """One thing that somebody of the newsroom is told."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(max_length=20, choices=NoticeKind)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    words = models.TextField(blank=True)
    time = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    may_open = False
    """Whether whoever reads the list may open the story; the list sets it."""

    class Meta:
        ordering = ["-time", "-pk"]
        indexes = [
            models.Index(fields=["user", "-time"], name="notice_of_user"),
            models.Index(fields=["user"], condition=models.Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.page_id} to {self.user_id}"
