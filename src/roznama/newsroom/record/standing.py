"""Whether a story is withdrawn, and what nobody may do with it while it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import PagePermissionTester

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage, Kill


class KilledError(PermissionDenied):
    """A withdrawn story was to be published, scheduled or copied."""

    def __init__(self) -> None:
        super().__init__(_("This story was withdrawn. Lift the withdrawal first."))


def kill_of(pk: int | None) -> Kill | None:
    """Return the kill that holds for a story now."""
    from roznama.newsroom.models import Kill  # noqa: PLC0415 - the models stand on this module

    return Kill.objects.filter(article=pk, lifted=None).first() if pk else None


def refuse_killed(article: ArticlePage) -> None:
    """Raise KilledError where the story is withdrawn."""
    if kill_of(article.pk):
        raise KilledError


class StoryPermissions(PagePermissionTester):
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
