"""Logging in with a one-time code."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from roznama.newsroom.models.onetime import OneTimeCode
from roznama.newsroom.models.user import User
from roznama.newsroom.signing.backends import person_with


class OneTimeCodeBackend(ModelBackend):
    """Takes a one-time code where a password is asked for, and uses it up."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str = "",
        **kwargs: Any,
    ) -> User | None:
        """Return the code's user, or None. Of two who use a code at once, one gets in."""
        codes = OneTimeCode.objects.select_related("user")
        person = person_with(email)
        code = (
            codes.filter(user=person) if person else codes.filter(user__username=username)
        ).first()
        if code is None or not code.matches((password or "").strip()):
            return None
        deleted, _ = OneTimeCode.objects.filter(pk=code.pk, hash=code.hash).delete()
        return code.user if deleted and self.user_can_authenticate(code.user) else None
