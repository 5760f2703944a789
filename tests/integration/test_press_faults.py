"""What the press does when files are torn, records vanish or the clock moves."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from roznama.press.health import BEAT, health
from roznama.press.printer import Printer
from roznama.press.service import BusyError, edition, lock
from tests.factories import make_story
from tests.integration.press_store import STORIES, Press, path_of, rename

# Files and the records beside them, which are SQLite always.
pytestmark = pytest.mark.any_database

HOUR = 3600


@pytest.fixture
def press(db: None, tmp_path: Path) -> Press:
    press = Press(tmp_path / "press")
    press.printer.begin(edition())
    press.work()
    return press


class Clock:
    """A wall clock that can be set."""

    def __init__(self) -> None:
        self.offset = 0.0
        self._real = time.time

    def __call__(self) -> float:
        return self._real() + self.offset


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


def test_a_page_changed_after_the_clock_went_back_is_newer(press: Press, clock: Clock) -> None:
    """A reader who asks for what was modified since the last visit gets it."""
    story = make_story(STORIES[0])
    press.work()
    before = press.get(path_of(story))[1]["last-modified"]
    clock.offset = -HOUR
    rename(story, STORIES[1])
    press.work()
    status, _, body = press.get(path_of(story), if_modified_since=before)
    assert status == 200
    assert STORIES[1] in body.decode()


def test_a_page_changed_twice_in_a_second_is_newer(press: Press) -> None:
    story = make_story(STORIES[0])
    press.work()
    before = press.get(path_of(story))[1]["last-modified"]
    rename(story, STORIES[1])
    press.work()
    assert press.get(path_of(story), if_modified_since=before)[0] == 200


def test_a_retry_does_not_wait_for_the_clock_to_come_back(press: Press, clock: Clock) -> None:
    story = make_story(STORIES[0])
    press.work()
    records = press.printer.records
    clock.offset = HOUR
    records.mark([], [path_of(story)])
    records.failed(records.stale(path_of(story)))
    assert records.next_stale() is None
    clock.offset = 0.0
    assert press.work() == [path_of(story)]


@pytest.mark.parametrize("offset", [HOUR, -HOUR])
def test_a_beat_of_another_time_is_no_sign_of_life(press: Press, clock: Clock, offset: int) -> None:
    press.printer.records.set_state(**{BEAT: f'{{"time": {time.time()}}}'})
    assert health(press.folder)["status"] == "ok"
    clock.offset = offset
    assert health(press.folder)["reasons"] == ["the printer is silent"]


@pytest.mark.parametrize("damage", [b"", b"torn"])
@pytest.mark.parametrize("form", ["index.html", "index.html.br", "index.html.gz"])
def test_a_torn_file_is_not_served(press: Press, form: str, damage: bytes) -> None:
    """With the printer at work it is printed anew; without, the other forms serve."""
    story = make_story(STORIES[0])
    path = path_of(story)
    press.work()
    (press.folder / "pages" / path[1:] / form).write_bytes(damage)
    for encoding in ("br", "gzip", "identity"):
        status, headers, body = press.get(path, accept_encoding=encoding)
        assert status == 200
        assert int(headers["content-length"]) == len(body) > len(damage)
    assert press.printer.print_now(path)
    assert press.printer.files.are_whole(path, press.printer.records.stale(path).was.sizes)


@pytest.mark.parametrize("how", ["removed", "damaged", "no database"])
def test_records_that_are_lost_are_made_anew(press: Press, how: str) -> None:
    """Pages in memory stay; those on the disk are printed again, also for nginx."""
    story = make_story(STORIES[0])
    path = path_of(story)
    press.work()
    assert press.text(path)
    file = press.folder / "records.sqlite3"
    lose(file, how)
    press.front.refresh()
    assert STORIES[0] in press.text(path)
    if how != "removed":  # a printer that has it open would not see it
        press.printer = Printer(press.folder)
    press.printer.reopen(check=True)
    press.printer.begin(edition())
    rename(story, STORIES[1])
    assert {path, "/"} <= set(press.work())
    press.front.refresh()
    assert STORIES[1] in press.text(path)
    assert STORIES[1] in press.text("/")


def test_a_store_of_another_format_is_printed_anew(press: Press) -> None:
    path = path_of(make_story(STORIES[0]))
    press.work()
    press.printer.records.close()
    with sqlite3.connect(press.folder / "records.sqlite3") as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    later = Press(press.folder)
    later.printer.begin(edition())
    assert {path, "/"} <= set(later.work())
    assert STORIES[0] in later.text(path)


def lose(file: Path, how: str) -> None:
    """Lose what a file holds; SQLite has checkpointed by then, so nothing comes back."""
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    if how == "damaged":
        content = bytearray(file.read_bytes())
        content[2048:] = b"\xff" * (len(content) - 2048)
        file.write_bytes(content)
    elif how == "no database":
        file.write_bytes(b"no database at all" * 1000)
    elif how == "removed":
        file.unlink()


def test_a_file_left_by_a_printer_that_was_killed_is_removed(press: Press) -> None:
    left = press.folder / "new" / "tmp123"
    left.write_bytes(b"half")
    press.printer.begin(edition())
    assert not left.exists()


def test_one_store_has_one_printer(press: Press) -> None:
    with lock(press.folder), pytest.raises(BusyError):
        lock(press.folder)
    lock(press.folder).close()


def test_the_share_served_from_the_store_is_told(press: Press) -> None:
    assert health(press.folder)["hit_ratio"] is None
    press.printer.records.count({"/": 30}, 10)
    assert health(press.folder)["hit_ratio"] == 0.75
