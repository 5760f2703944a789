"""Opening a conversation, and finding it again by its token."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from roznama.desk.chat.commands import Open, Reader, RefusalError, Send
from roznama.desk.chat.engine import Op, do
from roznama.desk.chat.state import OPEN
from roznama.desk.models import Consent, Conversation, Province, Team
from roznama.desk.sealing import master_keys, new_key

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes in base64 without padding
_PAGE = re.compile(r"/(?![/\\])[^\s?#\\]*")  # of this paper: two slashes begin another's
_LANGUAGES = ("ur", "en")
_LONGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Opening:
    """What a reader opens a conversation with. The secrets are the browser's own."""

    team: str
    reader: str
    token: str
    consent: int
    uuid: UUID
    language: str = "ur"
    province: str = ""
    page: str = ""
    text: str = ""


def digest(secret: str) -> bytes:
    """Return what is kept of a secret.

    Raises:
        RefusalError: `bad`, where it is not 32 bytes in base64.

    """
    if not _SECRET.fullmatch(secret):
        raise RefusalError("bad")
    return hashlib.sha256(secret.encode()).digest()


def open_conversation(opening: Opening) -> tuple[int, bool]:
    """Return the conversation's id and whether it is new.

    A reader has one open conversation with a team: asked again with its token, it is that one.

    Raises:
        RefusalError: `bad`, `no_team`, `closed_team`, `consent` (another version is asked for now),
            `open` (one is open, and this is not its token), or what the first message is
            refused for; nothing is opened then.

    """
    reader, token = digest(opening.reader), digest(opening.token)
    team = Team.objects.filter(slug=opening.team).first()
    if team is None:
        raise RefusalError("no_team")
    found = _found(team, reader, token)
    if found is not None:
        return _say(found, opening), False
    if not team.is_open:
        raise RefusalError("closed_team")
    consent = _agreed(team, opening.consent)
    try:
        with transaction.atomic():
            return _insert(opening, team, reader, token, consent), True
    except IntegrityError:
        # Two tabs at once: the other one was first.
        found = _found(team, reader, token)
        if found is None:
            raise RefusalError("open") from None
        return _say(found, opening), False


def _found(team: Team, reader: bytes, token: bytes) -> int | None:
    for pk, kept in Conversation.objects.filter(
        team=team, reader=reader, state__in=OPEN
    ).values_list("pk", "token"):
        if bytes(kept) != token:
            raise RefusalError("open")
        return pk
    same = Conversation.objects.filter(token=token).values_list("pk", "team_id").first()
    if same is not None and same[1] != team.pk:
        raise RefusalError("bad")
    return same[0] if same else None


def _agreed(team: Team, version: int) -> Consent:
    newest = team.consents.order_by("-version").first()
    if newest is None or newest.version != version:
        raise RefusalError("consent")
    return newest


def _insert(opening: Opening, team: Team, reader: bytes, token: bytes, consent: Consent) -> int:
    now = timezone.now()
    page = opening.page if _PAGE.fullmatch(opening.page) else ""
    made = Conversation.objects.create(
        public=uuid4(),
        team=team,
        reader=reader,
        token=token,
        key=master_keys().wrap(new_key()),
        opened=now,
        last_at=now,
        language=opening.language if opening.language in _LANGUAGES else "ur",
        province=opening.province if opening.province in Province.values else "",
        page=page[:_LONGEST_PAGE],
        consent=consent,
        consented=now,
    )
    # The message has the UUID that the reader's browser knows; the opening one made from it.
    do(Op(made.pk, Reader(), Open(), uuid5(opening.uuid, "opened")))
    return _say(made.pk, opening)


def _say(conversation: int, opening: Opening) -> int:
    """Say the first words, unless they were said already: their UUID tells."""
    if opening.text.strip():
        do(Op(conversation, Reader(), Send(opening.text), opening.uuid))
    return conversation


def find_by_tokens(tokens: Sequence[str]) -> list[int | None]:
    """Return the conversation of each token, None where there is none or it is erased."""
    digests = [digest(token) if _SECRET.fullmatch(token) else b"" for token in tokens]
    rows = Conversation.objects.filter(
        token__in=[kept for kept in set(digests) if kept], key__isnull=False
    ).values_list("token", "pk")
    ids = {bytes(token): pk for token, pk in rows}
    return [ids.get(kept) for kept in digests]
