"""The printer: one stale page at a time, rendered, compressed, written, recorded."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.template.loader import render_to_string

from roznama.archive.following import Follower
from roznama.archive.weaving import weave
from roznama.changes import log
from roznama.newsroom import keys
from roznama.paper.social.leaving import take_away
from roznama.press.addresses import PagePath, page_path
from roznama.press.database import remove_database
from roznama.press.files import Files, digest, replace_file
from roznama.press.records import OTHERS, Record, Records, Stale
from roznama.press.rendering import Rendered, Renderer, forget, render, render_gone
from roznama.press.spread import related_keys

logger = logging.getLogger(__name__)

_CURSOR = "cursor"
_EDITION = "edition"
_INDEX = "index"
_LOOK_AGAIN = 1.0  # seconds, without a new row: the index may be another now


class Printer:
    """Follows the change log and keeps a store's pages true to it."""

    def __init__(
        self, folder: Path, renderer: Renderer = render, archive: Follower | None = None
    ) -> None:
        self._archive = archive
        self._latest: int | None = None
        self._due = 0.0
        self._fresh: frozenset[int] = frozenset()
        self._path = folder / "records.sqlite3"
        self.files = Files(folder / "pages")
        self.records = Records(self._path)
        self.archive_trouble = ""
        """Why the archive's index could not be written; empty when it could."""
        self.purges = False
        """Whether the keys of changes are kept for a cache outside that knows them."""
        self._render = renderer

    def reopen(self, *, check: bool = False) -> bool:
        """Open the records again if they were removed or are damaged; whether they are new.

        With `check` all of the file is read. New records are empty, so `begin` is to follow.
        """
        if check and not self.records.are_whole():
            logger.error("the press's records are damaged and made anew")
            remove_database(self._path)
        if not self.records.are_replaced():
            return False
        self.records.close()
        self.records = Records(self._path)
        self._latest = None
        return True

    def follow(self) -> int:
        """Mark stale what the change log names since last time; return how many changes.

        The archive goes first, so that what is printed finds the stories related to it.

        Raises:
            DatabaseError: the paper's database does not answer. Nothing is lost: the cursor
                moves with the marks.

        """
        latest = log.latest()
        if latest is not None and latest == self._latest and time.monotonic() < self._due:
            return 0
        self._follow_archive()
        marked = self._follow_log()
        self._latest, self._due = latest, time.monotonic() + _LOOK_AGAIN
        return marked

    def _follow_log(self) -> int:
        kept = self.records.state(_CURSOR)
        try:
            cursor = log.Cursor.of(kept)
            found = log.news(cursor)
        except log.LostError:
            forget()
            end = log.end()
            with self.records.transaction():
                self.records.mark_all()
                self._keep(end)
            return 0
        if not found.changes and not _is_old(cursor.time):
            return 0
        if found.changes:
            forget()
        with self.records.transaction():
            for change in found.changes:
                self.records.mark(change.keys, filter(None, map(page_path, change.paths)))
                self._withdraw(change.keys)
                if self.purges:
                    self.records.want_purged(change.keys)
            self._keep(found.cursor)
        return len(found.changes)

    def _withdraw(self, told: Iterable[str]) -> None:
        """Take away what shows a withdrawn story: nobody gets it while its turn is awaited."""
        for key in told:
            if key.startswith(keys.WITHDRAWN):
                for page in self.records.withdraw(key.removeprefix(keys.WITHDRAWN)):
                    self.files.remove(page)
                if story := keys.withdrawn_story(key):
                    take_away(story)

    def begin(self, edition: str) -> None:
        """Start on a store. All of it is stale when `edition`, the templates' mark, is new."""
        self.files.tidy()
        page = render_to_string("paper/500.html").encode()
        replace_file(self._path.with_name("unavailable.html"), page, beside=self.files.new)
        if self.records.state(_EDITION) != edition:
            # Without records there may still be files, which nginx goes on to hand out.
            found = [] if self.records.state(_EDITION) else list(self.files.pages())
            with self.records.transaction():
                self.records.adopt(found)
                self.records.mark_all()
                self.records.mark([], ["/"])
                self.records.set_state(**{_EDITION: edition})

    def print_next(self) -> Stale | None:
        """Print the page that is most needed; return it, None when nothing waits.

        What a new story changes elsewhere is looked up when it is printed itself and the lists
        that show it are: readers wait for those.
        """
        stale = self.records.next_stale()
        if self._fresh and (stale is None or stale.rank >= OTHERS):
            self._spread()
            stale = self.records.next_stale()
        if stale is not None:
            self.print(stale)
        return stale

    def print_now(self, page: PagePath) -> bool:
        """Print a page that a reader asks for; whether there is something to serve now."""
        record = self.records.get(page)
        if record is not None and (
            record.status != 200 or self.files.are_whole(page, record.sizes)
        ):
            return True
        return self.print(self.records.stale(page))

    def print(self, stale: Stale) -> bool:
        """Print a page. What cannot be printed leaves the last good page in its place."""
        try:
            rendered = self._render(stale.path)
            record = self._write(stale, rendered)
        except OSError as error:
            logger.error("cannot write %s: %s", stale.path, error)
            self.records.failed(stale)
            return False
        except DatabaseError as error:
            logger.error("cannot print %s: %s", stale.path, error)
            self.records.failed(stale)
            return False
        if record is None:
            self._leave(stale, rendered)
            return False
        self.records.printed(stale, record)
        return True

    def _leave(self, stale: Stale, rendered: Rendered) -> None:
        """Deal with an answer that is nothing to keep."""
        if rendered.status >= 500:
            logger.error("%s answered %s", stale.path, rendered.status)
            self.records.failed(stale)
        else:
            self.files.remove(stale.path)
            self.records.forget(stale)

    def _write(self, stale: Stale, rendered: Rendered) -> Record | None:
        """Write what was rendered; return its record, None for what is not kept."""
        was, page = stale.was, stale.path
        known = was.status > 0 or self.records.known(page)
        if rendered.status == 200:
            return self._write_page(stale, rendered)
        if rendered.status == 301 and known and _leads_elsewhere(page, rendered.location):
            self.files.remove(page)
            read = _keys(rendered, page)
            return Record(301, rendered.headers, rendered.location, keys=read)
        if rendered.status == 410 or (rendered.status == 404 and was.status in (200, 301, 410)):
            self.files.remove(page)
            keys_before = self.records.keys(page)
            told = render_gone(page)
            return Record(410, told.headers, note=told.body, keys=keys_before | _keys(told, page))
        return None

    def _write_page(self, stale: Stale, rendered: Rendered) -> Record:
        now = digest(rendered.body)
        was = stale.was
        same = was.status == 200 and was.digest == now
        if same and self.files.are_whole(stale.path, was.sizes):
            sizes, changed = was.sizes, was.changed
        else:
            sizes = self.files.write(stale.path, rendered.body)
            # Later than before even within a second, or when the clock was set back: readers
            # may ask for what was modified since.
            changed = max(int(time.time()), was.changed + 1)
        return Record(
            200,
            rendered.headers,
            digest=now,
            changed=changed,
            keys=_keys(rendered, stale.path),
            good_until=_seconds(rendered.reads.good_until),
            sizes=sizes,
        )

    def _follow_archive(self) -> None:
        """Bring the archive up to date."""
        if self._archive is None:
            return
        try:
            followed = self._archive.follow()
        except OSError as error:
            self.archive_trouble = str(error)
            return
        self.archive_trouble = ""
        if (index := followed.index) and self.records.state(_INDEX) != index:
            with self.records.transaction():
                self.records.mark_all()  # another index knows other related stories
                self.records.set_state(**{_INDEX: index})
        self._fresh |= followed.stories

    def _spread(self) -> None:
        """Mark the lists that new stories may enter, and put them into their threads."""
        if found := related_keys(self._fresh):
            self.records.mark(found, rank=OTHERS)
        weave(self._fresh)
        self._fresh = frozenset()

    def _keep(self, cursor: log.Cursor) -> None:
        self.records.set_state(**{_CURSOR: cursor.kept()})


def _keys(rendered: Rendered, page: PagePath) -> frozenset[str]:
    return frozenset(rendered.reads.keys or {keys.SITE})


def _leads_elsewhere(page: PagePath, location: str) -> bool:
    target = urlsplit(location)
    return target.netloc not in ("", urlsplit(settings.SITE_URL).netloc) or target.path != page


def _is_old(read: float) -> bool:
    return time.time() - read > 3600


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
