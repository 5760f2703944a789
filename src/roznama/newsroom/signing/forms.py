"""The forms of signing in: allauth's, for people who write Urdu."""

from __future__ import annotations

import unicodedata
from typing import Any

from allauth.account.forms import ConfirmPasswordResetCodeForm, LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms


class CodeField(forms.CharField):
    """A code in whichever digits the keyboard has: ۱۲۳ is 123."""

    def to_python(self, value: Any) -> str:
        """Return the code in ASCII digits."""
        return "".join(
            str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
            for sign in super().to_python(value) or ""
        )


class SignInForm(LoginForm):
    """allauth's, with the field's name by which browsers and their users know it."""

    def add_prefix(self, field_name: str) -> str:
        """Call the login `username`, as every password keeper does."""
        return super().add_prefix("username" if field_name == "login" else field_name)


class _TakesUrduDigits:
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = CodeField(max_length=64)


class SecondFactorForm(_TakesUrduDigits, AuthenticateForm):
    """The second factor when logging in."""


class ConfirmForm(_TakesUrduDigits, ReauthenticateForm):
    """The second factor before what is sensitive."""


class AppForm(_TakesUrduDigits, ActivateTOTPForm):
    """The first code of an app."""


class ResetCodeForm(_TakesUrduDigits, ConfirmPasswordResetCodeForm):
    """The code that came by mail."""


# What fido2 and allauth raise on an answer that lacks a part or has one of another kind.
_NO_PASSKEY = (KeyError, TypeError, ValueError, AttributeError)


class _Calm:
    """Refuses an answer that is no passkey's, whatever is wrong with it."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except forms.ValidationError:
            raise
        except _NO_PASSKEY:
            raise get_adapter().validation_error("incorrect_code") from None


class PasskeyLoginForm(_Calm, LoginWebAuthnForm):
    """A passkey alone."""


class PasskeyFactorForm(_Calm, AuthenticateWebAuthnForm):
    """A passkey after the password."""


class PasskeyConfirmForm(_Calm, ReauthenticateWebAuthnForm):
    """A passkey before what is sensitive."""


class NewPasskeyForm(AddWebAuthnForm):
    """A new passkey."""

    def clean(self) -> dict[str, Any]:
        """Refuse an answer that is no passkey's, whatever is wrong with it."""
        try:
            return super().clean()
        except forms.ValidationError:
            raise
        except _NO_PASSKEY:
            raise get_adapter().validation_error("incorrect_code") from None
