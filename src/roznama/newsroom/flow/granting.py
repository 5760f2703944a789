"""Giving groups that stand what a newer version means them to have, and nothing else.

The audit log is the memory: whatever a group was ever given or lost stands there, by whose hand
soever. So a permission of the plan that the log has never told of for a group is new to it, and
given; one that it once had and has not now was taken away by somebody, and stays away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from roznama.newsroom.models import AuditEntry

_GIVEN = ("roznama.permissions.add", "roznama.permissions.remove")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a group is to have: Django's permissions, those on a page, those on all collections.

    `first` are those that groups had before there was a log.
    """

    permissions: tuple[str, ...]
    pages: tuple[str, ...]
    collections: tuple[str, ...]
    first: frozenset[str] = frozenset()


@transaction.atomic
def bring_up(group: Group, plan: Plan, page: Page) -> list[str]:
    """Give a group that stands what is new in the plan; return the names of it."""
    known = _known(group) | plan.first
    new = Plan(*([one for one in names if one not in known] for names in _parts(plan)))  # type: ignore[arg-type]
    if any(_parts(new)):
        give(group, new, page)
    return [one for names in _parts(new) for one in names]


def give(group: Group, plan: Plan, page: Page) -> None:
    """Give a group all of a plan; what it has already stays one."""
    group.permissions.add(*_permissions(plan.permissions))
    on_pages = Permission.objects.filter(content_type__model="page", codename__in=plan.pages)
    for one in on_pages:
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=one)
    root = Collection.get_first_root_node()
    # Wagtail asks for the rights of its own picture model, whatever model a paper has.
    on_files = Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=plan.collections
    )
    for one in on_files:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=one
        )


def _parts(plan: Plan) -> tuple[tuple[str, ...], ...]:
    return plan.permissions, plan.pages, plan.collections


def _known(group: Group) -> set[str]:
    """What the log has told of a group, and what the group has. Places are left out."""
    rows = AuditEntry.objects.filter(
        action__in=_GIVEN, model="auth.group", object_id=str(group.pk)
    ).values_list("details", flat=True)
    told = {str(name).partition(":")[0] for row in rows for name in row.get("names", ())}
    return told | set(_has(group))


def _has(group: Group) -> Iterable[str]:
    for app, codename in group.permissions.values_list("content_type__app_label", "codename"):
        yield f"{app}.{codename}"
    for model in (GroupPagePermission, GroupCollectionPermission):
        rows = model.objects.filter(group=group)
        yield from rows.values_list("permission__codename", flat=True)


def _permissions(names: Iterable[str]) -> list[Permission]:
    wanted = Q(pk=None)
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))
