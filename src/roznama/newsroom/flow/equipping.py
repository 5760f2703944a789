"""A desk's groups and the way of its stories, made with its section and for an older paper."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import override
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from roznama.newsroom.models.flow import DeskRole, DeskTask, Role
from roznama.newsroom.models.sections import SectionPage


@lru_cache(maxsize=1)
def plan() -> dict[str, Any]:
    """Return what desks.toml says of roles and steps."""
    text = resources.files(__package__).joinpath("desks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def equip_all() -> int:
    """Equip every section that lacks something, and return how many roles were made."""
    return sum(equip(section) for section in SectionPage.objects.order_by("path"))


@transaction.atomic
def equip(section: SectionPage) -> int:
    """Give a section the groups that it lacks, and a workflow if none is its own.

    Groups that are there keep the rights that somebody gave them. Returns how many were made.
    """
    there = set(DeskRole.objects.filter(section=section).values_list("role", flat=True))
    missing = [row for row in plan()["role"] if row["code"] not in there]
    for row in missing:
        _make_role(section, row)
    if not WorkflowPage.objects.filter(page_id=section.pk).exists():
        _make_workflow(section)
    return len(missing)


def name_anew(section: SectionPage) -> None:
    """Let the groups of a section follow its name."""
    for row in DeskRole.objects.filter(section=section).select_related("group"):
        name = group_name(section, Role(row.role))
        if row.group.name != name and not Group.objects.filter(name=name).exists():
            row.group.name = name
            row.group.save()


def group_name(section: SectionPage, role: Role) -> str:
    """Return what a group is called: the desk, and the role in the paper's language."""
    with override("ur"):
        return f"{section.title}: {role.label}"


def _make_role(section: SectionPage, row: dict[str, Any]) -> None:
    name = group_name(section, Role(row["code"]))
    if Group.objects.filter(name=name).exists():
        name = f"{name} ({section.slug})"
    group = Group.objects.create(name=name)
    group.permissions.set(_permissions(row["permissions"]))
    on_pages = Permission.objects.filter(content_type__model="page", codename__in=row["pages"])
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=section.pk, permission=one) for one in on_pages
    )
    open_pictures(group, row["pictures"])
    DeskRole.objects.create(group=group, section=section, role=row["code"])


def _permissions(names: list[str]) -> list[Permission]:
    wanted = Q()
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def open_pictures(group: Group, codenames: list[str]) -> None:
    """Give a group rights on all pictures."""
    root = Collection.get_first_root_node()
    # Wagtail asks for the rights of its own picture model, whatever model a paper has.
    rights = Permission.objects.filter(
        content_type__app_label="wagtailimages", codename__in=codenames
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=one) for one in rights
    )


def _make_workflow(section: SectionPage) -> None:
    workflow = Workflow.objects.create(name=section.title)
    for order, row in enumerate(plan()["step"]):
        task = DeskTask.objects.filter(role=row["role"], active=True).order_by("pk").first()
        if task is None:
            task = DeskTask.objects.create(name=row["name"], role=row["role"])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.create(workflow=workflow, page_id=section.pk)
