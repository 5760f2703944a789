"""What nobody may do with a story, above all with one that is withdrawn."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property

from roznama.newsroom.flow.permissions import DeskTester
from roznama.newsroom.record.standing import kill_of


class StoryPermissions(DeskTester):
    """What somebody may do with a story: with a withdrawn one, read and edit its draft."""

    @cached_property
    def is_killed(self) -> bool:
        """Whether it is withdrawn. A live story is not; of a draft in a list it is asked once."""
        if self.page.live:
            return False
        known: bool | None = getattr(self.page, "is_known_killed", None)
        if known is None:
            known = self.page.is_known_killed = kill_of(self.page.pk) is not None
        return known

    def can_publish(self) -> Any:
        """Whether they may publish it."""
        return super().can_publish() and not self.is_killed

    def can_submit_for_moderation(self) -> Any:
        """Whether they may send it on its way to publication."""
        return super().can_submit_for_moderation() and not self.is_killed

    def can_copy(self) -> Any:
        """Whether they may copy it."""
        return super().can_copy() and not self.is_killed

    def can_delete(self, ignore_bulk: bool = False) -> Any:
        """Whether they may delete it."""
        return super().can_delete(ignore_bulk) and not self.is_killed

    def can_move(self) -> Any:
        """Whether they may move it."""
        return super().can_move() and not self.is_killed

    def can_reorder_children(self) -> bool:
        """Never: nothing stands below a story whose order could be set."""
        return False
