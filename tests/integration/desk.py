"""A desk to try: teams, professionals and conversations, made in one line each."""

from __future__ import annotations

import secrets
import uuid
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from roznama.desk.models import (
    Consent,
    Conversation,
    Event,
    Licence,
    Member,
    Professional,
    Team,
)
from roznama.newsroom.models import User

NOW = datetime(2026, 11, 26, 7, 0, 30, tzinfo=UTC)  # noon in Karachi, a Thursday
TODAY = date(2026, 11, 26)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def make_team(slug: str = "doctors", **fields: Any) -> Team:
    team = Team.objects.create(slug=slug, name=f"ٹیم {slug}", name_en=slug, **fields)
    Consent.objects.create(team=team, text="ہم آپ کے سوال کو محفوظ رکھتے ہیں۔")
    return team


def make_professional(
    name: str, *teams: Team, valid_for: int | None = 30, **fields: Any
) -> Professional:
    """A professional who is on duty and heard from, with a licence valid for so many days."""
    base = {"title": "ماہر", "title_en": "specialist", "on_duty": True, "heard": NOW}
    user = User.objects.create_user(f"user-{User.objects.count()}-{name}")
    one = Professional.objects.create(user=user, name=name, **{**base, **fields})
    for team in teams:
        Member.objects.create(professional=one, team=team)
    if valid_for is not None:
        make_licence(one, valid_for)
    return one


def make_licence(professional: Professional, days: int, **fields: Any) -> Licence:
    """A licence that was checked a year before it is to be checked again, in so many days."""
    until = TODAY + timedelta(days=days)
    base = {
        "register": "پی ایم ڈی سی", "register_en": "PMDC", "number": "12345-P",
        "checked_by": "ثنا", "checked_on": until - timedelta(days=365), "check_again_on": until,
    }  # fmt: skip
    return Licence.objects.create(professional=professional, **{**base, **fields})


def make_chat(team: Team, state: str = "waiting", **fields: Any) -> Conversation:
    """A conversation whose reader came a minute ago."""
    asked = NOW - MINUTE
    base = {"opened": asked, "waiting_since": asked, "first_waited": asked, "last_at": asked}
    return Conversation.objects.create(
        team=team,
        reader=secrets.token_bytes(32),
        token=secrets.token_bytes(32),
        consent=team.consents.get(),
        consented=asked,
        state=state,
        **{**base, **fields},
    )


def add_event(chat: Conversation, kind: str, at: datetime, who: Professional | None = None) -> None:
    Event.objects.create(
        conversation=chat,
        uuid=uuid.uuid4(),
        seq=chat.events.count() + 1,
        kind=kind,
        author="system",
        professional=who,
        at=at,
    )


def make_past_chat(
    team: Team, who: Professional, *, ago: timedelta, word: float, lasted: float, **fields: Any
) -> Conversation:
    """A chat that was offered and taken at once, answered and closed after so many seconds."""
    asked = NOW - ago
    chat = make_chat(
        team,
        "closed",
        **{
            "opened": asked,
            "waiting_since": None,
            "first_waited": asked,
            "first_answered": asked + word * SECOND,
            "last_at": asked + lasted * SECOND,
            "closed_at": asked + lasted * SECOND,
            "last_professional": who,
            **fields,
        },
    )
    for kind in ("queued", "offered", "taken"):
        add_event(chat, kind, asked, who if kind != "queued" else None)
    return chat


def face(color: str = "green") -> ContentFile:
    file = BytesIO()
    Image.new("RGB", (300, 400), color).save(file, "JPEG")
    return ContentFile(file.getvalue(), name="face.jpg")
