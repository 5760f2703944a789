"""The reader desk as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """See docs/desk.md."""

    name = "roznama.desk"
    verbose_name = _("Reader desk")
