"""The press room as a Django application."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """See docs/press.md."""

    name = "roznama.press"
