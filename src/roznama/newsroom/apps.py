"""The newsroom as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Models and screens of the newsroom."""

    name = "roznama.newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Begin to tell the change log, to watch the house list, and to guard publication."""
        from roznama.newsroom import announcing  # noqa: PLC0415
        from roznama.newsroom.checking import guard, house  # noqa: PLC0415
        from roznama.newsroom.sources import uses  # noqa: PLC0415

        announcing.connect()
        house.connect()
        guard.connect()
        uses.connect()
