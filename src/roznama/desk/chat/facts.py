"""What decisions need to know besides the conversation, gathered for a whole batch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from roznama.desk.chat.commands import BotQuestion, Facts, Said
from roznama.desk.licences import may_answer, paper_day
from roznama.desk.models import Attachment, Member, Question, Team
from roznama.desk.sealing import unseal

_HOLDS = 3.0  # seconds until a team's settings are read again


@dataclass(frozen=True, slots=True)
class TeamRules:
    """What a team is set to."""

    questions: dict[str, tuple[BotQuestion, ...]]
    """By language."""
    members: dict[int, str]
    able: frozenset[int]
    """The members who may answer readers today."""
    shows_red_flags: bool
    takes_files: bool


_rules: dict[int, tuple[float, TeamRules]] = {}
_teams: list[tuple[float, dict[int, str]]] = []


def forget() -> None:
    """Read all settings again when they are next needed."""
    _rules.clear()
    _teams.clear()


def rules_of(team: int) -> TeamRules:
    """Return what a team is set to, at most three seconds old."""
    known = _rules.get(team)
    if known is None or time.monotonic() - known[0] > _HOLDS:
        known = _rules[team] = (time.monotonic(), _read_rules(team))
    return known[1]


def open_teams() -> dict[int, str]:
    """Return the names of the teams that take questions, by id."""
    if not _teams or time.monotonic() - _teams[0][0] > _HOLDS:
        names = dict(Team.objects.filter(is_open=True).values_list("pk", "name"))
        _teams[:] = [(time.monotonic(), names)]
    return _teams[0][1]


def _read_rules(pk: int) -> TeamRules:
    team = Team.objects.get(pk=pk)
    places = Member.objects.filter(team=team)
    members = places.values_list("professional_id", "professional__name")
    able = places.filter(may_answer(paper_day(timezone.now()), "professional__"))
    asked = list(Question.objects.filter(team=team))
    return TeamRules(
        questions={
            "ur": tuple(_question(q.key, q.text, q.choices) for q in asked),
            "en": tuple(
                _question(q.key, q.text_en or q.text, q.choices_en or q.choices) for q in asked
            ),
        },
        members=dict(members),
        able=frozenset(able.values_list("professional_id", flat=True)),
        shows_red_flags=team.shows_red_flags,
        takes_files=team.takes_files,
    )


def _question(key: str, text: str, choices: str) -> BotQuestion:
    lines = (line.strip() for line in choices.splitlines())
    return BotQuestion(key, text, tuple(line for line in lines if line))


def usable_files(
    conversation: int, key: bytes, ids: Iterable[UUID], *, by_reader: bool
) -> dict[UUID, dict[str, object]]:
    """Return what is told of files that this side has uploaded and no message shows yet."""
    rows = Attachment.objects.filter(
        conversation=conversation, uuid__in=set(ids), by_reader=by_reader, used=False
    )
    return {row.uuid: _file(row, key) for row in rows}


def _file(row: Attachment, key: bytes) -> dict[str, object]:
    name = unseal(key, bytes(row.name), row.uuid.bytes).decode() if row.name else ""
    return {
        "id": str(row.uuid),
        "kind": row.kind,
        "name": name,
        "size": row.size,
        "width": row.width,
        "height": row.height,
    }


def said(kind: str, author: str, professional: int | None, body: bytes | None) -> Said:
    """Return what decides who may change an earlier event."""
    return Said(author, professional, body is None, kind == "message")


def opened(key: bytes, uuid: UUID, body: bytes) -> dict[str, object]:
    """Return the body of an event.

    Raises:
        SealError: it does not open with this key.

    """
    found: dict[str, object] = json.loads(unseal(key, body, uuid.bytes))
    return found


RedFlags = Callable[[str], tuple[str, ...]]
Card = Callable[[tuple[str, ...], str, str], dict[str, object]]

__all__ = ["Facts", "TeamRules", "open_teams", "opened", "rules_of", "said", "usable_files"]
