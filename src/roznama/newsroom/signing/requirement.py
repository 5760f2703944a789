"""Who must give a second factor, and who has one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail.models import GroupApprovalTask, GroupPagePermission, WorkflowTask

from roznama.newsroom.flow.roles import highest
from roznama.newsroom.models.flow import DeskRole, DeskTask, Role
from roznama.newsroom.models.user import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts. Recovery codes stand in for one of these; alone they are none."""


def must_have_factor(user: User) -> bool:
    """Tell whether somebody may do what needs a second factor: publish, anywhere, anything.

    `ROZNAMA_SECOND_FACTOR` says `publishers`, `everyone` or `optional`; what it does not
    know is read as `publishers`, so that a slip of the pen opens nothing.
    """
    asked = settings.ROZNAMA_SECOND_FACTOR  # type: ignore[misc]
    if asked == "optional":
        return False
    return asked == "everyone" or may_publish(user)


def may_publish(user: User) -> bool:
    """Tell whether somebody may publish a page of any section, or anything else that is published.

    Who may hand out permissions may publish by a detour.
    """
    if user.is_superuser:
        return True
    publishes = Q(codename__startswith="publish_") | Q(
        codename__in=("add_user", "change_user", "add_group", "change_group")
    )
    on_pages = GroupPagePermission.objects.filter(
        group__user=user, permission__codename="publish_page"
    )
    others = Permission.objects.filter(publishes).filter(Q(group__user=user) | Q(user=user))
    return on_pages.exists() or others.exists() or _passes_to_print(user)


def _passes_to_print(user: User) -> bool:
    """Tell whether somebody takes a last step at any desk: by that a story is published.

    Whoever is high enough for the lowest of the last steps counts, whichever desk is theirs.
    """
    rows = WorkflowTask.objects.filter(workflow__active=True).order_by("workflow", "sort_order")
    last = dict(rows.values_list("workflow", "task")).values()
    role = highest(DeskRole.objects.filter(group__user=user).values_list("role", flat=True))
    steps = DeskTask.objects.filter(pk__in=last).values_list("role", flat=True) if role else ()
    if any(role.rank >= Role(step).rank for step in steps if role):
        return True
    return bool(GroupApprovalTask.objects.filter(pk__in=last, groups__user=user).exists())


def has_factor(user: User) -> bool:
    """Tell whether somebody has set up a second factor."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())
