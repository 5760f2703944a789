"""The ASGI application that `roznama serve` runs: the press's front, and Django behind it."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roznama.config.settings")

django_application = get_asgi_application()

from django.conf import settings  # noqa: E402

from roznama.press.front.application import Front  # noqa: E402
from roznama.press.front.folders import Folder  # noqa: E402

FOLDERS = (
    Folder("/static/", settings.STATIC_ROOT),
    Folder("/media/images/", settings.MEDIA_ROOT / "images", kinds="image/", immutable=True),
)

application = Front(django_application, settings.PRESS_ROOT, FOLDERS)
