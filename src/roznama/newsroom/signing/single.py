"""Single sign-on: the server says who somebody is, the newsroom whether they work here."""

from __future__ import annotations

from typing import NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest
from django.shortcuts import render

from roznama.newsroom.signing.backends import person_with


class SingleSignOn(DefaultSocialAccountAdapter):
    """Finds the person by a verified e-mail address; makes no account and joins none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody makes an account of the newsroom for themselves."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Put the newsroom's person into the login, or refuse it.

        Nothing is kept of it: who may enter is asked anew each time.
        """
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            _refuse(request)
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        people = [user for email in verified if (user := person_with(email))]
        if not people:
            _refuse(request)
        sociallogin.user = people[0]


def _refuse(request: HttpRequest) -> NoReturn:
    raise ImmediateHttpResponse(render(request, "newsroom/signing/no_account.html", status=403))
