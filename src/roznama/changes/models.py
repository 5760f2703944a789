"""One row of the log."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Change(models.Model):
    """Something that readers may see differently once its transaction is committed.

    `keys` name what changed, `paths` the pages whose own subject it is: they come first, and
    are made where there were none. Rows are written by `log.record` and never changed.
    """

    transaction = models.BigIntegerField(default=0, db_index=True)
    time = models.DateTimeField(default=timezone.now, db_index=True)
    keys = models.JSONField()
    paths = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.pk}: {' '.join(self.keys)}"
