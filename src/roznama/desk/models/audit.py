"""Who read and did what: rows that each carry the digest of the one before."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnchangeableError(TypeError):
    """A row of the audit log was to be changed or deleted."""

    def __init__(self) -> None:
        super().__init__("rows of the audit log are neither changed nor deleted")


class UnchangeableRows(models.QuerySet["AuditEntry"]):
    """Rows that can be read; a new one is written by `roznama.desk.audit.write`."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise UnchangeableError

    update = delete = bulk_create = bulk_update = update_or_create = _refuse


class AuditEntry(models.Model):
    """One row, written by `roznama.desk.audit` and never changed."""

    at = models.DateTimeField(_("at"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    who = models.CharField(_("who"), max_length=150)
    action = models.CharField(_("action"), max_length=40)
    conversation = models.UUIDField(_("conversation"), null=True, db_index=True)
    details = models.JSONField(_("details"), default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    objects = UnchangeableRows.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row.

        Raises:
            UnchangeableError: the row is there already.

        """
        if not self._state.adding or self.pk is not None:
            raise UnchangeableError
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse.

        Raises:
            UnchangeableError: always.

        """
        raise UnchangeableError
