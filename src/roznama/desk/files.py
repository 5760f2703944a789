"""Files that readers and professionals send: taken, sealed, handed out, deleted.

A row tells of a file, the sealed bytes are on the disk (`drawer.py`). The file is written before
its row and deleted after it, so a row never lacks its file; a file that lost its row, because a
process died between, is found by `sweep`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from roznama.desk import drawer
from roznama.desk.models import Attachment, Conversation
from roznama.desk.pictures import Picture, clean
from roznama.desk.sealing import SealError, seal, unseal
from roznama.desk.sniffing import PDF, FileError, sniff

LARGEST = 8 * 1024 * 1024  # bytes
MOST_FILES = 50  # of one conversation
UNUSED_FOR = timedelta(days=1)
_STRAY_FOR = 3_600.0  # seconds: longer than any transaction that is still to write the row
_BATCH = 500
_LONGEST_NAME = 120  # characters
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}
_JOINER = "\u200c"  # not seen, but a part of how Urdu words are spelled
_PATHS = re.compile(r".*[/\\]", re.DOTALL)

__all__ = [
    "LARGEST",
    "MOST_FILES",
    "FileError",
    "delete_files",
    "delete_unused",
    "keep",
    "name_of",
    "read",
    "sweep",
]


def keep(
    conversation: Conversation, key: bytes, by_reader: bool, name: str, data: bytes
) -> Attachment:
    """Keep a picture or PDF, sealed with the conversation's key; no message shows it yet.

    Pictures are drawn anew (`pictures.py`), a PDF stays as it is: hand it out as a download only.

    Raises:
        FileError: `too_big` (8 MB, or the pixels), `not_taken` (another kind, or the
            conversation is erased), `damaged`, `too_many` (50 in the conversation).

    """
    if len(data) > LARGEST:
        raise FileError("too_big")
    _need_room(conversation)
    kept = _taken(data)
    uuid = uuid4()
    made = Attachment(
        uuid=uuid,
        conversation=conversation,
        by_reader=by_reader,
        kind=kept.kind,
        size=len(kept.data),
        width=kept.width,
        height=kept.height,
        name=seal(key, _tidy(name, kept.kind).encode(), uuid.bytes),
        made=timezone.now(),
    )
    drawer.put(uuid, seal(key, kept.data, uuid.bytes))
    try:
        _insert(made)
    except BaseException:
        drawer.remove([uuid])
        raise
    return made


def read(attachment: Attachment, key: bytes) -> bytes:
    """Return a file's bytes.

    Raises:
        FileError: `damaged`: the file is gone, was changed, or is of another key.

    """
    try:
        return unseal(key, drawer.get(attachment.uuid), attachment.uuid.bytes)
    except (OSError, SealError):
        raise FileError("damaged") from None


def name_of(attachment: Attachment, key: bytes) -> str:
    """Return a file's name.

    Raises:
        SealError: it does not open with this key.

    """
    if attachment.name is None:
        return ""
    return unseal(key, bytes(attachment.name), attachment.uuid.bytes).decode()


def delete_files(conversation: Conversation, only: Iterable[UUID] | None = None) -> int:
    """Delete a conversation's files, or those that are named; return how many there were.

    The rows go in the caller's transaction, the files when it has committed.
    """
    rows = Attachment.objects.filter(conversation=conversation)
    if only is not None:
        rows = rows.filter(uuid__in=list(only))
    return _delete(list(rows.values_list("uuid", flat=True)))


def delete_unused(now: datetime | None = None) -> int:
    """Delete files that no message has shown for a day; return how many."""
    rows = Attachment.objects.filter(used=False, made__lt=(now or timezone.now()) - UNUSED_FOR)
    conversations = list(rows.order_by().values_list("conversation", flat=True).distinct())
    count = 0
    for pk in conversations:
        with transaction.atomic():
            # Who sends a message holds the conversation: none of these is shown in this moment.
            Conversation.objects.select_for_update().filter(pk=pk).values_list("pk").first()
            count += _delete(list(rows.filter(conversation=pk).values_list("uuid", flat=True)))
    return count


def sweep() -> int:
    """Delete what is on the disk for an hour and has no row; return how many."""
    count, found = 0, drawer.older_than(_STRAY_FOR)
    while paths := list(islice(found, _BATCH)):
        named = {path: _uuid(path) for path in paths}
        rows = Attachment.objects.filter(uuid__in=[uuid for uuid in named.values() if uuid])
        known = set(rows.values_list("uuid", flat=True))
        for path, uuid in named.items():
            if uuid not in known:
                path.unlink(missing_ok=True)
                count += 1
    return count


def _delete(uuids: list[UUID]) -> int:
    with transaction.atomic():
        Attachment.objects.filter(uuid__in=uuids).delete()
        # What cannot be unlinked now is swept up later; it must not break what else is done.
        transaction.on_commit(lambda: drawer.remove(uuids), robust=True)
    return len(uuids)


def _uuid(path: Path) -> UUID | None:
    try:
        return UUID(path.name)
    except ValueError:
        return None


def _taken(data: bytes) -> Picture:
    form = sniff(data)
    if form == PDF:
        return Picture(data, "application/pdf", 0, 0)
    return clean(data, form)


def _insert(made: Attachment) -> None:
    with transaction.atomic():
        rows = Conversation.objects.select_for_update().filter(
            pk=made.conversation_id, key__isnull=False
        )
        if rows.values_list("pk").first() is None:
            raise FileError("not_taken")
        _need_room(made.conversation)
        made.save(force_insert=True)


def _need_room(conversation: Conversation) -> None:
    if Attachment.objects.filter(conversation=conversation).count() >= MOST_FILES:
        raise FileError("too_many")


def _tidy(name: str, kind: str) -> str:
    """Return a name without folders or signs that are not seen, with the ending of its kind."""
    seen = "".join(filter(_is_seen, _PATHS.sub("", name))).strip()
    ending = _ENDINGS[kind]
    stem = seen.rpartition(".")[0] or seen
    return (stem[: _LONGEST_NAME - len(ending)].strip(" .") or "file") + ending


def _is_seen(sign: str) -> bool:
    """Whether a sign may stand in a name: those that turn the writing around hide its ending."""
    return sign == _JOINER or unicodedata.category(sign)[0] != "C"
