"""The paper room as a Django application."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    """See docs/architecture.md."""

    name = "roznama.paper"
