"""nginx before the paper: its configuration, made from the settings of this installation."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from roznama.press.front.application import CACHING
from roznama.press.front.folders import FOREVER
from roznama.press.front.live import CACHING as LIVE_CACHING
from roznama.press.rendering import page_headers

_TEMPLATE = Path(__file__).with_name("nginx.conf")
# What would end a quoted word of nginx's, or begin a variable in it.
_NOT_QUOTABLE = re.compile(r'["\\$\x00-\x1f]')
_NAME = re.compile(r"[A-Za-z0-9_.*:\[\]-]+(?: [A-Za-z0-9_.*:\[\]-]+)*")


class _Words(string.Template):
    delimiter = "%"


class NginxError(ValueError):
    """Something cannot be said in an nginx configuration."""


def configuration(
    *, application: str = "127.0.0.1:8000", listen: str = "80", names: str = "", brotli: bool = True
) -> str:
    """Return nginx's configuration for this paper: an upstream, maps and a server block.

    `application` is where `roznama serve` listens, `listen` what nginx is to listen on, `names`
    the server's names with blanks between them (default: the host of the paper's address).

    Raises:
        NginxError: one of these, or a folder, has a character that nginx would misread.

    """
    names = names or urlsplit(settings.SITE_URL).hostname or "_"
    for words in (application, listen, names):
        if not _NAME.fullmatch(words):
            raise NginxError(f"{words!r} is no name or port for nginx")
    return _Words(_TEMPLATE.read_text()).substitute(
        application=application,
        listen=listen,
        names=names,
        upload=settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1_000_000,
        brotli="brotli_static on;" if brotli else "# Without brotli_static.",
        pages=_quoted(settings.PRESS_ROOT / "pages"),
        store=_quoted(settings.PRESS_ROOT),
        static=_quoted(f"{settings.STATIC_ROOT}/"),
        images=_quoted(settings.MEDIA_ROOT / "images"),
        headers=_headers(page_headers()),
        caching=CACHING[200],
        live_caching=LIVE_CACHING,
        forever=FOREVER,
    )


def _headers(headers: Mapping[str, str]) -> str:
    lines = (f"add_header {name} {_quoted(value)};" for name, value in headers.items())
    return "\n        ".join(lines)


def _quoted(value: object) -> str:
    words = str(value)
    if _NOT_QUOTABLE.search(words):
        raise NginxError(f"nginx cannot be told of {words!r}: a quote, a backslash or a $ is in it")
    return f'"{words}"'
