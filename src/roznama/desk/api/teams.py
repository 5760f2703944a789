"""What a reader is shown of a team before the first word."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.timezone import now as clock
from django.utils.translation import override

from roznama.desk.api.asking import answers
from roznama.desk.chat.commands import RefusalError
from roznama.desk.models import Consent, Province, Team
from roznama.desk.outlook import outlook
from roznama.desk.presence import cards

Told = dict[str, Any]

LANGUAGES = ("ur", "en")


@answers("GET")
def team_view(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Tell who is in a team, what is promised now, and what is to be agreed to."""
    team = Team.objects.filter(slug=slug).first()
    if team is None:
        raise RefusalError("no_team")
    return JsonResponse(team_facts(team))


def team_facts(team: Team) -> Told:
    """Return all that the form of a first message shows, ready for JSON.

    `consent` is None where none has been written: the team can then take no question.
    """
    now = clock()
    return {
        "slug": team.slug,
        "name": team.name,
        "name_en": team.name_en,
        "about": team.about,
        "about_en": team.about_en,
        "is_open": team.is_open,
        "takes_files": team.takes_files,
        "retention_days": team.retention_days,
        "people": [one.as_dict() for one in cards([team], now)[team.pk]],
        "promise": outlook(team, now).newcomer().as_dict(),
        "consent": _consent(team.consents.order_by("-version").first()),
        "provinces": provinces(),
        "languages": LANGUAGES,
    }


def _consent(newest: Consent | None) -> Told | None:
    if newest is None:
        return None
    return {"version": newest.version, "text": newest.text, "text_en": newest.text_en}


def provinces() -> list[Told]:
    """Return the provinces with their names in both languages."""
    names = {}
    for language in LANGUAGES:
        with override(language):
            names[language] = [str(label) for label in Province.labels]
    rows = zip(Province.values, names["ur"], names["en"], strict=True)
    return [{"code": code, "name": name, "name_en": english} for code, name, english in rows]
