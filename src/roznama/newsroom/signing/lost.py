"""When the phone is lost and the recovery codes with it."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from wagtail.log_actions import log

from roznama.newsroom.models.user import User

TAKEN_OFF = "signing.lost"


@transaction.atomic
def take_factors_off(user: User) -> int:
    """Take all second factors of an account off, end its sessions, and return how many went.

    Only who runs the machine may, by `roznama login --lost-factor`; the log keeps it.
    """
    _, counts = Authenticator.objects.filter(user=user).delete()
    for row in UserSession.objects.filter(user=user):
        row.end()
    log(instance=user, action=TAKEN_OFF)
    return sum(counts.values())
