"""How django-allauth behaves for accounts of the newsroom."""

from __future__ import annotations

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roznama.newsroom.models.user import User
from roznama.newsroom.signing import session as of_session


class Accounts(DefaultAccountAdapter):
    """No one signs up; people are invited. Mail goes to the address that stands in the account."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The name or the password is not right."),
        "email_password_mismatch": _("The name or the password is not right."),
        "too_many_login_attempts": _(
            "Too many attempts that failed. Wait five minutes, then try again."
        ),
        "incorrect_code": _("The code is not right, was used already, or has run out."),
        "rate_limited": _("That was too often. Wait a little, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of the newsroom for themselves."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead into the newsroom; who may not enter it, to their own account."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return reverse("signing_home")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return where somebody asks from; behind a socket without addresses, all from nowhere."""
        return super().get_client_ip(request) if request.META.get("REMOTE_ADDR") else "::"

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict]:
        """Return what somebody may confirm by; who has nothing signs in anew."""
        found = super().get_reauthentication_methods(user)
        again = {"id": "again", "description": _("Sign in again"), "url": reverse("signing_again")}
        return found or [again]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the page about the account's safety."""
        return reverse("signing_home")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again before what is sensitive, unless somebody has just signed in.

        Who came with a one-time code has nothing yet to be asked for; the day of grace
        is the limit of such a session.
        """
        request = self.request
        user: User = request.user
        if of_session.proved_since(request.session, user) < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(get_reauthentication_flows(user)) or not of_session.has_grace(request.session)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody what happened to their account, where mail is sent and they have any."""
        to = email or getattr(user, "email", "")
        if to and settings.ROZNAMA_SENDS_MAIL:
            super().send_notification_mail(template_prefix, user, context, to)
