"""The same by e-mail, in Wagtail's own way: its templates, and each person's choice."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _
from wagtail.admin.mail import BaseGroupApprovalTaskStateEmailNotifier
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from roznama.newsroom.flow.notices import step_people
from roznama.newsroom.flow.roles import desk_roles
from roznama.newsroom.models import DeskTask, Role, User


class StepMail(BaseGroupApprovalTaskStateEmailNotifier):
    """Writes to the people of a step that a story waits for them."""

    notification = "submitted"

    def can_handle(self, instance: Any, **kwargs: Any) -> bool:
        """Write about steps of desks alone; Wagtail writes about its own."""
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, DeskTask)

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> list[User]:
        """Return those who are told in the newsroom too."""
        doer = kwargs.get("user")
        page = task_state.workflow_state.content_object
        people = step_people(task_state.task.specific, page)
        return [one for one in people if doer is None or one.pk != doer.pk]


class StepMailForm(ModelForm):  # type: ignore[type-arg]
    """Whether somebody wants to be written to when a story waits."""

    class Meta:
        model = UserProfile
        fields = ["submitted_notifications"]
        widgets = {"submitted_notifications": SwitchInput()}


class StepMailPanel(BaseSettingsPanel):
    """Wagtail offers this choice to those alone who may publish; here steps have other people."""

    name = "desk_mail"
    title = _("E-mail from the desk")
    tab = notifications_tab
    order = 150
    form_class = StepMailForm
    form_object = "profile"

    def is_active(self) -> bool:
        """Show it to those who take steps, where the paper sends e-mail at all."""
        takes_steps = any(
            Role(row.role).rank >= Role.SUB_EDITOR.rank for row in desk_roles(self.user).values()
        )
        policy = policy_registry.get_by_type(Page)
        asked_by_wagtail = policy.user_has_permission(self.user, "publish")
        return bool(settings.ROZNAMA_SENDS_MAIL) and takes_steps and not asked_by_wagtail
