"""The groups of a new paper: who may do what."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page

from roznama.newsroom.flow.equipping import open_pictures


@transaction.atomic
def found_groups(plan: list[dict[str, Any]]) -> list[str]:
    """Make the groups of paper.toml that are not there, and return their names.

    A group that is there stays as its editors have made it.
    """
    names = [row["name"] for row in plan if not Group.objects.filter(name=row["name"]).exists()]
    for row in plan:
        if row["name"] in names:
            _make(row)
    return names


def _make(row: dict[str, Any]) -> None:
    group = Group.objects.create(name=row["name"])
    for name in row["permissions"]:
        app, codename = name.split(".")
        permission = Permission.objects.get(content_type__app_label=app, codename=codename)
        group.permissions.add(permission)
    root = Page.get_first_root_node()
    on_pages = Permission.objects.filter(content_type__model="page", codename__in=row["pages"])
    for permission in on_pages:
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    open_pictures(group, row["pictures"])
