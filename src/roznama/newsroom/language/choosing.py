"""Which language an editor's screens are in, and which is one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language, get_language_info
from wagtail.admin.localization import get_available_admin_languages
from wagtail.users.models import UserProfile

if TYPE_CHECKING:
    from roznama.newsroom.models import User


def is_offered(code: str) -> bool:
    """Whether editors may choose the language, as the settings have it."""
    return code in dict(get_available_admin_languages())


def other_language() -> str:
    """Return the code of the next language that is offered: of two, the other one."""
    codes = [code for code, _name in get_available_admin_languages()]
    now = get_language()
    return codes[(codes.index(now) + 1) % len(codes)] if now in codes else codes[0]


def own_name(code: str) -> str:
    """Return a language's name in itself, so that who reads no other finds it."""
    return str(get_language_info(code)["name_local"])


def choose(user: User, code: str) -> None:
    """Keep the language in the editor's profile, where Wagtail's account page keeps it too."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save(update_fields=["preferred_language"])
