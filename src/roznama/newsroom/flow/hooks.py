"""Where roles and flow stand in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from roznama.newsroom.flow import bell, bulk, locks, mydesk, past, people
from roznama.newsroom.flow.mail import StepMailPanel
from roznama.newsroom.flow.roles import desk_roles


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put these addresses under the newsroom's, for whoever works there."""
    return [
        path("my/", mydesk.my_desk, name="flow_my"),
        path("notices/", bell.notices, name="flow_notices"),
        path("notices/state/", bell.state, name="flow_state"),
        path("notices/read/", bell.read_all, name="flow_read_all"),
        path("notices/<int:pk>/read/", bell.read, name="flow_read"),
        path("take/<int:page_id>/", locks.take, name="flow_take"),
        path("people/", people.people, name="flow_people"),
        path("people/<int:pk>/", people.person, name="flow_person"),
    ]


class MyDeskMenuItem(MenuItem):
    """The way to one's own desk, for whoever has one."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those with a role, and to the engineer."""
        return bool(desk_roles(request.user)) or bool(request.user.is_superuser)


class PeopleMenuItem(MenuItem):
    """The way to the people, for whoever may put them into desks."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the editor-in-chief."""
        return people.may_assign(request.user)


@hooks.register("register_admin_menu_item")
def my_desk() -> MenuItem:
    """Put one's own desk first into the menu."""
    return MyDeskMenuItem(_("My desk"), reverse("flow_my"), name="my", icon_name="home", order=0)


@hooks.register("register_admin_menu_item")
def notices() -> MenuItem:
    """Put the bell under it."""
    return bell.BellMenuItem()


@hooks.register("register_settings_menu_item")
def who() -> MenuItem:
    """Put the people into the settings' menu."""
    return PeopleMenuItem(
        _("People and roles"), reverse("flow_people"), name="people", icon_name="group", order=1
    )


@hooks.register("construct_page_chooser_queryset")
def choosable(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Offer what is published, and of what is not only what the person finds in lists.

    Wagtail's choosers show every page to everybody. Others' published stories go by their
    published headline.
    """
    seen = policy_registry.get_by_type(Page).explorable_instances(request.user).values("pk")
    shown = pages.filter(Q(live=True) | Q(pk__in=seen))
    is_seen = When(pk__in=seen, then=Value(False))
    return shown.annotate(
        is_foreign=Case(is_seen, default=Value(True), output_field=BooleanField())
    )


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Style the pages of roles and flow."""
    address = static("newsroom/flow/flow.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("insert_global_admin_js")
def script() -> SafeString:
    """Let the bell renew itself."""
    return format_html(
        '<script type="module" src="{}" data-bell="{}"></script>',
        static("newsroom/flow/bell.js"),
        reverse("flow_state"),
    )


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Say in Wagtail's log what was done."""
    for module in (past, locks, people):
        module.register(actions)


hooks.register("register_account_settings_panel", StepMailPanel)
bulk.register()
