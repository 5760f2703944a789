"""Where the front page desk stands in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from roznama.newsroom.front import api, editions, views


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the desk's addresses under the newsroom's."""
    return [
        path("front/", views.desk, name="front_desk"),
        path("front/preview/", views.preview, name="front_preview"),
        path("front/state/", api.state_now, name="front_state"),
        path("front/stories/", api.stories, name="front_stories"),
        path("front/history/", api.steps_so_far, name="front_history"),
        path("front/save/", api.save, name="front_save"),
        path("front/step/", api.step, name="front_step"),
        path("front/publish/", api.publish, name="front_publish"),
        path("front/schedule/", api.schedule, name="front_schedule"),
        path("front/cancel/", api.cancel, name="front_cancel"),
    ]


class FrontMenuItem(MenuItem):
    """The way to the desk, for whoever may arrange the front page."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to desk heads and the editor-in-chief, and who else has the permission."""
        return api.may_arrange(request.user)


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Put the desk behind the stories."""
    return FrontMenuItem(
        _("Front page"), reverse("front_desk"), name="front", icon_name="grip", order=2
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Let the permission be given to groups."""
    app, codename = api.PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


class _FrontFormatter(LogFormatter):
    """A front, by its time and name."""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        time = parse_datetime(data.get("at", ""))
        told = f"{localtime(time):%Y-%m-%d %H:%M}" if time else ""
        return f"{self.label}: {' '.join(filter(None, [told, data.get('name', '')]))}"


class PublishFormatter(_FrontFormatter):
    """A front went to print."""

    label = _("Front page printed")


class ScheduleFormatter(_FrontFormatter):
    """A front was given a time."""

    label = _("Front page scheduled")


class CancelFormatter(_FrontFormatter):
    """A front to come was taken back."""

    label = _("Scheduled front page canceled")


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail's audit log what fronts are."""
    actions.register_action(editions.PUBLISH)(PublishFormatter)
    actions.register_action(editions.SCHEDULE)(ScheduleFormatter)
    actions.register_action(editions.CANCEL)(CancelFormatter)
