"""Loading the demo edition's desk."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from roznama.desk.models import (
    CannedReply,
    Consent,
    Licence,
    Member,
    Professional,
    Question,
    Team,
)

_FILE = Path(__file__).with_name("desk.toml")
_CHECK_HOLDS = timedelta(days=365)

Told = dict[str, Any]


def load_desk() -> int:
    """Make the demo's teams and people in a desk without teams; return how many teams.

    Their accounts have no password: `roznama login NAME` prints a code for one.
    """
    with transaction.atomic():
        if Team.objects.exists():
            return 0
        told = tomllib.loads(_FILE.read_text())
        head = _person(told["head"], None)
        for order, about in enumerate(told["team"]):
            team = _team(about, order)
            Member.objects.create(professional=head, team=team, is_head=True)
            for person in about["person"]:
                Member.objects.create(professional=_person(person, told), team=team)
        return len(told["team"])


def _team(about: Told, order: int) -> Team:
    names = ("slug", "name", "name_en", "about", "about_en")
    team = Team.objects.create(order=order, **{name: about[name] for name in names})
    Consent.objects.create(team=team, text=about["consent"], text_en=about["consent_en"])
    for place, question in enumerate(about.get("question", [])):
        Question.objects.create(team=team, order=place, **question)
    for reply in about.get("canned", []):
        CannedReply.objects.create(team=team, **reply)
    return team


def _person(about: Told, told: Told | None) -> Professional:
    """Make somebody; with a number, they have an invented licence."""
    model = get_user_model()
    name = about["user"]
    user = model._default_manager.filter(**{model.USERNAME_FIELD: name}).first()
    if user is None:
        user = model._default_manager.create_user(name)  # type: ignore[attr-defined]
    names = ("name", "name_en", "title", "title_en")
    person = Professional.objects.create(
        user=user, needs_licence="number" in about, **{name: about[name] for name in names}
    )
    if told is not None and "number" in about:
        today = timezone.localdate()
        Licence.objects.create(
            professional=person,
            register=told["register"],
            register_en=told["register_en"],
            number=about["number"],
            checked_by=told["checked_by"],
            checked_on=today,
            check_again_on=today + _CHECK_HOLDS,
        )
    return person
