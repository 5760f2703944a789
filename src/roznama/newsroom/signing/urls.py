"""Addresses of signing in, under /newsroom/: `login/` for strangers, `security/` for people.

The names are django-allauth's, which looks them up. What it has beyond these (signing
up, addresses with keys in them, accounts elsewhere that are joined) has no address here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import include, path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from roznama.newsroom.signing import people, views

strangers = [
    path("", views.sign_in, name="account_login"),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("second/", views.second_factor, name="mfa_authenticate"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("forgotten/", views.forgotten, name="account_reset_password"),
    path(
        "forgotten/code/",
        account.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("forgotten/new/", account.complete_password_reset, name="account_complete_password_reset"),
    path(
        "forgotten/done/",
        account.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
    path("<str:provider_id>/start/", oidc.login, name="openid_connect_login"),
    path("<str:provider_id>/back/", oidc.callback, name="openid_connect_callback"),
    path("cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("failed/", social.login_error, name="socialaccount_login_error"),
]

security = [
    path("", views.home, name="signing_home"),
    path("", views.home, name="mfa_index"),
    path("", views.home, name="mfa_list_webauthn"),
    path("welcome/", views.welcome, name="signing_welcome"),
    path("set-up/", views.set_up, name="signing_set_up"),
    path("again/", views.again, name="signing_again"),
    path("logout/", account.logout, name="account_logout"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/passkey/", views.confirm_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path("app/", totp.activate_totp, name="mfa_activate_totp"),
    path("app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("passkeys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/name/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sessions/", views.sessions, name="usersessions_list"),
    path("people/<int:pk>/invite/", people.invite, name="signing_invite"),
]

security = decorate_urlpatterns(security, views.localized)

urlpatterns = [
    path("newsroom/login/", include(strangers)),
    path("newsroom/security/", include(security)),
]
