"""Following the change log: the index tells what is published, a moment later.

The index is a cache of the database. Where there is none that this program can read, it is made
from the database, and follows the log from where it was when that began.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from roznama.archive.documents import published_stories
from roznama.archive.index.folder import Generation, current
from roznama.archive.index.reading import check
from roznama.archive.index.writing import Writer
from roznama.archive.rebuilding import rebuild
from roznama.changes import log
from roznama.changes.models import Change
from roznama.newsroom.models import ArticlePage

logger = logging.getLogger(__name__)

_AT_ONCE = 200  # stories read from the database together
_LOCKED = "LockBusy"
_LATELY = timedelta(minutes=2)
_FAILURES = 5  # in a row
_FEW = 3000  # stories that are indexed while the printer waits, some seconds


@dataclass(frozen=True, slots=True)
class Followed:
    """What following brought: the stories that changed, and the name of the index in use."""

    stories: frozenset[int] = field(default_factory=frozenset)
    index: str = ""


class Follower:
    """Keeps this node's index true to the log. One a node."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writer: Writer | None = None
        self._generation: Generation | None = None
        self._rebuilding: subprocess.Popen[bytes] | None = None
        self._failures = 0

    def follow(self) -> Followed:
        """Bring the index up to date.

        Raises:
            DatabaseError: the paper's database does not answer; nothing is lost.
            OSError: the index cannot be written now.

        """
        generation = current(self.folder)
        if generation is None or not generation.is_usable():
            return self._make()
        is_new = generation != self._generation
        if is_new and not self._open(generation):
            return self._make()
        state = generation.state()
        try:
            found = log.news(log.Cursor.of(state.cursor if state else ""))
        except log.LostError:
            logger.warning("the archive's index has lost the change log and is made anew")
            return self._make()
        changed = _changed(found.changes)
        if found.changes:
            self._write(changed, found.cursor.kept())
        if is_new:  # whoever asked last may have been killed before it heard of these
            changed |= _changed(Change.objects.filter(time__gte=timezone.now() - _LATELY))
        return Followed(frozenset(changed), generation.folder.name)

    def close(self) -> None:
        """Let go of the index."""
        self._let_go()
        if self._rebuilding is not None:
            self._rebuilding.terminate()

    def _open(self, generation: Generation) -> bool:
        self._let_go()
        try:
            check(generation)
            self._writer = Writer(generation)
        except (ValueError, OSError) as error:
            if _LOCKED in str(error):
                raise OSError("the archive's index is being written by another process") from None
            logger.warning("the archive's index cannot be opened and is made anew: %s", error)
            return False
        self._generation = generation
        return True

    def _let_go(self) -> None:
        self._writer, self._generation = None, None

    def _write(self, pks: set[int], cursor: str) -> None:
        """Write what has changed; an index that fails again and again is damaged."""
        try:
            self._put(pks, cursor)
            self._failures = 0
        except (ValueError, OSError) as error:
            self._failures += 1
            generation = self._generation
            self._let_go()
            if self._failures >= _FAILURES and generation is not None:
                logger.error("the archive's index is damaged and made anew: %s", error)
                generation.remove()
            raise OSError(f"the archive's index cannot be written: {error}") from None

    def _put(self, pks: set[int], cursor: str) -> None:
        writer = self._writer
        if writer is None:
            raise OSError("no index is open")
        for some in _parts(sorted(pks)):
            stories = list(published_stories(some))
            writer.remove(set(some) - {story.pk for story in stories})
            writer.put(stories)
        writer.commit(cursor)

    def _make(self) -> Followed:
        """Make the index: a small one now, a large one in a process of its own."""
        if self._rebuilding is not None:
            if self._rebuilding.poll() is None:
                return Followed()
            self._rebuilding = None
        if ArticlePage.objects.live().count() > _FEW:
            command = [sys.executable, "-m", "roznama", "reindex", "--quiet"]
            self._rebuilding = subprocess.Popen(command)  # noqa: S603
            return Followed()
        rebuild(self.folder)
        generation = current(self.folder)
        if generation is None or not self._open(generation):
            raise OSError("the archive's index cannot be made")
        return Followed(index=generation.folder.name)


def _changed(changes: Iterable[Change]) -> set[int]:
    """Return the ids of the stories that changes are about.

    A change that names a story names lists too that it stands in; one of an author or a tag
    alone is about all stories that carry the name.
    """
    found: set[int] = set()
    for change in changes:
        named = {
            pk
            for key in change.keys
            for kind in ("article", "coverage")
            if (pk := _number(key, kind)) is not None
        }
        found |= named
        if not named:
            for key in change.keys:
                found |= _carrying(key)
    return found


def _carrying(key: str) -> set[int]:
    stories = ArticlePage.objects.live().order_by()
    if (author := _number(key, "author")) is not None:
        return set(stories.filter(bylines__author=author).values_list("pk", flat=True))
    if (tag := _number(key, "tag")) is not None:
        return set(stories.filter(topics=tag).values_list("pk", flat=True))
    return set()


def _number(key: str, kind: str) -> int | None:
    name, _, number = key.partition(":")
    return int(number) if name == kind and number.isdigit() else None


def _parts(pks: list[int]) -> Iterable[list[int]]:
    return (pks[start : start + _AT_ONCE] for start in range(0, len(pks), _AT_ONCE))
