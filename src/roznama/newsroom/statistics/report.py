"""The statistics of some desks over some days, counted in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import ExtractHour, Left, TruncDay, TruncMonth, TruncWeek

from roznama.newsroom.models import (
    ArticleAuthor,
    Correction,
    CorrectionKind,
    SectionPage,
)
from roznama.newsroom.statistics.lasting import ALL, Lasting, lasting
from roznama.newsroom.statistics.readership import Readership, readership
from roznama.newsroom.statistics.scope import Scope


@dataclass(frozen=True, slots=True)
class Desk:
    """What one desk published, how long it took, and what was corrected."""

    name: str
    stories: int
    off: int
    """Of the stories, those that are off the paper now."""
    lasting: Lasting | None
    notices: dict[str, int]
    """Notices that readers were given in these days, by kind, also under older stories."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody with the number of their stories; an empty name stands for nobody."""

    name: str
    stories: int


@dataclass(frozen=True, slots=True)
class Report:
    """All of it."""

    scope: Scope
    desks: tuple[Desk, ...]
    authors: tuple[Name, ...]
    """By byline: a story with two names counts for both."""
    writers: tuple[Name, ...]
    """By who made the story in the newsroom: each story counts once."""
    steps: tuple[date, ...]
    by_step: tuple[int, ...]
    by_hour: tuple[int, ...]
    lasting: Lasting | None
    readership: Readership

    @property
    def stories(self) -> int:
        """Return how many stories went out."""
        return sum(desk.stories for desk in self.desks)

    @property
    def corrections(self) -> int:
        """Return how many corrections readers were given."""
        return sum(desk.notices.get(CorrectionKind.CORRECTION, 0) for desk in self.desks)


def report(scope: Scope) -> Report:
    """Count, in twelve queries whatever there is."""
    sections = dict(SectionPage.objects.order_by("path").values_list("path", "title"))
    length = len(next(iter(sections), "")) or 1
    took = lasting(scope, length)
    steps = tuple(scope.beginnings())
    return Report(
        scope=scope,
        desks=_desks(scope, sections, length, took),
        authors=_authors(scope),
        writers=_writers(scope),
        steps=steps,
        by_step=_by_step(scope, steps),
        by_hour=_by_hour(scope),
        lasting=took.get(ALL),
        readership=readership(scope),
    )


def _desks(
    scope: Scope, sections: dict[str, str], length: int, took: dict[str, Lasting]
) -> tuple[Desk, ...]:
    rows = scope.stories().values(place=Left("path", length))
    counted = rows.annotate(n=Count("pk"), off=Count("pk", filter=Q(live=False)))
    stories = {row["place"]: (row["n"], row["off"]) for row in counted}
    notices = _notices(scope, length)
    return tuple(
        Desk(name, *stories.get(path, (0, 0)), took.get(path), notices.get(path, {}))
        for path, name in sections.items()
        if _is_meant(scope, path, stories, notices)
    )


def _is_meant(scope: Scope, path: str, *found: dict[str, Any]) -> bool:
    """Whether a desk stands in the report: one asked for always, another with something in it."""
    if scope.desks is None and scope.owner is None:
        return True
    asked = scope.desks is not None and any(desk.path == path for desk in scope.desks)
    return asked or any(path in rows for rows in found)


def _notices(scope: Scope, length: int) -> dict[str, dict[str, int]]:
    given = Correction.objects.filter(scope.within("time"), scope.where("article__")).order_by()
    rows = given.values("kind", place=Left("article__path", length)).annotate(n=Count("pk"))
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["place"], {})[row["kind"]] = row["n"]
    return found


def _authors(scope: Scope) -> tuple[Name, ...]:
    lines = ArticleAuthor.objects.filter(
        scope.within("article__first_published_at"), scope.where("article__")
    )
    rows = lines.order_by().values("author", "author__name")
    # Somebody who stands over a story twice wrote it once.
    counted = rows.annotate(n=Count("article", distinct=True)).order_by("-n", "author__name")
    return tuple(Name(row["author__name"], row["n"]) for row in counted)


def _writers(scope: Scope) -> tuple[Name, ...]:
    names = ("owner__first_name", "owner__last_name", "owner__username")
    rows = scope.stories().values("owner", *names).annotate(n=Count("pk")).order_by("-n", "owner")
    return tuple(Name(_full_name(*(row[name] or "" for name in names)), row["n"]) for row in rows)


def _full_name(first: str, last: str, account: str) -> str:
    return f"{first} {last}".strip() or account


def _by_step(scope: Scope, steps: tuple[date, ...]) -> tuple[int, ...]:
    cut: dict[str, Any] = {"day": TruncDay, "week": TruncWeek, "month": TruncMonth}
    day = cut[scope.step]("first_published_at", output_field=DateField())
    found = dict(_counted(scope, day))
    return tuple(found.get(step, 0) for step in steps)


def _by_hour(scope: Scope) -> tuple[int, ...]:
    found = dict(_counted(scope, ExtractHour("first_published_at")))
    return tuple(found.get(hour, 0) for hour in range(24))


def _counted(scope: Scope, at: Any) -> QuerySet[Any, tuple[Any, int]]:
    rows = scope.stories().values(at=at).annotate(n=Count("pk")).order_by()
    return rows.values_list("at", "n")
