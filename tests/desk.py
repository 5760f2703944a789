"""Teams, professionals and conversations for tests of the reader desk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from roznama.desk.chat import commands as c
from roznama.desk.chat import facts, showing
from roznama.desk.chat.engine import Done, Op, do
from roznama.desk.chat.opening import Opening, open_conversation
from roznama.desk.chat.rows import KeptEvent, events_after
from roznama.desk.models import Consent, Conversation, Member, Professional, Question, Team
from roznama.newsroom.models import User


def secret() -> str:
    """Return a secret as a browser makes one."""
    return secrets.token_urlsafe(32)


def make_team(slug: str = "doctors", **settings: Any) -> Team:
    """Make a team with the first version of its consent."""
    team = Team.objects.create(slug=slug, name="ڈاکٹروں کی ٹیم", **settings)
    Consent.objects.create(team=team, text="آپ کی گفتگو ۹۰ دن رکھی جاتی ہے۔")
    facts.forget()
    return team


def ask(team: Team, *keys: str) -> None:
    """Let the bot of a team ask something."""
    for order, key in enumerate(keys):
        Question.objects.create(team=team, key=key, text=f"{key}؟", order=order)
    facts.forget()


def make_professional(
    name: str, *teams: Team, is_head: bool = False, **settings: Any
) -> Professional:
    """Make an account with a professional in some teams."""
    user = User.objects.create_user(name, password="a long pass phrase")
    made = Professional.objects.create(
        user=user, name=name, title="ماہر", **{"needs_licence": False, **settings}
    )
    for team in teams:
        Member.objects.create(professional=made, team=team, is_head=is_head)
    facts.forget()
    showing.forget()
    return made


def actor(professional: Professional) -> c.Staff:
    """Return somebody as they ask for things."""
    places = Member.objects.filter(professional=professional)
    return c.Staff(
        professional.pk,
        frozenset(place.team_id for place in places),
        frozenset(place.team_id for place in places if place.is_head),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A conversation and the secrets of its reader."""

    pk: int
    token: str
    reader: str

    @property
    def row(self) -> Conversation:
        return Conversation.objects.get(pk=self.pk)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def do(self, command: c.Command, who: c.Actor | None = None, uuid: UUID | None = None) -> Done:
        return do(Op(self.pk, who or c.Reader(), command, uuid or uuid4()))

    def events(self) -> list[KeptEvent]:
        return events_after([(self.pk, 0)], by="seq")

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events()]

    def told(self) -> list[dict[str, Any]]:
        return showing.events_for_readers([(self.pk, 0)]).get(self.pk, [])


def open_one(team: Team, text: str = "", **more: Any) -> Asked:
    """Open a conversation as a browser does."""
    token, reader = secret(), secret()
    version = team.consents.order_by("-version")[0].version
    opening = Opening(team.slug, reader, token, version, uuid4(), text=text, **more)
    pk, _ = open_conversation(opening)
    return Asked(pk, token, reader)
