"""How django-allauth behaves for second factors of the newsroom."""

from __future__ import annotations

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.encoding import force_bytes
from django.utils.translation import gettext_lazy as _

from roznama.newsroom.signing.requirement import FACTORS, must_have_factor


class Factors(DefaultMFAAdapter):
    """Keeps secrets sealed; names the paper; leaves nobody without a factor that they must have."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is not right, was used already, or has run out."),
        "cannot_delete_authenticator": _(
            "This is your only second factor, and your work needs one. Add another first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret with the signing key: a copy of the database alone gives no codes."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """Return the name that an app shows beside its codes."""
        return str(settings.WAGTAIL_SITE_NAME)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Return whose codes these are."""
        return user.get_username()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor of somebody who must have one."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        return not must_have_factor(authenticator.user)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Return a name for a new passkey: its number is enough."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey {number}")).format(number=number)


def _seal() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str | bytes) -> bytes:
    digest = hashlib.blake2b(force_bytes(key), digest_size=32, person=b"roznama factors").digest()
    return base64.urlsafe_b64encode(digest)
