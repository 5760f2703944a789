"""Wagtail's actions on a list of pages, which tell nobody of pages that they do not find anyway.

Wagtail names the pages on which somebody may not act, so that a number put into the address
would show the headline of another's draft.
"""

from __future__ import annotations

from typing import Any

from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Page
from wagtail.permissions import policy_registry

_ACTIONS = (DeleteBulkAction, MoveBulkAction, PublishBulkAction, UnpublishBulkAction)


class Discreet:
    """Names those pages alone that somebody finds in lists."""

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, list[Page]]]:
        """Return the pages to act on, and those not to that may be named."""
        view: Any = self
        pages, others = super().get_actionable_objects()  # type: ignore[misc]
        policy = policy_registry.get_by_type(Page)
        asked = [page.pk for found in others.values() for page in found]
        seen = policy.explorable_instances(view.request.user).filter(pk__in=asked)
        known = set(seen.values_list("pk", flat=True))
        return pages, {
            why: [page for page in found if page.pk in known] for why, found in others.items()
        }


def register() -> None:
    """Put them in the place of Wagtail's."""
    for action in _ACTIONS:
        ours: type[PageBulkAction] = type(action.__name__, (Discreet, action), {})
        hooks.register("register_bulk_action", ours, order=1)
