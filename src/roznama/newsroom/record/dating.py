"""When a correction is dated: by the server, when readers first get it, and never again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage, Correction


def date_corrections(article: ArticlePage) -> None:
    """Date the corrections of a story that is about to be published.

    One that readers had keeps the time of its row, whatever a draft says: known by its number,
    or by its words where a draft from before has no number for it. The others are dated now.
    """
    stored = list(type(article)(pk=article.pk).corrections.all()) if article.pk else []
    by_pk = {row.pk: row.time for row in stored}
    by_words = {_words(row): row.time for row in stored}
    now = timezone.now()
    for row in article.corrections.all():
        known = by_pk.get(row.pk) or by_words.get(_words(row))
        row.time = known or row.time or now


def noted_in(content: dict[str, Any], rows: Iterable[Correction]) -> bool:
    """Note numbers and times of published corrections in the revision that they come from.

    The next draft is made of it and then names the rows that are there, instead of new ones.
    Returns whether something was to be noted.
    """
    by_words = {_words(row): row for row in rows}
    changed = False
    for told in content.get("corrections", ()):
        row = by_words.get((told.get("kind", "correction"), told.get("text", "")))
        if row is not None and (told.get("pk"), _time(told.get("time"))) != (row.pk, row.time):
            told["pk"], told["time"] = row.pk, row.time.isoformat() if row.time else None
            changed = True
    return changed


def _words(row: Correction) -> tuple[str, str]:
    return str(row.kind), row.text


def _time(told: Any) -> datetime | None:
    return parse_datetime(told) if isinstance(told, str) else None
