"""A desk's groups and the way of its stories, made with its section and for an older paper."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from roznama.newsroom.flow.granting import Plan, bring_up, give
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

    Groups that are there keep the rights that somebody gave them or took, and get what is new in
    this version (`granting.py`). Returns how many were made.
    """
    rows = DeskRole.objects.filter(section=section).select_related("group")
    there = {row.role: row.group for row in rows}
    missing = [row for row in plan()["role"] if row["code"] not in there]
    for row in plan()["role"]:
        if row["code"] in there:
            bring_up(there[row["code"]], _plan_of(row), section)
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
    give(group, _plan_of(row), section)
    DeskRole.objects.create(group=group, section=section, role=row["code"])


def _plan_of(row: dict[str, Any]) -> Plan:
    files = (*row["pictures"], *row["documents"])
    return Plan(tuple(row["permissions"]), tuple(row["pages"]), files)


def _make_workflow(section: SectionPage) -> None:
    workflow = Workflow.objects.create(name=section.title)
    for order, row in enumerate(plan()["step"]):
        task = DeskTask.objects.filter(role=row["role"], active=True).order_by("pk").first()
        if task is None:
            task = DeskTask.objects.create(name=row["name"], role=row["role"])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.create(workflow=workflow, page_id=section.pk)
