"""What a conversation does when it is asked: pure rules, nothing is read or written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from roznama.desk.chat import commands as c
from roznama.desk.chat.commands import Actor, Command, Facts, Reader, RefusalError, Staff, System
from roznama.desk.chat.state import (
    ACTIVE,
    BOT,
    BY_BOT,
    BY_READER,
    BY_STAFF,
    BY_SYSTEM,
    CLOSED,
    ERASED,
    WAITING,
    Body,
    Chat,
)

Outcome = tuple[str, str, Body]
"""Kind, author and body of one event."""

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,24}")
_MOST_STARS = 5


def decide(chat: Chat, actor: Actor, command: Command, facts: Facts) -> list[Outcome]:
    """Return the events that a command makes, in their order; none where nothing changes.

    Raises:
        RefusalError: `erased`, `closed`, `not_yours`, `taken`, `empty`, `too_long`, `no_files`,
            `no_such`, `not_member`, `bad`.

    """
    if chat.state == ERASED:
        raise RefusalError("erased")
    rule = _RULES.get((type(actor), type(command)))
    if rule is None:
        raise RefusalError("not_yours")
    return rule(chat, actor, command, facts)


def may_read(chat: Chat, staff: Staff) -> bool:
    """Whether somebody may see what is said: theirs, offered, in their queue, or as a head."""
    me = staff.professional
    return (
        chat.team in staff.heads
        or (
            chat.team in staff.teams
            and (chat.state == WAITING or me in (chat.professional, chat.offered))
        )
        or (chat.state == CLOSED and chat.last_professional == me and chat.team in staff.teams)
    )


def _open(chat: Chat, actor: Actor, command: c.Open, facts: Facts) -> list[Outcome]:
    if chat.seq:
        raise RefusalError("bad")
    return [("opened", BY_READER, {})]


def _reader_sends(chat: Chat, actor: Reader, command: c.Send, facts: Facts) -> list[Outcome]:
    body = _said(command, facts)
    events: list[Outcome] = []
    if chat.state == CLOSED:
        events.append(("reopened", BY_READER, {}))
    if command.answers:
        if chat.state != BOT or command.answers != chat.asking:
            raise RefusalError("bad")
        body["answers"] = command.answers
    events.append(("message", BY_READER, body))
    # What was told of an earlier question says nothing to somebody who comes back with another.
    fresh = _fresh_flags(facts, [] if chat.state == CLOSED else chat.flags.split())
    if fresh:
        events.append(("urgent", BY_BOT, {"flags": fresh, **facts.card}))
    if chat.state == BOT:
        events.append(_bot(chat, command, facts, is_urgent=bool(fresh)))
    return events


def _fresh_flags(facts: Facts, known: list[str]) -> list[str]:
    return [flag for flag in facts.flags if flag not in known]


def _bot(chat: Chat, command: c.Send, facts: Facts, *, is_urgent: bool) -> Outcome:
    """Return the next question, or put the reader into the queue; the urgent are asked nothing.

    Words that answer no question while one is asked are taken as its answer.
    """
    keys = [question.key for question in facts.questions]
    following = keys.index(chat.asking) + 1 if chat.asking in keys else 0
    if is_urgent or following >= len(keys):
        return ("queued", BY_BOT, {})
    question = facts.questions[following]
    body = {"key": question.key, "text": question.text, "choices": list(question.choices)}
    return ("asked", BY_BOT, body)


def _staff_sends(chat: Chat, actor: Staff, command: c.Send, facts: Facts) -> list[Outcome]:
    _need_mine(chat, actor)
    return [("message", BY_STAFF, _said(command, facts))]


def _said(command: c.Send, facts: Facts) -> Body:
    text = command.text.strip()
    if not text and not command.files:
        raise RefusalError("empty")
    if len(text) > c.LONGEST_TEXT:
        raise RefusalError("too_long")
    body: Body = {"text": text}
    if command.files:
        if not facts.takes_files or len(set(command.files)) > c.MOST_FILES:
            raise RefusalError("no_files")
        if any(file not in facts.files for file in command.files):
            raise RefusalError("no_such")
        body["files"] = [facts.files[file] for file in dict.fromkeys(command.files)]
    return body


def _note(chat: Chat, actor: Staff, command: c.Note, facts: Facts) -> list[Outcome]:
    _need_sight(chat, actor)
    return [("note", BY_STAFF, {"text": _words(command.text, c.LONGEST_TEXT)})]


def _edit(chat: Chat, actor: Actor, command: c.Edit, facts: Facts) -> list[Outcome]:
    author = _need_own_message(chat, actor, facts)
    text = _words(command.text, c.LONGEST_TEXT)
    events: list[Outcome] = [("edited", author, {"target": str(command.target), "text": text})]
    if fresh := _fresh_flags(facts, chat.flags.split()):
        events.append(("urgent", BY_BOT, {"flags": fresh, **facts.card}))
        if chat.state == BOT:
            events.append(("queued", BY_BOT, {}))
    return events


def _delete(chat: Chat, actor: Actor, command: c.Delete, facts: Facts) -> list[Outcome]:
    author = _need_own_message(chat, actor, facts)
    return [("deleted", author, {"target": str(command.target)})]


def _need_own_message(chat: Chat, actor: Actor, facts: Facts) -> str:
    said = facts.target
    if said is None or said.is_deleted or not said.is_message:
        raise RefusalError("no_such")
    if chat.state == CLOSED:
        raise RefusalError("closed")
    if isinstance(actor, Reader) and said.author == BY_READER:
        return BY_READER
    if (
        isinstance(actor, Staff)
        and said.author == BY_STAFF
        and said.professional == actor.professional
    ):
        _need_mine(chat, actor)
        return BY_STAFF
    raise RefusalError("not_yours")


def _words(text: str, longest: int) -> str:
    text = text.strip()
    if not text:
        raise RefusalError("empty")
    if len(text) > longest:
        raise RefusalError("too_long")
    return text


def _reader_read(chat: Chat, actor: Reader, command: c.Read, facts: Facts) -> list[Outcome]:
    return _read(chat, command, chat.reader_read, BY_READER)


def _staff_read(chat: Chat, actor: Staff, command: c.Read, facts: Facts) -> list[Outcome]:
    _need_mine(chat, actor)
    return _read(chat, command, chat.staff_read, BY_STAFF)


def _read(chat: Chat, command: c.Read, before: int, author: str) -> list[Outcome]:
    up_to = min(command.up_to, chat.place)
    return [("read", author, {"up_to": up_to})] if up_to > before else []


def _contact(chat: Chat, actor: Reader, command: c.Contact, facts: Facts) -> list[Outcome]:
    email = command.email.strip()
    if not _EMAIL.fullmatch(email):
        raise RefusalError("bad_email")
    return [("contact", BY_READER, {"email": email})]


def _rate(chat: Chat, actor: Reader, command: c.Rate, facts: Facts) -> list[Outcome]:
    if chat.first_answered is None or not 1 <= command.stars <= _MOST_STARS:
        raise RefusalError("bad")
    comment = command.comment.strip()
    if len(comment) > c.LONGEST_COMMENT:
        raise RefusalError("too_long")
    return [("rated", BY_READER, {"stars": command.stars, "comment": comment})]


def _story(chat: Chat, actor: Reader, command: c.Story, facts: Facts) -> list[Outcome]:
    return [("story", BY_READER, {"yes": command.yes})] if command.yes != chat.may_publish else []


def _reader_closes(chat: Chat, actor: Reader, command: c.Close, facts: Facts) -> list[Outcome]:
    return [] if chat.state == CLOSED else [("closed", BY_READER, {})]


def _staff_closes(chat: Chat, actor: Staff, command: c.Close, facts: Facts) -> list[Outcome]:
    if chat.state == CLOSED:
        return []
    _need_mine(chat, actor, heads=True)
    return [("closed", BY_STAFF, {})]


def _system_closes(chat: Chat, actor: System, command: c.Close, facts: Facts) -> list[Outcome]:
    """With `idle_since`, only what has been silent so long and owes nobody a word."""
    if chat.state == CLOSED:
        return []
    if command.idle_since is not None:
        is_busy = chat.last_at is not None and chat.last_at >= command.idle_since
        if is_busy or chat.waiting_since is not None:
            return []
    return [("closed", BY_SYSTEM, {})]


def _reader_reopens(chat: Chat, actor: Reader, command: c.Reopen, facts: Facts) -> list[Outcome]:
    return [("reopened", BY_READER, {})] if chat.state == CLOSED else []


def _staff_reopens(chat: Chat, actor: Staff, command: c.Reopen, facts: Facts) -> list[Outcome]:
    _need_sight(chat, actor)
    return [("reopened", BY_STAFF, {})] if chat.state == CLOSED else []


def _take(chat: Chat, actor: Staff, command: c.Take, facts: Facts) -> list[Outcome]:
    """A waiting one is anybody's in the team, one that somebody has is the head's alone."""
    if chat.team not in actor.teams:
        raise RefusalError("not_yours")
    if chat.state == CLOSED:
        raise RefusalError("closed")
    if chat.professional == actor.professional:
        return []
    if chat.state == ACTIVE and chat.team not in actor.heads:
        raise RefusalError("taken")
    if actor.professional not in facts.able:
        raise RefusalError("no_licence")
    return [("taken", BY_STAFF, {})]


def _transfer(chat: Chat, actor: Staff, command: c.Transfer, facts: Facts) -> list[Outcome]:
    _need_mine(chat, actor, heads=True)
    if command.team is not None:
        if command.team == chat.team or command.team not in facts.teams:
            raise RefusalError("not_member")
        name = facts.teams[command.team]
        return [("transferred", BY_STAFF, {"team": command.team, "name": name})]
    to = command.professional
    if to is None or to not in facts.members or to == chat.professional:
        raise RefusalError("not_member")
    if to not in facts.able:
        raise RefusalError("not_able")
    return [("transferred", BY_STAFF, {"to": to, "name": facts.members[to]})]


def _staff_returns(chat: Chat, actor: Staff, command: c.Return, facts: Facts) -> list[Outcome]:
    _need_mine(chat, actor, heads=True)
    return [("returned", BY_STAFF, {"why": "handed_back"})]


def _system_returns(chat: Chat, actor: System, command: c.Return, facts: Facts) -> list[Outcome]:
    """Meanwhile the reader may have been answered, or somebody else may have it."""
    is_answered = command.why == "unanswered" and chat.waiting_since is None
    if chat.state != ACTIVE or chat.professional != command.professional or is_answered:
        return []
    return [("returned", BY_SYSTEM, {"why": command.why})]


def _urgency(chat: Chat, actor: Staff, command: c.Urgency, facts: Facts) -> list[Outcome]:
    _need_sight(chat, actor)
    return [("urgency", BY_STAFF, {"on": command.on})] if command.on != chat.urgent else []


def _offer(chat: Chat, actor: System, command: c.Offer, facts: Facts) -> list[Outcome]:
    if chat.state != WAITING or chat.offered is not None or command.to not in facts.able:
        return []
    return [("offered", BY_SYSTEM, {"to": command.to})]


def _withdraw(chat: Chat, actor: System, command: c.Withdraw, facts: Facts) -> list[Outcome]:
    return [("unoffered", BY_SYSTEM, {})] if chat.offered == command.professional else []


def _need_mine(chat: Chat, actor: Staff, *, heads: bool = False) -> None:
    """Refuse unless the conversation is theirs, or with `heads` their team's to head."""
    if chat.team not in actor.teams:
        raise RefusalError("not_yours")
    if chat.state == CLOSED:
        raise RefusalError("closed")
    if chat.professional != actor.professional and not (heads and chat.team in actor.heads):
        raise RefusalError("taken" if chat.state == ACTIVE else "not_yours")


