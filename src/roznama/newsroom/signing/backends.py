"""Signing in with an e-mail address in the place of the name."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from roznama.newsroom.models.user import User


def person_with(email: str) -> User | None:
    """Return the one active person with an e-mail address, None where there are none or several.

    The letters are compared here once more: a database takes `ı` for `i`, and so one
    person's address for another's.
    """
    rows = [*User.objects.filter(email__iexact=email, is_active=True)[:2]] if email else []
    found = [user for user in rows if user.email.lower() == email.lower()]
    return found[0] if len(found) == 1 and len(rows) == 1 else None


class EmailBackend(ModelBackend):
    """Takes an e-mail address and a password."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str = "",
        **kwargs: Any,
    ) -> User | None:
        """Return who has that address and that password."""
        user = person_with(email)
        return user if user and password and user.check_password(password) else None
