"""Where writing stands in Wagtail's screens: a script and styles for all of them."""

from __future__ import annotations

import json
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from wagtail import hooks

from roznama.newsroom.writing import api
from roznama.newsroom.writing.words import words
from roznama.urdu.keyboard import as_json


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put writing's addresses under the newsroom's, for whoever works there."""
    return [
        path("writing/recover/", api.recover_text, name="writing_recover"),
        path("writing/session/", api.session, name="writing_session"),
    ]


@hooks.register("insert_global_admin_css", order=10)  # after the newsroom's own
def styles() -> SafeString:
    """Set the screens from right to left, and dress the keyboard and the notices."""
    names = ("screens", "writing")
    links = (
        format_html('<link rel="stylesheet" href="{}">', static(f"newsroom/writing/{name}.css"))
        for name in names
    )
    return SafeString("".join(links))


@hooks.register("insert_global_admin_js")
def script() -> SafeString:
    """Start the keyboard and what watches over pasting and the session."""
    source = static("newsroom/writing/main.js")
    known = json_script(_known(), "newsroom-writing")
    return known + format_html('<script type="module" src="{}"></script>', source)


def _known() -> dict[str, Any]:
    return {
        "layout": json.loads(as_json("phonetic")),
        "words": words(),
        "recover": reverse("writing_recover"),
        "session": reverse("writing_session"),
        "signIn": reverse("wagtailadmin_login"),
    }
