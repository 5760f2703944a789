"""The archive room as a Django application."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """See docs/architecture.md."""

    name = "roznama.archive"
