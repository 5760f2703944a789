"""What a story points at is noted once a save, not once more for each of its bylines and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from wagtail.models import COMMENTS_RELATION_NAME, Page

_OF_REVISIONS = frozenset(
    (
        COMMENTS_RELATION_NAME,
        "latest_revision_created_at",
        "draft_title",
        "latest_revision",
        "has_unpublished_changes",
    )
)
"""What Wagtail saves of a page when it points it at a new revision: nothing that it shows."""


@contextmanager
def noted_once(page: Page, fields: Iterable[str] | None) -> Iterator[None]:
    """Save these fields of a page inside, None for all; its references are noted afterwards.

    Wagtail reads the whole page anew after every row that belongs to it, and after the save that
    only points it at its newest revision.
    """
    from wagtail import signal_handlers  # noqa: PLC0415 - needs all models

    if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
        yield
        return
    with signal_handlers.disable_reference_index_auto_update():
        yield
    if fields is None or not _OF_REVISIONS.issuperset(fields):
        signal_handlers.update_reference_index_on_save(page)
