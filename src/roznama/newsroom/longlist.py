"""What the list of all stories and a section in the explorer have in common: both may be long."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property

from roznama.newsroom.flow.permissions import sees_all


class LongList:
    """Mixed into Wagtail's view of a list of pages."""

    request: Any
    is_searching: bool
    is_filtering: bool

    # Half of Wagtail's: most of a list's time goes into its rows, and lines in Nastaliq are tall.
    paginate_by = 25

    @cached_property
    def is_whole(self) -> bool:
        """Whether all that stands here is listed: nothing narrows it, no right leaves any out."""
        is_narrowed = self.is_searching or self.is_filtering
        return not is_narrowed and sees_all(self.request.user)