def _need_sight(chat: Chat, actor: Staff) -> None:
    if not may_read(chat, actor):
        raise RefusalError("not_yours")


_Rule = Callable[[Chat, Any, Any, Facts], list[Outcome]]
_RULES: dict[tuple[type, type], _Rule] = {
    (Reader, c.Open): _open,
    (Reader, c.Send): _reader_sends,
    (Staff, c.Send): _staff_sends,
    (Staff, c.Note): _note,
    (Reader, c.Edit): _edit,
    (Staff, c.Edit): _edit,
    (Reader, c.Delete): _delete,
    (Staff, c.Delete): _delete,
    (Reader, c.Read): _reader_read,
    (Staff, c.Read): _staff_read,
    (Reader, c.Contact): _contact,
    (Reader, c.Rate): _rate,
    (Reader, c.Story): _story,
    (Reader, c.Close): _reader_closes,
    (Staff, c.Close): _staff_closes,
    (System, c.Close): _system_closes,
    (Reader, c.Reopen): _reader_reopens,
    (Staff, c.Reopen): _staff_reopens,
    (Staff, c.Take): _take,
    (Staff, c.Transfer): _transfer,
    (Staff, c.Return): _staff_returns,
    (System, c.Return): _system_returns,
    (Staff, c.Urgency): _urgency,
    (System, c.Offer): _offer,
    (System, c.Withdraw): _withdraw,
}
