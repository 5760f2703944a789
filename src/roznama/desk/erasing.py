"""Erasing a conversation: its key, its words, its files and whatever leads to its reader."""

from __future__ import annotations

import secrets

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction
from django.utils import timezone

from roznama.desk import audit
from roznama.desk.chat.state import ERASED
from roznama.desk.files import delete_files
from roznama.desk.live.waking import tell_others, wake
from roznama.desk.models import Conversation, Event

_DIGEST = 32  # bytes


def erase(conversation_id: int, by: AbstractBaseUser | str) -> bool:
    """Erase a conversation for good; return whether there was something left to erase.

    `by` is an account or "reader", "retention". What stays tells nothing of the reader: team,
    times, who answered, stars, how many events. The files go once this has committed.

    Raises:
        Conversation.DoesNotExist: there is none of this id.

    """
    with transaction.atomic():
        row = Conversation.objects.select_for_update().get(pk=conversation_id)
        return erase_locked(row, by)


def erase_locked(conversation: Conversation, by: AbstractBaseUser | str) -> bool:
    """The same for a conversation that the caller's transaction has locked."""
    if conversation.state == ERASED and conversation.key is None:
        return False
    _overwrite_what_is_freed()
    files = delete_files(conversation)
    events = Event.objects.filter(conversation=conversation, body__isnull=False).update(body=None)
    _empty(conversation)
    conversation.save()
    tell_others([conversation.pk])
    transaction.on_commit(lambda: wake([conversation.pk]), robust=True)
    audit.write(by, "erase", conversation.public, events=events, files=files)
    return True


def _empty(row: Conversation) -> None:
    """Take everything away that is not for statistics; the secrets open nothing any more."""
    row.state, row.key = ERASED, None
    row.reader, row.token = secrets.token_bytes(_DIGEST), secrets.token_bytes(_DIGEST)
    row.page = row.province = row.flags = row.asking = ""
    row.urgent = row.has_contact = row.may_publish = False
    row.offered = row.offered_at = row.waiting_since = None
    row.closed_at = row.closed_at or timezone.now()


def _overwrite_what_is_freed() -> None:
    """SQLite leaves deleted bytes in its file unless it is told to write zeros over them."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
