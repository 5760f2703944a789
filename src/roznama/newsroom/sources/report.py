"""What the newsroom's stories stand on, counted in the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce, Left, TruncMonth
from django.utils.timezone import localdate, make_aware
from wagtail.query import PageQuerySet

from roznama.newsroom.models import ArticlePage, SectionPage, Source, SourceKind, SourceUse
from roznama.newsroom.sources.kinds import MEDIA

MOST_MEDIA = 25
MOST_CLAIMS = 100
_FIRST = Coalesce(Cast("source_id", CharField()), F("name"))
"""Who said it: a source of the register by its number, another by its name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The stories that a report is about: published from `since` to `until`, both included."""

    since: date
    until: date
    section: SectionPage | None = None

    def stories(self) -> PageQuerySet[ArticlePage]:
        """Return the published stories, in no order."""
        found: PageQuerySet[ArticlePage] = ArticlePage.objects.live().order_by()
        found = found.filter(
            first_published_at__gte=_midnight(self.since),
            first_published_at__lt=_midnight(self.until + timedelta(days=1)),
        )
        return found.descendant_of(self.section) if self.section else found

    def uses(self) -> QuerySet[SourceUse]:
        """Return what these stories stand on."""
        return SourceUse.objects.filter(article__in=self.stories())


@dataclass(frozen=True, slots=True)
class Share:
    """Some stories: how many there are, and how many of them are what a column says."""

    name: str
    stories: int
    sourced: int
    own: int
    single: int


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. `total` is the sum of `sections`."""

    total: Share
    sections: list[Share]
    months: list[Share]
    media: list[dict[str, Any]]
    state_claims: list[SourceUse]
    state_count: int
    claims: int
    since: date = field(default_factory=localdate)


def report(scope: Scope) -> Report:
    """Count what the stories of a scope stand on, in six queries whatever there is."""
    sections = _by_section(scope)
    state = _unsupported(scope)
    found = list(state.select_related("source", "article").order_by("-pk")[:MOST_CLAIMS])
    return Report(
        total=_sum(sections),
        sections=sections,
        months=_by_month(scope),
        media=_media(scope),
        state_claims=found,
        state_count=len(found) if len(found) < MOST_CLAIMS else state.count(),
        claims=scope.uses().filter(position=1).count(),
        since=scope.since,
    )


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def _shares(stories: PageQuerySet[ArticlePage], **group: Any) -> QuerySet[Any, dict[str, Any]]:
    """Count stories by group: with sources, with own reporting, and from one source alone.

    One source alone: one has said everything that the story gives to somebody, and the paper
    found out nothing itself.
    """
    uses = SourceUse.objects.filter(article=OuterRef("pk"))
    firsts = uses.filter(position=1).values("article").annotate(n=Count(_FIRST, distinct=True))
    marked = stories.annotate(
        own=Exists(uses.filter(is_own=True)),
        firsts=Subquery(firsts.values("n"), output_field=IntegerField()),
    )
    return (
        marked.values(**group)
        .annotate(
            stories=Count("pk"),
            sourced=Count("pk", filter=Q(firsts__gt=0)),
            with_own=Count("pk", filter=Q(own=True)),
            single=Count("pk", filter=Q(firsts=1, own=False)),
        )
        .order_by(*group)
    )


def _share(name: str, row: dict[str, Any]) -> Share:
    return Share(name, row["stories"], row["sourced"], row["with_own"], row["single"])


def _by_section(scope: Scope) -> list[Share]:
    names = dict(SectionPage.objects.values_list("path", "title"))
    length = len(next(iter(names), ""))
    rows = _shares(scope.stories(), place=Left("path", length)) if length else []
    return [_share(names.get(row["place"], ""), row) for row in rows]


def _by_month(scope: Scope) -> list[Share]:
    rows = _shares(scope.stories(), month=TruncMonth("first_published_at"))
    return [_share(f"{row['month']:%Y-%m}", row) for row in rows]


def _sum(shares: list[Share]) -> Share:
    columns = ("stories", "sourced", "own", "single")
    return Share("", *(sum(getattr(share, name) for share in shares) for name in columns))


def _media(scope: Scope) -> list[dict[str, Any]]:
    """The agencies and other media that most stories have something from."""
    used = Q(uses__in=scope.uses())
    found = Source.current.filter(kind__in=MEDIA).annotate(
        stories=Count("uses__article", filter=used, distinct=True),
        claims=Count("uses", filter=used),
    )
    rows = found.filter(stories__gt=0).order_by("-stories", "name")[:MOST_MEDIA]
    return list(rows.values("pk", "name", "name_latin", "kind", "stories", "claims"))


def _unsupported(scope: Scope) -> QuerySet[SourceUse]:
    """Claims of state media for which the story names nobody else, and that are not its own.

    The same words in another entry of the story, from somebody who is no state medium, are a
    second source.
    """
    state = Q(source__kind=SourceKind.STATE)
    same = SourceUse.objects.filter(
        article=OuterRef("article"), claim_key=OuterRef("claim_key"), position=1
    )
    second = same.filter(~state | Q(source=None) | Q(is_own=True))
    return scope.uses().filter(state, position=1).exclude(Exists(second))
