"""The screens of signing in that are not wholly django-allauth's."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from allauth.account.internal import flows as account_flows
from allauth.account.mixins import NextRedirectMixin
from allauth.account.views import LoginView, PasswordResetView
from allauth.mfa.adapter import get_adapter as factors
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.internal.flows import sessions as session_flows
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin.localization import get_localized_response

from roznama.newsroom.signing.guard import mark_welcomed
from roznama.newsroom.signing.requirement import has_factor, must_have_factor
from roznama.newsroom.signing.tracking import device

WAIT = 300  # seconds, as long as allauth remembers attempts that failed


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say calmly that it was too often, and when to come again."""
    response = render(request, "newsroom/signing/too_many.html", status=429)
    response["Retry-After"] = str(WAIT)
    return response


def patient(response: HttpResponseBase, form: Any) -> HttpResponseBase:
    """Give an answer that refuses for too many failures its status and its Retry-After."""
    if form is not None and any(
        form.has_error(name, code)
        for name in ("__all__", "code", "credential")
        for code in ("too_many_login_attempts", "rate_limited")
    ):
        response.status_code = 429
        response["Retry-After"] = str(WAIT)
    return response


def localized(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer somebody in the language of their account, as the rest of the newsroom does."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return get_localized_response(view, request, *args, **kwargs)
        return view(request, *args, **kwargs)

    return answer


class SignIn(LoginView):
    """Takes a name or an e-mail address with a password or a one-time code."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send on who is in; but nobody in a circle, who may not enter the newsroom at all."""
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            return render(request, "newsroom/signing/no_entry.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponseBase:
        """Show the form again."""
        return patient(super().form_invalid(form), form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the template which other ways there are."""
        told = super().get_context_data(**kwargs)
        told["single"] = settings.SOCIALACCOUNT_PROVIDERS.get(  # type: ignore[misc]
            "openid_connect", {}
        ).get("APPS", [])
        told["sends_mail"] = settings.ROZNAMA_SENDS_MAIL
        return told


class SecondFactor(AuthenticateView):
    """Asks for the second factor."""

    def form_invalid(self, form: Any) -> HttpResponseBase:  # type: ignore[override]
        """Show the form again."""
        return patient(super().form_invalid(form), form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the template what this account has."""
        told = super().get_context_data(**kwargs)
        rows = Authenticator.objects.filter(user_id=self.stage.login.user.pk)
        return {**told, "types": set(rows.values_list("type", flat=True))}


class ConfirmByPasskey(ReauthenticateWebAuthnView):
    """Asks once more for the passkey."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Lead back to the question, not out of the newsroom."""
        super().form_invalid(form)
        return HttpResponseRedirect(self.passthrough_next_url(self.request.path))


class Forgotten(PasswordResetView):
    """Sends a code for a new password; where no mail is sent, says whom to ask."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer; without mail there is nothing to send."""
        if not settings.ROZNAMA_SENDS_MAIL:
            return render(request, "newsroom/signing/ask_editor.html")
        return super().dispatch(request, *args, **kwargs)


class RemovePasskey(RemoveWebAuthnView):
    """Removes a passkey, but not the last factor of somebody who must have one."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it, or say why not."""
        if not factors().can_delete_authenticator(self.get_object()):
            messages.error(self.request, factors().error_messages["cannot_delete_authenticator"])
            return redirect("signing_home")
        return super().form_valid(form)


@method_decorator([login_required, never_cache], name="dispatch")
class Home(TemplateView):
    """The account's safety on one page: password, second factor, codes, where it is open."""

    template_name = "newsroom/signing/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the account has."""
        rows = list(Authenticator.objects.filter(user=self.request.user).order_by("pk"))
        found: dict[str, Any] = {"passkeys": [], "app": None, "codes": None}
        for row in rows:
            if row.type == Authenticator.Type.WEBAUTHN:
                found["passkeys"].append(row)
            else:
                found["app" if row.type == Authenticator.Type.TOTP else "codes"] = row
        if found["codes"]:
            found["codes_left"] = len(found["codes"].wrap().get_unused_codes())
        found["must"] = must_have_factor(self.request.user)  # type: ignore[arg-type]
        found["may_enter"] = self.request.user.has_perm("wagtailadmin.access_admin")
        return {**super().get_context_data(**kwargs), **found}


@method_decorator([login_required, never_cache], name="dispatch")
class SetUp(NextRedirectMixin, TemplateView):
    """Leads somebody who must have a second factor to set one up."""

    template_name = "newsroom/signing/set_up.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the ways, until there is a factor."""
        if has_factor(request.user):  # type: ignore[arg-type]
            return HttpResponseRedirect(self.get_next_url() or reverse("signing_home"))
        return super().get(request, *args, **kwargs)


class Welcome(SetUp):
    """Says to whom came with a one-time code what to set up, and lets them go on."""

    template_name = "newsroom/signing/welcome.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether a second factor is needed or offered."""
        needed = must_have_factor(self.request.user)  # type: ignore[arg-type]
        return super().get_context_data(**kwargs, needed=needed)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go on without."""
        mark_welcomed(request.session)
        return HttpResponseRedirect(self.get_next_url() or reverse("wagtailadmin_home"))


@method_decorator([login_required, never_cache], name="dispatch")
class Again(NextRedirectMixin, TemplateView):
    """For those who have nothing to confirm by: they sign in anew."""

    template_name = "newsroom/signing/again.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out, and lead to the door."""
        address = self.passthrough_next_url(reverse("account_login"))
        account_flows.logout.logout(request)
        return HttpResponseRedirect(address)


@method_decorator([login_required, never_cache], name="dispatch")
class Sessions(TemplateView):
    """Where somebody is signed in; each can be ended, and all the others at once."""

    template_name = "newsroom/signing/sessions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the sessions, this one first, then the last used."""
        rows = UserSession.objects.purge_and_list(self.request.user)  # type: ignore[arg-type]
        rows.sort(key=lambda row: (row.is_current(), row.last_seen_at), reverse=True)
        shown = [{"row": row, "device": device(row.user_agent)} for row in rows]
        return {**super().get_context_data(**kwargs), "sessions": shown}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """End the session that is named, or all others."""
        own = UserSession.objects.filter(user=request.user)
        if request.POST.get("end") == "others":
            session_flows.end_other_sessions(request, request.user)  # type: ignore[arg-type]
            messages.success(request, _("Signed out everywhere else."))
            return redirect("usersessions_list")
        pk = request.POST.get("end", "")
        row = get_object_or_404(own, pk=int(pk) if pk.isdecimal() and len(pk) < 18 else 0)
        session_flows.end_sessions(request, [row])
        messages.success(request, _("That device is signed out."))
        return redirect("usersessions_list" if request.user.is_authenticated else "account_login")


sign_in = SignIn.as_view()
second_factor = SecondFactor.as_view()
confirm_by_passkey = ConfirmByPasskey.as_view()
forgotten = Forgotten.as_view()
remove_passkey = RemovePasskey.as_view()
home = Home.as_view()
set_up = SetUp.as_view()
welcome = Welcome.as_view()
again = Again.as_view()
sessions = Sessions.as_view()
