"""The number at the end of a story's address."""

from __future__ import annotations

from django.db import models


class StoryNumber(models.Model):
    """A number given out once. The database counts, so two editors never get the same one."""

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def take(cls) -> int:
        """Return the next number."""
        return cls.objects.create().pk
