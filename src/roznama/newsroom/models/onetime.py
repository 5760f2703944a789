"""One-time codes: how someone gets in without a password yet."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.utils import timezone

# Twelve characters out of 31 that cannot be mistaken for each other: 59 bits.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LIFETIME = timedelta(hours=24)


class OneTimeCode(models.Model):
    """A code that opens one account once, within a day. Only its hash is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="one_time_code"
    )
    hash = models.CharField(max_length=200)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user} until {self.expires_at:%Y-%m-%d %H:%M}"

    @classmethod
    def issue(cls, user: models.Model) -> str:
        """Give the user a new code, which takes the place of any earlier one, and return it."""
        groups = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
        code = "-".join(groups)
        cls.objects.update_or_create(
            user=user,
            defaults={"hash": make_password(code), "expires_at": timezone.now() + LIFETIME},
        )
        return code

    def matches(self, code: str) -> bool:
        """Tell whether the code is this one and still good."""
        return self.expires_at > timezone.now() and check_password(code, self.hash)
