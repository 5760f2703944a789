"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from roznama.desk.admin import DeskGroup, ReadOnlyPolicy
from roznama.desk.models import AuditEntry

register_permission_policy(AuditEntry, ReadOnlyPolicy(AuditEntry))


@hooks.register("register_admin_viewset")
def desk() -> DeskGroup:
    """Put the desk's screens into the newsroom's menu."""
    return DeskGroup()
