"""What follows when somebody signs in, or changes how they do."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.signals import password_reset, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from roznama.newsroom.models.user import User
from roznama.newsroom.signing.requirement import FACTORS
from roznama.newsroom.signing.session import grant_grace, was_opened_by_code
from roznama.newsroom.signing.tracking import device


@receiver(user_logged_in)
def begin(request: HttpRequest, user: User, **_: Any) -> None:
    """Give a first session its grace, and tell of a device that is new."""
    if was_opened_by_code(request.session) and not user.has_usable_password():
        grant_grace(request.session)
    agent = request.headers.get("User-Agent", "")
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    if device(agent) not in {device(row.user_agent) for row in others}:
        get_adapter(request).send_notification_mail("newsroom/signing/mail/new_device", user)


@receiver(authenticator_added)
def count_new_factor(
    request: HttpRequest, user: User, authenticator: Authenticator, **_: Any
) -> None:
    """Take a factor that was just set up, and so used, as given; sign the other devices out.

    Without the first its owner would be asked for it at once, without the second whoever
    else had the account open would have it still.
    """
    if authenticator.type not in FACTORS:
        return
    kind = str(authenticator.type)
    record_authentication(request, user, "mfa", id=authenticator.pk, type=kind, is_new=True)
    # allauth tells of it once the factor is committed, which may be after the answer was sent.
    request.session.save()
    for row in UserSession.objects.filter(user=user).exclude(
        session_key=request.session.session_key
    ):
        row.end()


@receiver(password_reset)
def end_all(request: HttpRequest, user: User, **_: Any) -> None:
    """Sign all devices out: whoever knew the old password may have been somebody else."""
    for row in UserSession.objects.filter(user=user):
        row.end()


@receiver(post_save, sender=User)
def forget_old_addresses(
    instance: User, update_fields: frozenset[str] | None, created: bool, **_: Any
) -> None:
    """Keep no address that an account had once: a password must not be reset by way of it."""
    if not created and (update_fields is None or "email" in update_fields):
        rows = EmailAddress.objects.filter(user=instance)
        rows.exclude(email__iexact=instance.email).delete()
