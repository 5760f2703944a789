"""Where the editor-in-chief puts people into desks, and lets new ones in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import Page
from wagtail.permissions import policy_registry

from roznama.newsroom.flow.roles import forget_roles
from roznama.newsroom.models import DeskRole, OneTimeCode, Role, SectionPage, User

ACTION = "roznama.flow.roles"
"""The action in Wagtail's audit log under which changes of roles are kept."""

NONE = ""


def may_assign(user: Any) -> bool:
    """Tell whether somebody may put people into desks: who may publish in the whole paper."""
    if user.is_superuser and user.is_active:
        return True
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return bool(user.is_active) and any(
        right.page.depth == 1 and right.permission.codename == "publish_page" for right in rights
    )


def assign(person: User, roles: dict[int, str], by: User | None) -> bool:
    """Give somebody these roles: by the number of the section, one each; empty for none.

    Sections that are not named stay as they are. Returns whether anything changed.
    """
    with transaction.atomic():
        rows = list(DeskRole.objects.filter(section__in=roles).select_related("group", "section"))
        had = set(person.groups.filter(desk_role__isnull=False).values_list("pk", flat=True))
        wanted = {row.group_id for row in rows if roles[row.section_id] == row.role}
        out = {row.group_id for row in rows if row.group_id in had - wanted}
        into = wanted - had
        if not out | into:
            return False
        person.groups.remove(*out)
        person.groups.add(*into)
        names = dict(Group.objects.filter(pk__in=out | into).values_list("pk", "name"))
        data = {"into": [names[pk] for pk in into], "out": [names[pk] for pk in out]}
        log(instance=person, action=ACTION, user=by, data=data, title=person.username)
    forget_roles(person)
    return True


class RolesForm(forms.Form):
    """A role at each desk."""

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = DeskRole.objects.filter(group__user=person).values_list("section_id", "role")
        now = dict(sorted(held, key=lambda row: Role(row[1]).rank))
        for section in SectionPage.objects.order_by("path"):
            self.fields[str(section.pk)] = forms.ChoiceField(
                label=section.title,
                choices=[(NONE, _("no role")), *Role.choices],
                initial=now.get(section.pk, NONE),
                required=False,
            )

    def roles(self) -> dict[int, str]:
        """Return what was chosen, by the number of the section."""
        return {int(name): value for name, value in self.cleaned_data.items()}


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody new."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email"]
        labels = {
            "username": gettext_lazy("account"),
            "first_name": gettext_lazy("given name"),
            "last_name": gettext_lazy("family name"),
            "email": gettext_lazy("e-mail"),
        }
        help_texts = {"username": gettext_lazy("In Latin letters, without spaces.")}


def people(request: HttpRequest) -> HttpResponse:
    """List who works here, with their roles; enter somebody new."""
    _check(request)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = form.save(commit=False)
        person.set_unusable_password()
        person.save()
        log(instance=person, action="wagtail.create", user=request.user, title=person.username)
        text = _("Account %(name)s; the one-time code is good for a day: %(code)s")
        code = OneTimeCode.issue(person)
        messages.success(request, text % {"name": person.username, "code": code})
        return redirect("flow_person", person.pk)
    return render(request, "newsroom/flow/people.html", {"rows": _rows(), "form": form})


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show somebody's roles and change them."""
    _check(request)
    one = get_object_or_404(_working(), pk=pk)
    form = RolesForm(one, request.POST or None)
    if request.method == "POST" and form.is_valid():
        assign(one, form.roles(), request.user)  # type: ignore[arg-type]
        messages.success(request, _("The roles are kept."))
        return redirect("flow_people")
    context = {"form": form, "name": get_user_display_name(one), "person": one}
    return render(request, "newsroom/flow/person.html", context)


def _check(request: HttpRequest) -> None:
    if not may_assign(request.user):
        raise PermissionDenied


def _working() -> QuerySet[User]:
    return User.objects.filter(is_active=True)


def _rows() -> list[dict[str, Any]]:
    roles: dict[int, list[DeskRole]] = {}
    held = DeskRole.objects.filter(Q(group__user__is_active=True)).order_by("section__path")
    pairs = User.groups.through.objects.filter(group__desk_role__in=held)
    by_group = {row.group_id: row for row in held.select_related("section").distinct()}
    for user_id, group_id in pairs.values_list("user_id", "group_id"):
        roles.setdefault(user_id, []).append(by_group[group_id])
    people = _working().order_by("first_name", "username")
    return [
        {
            "person": one,
            "name": get_user_display_name(one),
            "roles": sorted(roles.get(one.pk, []), key=lambda row: row.section.path),
        }
        for one in people
    ]


class RolesFormatter(LogFormatter):
    """Other roles for somebody."""

    label = gettext_lazy("Change roles at desks")

    def format_message(self, log_entry: Any) -> str:
        """Return the desks entered and left."""
        data = log_entry.data
        return _("Roles: in %(into)s; out %(out)s") % {
            "into": "، ".join(data.get("into", ())) or "–",
            "out": "، ".join(data.get("out", ())) or "–",
        }


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of it."""
    actions.register_action(ACTION)(RolesFormatter)
