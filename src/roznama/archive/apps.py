"""The archive room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """See docs/architecture.md."""

    name = "roznama.archive"
    verbose_name = _("Archive")

    def ready(self) -> None:
        """Begin to tell the change log."""
        from roznama.archive import announcing  # noqa: PLC0415

        announcing.connect()
