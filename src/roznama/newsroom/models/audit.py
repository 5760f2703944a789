"""The newsroom's log of who did what, and the seals that make it a chain.

Both tables only grow: the models refuse, and so do triggers in the database (migration 0012).
"""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnchangeableError(TypeError):
    """A row of the log was to be changed or deleted."""

    def __init__(self) -> None:
        super().__init__("rows of the audit log are never changed or deleted")


class UnchangeableRows(models.QuerySet[Any]):
    """Rows that can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise UnchangeableError

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise UnchangeableError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise UnchangeableError


class Unchangeable(models.Model):
    """A row that is written once."""

    objects = UnchangeableRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row. Raises UnchangeableError where it is there already."""
        if not self._state.adding:
            raise UnchangeableError
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse. Raises UnchangeableError always."""
        raise UnchangeableError


class AuditEntry(Unchangeable):
    """Something that somebody did.

    `user` is a number that stays when the account goes; `who` is its name then, empty where the
    paper itself acted. `story` is a page's number, 0 where none is meant.
    """

    at = models.DateTimeField(_("time"), db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    who = models.CharField(_("person"), max_length=150, blank=True)
    action = models.CharField(_("action"), max_length=80, db_index=True)
    story = models.BigIntegerField(_("story"), default=0, db_index=True)
    model = models.CharField(max_length=80, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    label = models.CharField(_("about"), max_length=255, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.action}"


class AuditSeal(Unchangeable):
    """The digest over an entry and the seal before; `entry` is its number."""

    entry = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("seal of the audit log")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest
