"""A professional's connection: the lists of their teams, and as many conversations as they open."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from roznama.desk import audit, duty
from roznama.desk.chat import showing
from roznama.desk.chat.commands import RefusalError, Staff
from roznama.desk.chat.deciding import may_read
from roznama.desk.chat.engine import Op
from roznama.desk.chat.rows import lock
from roznama.desk.live.connection import AGAIN, BAD, NOT_ALLOWED, ClosedError, Outlet
from roznama.desk.live.hub import STAFF
from roznama.desk.live.limits import STAFF as STAFF_RATE
from roznama.desk.live.limits import limiter
from roznama.desk.live.node import Node
from roznama.desk.live.parsing import Frame, number_in, staff_command, uuid_in
from roznama.desk.live.reader import tell_elsewhere
from roznama.desk.live.summaries import colleagues, open_in, summaries
from roznama.desk.models import Conversation, Member, Professional, Team
from roznama.desk.words import refusal_words

logger = logging.getLogger(__name__)

Told = dict[str, Any]
_LOOKED_AT = 15.0  # seconds between looks whether somebody may still be here
_UNSEEN = 90.0  # seconds without a frame, then nothing more is brought

_OF_TEAM = ("pk", "slug", "name", "name_en", "is_open", "takes_files", "offer_seconds")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is logged in, and where they may look."""

    user: Any
    actor: Staff
    language: str


def person_of(user: Any, language: str) -> Person | None:
    """Return the professional of an account, None where it is none or not active."""
    if not user.is_authenticated or not user.is_active:
        return None
    professional = Professional.objects.filter(user=user).first()
    if professional is None:
        return None
    places = Member.objects.filter(professional=professional).values_list("team_id", "is_head")
    teams = frozenset(team for team, _ in places)
    heads = frozenset(team for team, is_head in places if is_head)
    return Person(user, Staff(professional.pk, teams, heads), language)


