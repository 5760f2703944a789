"""The paper room as a Django application."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    """See docs/architecture.md."""

    name = "roznama.paper"

    def ready(self) -> None:
        """Begin to watch which stories readers may not see any more."""
        from roznama.paper.social import leaving  # noqa: PLC0415

        leaving.connect()
