"""Doing what is asked of conversations: whole batches, each in one transaction.

A command carries a UUID that its sender made. The same UUID again is answered as the first
time and writes nothing, so whoever has heard no answer simply asks again. What is answered has
been committed.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from roznama.desk.chat import commands as c
from roznama.desk.chat import facts as known
from roznama.desk.chat.commands import Actor, Command, Facts, Reader, RefusalError, Staff
from roznama.desk.chat.deciding import decide
from roznama.desk.chat.red_flags import card, flags_in
from roznama.desk.chat.rows import KeptEvent, Row, insert_events, known_events, lock, save_sums
from roznama.desk.chat.state import (
    BY_READER,
    BY_STAFF,
    BY_SYSTEM,
    Chat,
    NewEvent,
    evolve,
    numbered,
)
from roznama.desk.files import delete_files
from roznama.desk.live.waking import tell_others, wake
from roznama.desk.models import Attachment, Event
from roznama.desk.sealing import SealError, master_keys, seal

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Op:
    """One command to one conversation."""

    conversation: int
    actor: Actor
    command: Command
    uuid: UUID


@dataclass(frozen=True, slots=True)
class Done:
    """The command's first event has these numbers; none where it changed nothing."""

    seq: int | None
    place: int | None


Result = Done | RefusalError


@dataclass(slots=True)
class _Work:
    """What a batch is about to write."""

    now: datetime
    events: list[tuple[int, NewEvent, bytes]] = field(default_factory=list)
    emptied: list[tuple[int, UUID]] = field(default_factory=list)
    files: list[UUID] = field(default_factory=list)
    changed: dict[int, Row] = field(default_factory=dict)
    done: dict[tuple[int, UUID], tuple[str, Done]] = field(default_factory=dict)


def execute(ops: Sequence[Op]) -> list[Result]:
    """Do what is asked, in order; return a result for each.

    Inside a transaction of the caller's nothing is told to anybody before that commits.

    Raises:
        DatabaseError: nothing was written.

    """
    try:
        with transaction.atomic():
            results, changed = _execute(ops)
            transaction.on_commit(lambda: wake(changed))
            return results
    except IntegrityError as error:
        # Another process wrote the same UUID, or opened another conversation, in this moment.
        if len(ops) == 1:
            logger.debug("refused by the database: %s", error)
            return [RefusalError("open_elsewhere")]
        return [result for op in ops for result in execute([op])]


def do(op: Op) -> Done:
    """Do one thing.

    Raises:
        RefusalError: the conversation does not do that.

    """
    result = execute([op])[0]
    if isinstance(result, RefusalError):
        raise result
    return result


def _execute(ops: Sequence[Op]) -> tuple[list[Result], list[int]]:
    rows = lock(op.conversation for op in ops)
    before = _before(ops, list(rows))
    work = _Work(timezone.now())
    results = [_one(op, rows, before, work) for op in ops]
    if work.changed:
        insert_events(work.events)
        save_sums(work.changed.values())
    for conversation, uuid in work.emptied:
        _empty(rows[conversation], uuid)
    if work.files:
        Attachment.objects.filter(uuid__in=work.files).update(used=True)
    tell_others(work.changed)
    return results, sorted(work.changed)


def _before(ops: Sequence[Op], ids: list[int]) -> dict[tuple[int, UUID], KeptEvent]:
    """Return the events that are there already: of repeated commands, and those they change."""
    uuids = {op.uuid for op in ops}
    uuids |= {op.command.target for op in ops if isinstance(op.command, c.Edit | c.Delete)}
    return known_events(list(uuids), ids) if ids else {}


def _one(
    op: Op, rows: dict[int, Row], before: dict[tuple[int, UUID], KeptEvent], work: _Work
) -> Result:
    author = _author(op.actor)
    again = work.done.get((op.conversation, op.uuid))
    kept = before.get((op.conversation, op.uuid))
    if again is None and kept is not None:
        again = (kept.author, Done(kept.seq, kept.place))
    if again is not None:
        # Somebody else's UUID is no name of one's own.
        return again[1] if again[0] == author else RefusalError("bad")
    row = rows.get(op.conversation)
    if row is None or row.key is None:
        return RefusalError("erased")
    try:
        return _decided(op, row, before, work)
    except RefusalError as refusal:
        return refusal
    except SealError as error:
        logger.error("conversation %s does not open: %s", row.public, error)
        return RefusalError("sealed")


