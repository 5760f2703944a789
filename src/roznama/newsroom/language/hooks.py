"""The language in Wagtail's menu."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import ActionMenuItem

from roznama.newsroom.language.choosing import other_language, own_name
from roznama.newsroom.language.views import switch


class LanguageMenuItem(MenuItem):
    """The other language, named in itself; a click posts, as Wagtail's logging out does."""

    def __init__(self) -> None:
        super().__init__("", "", name="language", icon_name="globe", order=20_000)

    def render_component(self, request: HttpRequest) -> Any:
        """Return the sidebar's button, which comes back to the page it is on."""
        code = other_language()
        return ActionMenuItem(
            self.name,
            own_name(code),
            _address(code, request.get_full_path()),
            icon_name=self.icon_name,
            attrs={"lang": code},
        )


def _address(code: str, back: str) -> str:
    return f"{reverse('newsroom_language', args=[code])}?{urlencode({'next': back})}"


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the click goes."""
    return [path("language/<slug:code>/", switch, name="newsroom_language")]


@hooks.register("register_admin_menu_item")
def item() -> LanguageMenuItem:
    """Put the language at the end of the menu."""
    return LanguageMenuItem()
