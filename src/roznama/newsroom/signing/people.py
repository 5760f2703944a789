"""Inviting people: an editor who manages them gives a one-time code, by mail or by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.widgets.button import ListingButton
from wagtail.log_actions import log

from roznama.newsroom.models import OneTimeCode, User
from roznama.newsroom.signing.guard import is_let_in
from roznama.newsroom.signing.lost import TAKEN_OFF
from roznama.newsroom.signing.requirement import may_publish

INVITED = "signing.invite"


def may_invite(editor: User, person: User) -> bool:
    """Tell whether an editor may open somebody's account with a code.

    Who manages people may; but not the account of somebody with more power than they
    have themselves, or the code would be a way to that power.
    """
    if not editor.has_perm("newsroom.change_user") or not person.is_active:
        return False
    return editor.is_superuser or not (person.is_superuser or may_publish(person))


@never_cache
@require_admin_access
@reauthentication_required(app="allauth.account")
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then send the code, or show it once where no mail is sent."""
    editor: User = request.user  # type: ignore[assignment]
    person = get_object_or_404(User, pk=pk)
    # These pages stand open to who has still to set up a factor; this one does not.
    if not is_let_in(request.session, editor) or not may_invite(editor, person):
        raise PermissionDenied
    told: dict[str, Any] = {"person": person, "sends": _sends(person)}
    if request.method == "POST":
        by_mail = request.POST.get("way") == "mail" and _sends(person)
        told |= _issue(request, person, by_mail=by_mail)
    return render(request, "newsroom/signing/invite.html", told)


def _sends(person: User) -> bool:
    return bool(person.email and settings.ROZNAMA_SENDS_MAIL)


def _issue(request: HttpRequest, person: User, *, by_mail: bool) -> dict[str, Any]:
    code = OneTimeCode.issue(person)
    log(instance=person, action=INVITED, user=request.user, data={"by_mail": by_mail})
    if not by_mail:
        return {"code": code}
    told = {"code": code, "person": person, "address": settings.SITE_URL + reverse("account_login")}
    get_adapter(request).send_mail("newsroom/signing/mail/invitation", person.email, told)
    messages.success(request, _("The code is on its way."))
    return {"sent": True}


@hooks.register("register_log_actions")
def actions(registry: Any) -> None:
    """Name the action in the newsroom's log."""
    registry.register_action(INVITED, _("Give a one-time code"), _("Gave a one-time code"))
    registry.register_action(
        TAKEN_OFF, _("Take the second factor off"), _("Took the second factor off")
    )


@hooks.register("register_account_menu_item")
def safety(request: HttpRequest) -> dict[str, Any]:
    """Lead from somebody's account to what keeps it safe."""
    return {
        "url": reverse("signing_home"),
        "label": _("Password and second factor"),
        "help_text": _("Passkeys, the app's codes, and where you are signed in."),
    }


@hooks.register("register_user_listing_buttons")
def buttons(user: User, request_user: User) -> Iterator[ListingButton]:
    """Put the invitation beside somebody in the list of people; the view looks more closely."""
    manages = request_user.has_perm("newsroom.change_user") and user.is_active
    if manages and (request_user.is_superuser or not user.is_superuser):
        address = reverse("signing_invite", args=[user.pk])
        yield ListingButton(_("Give a one-time code"), url=address, icon_name="key", priority=50)
