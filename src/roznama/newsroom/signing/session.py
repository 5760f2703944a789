"""What a session says about how it was opened."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.userkit import user_id_to_str
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase

from roznama.newsroom.models.onetime import LIFETIME
from roznama.newsroom.models.user import User

_RECORDS = "account_authentication_methods"  # allauth's, with whose they are beside them
_WHOSE = "account_authentication_methods_user"
_GRACE = "signing.grace"
_CODE_BACKEND = "roznama.newsroom.onetime.OneTimeCodeBackend"


def records(session: SessionBase, user: User) -> list[dict[str, Any]]:
    """Return what somebody proved in a session, oldest first, as allauth writes it down."""
    if session.get(_WHOSE) != user_id_to_str(user):
        return []
    found = session.get(_RECORDS)
    return found if isinstance(found, list) else []


def gave_second_factor(session: SessionBase, user: User) -> bool:
    """Tell whether a second factor, or a recovery code in its place, was given."""
    return any(record.get("method") == "mfa" for record in records(session, user))


def proved_since(session: SessionBase, user: User) -> float:
    """Return the seconds since somebody last proved who they are; infinite when they never did."""
    times = [float(record.get("at", 0)) for record in records(session, user)]
    return time.time() - max(times) if times else float("inf")


def was_opened_by_code(session: SessionBase) -> bool:
    """Tell whether a one-time code opened it."""
    return bool(session.get(BACKEND_SESSION_KEY) == _CODE_BACKEND)


def grant_grace(session: SessionBase) -> None:
    """Let a first session, opened by a one-time code, work without a second factor for a day."""
    session[_GRACE] = time.time()


def has_grace(session: SessionBase) -> bool:
    """Tell whether that day is not over."""
    return time.time() - float(session.get(_GRACE) or 0) < LIFETIME.total_seconds()
