"""A doctors' team in a paper that is served, and a doctor who does as a test tells him.

Runs as a process of its own beside the server: `python -m tests.browser.doctor` reads one JSON
list a line, a command's name and what it needs, and answers with a line.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.utils import timezone  # noqa: E402

from roznama.desk.chat import commands as c  # noqa: E402
from roznama.desk.chat.engine import Op, do  # noqa: E402
from roznama.desk.chat.showing import reader_states  # noqa: E402
from roznama.desk.chat.state import OPEN  # noqa: E402
from roznama.desk.models import (  # noqa: E402
    Consent,
    Conversation,
    Event,
    Licence,
    Member,
    Professional,
    Question,
    Team,
)

TEAM, OTHER = "clinic", "clinic-two"
CONSENT = (
    "آپ کا سوال اور اس کا جواب صرف ٹیم کے ماہرین پڑھتے ہیں۔\n"
    "گفتگو ۹۰ دن بعد خود مٹ جاتی ہے؛ آپ اسے کسی بھی وقت خود مٹا سکتے ہیں۔"
)
CONSENT_EN = "Only the team's professionals read what you write. It is erased after 90 days."
_others: list[int] = []


def found() -> str:
    """Make the team with two doctors, or open it again; others take no questions meanwhile."""
    _others.extend(Team.objects.filter(is_open=True).values_list("pk", flat=True))
    Team.objects.filter(pk__in=_others).update(is_open=False)
    if Team.objects.filter(slug=TEAM).update(is_open=True):
        return "there"
    team = Team.objects.create(
        slug=TEAM, name="ڈاکٹروں کی ٹیم", name_en="Doctors Team",
        about="صحت کے سوال، مستند ڈاکٹروں کے جواب", about_en="Health questions, licensed answers",
    )  # fmt: skip
    Consent.objects.create(team=team, text=CONSENT, text_en=CONSENT_EN)
    Question.objects.create(
        team=team, key="age", text="مریض کی عمر کیا ہے؟", text_en="How old is the patient?",
        choices="۱۲ سال سے کم\n۱۲ سے ۶۰ سال\n۶۰ سال سے زیادہ",
        choices_en="Under 12\n12 to 60\nOver 60",
    )  # fmt: skip
    _doctor(team, "ڈاکٹر عائشہ سلیم", "Dr Ayesha Saleem")
    _doctor(team, "ڈاکٹر حامد رضا", "Dr Hamid Raza")
    return "made"


def _doctor(team: Team, name: str, english: str) -> None:
    account = get_user_model().objects.create_user(username=english.split()[1].lower())
    person = Professional.objects.create(
        user=account, name=name, name_en=english,
        title="ماہر امراضِ اطفال", title_en="Consultant Paediatrician",
    )  # fmt: skip
    Member.objects.create(professional=person, team=team)
    today = timezone.localdate()
    Licence.objects.create(
        professional=person, register="پی ایم ڈی سی", register_en="PMDC", number="45871-P",
        checked_by="ادارتی ڈیسک", checked_on=today,
        check_again_on=today + timedelta(days=365),
    )  # fmt: skip


def leave() -> str:
    """Leave the desk as it was."""
    Team.objects.filter(slug__in=(TEAM, OTHER)).update(is_open=False)
    Team.objects.filter(pk__in=_others).update(is_open=True)
    return "left"


def duty(on: bool) -> str:
    """Put everybody on duty and heard from just now, or off."""
    heard = timezone.now() if on else None
    Professional.objects.update(on_duty=on, heard=heard)
    return "on" if on else "off"


def forget() -> str:
    """Close what is open, so that a test begins with an empty queue."""
    for pk in Conversation.objects.filter(state__in=OPEN).values_list("pk", flat=True):
        do(Op(pk, c.System(), c.Close(), uuid4()))
    return "empty"


def take() -> str:
    """Take the newest conversation."""
    return _do(c.Take())


def send(text: str) -> str:
    """Say something in it."""
    return _do(c.Send(text))


def read() -> str:
    """Have seen all of it."""
    return _do(c.Read(_newest().place))


def transfer() -> str:
    """Give it to the colleague."""
    return _do(c.Transfer(professional=_doctors()[1].pk))


def back() -> str:
    """Give it back to the queue."""
    return _do(c.Return())


def close() -> str:
    """End it."""
    return _do(c.Close())


def state() -> dict[str, Any]:
    """Return what the server would tell now, and how many conversations and messages there are."""
    chat = _newest()
    messages = Event.objects.filter(conversation=chat, kind="message")
    return {**reader_states([chat.pk])[chat.pk], "messages": messages.count()}


def every_kind() -> list[list[Any]]:
    """Let everything happen once; return what the reader is told, each with the state after it."""
    from tests import desk  # noqa: PLC0415

    team, other = Team.objects.get(slug=TEAM), desk.make_team(OTHER)
    first, second = (desk.actor(one) for one in _doctors())
    asked = desk.open_one(team)
    steps = [[None, reader_states([asked.pk])[asked.pk]]]
    said = uuid4()

    def then(command: c.Command, who: c.Actor | None = None, uuid: Any = None) -> None:
        before = asked.row.place
        asked.do(command, who, uuid)
        state = reader_states([asked.pk])[asked.pk]
        new = [event for event in asked.told() if event["place"] > before]
        steps.extend([event, None] for event in new)
        if new:
            steps[-1][1] = state

    then(c.Send("میرا سوال"), uuid=said)
    then(c.Send("۱۲ سے ۶۰ سال", answers="age"))
    then(c.Edit(said, "میرا اصل سوال"))
    then(c.Take(), first)
    then(c.Read(asked.row.place), first)
    then(c.Send("جواب"), first)
    then(c.Note("نجی"), first)
    then(c.Read(asked.row.place))
    then(c.Urgency(True), first)
    then(c.Urgency(False), first)
    then(c.Transfer(professional=second.professional), first)
    then(c.Return(), second)
    then(c.Contact("reader@example.org"))
    then(c.Take(), second)
    then(c.Delete(said))
    then(c.Transfer(team=other.pk), second)
    then(c.Close(), c.System())
    then(c.Reopen())
    then(c.Close())
    then(c.Rate(5, "شکریہ"))
    then(c.Story(True))
    return steps


def _doctors() -> list[Professional]:
    return list(Professional.objects.filter(places__team__slug=TEAM).order_by("pk"))


def _newest() -> Conversation:
    return Conversation.objects.order_by("-pk")[0]


def _do(command: c.Command) -> str:
    chat = _newest()
    who = chat.professional_id or _doctors()[0].pk
    teams = frozenset(Team.objects.values_list("pk", flat=True))
    do(Op(chat.pk, c.Staff(who, teams, teams), command, uuid4()))
    return "done"


_ALL = (found, leave, duty, forget, take, send, read, transfer, back, close, state, every_kind)
COMMANDS = {one.__name__: one for one in _ALL}


def main() -> None:
    """Do what comes in, line by line."""
    assert settings.VAR
    for line in sys.stdin:
        name, *rest = json.loads(line)
        sys.stdout.write(json.dumps(COMMANDS[name](*rest)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