def _decided(op: Op, row: Row, before: dict[tuple[int, UUID], KeptEvent], work: _Work) -> Result:
    key = master_keys().unwrap(row.key or b"")
    facts = _facts(op, row, key, before, work)
    outcomes = decide(row.chat, op.actor, op.command, facts)
    first: NewEvent | None = None
    for number, (kind, author, body) in enumerate(outcomes):
        uuid = op.uuid if number == 0 else uuid5(op.uuid, str(number))
        professional = _whose(op.actor, kind, body, row.chat)
        event = numbered(row.chat, NewEvent(kind, author, body, work.now, uuid, professional))
        evolve(row.chat, event)
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        work.events.append((row.pk, event, seal(key, data, uuid.bytes)))
        first = first or event
    if first is None:
        return Done(None, None)
    work.changed[row.pk] = row
    done = Done(first.seq, first.place)
    work.done[row.pk, op.uuid] = (first.author, done)
    if isinstance(op.command, c.Delete):
        work.emptied.append((row.pk, op.command.target))
    if isinstance(op.command, c.Send):
        work.files.extend(op.command.files)
    return done


def _facts(
    op: Op, row: Row, key: bytes, before: dict[tuple[int, UUID], KeptEvent], work: _Work
) -> Facts:
    rules = known.rules_of(row.chat.team)
    facts = Facts(
        questions=rules.questions.get(row.language, rules.questions["ur"]),
        members=rules.members,
        able=rules.able,
        takes_files=rules.takes_files,
    )
    command = op.command
    is_read = rules.shows_red_flags and isinstance(op.actor, Reader)
    if is_read and isinstance(command, c.Send | c.Edit):
        flags = flags_in(command.text[: c.LONGEST_TEXT])
        if flags:
            facts = replace(facts, flags=flags, card=card(flags, row.province, row.language))
    if isinstance(command, c.Send):
        files = (
            known.usable_files(row.pk, key, command.files, by_reader=isinstance(op.actor, Reader))
            if command.files
            else {}
        )
        taken = set(work.files)
        return replace(
            facts,
            files={uuid: file for uuid, file in files.items() if uuid not in taken},
        )
    if isinstance(command, c.Transfer) and command.team is not None:
        return replace(facts, teams=known.open_teams())
    if isinstance(command, c.Edit | c.Delete):
        return replace(facts, target=_target(row.pk, command.target, before, work))
    return facts


def _target(
    conversation: int,
    uuid: UUID,
    before: dict[tuple[int, UUID], KeptEvent],
    work: _Work,
) -> c.Said | None:
    if (conversation, uuid) in work.emptied:
        return None
    kept = before.get((conversation, uuid))
    if kept is not None:
        return known.said(kept.kind, kept.author, kept.professional, kept.body)
    for pk, event, body in work.events:
        if (pk, event.uuid) == (conversation, uuid):
            return known.said(event.kind, event.author, event.professional, body)
    return None


def _empty(row: Row, target: UUID) -> None:
    """Take the words of a message away, and those of its later forms."""
    key = master_keys().unwrap(row.key or b"")
    events = Event.objects.filter(conversation=row.pk)
    forms = [
        event.uuid
        for event in events.filter(kind="edited")
        if event.body
        and known.opened(key, event.uuid, bytes(event.body)).get("target") == str(target)
    ]
    forms.append(target)
    first = events.filter(uuid=target).first()
    if first is not None and first.body:
        shown = known.opened(key, first.uuid, bytes(first.body)).get("files", [])
        delete_files(first.conversation, [UUID(file["id"]) for file in shown])  # type: ignore[attr-defined]
    events.filter(uuid__in=forms).update(body=None)


def _whose(actor: Actor, kind: str, body: dict[str, object], chat: Chat) -> int | None:
    """Return the professional of an event: who did it, was offered it, or no longer has it."""
    if kind == "offered":
        return body["to"]  # type: ignore[return-value]
    if kind == "returned":
        return chat.professional
    return actor.professional if isinstance(actor, Staff) else None


def _author(actor: Actor) -> str:
    if isinstance(actor, Reader):
        return BY_READER
    return BY_STAFF if isinstance(actor, Staff) else BY_SYSTEM
