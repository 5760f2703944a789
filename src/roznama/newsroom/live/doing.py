"""What is done in a live coverage: each in one transaction with its row in the two logs.

The coverage's row is locked first, so updates are numbered without a gap and nobody's change is
lost; the change log tells the press, the audit log who did it. What a change took away from
readers stays in the audit log's details.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.announcing import article_keys
from roznama.newsroom.live.actions import CHANGED, ENDED, LET, POSTED, REMOVED, STARTED
from roznama.newsroom.models import (
    ArticlePage,
    Author,
    LiveCoverage,
    LiveUpdate,
    NewsImage,
    User,
)
from roznama.newsroom.models.live import PER_PAGE, page_of
from roznama.newsroom.record.audit import note


class ChangedMeanwhileError(Exception):
    """Somebody else changed or removed the update after it was opened; `now` is what it is."""

    def __init__(self, now: LiveUpdate) -> None:
        super().__init__("the update was changed meanwhile")
        self.now = now


class EndedError(Exception):
    """The coverage is over; it takes no new update."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an update says. `body` is rich text as `writing.to_html` makes it.

    `time` and `correction` are for one that is there already; None leaves its time.
    """

    body: str
    headline: str = ""
    image: NewsImage | None = None
    caption: str = ""
    author: Author | None = None
    is_key: bool = False
    is_pinned: bool = False
    time: datetime | None = None
    correction: str = ""


@transaction.atomic
def start(story: ArticlePage, user: User) -> LiveCoverage:
    """Begin a story's coverage, or go on with one that had ended."""
    found, is_new = LiveCoverage.objects.select_for_update().get_or_create(article=story)
    if not is_new and found.is_on:
        return found
    found.is_on, found.ended = True, None
    _touch(found)
    log(instance=story, action=STARTED, user=user)
    _tell_all(found)
    return found


@transaction.atomic
def end(coverage: LiveCoverage, user: User) -> None:
    """End a coverage; its updates stay, and may still be changed."""
    found = _locked(coverage)
    if not found.is_on:
        return
    found.is_on, found.ended = False, timezone.now()
    _touch(found)
    log(instance=found.article, action=ENDED, user=user)
    _tell_all(found)


@transaction.atomic
def let_post(coverage: LiveCoverage, people: list[User], user: User) -> None:
    """Let these people post beside those who may publish, and nobody else."""
    found = _locked(coverage)
    found.posters.set(people)
    names = sorted(one.get_username() for one in people)
    about = ("newsroom.livecoverage", found.pk, found.article.title)
    note(LET, user, story=found.article_id, about=about, names=names)


@transaction.atomic
def post(coverage: LiveCoverage, words: Words, user: User, token: UUID) -> LiveUpdate:
    """Post an update; the one that is there where the same `token` was posted before.

    Raises:
        EndedError: the coverage has ended.

    """
    found = _locked(coverage)
    if again := found.updates.filter(token=token).first():
        return again
    if not found.is_on:
        raise EndedError
    found.last_number += 1
    made = LiveUpdate(coverage=found, number=found.last_number, token=token, posted_by=user)
    _fill(made, words)
    made.save()
    _note(POSTED, made, user)
    _told(found, made.number, is_new=True)
    return made


@transaction.atomic
def change(update: LiveUpdate, words: Words, user: User, *, seen: int) -> LiveUpdate:
    """Say something else in an update; `seen` is the version that was changed.

    A correction is dated when it is first given or says something else.

    Raises:
        ChangedMeanwhileError: somebody else was faster.

    """
    found = _locked_update(update, seen)
    before = _plain(found)
    _fill(found, words)
    found.time = words.time or found.time
    if words.correction != found.correction:
        found.correction = words.correction
        found.corrected_at = timezone.now() if words.correction else None
    if _plain(found) != before:
        _save(found, user)
        _note(CHANGED, found, user, before=before)
        _told(found.coverage, found.number)
    return found


@transaction.atomic
def mark(update: LiveUpdate, user: User, *, name: str, value: bool) -> LiveUpdate:
    """Pin an update or not, make it a key moment or not: `name` is `is_pinned` or `is_key`."""
    if name not in ("is_pinned", "is_key"):
        raise ValueError(name)
    found = _locked_update(update)
    if getattr(found, name) != value:
        setattr(found, name, value)
        _save(found, user)
        _note(CHANGED, found, user, before={name: not value})
        _told(found.coverage, found.number)
    return found


@transaction.atomic
def remove(update: LiveUpdate, user: User) -> None:
    """Take an update from readers. Its row stays for the record, its number is nobody else's."""
    found = _locked_update(update)
    found.removed_at = timezone.now()
    _save(found, user)
    _note(REMOVED, found, user, before=_plain(found))
    _told(found.coverage, found.number)


def _locked(coverage: LiveCoverage) -> LiveCoverage:
    rows = LiveCoverage.objects.select_for_update().select_related(None)
    found: LiveCoverage = rows.get(pk=coverage.pk)
    return found


def _locked_update(update: LiveUpdate, seen: int | None = None) -> LiveUpdate:
    """Return an update as it is now, with its coverage locked."""
    coverage = _locked(update.coverage)
    found: LiveUpdate = coverage.updates.get(pk=update.pk)
    found.coverage = coverage
    if found.removed_at or (seen is not None and found.version != seen):
        raise ChangedMeanwhileError(found)
    return found


def _fill(update: LiveUpdate, words: Words) -> None:
    for name in ("body", "headline", "image", "caption", "author", "is_key", "is_pinned"):
        setattr(update, name, getattr(words, name))


def _save(update: LiveUpdate, user: User) -> None:
    update.version += 1
    update.changed_by, update.changed_at = user, timezone.now()
    update.save()


def _touch(coverage: LiveCoverage) -> None:
    coverage.version += 1
    coverage.changed = timezone.now()
    coverage.save()


def _told(coverage: LiveCoverage, number: int, *, is_new: bool = False) -> None:
    """Tell the press of one update: the story's page, and the page that the update has for good.

    What is not new may stand on that page already and be wrong: it is handed out no more until
    it is printed anew.
    """
    _touch(coverage)
    story = coverage.article
    if not story.live or not story.url:
        return
    own = keys.coverage_page(story.pk, page_of(number))
    changed = {own} if is_new else {own, keys.withdrawn(own)}
    if is_new and number % PER_PAGE == 0:
        # The page after it is the story's own no more.
        changed.add(keys.coverage_page(story.pk, coverage.closed_pages))
    record([keys.coverage(story.pk), *changed], [story.url])


def _tell_all(coverage: LiveCoverage) -> None:
    """Tell the press that a coverage is on or over: the story's card says so everywhere."""
    story = coverage.article
    if story.live and story.url:
        record([*article_keys(story), keys.coverage(story.pk)], [story.url])


def _note(action: str, update: LiveUpdate, user: User, **details: Any) -> None:
    story = update.coverage.article_id
    about = ("newsroom.liveupdate", update.pk, str(update))
    note(action, user, story=story, about=about, number=update.number, **details)


def _plain(update: LiveUpdate) -> dict[str, Any]:
    """Return what readers see of an update, as the log keeps it."""
    return {
        "time": update.time.isoformat(),
        "headline": update.headline,
        "body": update.body,
        "image": update.image_id,
        "caption": update.caption,
        "author": update.author_id,
        "is_key": update.is_key,
        "is_pinned": update.is_pinned,
        "correction": update.correction,
    }
