"""What readers and their programs are told of stories that were withdrawn."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from roznama.newsroom.models import Kill

TOLD_FOR = timedelta(days=7)
"""How long feeds say that a story was withdrawn: a reader who is away for a week learns of it."""


def standing_kill(path: str) -> Kill | None:
    """Return the kill of the story that readers found at a path."""
    if "\x00" in path:  # PostgreSQL refuses to look for it, and no page has it
        return None
    return Kill.objects.filter(path=path, lifted=None).order_by("-time").first()


def lately_killed(section: int | None = None) -> QuerySet[Kill]:
    """Return what was withdrawn in the last days, newest first; of one section where asked."""
    found = Kill.objects.filter(lifted=None, time__gte=timezone.now() - TOLD_FOR)
    return (found if section is None else found.filter(section=section)).order_by("-time")
