"""Settings of signing in: django-allauth's own, as an operator's few make them."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from roznama.config import environment

APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

_SIGNING = "roznama.newsroom.signing"
_PORTS = {"smtp": 587, "smtps": 465}


def mail(url: str) -> dict[str, Any]:
    """Return Django's settings for an address such as `smtp://user:password@host:587`.

    `smtp` turns to TLS once it is connected, `smtps` is TLS from the start, and `smtp`
    to this very machine stays plain. An empty address sends no mail.

    Raises:
        ValueError: the address is none of these.

    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("ROZNAMA_MAIL_URL is not like smtp://user:password@host:587")
    is_here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (25 if is_here else _PORTS[parts.scheme]),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not is_here,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }


def providers() -> dict[str, Any]:
    """Return the one server of single sign-on, if there is one."""
    if not (url := environment.OIDC_URL.text()):
        return {}
    app = {
        "provider_id": "sso",
        "name": environment.OIDC_NAME.text(),
        "client_id": environment.OIDC_CLIENT.text(),
        "secret": environment.OIDC_SECRET.text(),
        "settings": {"server_url": url},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


_HOST = urlsplit(environment.SITE_URL.text()).hostname or "localhost"

SETTINGS: dict[str, Any] = {
    **mail(environment.MAIL_URL.text()),
    "DEFAULT_FROM_EMAIL": environment.MAIL_FROM.text() or f"newsroom@{_HOST}",
    "ROZNAMA_SENDS_MAIL": bool(environment.MAIL_URL.text()),
    "ROZNAMA_SECOND_FACTOR": environment.SECOND_FACTOR.text().lower(),
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "wagtailadmin_home",
    # Wagtail's own ways to a password would lead past the second factor, or past its owner.
    "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
    "WAGTAIL_PASSWORD_RESET_ENABLED": False,
    "WAGTAILUSERS_PASSWORD_ENABLED": False,
    # An address is what single sign-on and a forgotten password go by: others set it.
    "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
    "ACCOUNT_ADAPTER": f"{_SIGNING}.adapter.Accounts",
    "ACCOUNT_FORMS": {
        "login": f"{_SIGNING}.forms.SignInForm",
        "confirm_password_reset_code": f"{_SIGNING}.forms.ResetCodeForm",
    },
    "MFA_FORMS": {
        "authenticate": f"{_SIGNING}.forms.SecondFactorForm",
        "reauthenticate": f"{_SIGNING}.forms.ConfirmForm",
        "activate_totp": f"{_SIGNING}.forms.AppForm",
        "login_webauthn": f"{_SIGNING}.forms.PasskeyLoginForm",
        "authenticate_webauthn": f"{_SIGNING}.forms.PasskeyFactorForm",
        "reauthenticate_webauthn": f"{_SIGNING}.forms.PasskeyConfirmForm",
        "add_webauthn": f"{_SIGNING}.forms.NewPasskeyForm",
    },
    "ACCOUNT_LOGIN_METHODS": {"username", "email"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "email*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
    # A link with a key in it would stand in histories and logs; a code is typed.
    "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED": True,
    "MFA_ADAPTER": f"{_SIGNING}.factors.Factors",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    "MFA_RECOVERY_CODE_DIGITS": 10,
    # A clock may be half a minute off.
    "MFA_TOTP_TOLERANCE": 1,
    "USERSESSIONS_TRACK_ACTIVITY": True,
    "SOCIALACCOUNT_ADAPTER": f"{_SIGNING}.single.SingleSignOn",
    "SOCIALACCOUNT_PROVIDERS": providers(),
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": False,
    # The button is a link: a form's way to another server is closed by our policy.
    "SOCIALACCOUNT_LOGIN_ON_GET": True,
    "SOCIALACCOUNT_STORE_TOKENS": False,
}
