"""The updates as the desk's screen lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from wagtail.rich_text import expand_db_html

from roznama.newsroom.live.permissions import may_run
from roznama.newsroom.models import LiveCoverage, LiveUpdate, User
from roznama.urdu import dates

MOST = 40
"""Updates on one screen of the desk."""


@dataclass(frozen=True, slots=True)
class Row:
    """An update with what this person may do to it."""

    update: LiveUpdate
    time: str
    html: SafeString
    who: str
    may_change: bool
    may_mark: bool


def rows(coverage: LiveCoverage, user: User, before: int = 0) -> list[Row]:
    """Return the updates under the number `before`, all where it is 0, newest first."""
    runs = may_run(user, coverage.article)
    found = coverage.updates.filter(removed_at=None).select_related("author", "image", "posted_by")
    if before:
        found = found.filter(number__lt=before)
    return [_row(one, user, runs=runs) for one in found.order_by("-number")[:MOST]]


def listed(request: HttpRequest, coverage: LiveCoverage, before: int = 0) -> str:
    """Return the list as HTML, for the screen and for the script that keeps it fresh."""
    found = rows(coverage, cast(User, request.user), before)
    older = found[-1].update.number if len(found) == MOST else 0
    context = {"rows": found, "coverage": coverage, "older": older}
    return render_to_string("newsroom/live/rows.html", context, request)


def _row(update: LiveUpdate, user: User, *, runs: bool) -> Row:
    poster = update.posted_by
    return Row(
        update,
        dates.format_moment(localtime(update.time)),
        mark_safe(expand_db_html(update.body)),  # noqa: S308 - made by `writing.to_html`
        (poster.get_full_name() or poster.get_username()) if poster else "",
        may_change=runs or update.posted_by_id == user.pk,
        may_mark=runs,
    )
