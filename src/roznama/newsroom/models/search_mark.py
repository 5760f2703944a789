"""How the words in the search index were made."""

from __future__ import annotations

from django.db import models


class SearchMark(models.Model):
    """One row, beside the index that it tells of: a restored backup brings both."""

    made_by = models.CharField(max_length=64)
    """The digest of the analyzer that last indexed everything."""

    def __str__(self) -> str:
        return self.made_by

    @classmethod
    def read(cls) -> str:
        """Return the digest; empty when nothing was indexed yet."""
        return cls._default_manager.values_list("made_by", flat=True).first() or ""

    @classmethod
    def write(cls, made_by: str) -> None:
        """Note that everything is indexed by this analyzer."""
        cls._default_manager.update_or_create(pk=1, defaults={"made_by": made_by})
