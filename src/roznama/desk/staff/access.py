"""A conversation for somebody who asks for it: found, locked, allowed, and written down."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from roznama.desk import audit
from roznama.desk.chat.commands import RefusalError
from roznama.desk.chat.deciding import may_read
from roznama.desk.chat.rows import lock
from roznama.desk.chat.state import ACTIVE
from roznama.desk.live.staff import Person
from roznama.desk.models import Conversation
from roznama.desk.sealing import SealError, master_keys


def read(person: Person, conversation: int, action: str, **details: Any) -> Conversation:
    """Return a conversation that somebody may read; that they did is in the audit log.

    Raises:
        RefusalError: `unknown`, also for one of another team: whether there is one is not told.

    """
    with transaction.atomic():
        row = lock([conversation]).get(conversation)
        if row is None or row.key is None or not may_read(row.chat, person.actor):
            raise RefusalError("unknown")
        audit.write(person.user, action, row.public, **details)
    return Conversation.objects.select_related("team").get(pk=conversation)


def need_mine(person: Person, conversation: int) -> Conversation:
    """Return a conversation that is theirs to answer.

    Raises:
        RefusalError: `unknown`, `not_yours`.

    """
    rows = Conversation.objects.select_related("team")
    found = rows.filter(pk=conversation, key__isnull=False).first()
    if found is None or found.team_id not in person.actor.teams:
        raise RefusalError("unknown")
    if found.state != ACTIVE or found.professional_id != person.actor.professional:
        raise RefusalError("not_yours")
    return found


def key_of(conversation: Conversation) -> bytes:
    """Return a conversation's own key.

    Raises:
        RefusalError: `erased`, `sealed`.

    """
    if conversation.key is None:
        raise RefusalError("erased")
    try:
        return master_keys().unwrap(bytes(conversation.key))
    except SealError:
        raise RefusalError("sealed") from None
