"""Reads of stories: into the database in batches, and which stories are read most just now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Case, F, Sum, Value, When
from django.utils.timezone import localdate, now

from roznama.newsroom.models import ArticlePage, DayReads, HourReads

HOUR = 3600
"""Seconds."""

HOURS_KEPT = timedelta(days=4)
"""How long reads are kept by the hour; by the day they stay."""

_WEIGHTS = ((6, 4), (12, 2), (24, 1))
"""Of the last so many hours, a read counts so much: what is most read is of today."""

_AT_ONCE = 500  # numbers of stories in one query

Counts = Mapping[tuple[int, int], int]
"""Reads by a story's number and the hour, counted from the epoch."""


def fold(counts: Counts) -> int:
    """Add reads to the database, all or none; return how many were of published stories.

    A number that no published story has is nobody's.

    Raises:
        DatabaseError: the database does not answer, or a story was deleted that very moment.
            Nothing was added.

    """
    with transaction.atomic():
        known = _published({story for story, _ in counts})
        kept = {key: number for key, number in counts.items() if key[0] in known}
        days: Counter[tuple[int, Any]] = Counter()
        hours: dict[tuple[int, Any], int] = {}
        for (story, hour), number in kept.items():
            beginning = datetime.fromtimestamp(hour * HOUR, UTC)
            hours[story, beginning] = number
            days[story, localdate(beginning)] += number
        _add(HourReads, "hour", hours)
        _add(DayReads, "day", days)
    return sum(kept.values())


def _published(stories: set[int]) -> set[int]:
    live = ArticlePage.objects.live()
    wanted = sorted(stories)
    parts = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
    return {pk for part in parts for pk in live.filter(pk__in=part).values_list("pk", flat=True)}


def _add(model: type[models.Model], name: str, counts: Mapping[tuple[int, Any], int]) -> None:
    """Add to rows that are there and make the others: several nodes do it at a time.

    Rows are taken in one order everywhere, so no two nodes wait for each other.
    """
    table = model._meta.db_table
    field: Any = model._meta.get_field(name)
    rows = [
        (story, field.get_db_prep_value(when, connection), number)
        for (story, when), number in sorted(counts.items())
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} (article_id, {name}, reads) VALUES (%s, %s, %s)"  # noqa: S608
                f" ON CONFLICT ({name}, article_id)"
                f" DO UPDATE SET reads = {table}.reads + excluded.reads",
                rows,
            )


def prune_hours() -> int:
    """Delete what is kept by the hour and old; return how many rows."""
    return HourReads.objects.filter(hour__lt=now() - HOURS_KEPT).delete()[0]


def busiest(most: int) -> list[int]:
    """Return the numbers of up to `most` stories that are read most just now, the first first."""
    moment = now()
    whens = [When(hour__gt=moment - timedelta(hours=age), then=Value(w)) for age, w in _WEIGHTS]
    recent = HourReads.objects.filter(hour__gt=moment - timedelta(hours=_WEIGHTS[-1][0]))
    weighed = recent.values("article").annotate(
        weight=Sum(F("reads") * Case(*whens, default=Value(0)))
    )
    rows = weighed.order_by("-weight", "article")[:most]
    return list(rows.values_list("article", flat=True))
