"""How long a story takes from its first draft to print: median and 90th percentile, by desk.

A story begins with the first thing that is known of it: Wagtail's log has when it was made, also
when the draft of that moment was pruned; what came in without a log has its oldest revision.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Least, Left
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

    One query. Its rows are a desk and a time each, put in order here: the database would look for
    each story's beginning four times over to rank them. What is older in print than here (it came
    from another system) is not counted.
    """
    took = ExpressionWrapper(F("first_published_at") - _begun(), DurationField())
    rows = scope.stories().values_list(Left("path", length), took)
    found: defaultdict[str, list[timedelta]] = defaultdict(list)
    for place, time in rows.iterator(chunk_size=5_000):
        if time is not None and time >= timedelta(0):
            found[place].append(time)
            found[ALL].append(time)
    return {name: _of(sorted(times)) for name, times in found.items()}


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


def _of(times: list[timedelta]) -> Lasting:
    """Return the middle of some times, the shortest first, and the nearest rank to nine tenths."""
    count = len(times)
    middle = (times[(count - 1) // 2] + times[count // 2]) / 2
    return Lasting(count, middle, times[(count * 9 + 9) // 10 - 1])