class StaffConnection:
    """Takes a professional's frames; pushes the queue and what is said."""

    side = STAFF

    def __init__(
        self, node: Node, outbox: Outlet, person: Person, again: Callable[[], Person | None]
    ) -> None:
        self._node = node
        self._person = person
        self._again = again
        self._looked = time.monotonic()
        self._seen: dict[int, int] = {}
        self._shown: set[int] = set()
        self._renewing: asyncio.Future[None] | None = None
        self.outbox = outbox

    @property
    def teams(self) -> frozenset[int]:
        """Return the teams whose lists are followed."""
        return self._person.actor.teams

    def seen(self, conversation: int) -> int:
        """Return the last seq that was brought."""
        return self._seen.get(conversation, 0)

    def bring(self, conversation: int, events: list[Told]) -> None:
        """Send what is new."""
        if self._is_silent():
            return
        self._seen[conversation] = events[-1]["seq"]
        self.outbox.put({"chat": conversation, "events": events})

    def typing(self, conversation: int) -> None:
        """Say that the reader types."""
        self.outbox.put({"typing": conversation})

    def erased(self, conversation: int) -> None:
        """Take it off the screen."""
        self._unwatch(conversation)
        self.outbox.put({"gone": conversation})

    def promise(self, told: Told | None) -> None:
        """Professionals are promised nothing."""

    def people(self, told: list[Told]) -> None:
        """Send who is on duty in these teams."""
        self.outbox.put({"people": [one for one in told if one["team"] in self.teams]})

    def summary(self, told: Told) -> None:
        """Send what the lists show; a conversation that left these teams is taken off them."""
        if self._is_silent():
            return
        chat = told["chat"]
        if told["team"] in self.teams:
            self._shown.add(chat)
            self.outbox.put({"summary": told})
            self._keep_if_allowed(told)
        elif chat in self._shown:
            self._shown.discard(chat)
            self._unwatch(chat)
            self.outbox.put({"gone": chat})

    def renew(self) -> None:
        """Send what the lists show, as far as it can have changed unheard."""
        self._renewing = asyncio.ensure_future(self._renew())

    async def _renew(self) -> None:
        person, shown = self._person, frozenset(self._shown)
        try:
            for told in await self._node.ask(lambda: _listed(person.actor, shown)):
                self.summary(told)
        except DatabaseError as error:
            logger.debug("lists not read again: %s", error)

    async def begin(self) -> None:
        """Join the teams' lists and send what is on them."""
        self._node.hub.join(self)
        me = self._person.actor
        told = await self._node.ask(lambda: _welcome(self._person))
        self._shown |= {summary["chat"] for summary in told["chats"]}
        self.outbox.put({**told, "me": {**told["me"], "id": me.professional}})

    async def take(self, frame: Frame) -> None:
        """Do what a frame asks.

        Raises:
            ClosedError: the connection is to be closed.

        """
        if time.monotonic() - self._looked > _LOOKED_AT:
            await self._look()
        if "hello" in frame:
            await self.begin()
        elif "watch" in frame:
            await self._watch(frame)
        elif "unwatch" in frame:
            self._unwatch(_number(frame, "unwatch"))
        elif frame.get("do") == "typing":
            await self._typing(_number(frame, "chat"))
        elif frame.get("do") == "duty":
            await self._duty(frame)
        elif "do" in frame:
            await self._do(frame)
        elif "ping" in frame:
            self._node.keeper.hear(self._person.actor.professional)
            self.outbox.put({"pong": 0})
        else:
            raise ClosedError(BAD)

    def close(self) -> None:
        """Bring no more."""
        self._node.hub.leave(self)
        if self._renewing is not None:
            self._renewing.cancel()
        for conversation in list(self._seen):
            self._unwatch(conversation)

    async def _look(self) -> None:
        """Look again who this is; it may have changed, and they may have logged out.

        Somebody whose teams have changed comes back, and is shown what is theirs now.
        """
        self._looked = time.monotonic()
        person = await self._node.ask(self._again)
        if person is None:
            raise ClosedError(NOT_ALLOWED)
        if person.actor != self._person.actor:
            raise ClosedError(AGAIN)
        self._person = person

    def _is_silent(self) -> bool:
        """Whether nothing has been heard for so long that nobody knows who this still is."""
        if time.monotonic() - self._looked <= _UNSEEN:
            return False
        self.outbox.close(AGAIN)
        return True

    async def _watch(self, frame: Frame) -> None:
        chat, after = _number(frame, "watch"), _number(frame, "after")
        person = self._person
        state = await self._node.ask(lambda: _looked_at(person, chat))
        if state is None:
            self.outbox.put({"chat": chat, "no": "watch", "why": "not_yours"})
            return
        self._seen[chat] = after if after <= state["seq"] else 0
        self.outbox.put({"chat": chat, "state": state, "after": self._seen[chat]})
        self._node.hub.subscribe(chat, self)

    def _unwatch(self, chat: int) -> None:
        if self._seen.pop(chat, None) is not None:
            self._node.hub.unsubscribe(chat, self)

    def _keep_if_allowed(self, told: Told) -> None:
        """Bring no more of a conversation that somebody else has now."""
        me, chat = self._person.actor, told["chat"]
        if chat not in self._seen or told["team"] in me.heads:
            return
        mine = me.professional in (told["professional"], told["offered"])
        last = told["state"] == "closed" and told["last_professional"] == me.professional
        if not (mine or last or told["state"] == "waiting"):
            self._unwatch(chat)
            self.outbox.put({"chat": chat, "unwatched": True})

    async def _typing(self, chat: int) -> None:
        if chat in self._seen and limiter.take(STAFF_RATE, "typing", str(self._person.user.pk)):
            self._node.hub.typing(chat, STAFF)
            tell_elsewhere(self._node, chat, STAFF)

    async def _duty(self, frame: Frame) -> None:
        on = frame.get("on")
        if not isinstance(on, bool):
            raise ClosedError(BAD)
        person = self._person
        self.outbox.put(await self._node.ask(lambda: _go(person, on=on)))
        self._node.keeper.look()

    async def _do(self, frame: Frame) -> None:
        chat = _number(frame, "chat")
        try:
            uuid = uuid_in(frame)
        except RefusalError:
            raise ClosedError(BAD) from None
        try:
            if not limiter.take(STAFF_RATE, "message", str(self._person.user.pk)):
                raise RefusalError("too_many")
            result = await self._node.write(
                Op(chat, self._person.actor, staff_command(frame), uuid)
            )
            if isinstance(result, RefusalError):
                raise result
            told: Told = {"ok": str(uuid), "seq": result.seq}
        except RefusalError as refusal:
            told = self._refused(uuid, refusal.code)
        except DatabaseError:
            told = self._refused(uuid, "again")
        self.outbox.put({"chat": chat, **told})

    def _refused(self, uuid: Any, code: str) -> Told:
        return {"no": str(uuid), "why": code, "text": refusal_words(code, self._person.language)}


