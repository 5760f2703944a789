"""The ASGI application that `roznama serve` runs: the press's front, and Django behind it."""

import os
from typing import Any

from django.core.asgi import get_asgi_application
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roznama.config.settings")

# Who reads and whether over HTTPS is told by a proxy on the same machine, or by those that
# uvicorn's own variable names. The front needs neither.
_application: Any = get_asgi_application()

from django.conf import settings  # noqa: E402

from roznama.desk.live.application import DeskApplication  # noqa: E402
from roznama.press.front.application import Front  # noqa: E402
from roznama.press.front.folders import Folder  # noqa: E402
from roznama.press.memory import settle  # noqa: E402
from roznama.press.reads.application import Reads  # noqa: E402

FOLDERS = (
    Folder("/static/", settings.STATIC_ROOT),
    Folder("/media/images/", settings.MEDIA_ROOT / "images", kinds="image/", immutable=True),
)

desk: Any = DeskApplication(_application)
reads: Any = Reads(desk, settings.SITE_URL)
behind = ProxyHeadersMiddleware(reads, os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1"))


def _stop() -> None:
    desk.stop()
    reads.stop()


application = Front(behind, settings.PRESS_ROOT, FOLDERS, ended=_stop)
settle()
