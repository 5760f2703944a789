"""Static files under names that carry their hash; the desk's scripts also name each other so."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

_OURS = re.compile(r"desk/[\w.-]+\.(?:js|css)")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_REMARK = re.compile(r"^//.*\n", re.MULTILINE)
_MODULE = (
    r'(?P<matched>(?P<before>\bfrom\s+|\bimport\()"(?P<url>\./[\w-]+\.js)")',
    '%(before)s"%(url)s"',
)
_ASSET = (
    r'(?P<matched>new URL\("(?P<url>\./[\w-]+\.css)", import\.meta\.url\))',
    'new URL("%(url)s", import.meta.url)',
)


def slim(text: str) -> str:
    """Return one of the desk's scripts or styles without indents and lines of remarks.

    For sources whose strings stay on one line, as ours do.
    """
    return _REMARK.sub("", _INDENT.sub("", text))


class StaticStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, which looks for addresses in our own modules as it does in styles.

    Django can do that for all scripts; but those of Wagtail's screens hold text that only looks
    like an import.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("desk/*.js", (_MODULE, _ASSET)),
        ("newsroom/checking/*.js", (_MODULE,)),
        ("newsroom/writing/*.js", (_MODULE,)),
        ("newsroom/front/*.js", (_MODULE,)),
    )

    def _save(self, name: str, content: File[Any]) -> str:
        if _OURS.fullmatch(name):
            # It may have been read before, for its hash; chunks begin at the beginning.
            text = b"".join(content.chunks()).decode()
            content = ContentFile(slim(text).encode())
        return str(super()._save(name, content))