def _number(frame: Frame, name: str) -> int:
    try:
        return number_in(frame, name)
    except RefusalError:
        raise ClosedError(BAD) from None


def _welcome(person: Person) -> Told:
    """Return who somebody is, their teams with all who work there, and their lists."""
    me = person.actor
    duty.hear([me.professional], timezone.now())
    teams: list[Told] = list(Team.objects.filter(pk__in=me.teams).values(*_OF_TEAM))
    for team in teams:
        team["is_head"] = team["pk"] in me.heads
    others = list(Team.objects.filter(is_open=True).values("pk", "name", "name_en"))
    professional = Professional.objects.get(pk=me.professional)
    own = {"name": professional.name, "name_en": professional.name_en}
    return {
        "now": showing.milliseconds(timezone.now()),
        "me": {**own, "on_duty": professional.on_duty},
        "teams": teams,
        "other_teams": others,
        "people": [one for one in colleagues() if one["team"] in me.teams],
        "chats": open_in(me.teams, me.professional),
    }


def _listed(me: Staff, shown: frozenset[int]) -> list[Told]:
    """Return what stands in somebody's lists now, and how what was shown there stands."""
    found = open_in(me.teams, me.professional)
    return found + summaries(shown - {told["chat"] for told in found})


def _looked_at(person: Person, chat: int) -> Told | None:
    """Return a conversation's state for somebody who may read it; it is written who looked."""
    with transaction.atomic():
        row = lock([chat]).get(chat)
        if row is None or row.key is None or not may_read(row.chat, person.actor):
            return None
        audit.write(person.user, "read", row.public, seq=row.chat.seq)
    return {
        **showing.staff_state(chat),
        # An earlier conversation, or one that a head looks into, may be on no list.
        "summary": summaries([chat])[0],
        "history": _history(chat, person.actor),
    }


def _history(chat: int, actor: Staff) -> list[Told]:
    """Return the same reader's earlier conversations with these teams, newest first."""
    reader = Conversation.objects.filter(pk=chat).values("reader")
    rows = (
        Conversation.objects.filter(reader__in=reader, team__in=actor.teams, key__isnull=False)
        .exclude(pk=chat)
        .order_by("-opened")
        .values("pk", "opened", "state", "stars")[:20]
    )
    return [{**row, "opened": showing.milliseconds(row["opened"])} for row in rows]


def _go(person: Person, *, on: bool) -> Told:
    """Put somebody on duty or take them off; return how it stands, and why it could not be."""
    professional = Professional.objects.select_related("user").get(pk=person.actor.professional)
    try:
        go = duty.go_on_duty if on else duty.go_off_duty
        go(professional, timezone.now())
    except duty.DutyError as error:
        text = refusal_words(f"no_{error.code}", person.language)
        return {"duty": False, "why": error.code, "text": text}
    audit.write(person.user, "on duty" if on else "off duty")
    return {"duty": on}
