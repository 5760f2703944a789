"""What every reader may know of the desk: teams, faces, who is there. Written to a live file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import now as clock

from roznama.desk.duty import badges, status
from roznama.desk.faces import face_url
from roznama.desk.licences import Badge, paper_day
from roznama.desk.models import Hours, Member, Professional, Team
from roznama.desk.outlook import Outlook, outlooks

FACES = 5
"""Faces that a team shows on every page."""

_ORDER = ("online", "away", "off")


@dataclass(frozen=True, slots=True)
class Card:
    """A professional as readers see them. `heard` is rounded down to the minute.

    `face` is an address, "" for none; `badge` is None without a valid licence.
    """

    name: str
    name_en: str
    title: str
    title_en: str
    face: str
    badge: Badge | None
    status: str
    heard: datetime | None

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON; `last_heard` is in milliseconds since the epoch, or None."""
        return {
            "name": self.name,
            "name_en": self.name_en,
            "title": self.title,
            "title_en": self.title_en,
            "face": self.face,
            "badge": self.badge.as_dict() if self.badge else None,
            "status": self.status,
            "last_heard": _milliseconds(self.heard),
        }


def presence() -> dict[str, Any]:
    """Return what `/live/desk.json` says now."""
    return presence_at(clock())


def presence_at(now: datetime) -> dict[str, Any]:
    """Return all teams that take questions, each with its faces, hours and promise.

    The same until something changes or a minute passes, so that it is seldom written.
    """
    teams = list(Team.objects.filter(is_open=True))
    people, views, hours = cards(teams, now), outlooks(teams, now), _hours(teams)
    return {
        "teams": [_team(team, people[team.pk], views[team.pk], hours[team.pk]) for team in teams]
    }


def cards(teams: Sequence[Team], now: datetime) -> dict[int, list[Card]]:
    """Return the cards of teams' members by the team's primary key: who is there comes first.

    Two queries. Who has no active account is left out.
    """
    places = list(
        Member.objects.filter(
            team__in=[team.pk for team in teams], professional__user__is_active=True
        )
        .select_related("professional")
        .order_by("-is_head", "professional__name", "pk")
    )
    valid = badges({one.professional_id for one in places}, paper_day(now))
    found: dict[int, list[Card]] = {team.pk: [] for team in teams}
    for place in places:
        found[place.team_id].append(card(place.professional, valid.get(place.professional_id), now))
    for row in found.values():
        row.sort(key=lambda one: _ORDER.index(one.status))
    return found


def card(professional: Professional, valid: Badge | None, now: datetime) -> Card:
    """Return a professional's card; `valid` is their badge, without which some are never there."""
    may = valid is not None or not professional.needs_licence
    heard = professional.heard
    return Card(
        name=professional.name,
        name_en=professional.name_en,
        title=professional.title,
        title_en=professional.title_en,
        face=face_url(professional.pk, professional.face),
        badge=valid,
        status=status(professional, now) if may else "off",
        heard=heard.replace(second=0, microsecond=0) if heard else None,
    )


def _team(
    team: Team, people: list[Card], view: Outlook, hours: list[tuple[int, str, str]]
) -> dict[str, Any]:
    return {
        "slug": team.slug,
        "name": team.name,
        "name_en": team.name_en,
        "about": team.about,
        "about_en": team.about_en,
        "hours": hours,
        "is_open": view.is_within,
        "next_opening": _milliseconds(view.opens_at),
        "faces": [one.as_dict() for one in people[:FACES]],
        "online": sum(one.status == "online" for one in people),
        "promise": view.newcomer().as_dict(),
    }


def _hours(teams: Sequence[Team]) -> dict[int, list[tuple[int, str, str]]]:
    """Return rows of weekday (Monday is 0), opening and closing as `HH:MM`; none is always."""
    hours: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in Hours.objects.filter(team__in=[team.pk for team in teams]):
        hours[row.team_id].append((row.weekday, f"{row.opens:%H:%M}", f"{row.closes:%H:%M}"))
    return hours


def _milliseconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp() * 1000) if moment else None
