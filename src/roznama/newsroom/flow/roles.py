"""Who holds which role at which desk. A desk is a section; a role there is a group of Django's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from roznama.newsroom.models.flow import DeskRole, Role

_CACHE = "_roznama_desk_roles"


def desk_roles(user: Any) -> dict[int, DeskRole]:
    """Return the roles of somebody by the number of the group; read once for each request."""
    if not hasattr(user, _CACHE):
        rows = DeskRole.objects.filter(group__user=user).select_related("section")
        setattr(user, _CACHE, {row.group_id: row for row in rows} if user.pk else {})
    found: dict[int, DeskRole] = getattr(user, _CACHE)
    return found


def forget_roles(user: Any) -> None:
    """Forget what was read of somebody's roles, because they have others now."""
    for name in (_CACHE, "_page_permission_cache", "_perm_cache", "_group_perm_cache"):
        user.__dict__.pop(name, None)


def role_at(user: Any, page: Page) -> Role | None:
    """Return the highest role that somebody has at the desk of a page; None without one."""
    return highest(
        row.role for row in desk_roles(user).values() if page.path.startswith(row.section.path)
    )


def highest(roles: Iterable[str]) -> Role | None:
    """Return the highest of some roles."""
    return max((Role(one) for one in roles), key=lambda one: one.rank, default=None)


def has_role(user: Any, page: Page, least: Role) -> bool:
    """Tell whether somebody has a role at the page's desk that is as high as `least`."""
    role = role_at(user, page)
    return role is not None and role.rank >= least.rank
