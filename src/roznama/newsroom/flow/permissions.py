"""What a role at a desk lets somebody do with a story, and which stories they see.

Wagtail's own permissions carry the roles: each is a group with rights on its section. Here is
what those rights cannot say: that a section's people do not edit the section itself, that a
contributor sees nobody else's work, that only a desk head takes a story off the paper or throws
another's draft away. What a group of no desk was given stays as Wagtail has it.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from roznama.newsroom.flow.roles import desk_roles, role_at
from roznama.newsroom.models.flow import DeskTask, Role


class DeskTester(PagePermissionTester):
    """Wagtail's answers for one person and page, with the person's role at the page's desk."""

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        self.role: Role | None = None
        self.free: set[str] = set()
        self.is_section = False
        if user.is_active and not user.is_superuser:
            self._read_roles()

    def _read_roles(self) -> None:
        desks = desk_roles(self.user)
        self.free = {
            permission.permission.codename.rsplit("_", maxsplit=1)[0]
            for permission in self.permission_policy.get_cached_permissions_for_user(self.user)
            if self.page.path.startswith(permission.page.path) and permission.group_id not in desks
        }
        self.role = role_at(self.user, self.page) if desks else None
        self.is_section = any(row.section_id == self.page.pk for row in desks.values())
        if self.is_section:
            self.permissions = self.free | {"add"}  # the section is not its people's to change

    @property
    def is_role_alone(self) -> bool:
        """Whether the role at the desk is all that this person may go by."""
        return self.role is not None and not self.free

    @property
    def is_unpublished_own(self) -> bool:
        """Whether this is the person's own story, and readers have never seen it."""
        return self.page.owner_id == self.user.pk and self.page.first_published_at is None

    def is_at_least(self, role: Role) -> bool:
        """Whether the person's role at this desk is as high, on a story of the desk."""
        return self.role is not None and self.role.rank >= role.rank and not self.is_section

    def can_edit(self) -> bool:
        """Let a contributor edit own drafts alone, until they are published."""
        allowed = bool(super().can_edit())
        if allowed and self.is_role_alone and self.role == Role.CONTRIBUTOR:
            return self.is_unpublished_own
        return allowed

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Let people throw away own drafts; others' is the desk head's to decide."""
        allowed = bool(super().can_delete(ignore_bulk))
        if allowed and self.is_role_alone and not self.is_at_least(Role.DESK_HEAD):
            return self.is_unpublished_own
        return allowed

    def can_unpublish(self) -> bool:
        """Let a desk head take a story off the paper, though not put one on past the desk."""
        if super().can_unpublish():
            return True
        is_open = self.page.live and not self.page_locked()
        return bool(self.user.is_active and is_open and self.is_at_least(Role.DESK_HEAD))

    def can_unschedule(self) -> bool:
        """Let a desk head call a publication off."""
        return bool(super().can_unschedule() or self.is_at_least(Role.DESK_HEAD))

    def can_lock(self) -> bool:
        """Let people lock own stories that no step has in hand."""
        if super().can_lock():
            return True
        is_own = self.page.owner_id == self.user.pk
        return is_own and not self.page.current_workflow_task and self.can_edit()

    def can_submit_for_moderation(self) -> bool:
        """Let those submit a story who may edit it."""
        return bool(super().can_submit_for_moderation() and self.can_edit())


class DeskPolicy(PagePermissionPolicy):
    """Wagtail's policy for pages; who is a contributor alone finds nobody else's stories."""

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """Return the pages that lists, searches, reports and the API show to somebody."""
        if not self.get_cached_permissions_for_user(user) and not user.is_superuser:
            return self.model._default_manager.none()  # Wagtail has no answer for nobody's pages
        pages = super().explorable_instances(user)
        if user.is_superuser or not user.is_active:
            return pages
        hidden = _others_work(user, self.get_cached_permissions_for_user(user))
        return pages.exclude(hidden) if hidden else pages


def sees_all(user: Any) -> bool:
    """Tell whether every page there is stands in somebody's lists, by a right on the root."""
    if user.is_superuser:
        return bool(user.is_active)
    desks = desk_roles(user)
    return any(
        right.page.depth == 1
        and right.group_id not in desks
        and right.permission.codename == "change_page"
        for right in policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    )


def _others_work(user: Any, permissions: Any) -> Q:
    """Others' stories in sections where somebody is a contributor and nothing else."""
    desks = desk_roles(user)
    hidden = Q()
    for row in desks.values():
        section = row.section
        rights = [one for one in permissions if section.path.startswith(one.page.path)]
        is_alone = role_at(user, section) == Role.CONTRIBUTOR
        if is_alone and all(one.group_id in desks for one in rights):
            below = Q(path__startswith=section.path, depth__gt=section.depth)
            hidden |= below & ~Q(owner=user.pk)
    return hidden


def may_take(page: Page, user: Any) -> bool:
    """Tell whether somebody may take a story over from whoever has locked it."""
    is_others = page.locked and page.locked_by_id != user.pk
    rights = page.permissions_for_user(user)
    return bool(is_others and rights.can_unlock() and rights.can_lock() and rights.can_edit())


def step_of(page: Page) -> DeskTask | None:
    """Return the step of a desk that a story stands at."""
    task = page.current_workflow_task
    return task if isinstance(task, DeskTask) else None
