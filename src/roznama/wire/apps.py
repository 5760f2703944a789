"""The wire room as a Django application."""

from django.apps import AppConfig


class WireConfig(AppConfig):
    """See docs/architecture.md."""

    name = "roznama.wire"
