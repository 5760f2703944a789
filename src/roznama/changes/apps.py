"""The change log as a Django application."""

from django.apps import AppConfig


class ChangesConfig(AppConfig):
    """See docs/press.md."""

    name = "roznama.changes"
