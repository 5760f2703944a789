"""Settings of signing in: django-allauth's own, as an operator's few make them."""

from __future__ import annotations

from typing import Any

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


SETTINGS: dict[str, Any] = {
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
