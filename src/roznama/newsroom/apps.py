"""The newsroom as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Models and screens of the newsroom."""

    name = "roznama.newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Begin to tell the change log and people, and to watch what is saved and published."""
        from roznama.newsroom import announcing, net  # noqa: PLC0415
        from roznama.newsroom.checking import guard, house  # noqa: PLC0415
        from roznama.newsroom.drafts import keeping  # noqa: PLC0415
        from roznama.newsroom.flow import connecting  # noqa: PLC0415
        from roznama.newsroom.live import announcing as live  # noqa: PLC0415
        from roznama.newsroom.models import ArticlePage  # noqa: PLC0415
        from roznama.newsroom.pictures import guard as pictures  # noqa: PLC0415
        from roznama.newsroom.record import listening  # noqa: PLC0415
        from roznama.newsroom.search import once, planning  # noqa: PLC0415
        from roznama.newsroom.signing import signals  # noqa: F401, PLC0415 - connects itself
        from roznama.newsroom.sources import uses  # noqa: PLC0415

        announcing.connect()
        house.connect()
        keeping.connect()
        net.connect(pictures.refuse, guard.refuse)
        once.connect(ArticlePage)
        planning.connect()
        uses.connect()
        connecting.connect()
        listening.connect()
        live.connect()
