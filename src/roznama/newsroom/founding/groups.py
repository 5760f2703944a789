"""The groups of a new paper: who may do what."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page

from roznama.newsroom.flow.granting import Plan, bring_up, give
from roznama.newsroom.models import AuditEntry


@transaction.atomic
def found_groups(plan: list[dict[str, Any]]) -> list[str]:
    """Make the groups of paper.toml that a paper never had, and return their names.

    A group that is there, under whatever name by now, gets what is new in this version, and stays
    otherwise as its editors have made it; one that they have deleted stays deleted.
    """
    made = []
    root = Page.get_first_root_node()
    for row in plan:
        group, was_there = _group(row["name"])
        if group is not None:
            bring_up(group, _plan_of(row), root)
        elif not was_there:
            give(Group.objects.create(name=row["name"]), _plan_of(row), root)
            made.append(row["name"])
    return made


def _group(name: str) -> tuple[Group | None, bool]:
    """Return a group by the name it was founded under, and whether there ever was one."""
    if found := Group.objects.filter(name=name).first():
        return found, True
    told = AuditEntry.objects.filter(
        action="roznama.permissions.add", model="auth.group", label=name
    ).order_by("pk")
    first = told.values_list("object_id", flat=True).first()
    return (Group.objects.filter(pk=first).first(), True) if first else (None, False)


def _plan_of(row: dict[str, Any]) -> Plan:
    files = (*row["pictures"], *row["documents"])
    first = frozenset(row.get("first", ()))
    return Plan(tuple(row["permissions"]), tuple(row["pages"]), files, first)
