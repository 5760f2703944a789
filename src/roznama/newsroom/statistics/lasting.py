"""How long a story takes from its first draft to print: median and 90th percentile, by desk.

A story begins with the first thing that is known of it: Wagtail's log has when it was made, also
when the draft of that moment was pruned; what came in without a log has its oldest revision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Least, Left, RowNumber
from wagtail.models import Page, PageLogEntry, Revision

from roznama.newsroom.statistics.scope import Scope

ALL = ""
"""Stands for all desks together."""

_NEVER = Value(datetime(2999, 1, 1, tzinfo=UTC))
"""After any print: a story of which nothing is known is not counted."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """Of so many stories, half took no longer than `median`, nine of ten than `most`."""

    stories: int
    median: timedelta
    most: timedelta


def lasting(scope: Scope, length: int) -> dict[str, Lasting]:
    """Return how long stories took, by the first `length` letters of their paths, and by ALL.

    One query: the database puts the stories of each desk in order, and only the three that stand
    at the places asked for come out of it. What is older in print than here (it came from another
    system) is not counted.
    """
    stories = scope.stories().annotate(
        took=ExpressionWrapper(F("first_published_at") - _begun(), DurationField()),
        place=Left("path", length),
    )
    ranked = stories.filter(took__gte=timedelta(0)).annotate(
        rank=Window(RowNumber(), partition_by=F("place"), order_by=F("took").asc()),
        count=Window(Count("pk"), partition_by=F("place")),
        rank_all=Window(RowNumber(), order_by=F("took").asc()),
        count_all=Window(Count("pk")),
    )
    wanted = _stands("rank", "count") | _stands("rank_all", "count_all")
    columns = ("place", "took", "rank", "count", "rank_all", "count_all")
    found: dict[str, dict[int, timedelta]] = {}
    counts: dict[str, int] = {}
    for place, took, rank, count, rank_all, count_all in ranked.filter(wanted).values_list(
        *columns
    ):
        for name, at, of in ((place, rank, count), (ALL, rank_all, count_all)):
            found.setdefault(name, {})[at] = took
            counts[name] = of
    return {name: _of(counts[name], ranks) for name, ranks in found.items()}


def _begun() -> Any:
    logged = PageLogEntry.objects.filter(page=OuterRef("pk")).order_by()
    kept = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), CharField()),
    ).order_by()
    first = [
        Subquery(rows.values(to).annotate(first=Min(time)).values("first"))
        for rows, to, time in ((logged, "page", "timestamp"), (kept, "object_id", "created_at"))
    ]
    return Least(*(Coalesce(one, _NEVER, output_field=DateTimeField()) for one in first))


def _stands(rank: str, count: str) -> Q:
    """Whether a story stands at the middle or at nine tenths (the nearest rank)."""
    of = F(count)
    return Q(**{rank: (of + 1) / 2}) | Q(**{rank: (of + 2) / 2}) | Q(**{rank: (of * 9 + 9) / 10})


def _of(count: int, ranks: dict[int, timedelta]) -> Lasting:
    middle = (ranks[(count + 1) // 2] + ranks[(count + 2) // 2]) / 2
    return Lasting(count, middle, ranks[(count * 9 + 9) // 10])
