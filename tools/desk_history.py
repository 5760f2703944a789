"""Invented conversations of some weeks, so that a demo desk's board and promise say something.

Runs in a paper's own process, after `roznama desk demo`.
"""

from __future__ import annotations

import random
import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.utils import timezone

from roznama.desk.chat import commands as c
from roznama.desk.chat.engine import Op, do
from roznama.desk.chat.opening import Opening, open_conversation
from roznama.desk.models import Conversation, Member, Team

TEAM = "doctors"
DAYS = 28
HOURS = (8, 9, 10, 10, 11, 11, 12, 13, 16, 17, 18, 19, 19, 20, 20, 20, 21, 21, 22, 23)
QUESTION = "بچے کو کل سے ہلکا بخار اور کھانسی ہے۔"
DANGER = "میرے والد کے سینے میں شدید درد ہے۔"
ANSWERS = ("۴ سال", "کچھ دنوں سے")
REPLY = "پانی زیادہ پلائیے اور درجۂ حرارت لکھتے رہیے۔"


def let_in(password: str) -> None:
    """Give all professionals of the demo's desk a password."""
    for user in get_user_model().objects.filter(professional__isnull=False):
        user.set_password(password)
        user.save()


def make_history(count: int, seed: int = 7) -> int:
    """Let `count` conversations have happened within the last weeks; return how many did."""
    chance = random.Random(seed)
    team = Team.objects.get(slug=TEAM)
    people = list(Member.objects.filter(team=team, is_head=False).order_by("pk"))
    for _ in range(count):
        who = chance.choices(people, weights=range(len(people) + 1, 1, -1))[0].professional_id
        stars = chance.choice((3, 4, 4, 5, 5, 5, 5, 0))
        pk = _talk(team, who, stars, is_urgent=chance.random() < 0.06)
        _move(pk, _some_time(chance), chance)
    return count


def _talk(team: Team, who: int, stars: int, *, is_urgent: bool) -> int:
    """Have a whole conversation, now."""
    consent = team.consents.order_by("-version")[0].version
    keys = list(team.questions.order_by("order").values_list("key", flat=True))
    reader, token = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    text = DANGER if is_urgent else QUESTION
    pk, _ = open_conversation(Opening(team.slug, reader, token, consent, uuid4(), text=text))
    staff = c.Staff(who, frozenset({team.pk}))
    steps: list[tuple[c.Actor, c.Command]] = []
    if not is_urgent:  # one in danger is asked nothing
        steps += [
            (c.Reader(), c.Send(answer, answers=key))
            for key, answer in zip(keys, ANSWERS, strict=False)
        ]
    steps += [(staff, c.Take()), (staff, c.Send(REPLY)), (staff, c.Close())]
    if stars:
        steps.append((c.Reader(), c.Rate(stars)))
    for actor, command in steps:
        do(Op(pk, actor, command, uuid4()))
    return pk


def _some_time(chance: random.Random) -> datetime:
    """Return a moment of the last weeks; evenings and the week's beginning are busier."""
    today = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    days = [today - timedelta(days=number) for number in range(1, DAYS + 1)]
    day = chance.choices(days, weights=[4 if one.weekday() < 2 else 2 for one in days])[0]
    return day.replace(hour=chance.choice(HOURS), minute=chance.randrange(60))


def _move(pk: int, opened: datetime, chance: random.Random) -> None:
    """Let a conversation have happened then: asked, taken, answered, closed."""
    waited = opened + timedelta(seconds=chance.randrange(40, 100))
    taken = waited + timedelta(seconds=chance.randrange(10, 60))
    answered = taken + timedelta(seconds=min(900, round(chance.lognormvariate(4.6, 0.7))))
    closed = answered + timedelta(minutes=chance.randrange(4, 25))
    chat = Conversation.objects.get(pk=pk)
    chat.events.update(at=opened)
    for kind, at in (("taken", taken), ("closed", closed), ("rated", closed)):
        chat.events.filter(kind=kind).update(at=at)
    chat.events.filter(kind="message", author="staff").update(at=answered)
    Conversation.objects.filter(pk=pk).update(
        opened=opened, consented=opened, first_waited=waited, first_answered=answered,
        closed_at=closed, last_at=closed,
    )  # fmt: skip
