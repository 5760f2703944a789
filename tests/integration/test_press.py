"""The press: what a change reprints, what readers get, what stays when something breaks."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localtime

from roznama.archive.following import Follower
from roznama.changes import log
from roznama.changes.models import Change
from roznama.newsroom.models import ArticlePage, Author, PaperSettings
from roznama.press.printer import Printer
from roznama.press.rendering import Rendered, render
from roznama.press.verifying import verify
from tests.factories import get_section, make_author, make_story
from tests.integration.press_store import STORIES, Press, path_of, rename

FLOOD = "دریا میں سیلاب سے پشتے ٹوٹ گئے اور نشیبی بستیوں کے مکانات پانی میں ڈوب گئے۔"


@pytest.fixture
def press(db: None, tmp_path: Path) -> Press:
    return Press(tmp_path / "press")


def test_a_page_is_printed_with_its_forms(press: Press) -> None:
    path = path_of(make_story(STORIES[0]))
    press.want(path)
    status, headers, body = press.get(path, accept_encoding="gzip, br")
    assert (status, headers["content-encoding"]) == (200, "br")
    assert STORIES[0] in brotli.decompress(body).decode()
    assert "set-cookie" not in headers
    assert "content-security-policy" in headers
    assert "accept-encoding" in headers["vary"].lower()
    assert "site" in headers["surrogate-key"].split()
    again = press.get(path, accept_encoding="br", if_none_match=headers["etag"])
    assert (again[0], again[2]) == (304, b"")
    assert press.get(path, "HEAD")[2] == b""
    assert press.get(path, query="fbclid=1")[0] == 200
    assert list(verify(press.printer.files, press.printer.records)) == []


def test_a_new_story_comes_first_and_then_the_lists(press: Press) -> None:
    make_story(STORIES[0], section="dunya")
    lists = ["/", "/dunya/", "/feed.rss", "/dunya/feed.rss", "/sitemap-dunya.xml"]
    press.want(*lists, "/khel/")
    press.work()
    path = path_of(make_story(STORIES[1], section="dunya"))
    done = press.work()
    assert done[0] == path
    assert set(lists) <= set(done)
    assert "/khel/" not in done
    for page in lists[:-1]:
        assert STORIES[1] in press.text(page)


def test_a_changed_headline_reaches_every_page_that_shows_it(press: Press) -> None:
    author = make_author()
    story = make_story(STORIES[0], authors=[author], tags=["سیلاب"])
    day = localtime(story.first_published_at).strftime("/archive/%Y/%-m/%-d/")
    tag = f"/tag/{story.topics.get().slug}/"
    pages = [path_of(story), "/", "/dunya/", f"/author/{author.slug}/", tag, day]
    press.want(*pages)
    press.work()
    rename(story, STORIES[1])
    press.work()
    for page in pages:
        assert STORIES[1] in press.text(page), page
        assert STORIES[0] not in press.text(page), page


def test_a_draft_changes_nothing(press: Press) -> None:
    story = make_story(STORIES[0])
    press.want(path_of(story), "/")
    press.work()
    story.title = STORIES[1]
    story.save_revision()
    make_story(STORIES[2], draft=True)
    assert press.work() == []


def test_a_story_taken_back_is_gone_everywhere(press: Press) -> None:
    story = make_story(STORIES[0])
    press.want(path_of(story), "/")
    press.work()
    story.unpublish()
    press.work()
    status, headers, body = press.get(path_of(story))
    assert status == 410
    assert "واپس لے لیا گیا" in body.decode()
    assert headers["content-type"].startswith("text/html")
    assert STORIES[0] not in press.text("/")
    assert not list((press.folder / "pages" / "dunya").glob("*/index.html*"))
    story.save_revision().publish()
    press.work()
    assert press.get(path_of(story))[0] == 200


def test_a_deleted_story_is_gone(press: Press) -> None:
    story = make_story(STORIES[0])
    path = path_of(story)
    press.want(path, "/")
    press.work()
    story.delete()
    press.work()
    assert press.get(path)[0] == 410
    assert STORIES[0] not in press.text("/")


def test_an_address_that_changed_leads_to_the_new_one(
    press: Press, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    story = make_story(STORIES[0])
    old = path_of(story)
    press.want(old)
    press.work()
    with django_capture_on_commit_callbacks(execute=True):
        story.slug = "nai-jagah-1"
        story.save_revision().publish()
    press.work()
    new = path_of(ArticlePage.objects.get(pk=story.pk))
    status, headers, _ = press.get(old)
    assert (status, headers["location"]) == (301, new)
    assert STORIES[0] in press.text(new)


def test_a_story_moved_to_another_section(press: Press) -> None:
    story = make_story(STORIES[0], section="dunya")
    old = path_of(story)
    press.want(old, "/dunya/", "/khel/")
    press.work()
    story.move(get_section("khel"), pos="last-child")
    press.work()
    assert press.get(old)[0] == 301
    assert STORIES[0] not in press.text("/dunya/")
    assert STORIES[0] in press.text("/khel/")


def test_the_papers_name_is_on_every_page(press: Press) -> None:
    story = make_story(STORIES[0])
    press.want(path_of(story), "/")
    press.work()
    settings = PaperSettings.load()
    settings.name = "روزنامہ صبح"
    settings.save()
    assert set(press.work()) >= {path_of(story), "/"}
    assert "روزنامہ صبح" in press.text(path_of(story))


def test_an_authors_name_reaches_their_stories(press: Press) -> None:
    author = make_author()
    path = path_of(make_story(STORIES[0], authors=[author]))
    press.want(path)
    press.work()
    Author.objects.get(pk=author.pk).save()
    assert press.work() == [path]


def test_the_neighbor_gets_its_link(press: Press) -> None:
    older = make_story(STORIES[0])
    press.want(path_of(older))
    press.work()
    newer = make_story(STORIES[1])
    press.work()
    assert path_of(newer) in press.text(path_of(older))


@pytest.mark.parametrize("trouble", [DatabaseError("gone"), OSError(28, "disk full"), 500])
def test_what_cannot_be_printed_leaves_the_last_good_page(press: Press, trouble: object) -> None:
    story = make_story(STORIES[0])
    path = path_of(story)
    press.want(path)
    press.work()

    def broken(page: str) -> Rendered:
        if isinstance(trouble, Exception):
            raise trouble
        rendered = render("/nowhere/")
        return Rendered(500, rendered.headers, "", b"", rendered.reads)

    rename(story, STORIES[1])
    press.printer._render = broken
    press.work()
    assert STORIES[0] in press.text(path)
    assert press.printer.records.summary()["failing"] == 1
    press.printer._render = render
    press.printer.records.mark([], [path])
    press.work()
    assert STORIES[1] in press.text(path)


def test_a_press_that_was_killed_while_printing_goes_on(press: Press, monkeypatch: Any) -> None:
    story = make_story(STORIES[0])
    press.want(path_of(story), "/")
    press.work()
    rename(story, STORIES[1])

    def killed(page: str) -> Rendered:
        raise KeyboardInterrupt

    monkeypatch.setattr(press.printer, "_render", killed)
    with pytest.raises(KeyboardInterrupt):
        press.work()
    other = Press(press.folder)
    other.work()
    assert STORIES[1] in other.text("/")
    assert STORIES[1] in other.text(path_of(story))


def test_a_damaged_file_is_found(press: Press) -> None:
    path = path_of(make_story(STORIES[0]))
    press.want(path)
    (file,) = (press.folder / "pages" / "dunya").glob("*/index.html.br")
    file.write_bytes(b"torn")
    assert [page for page, _ in verify(press.printer.files, press.printer.records)] == [path]


def test_a_store_without_a_cursor_prints_all_anew(press: Press) -> None:
    path = path_of(make_story(STORIES[0]))
    press.want(path)
    press.work()
    press.printer.records.set_state(cursor="")
    press.printer = Printer(press.folder)  # as after a start
    assert press.work() == [path]


def test_the_log_is_told_nothing_that_was_rolled_back(db: None) -> None:
    end = log.end()
    with pytest.raises(RuntimeError), transaction.atomic():
        make_story(STORIES[0])
        raise RuntimeError
    assert log.news(end).changes == []


def test_a_new_story_enters_the_lists_of_those_it_is_related_to(
    tmp_path: Path, archive: Follower
) -> None:
    press = Press(tmp_path / "press", archive)
    old = make_story("سیلاب سے ہزاروں گھر تباہ، امداد کا انتظار", body=[FLOOD])
    far = make_story("بلے باز نے سنچری بنائی", section="khel")
    press.work()
    new = make_story("سیلاب سے متاثرہ گھروں کی مرمت شروع", body=[FLOOD])
    done = press.work()
    assert path_of(new) in press.text(path_of(old))
    assert path_of(far) not in done


def test_a_page_printed_without_an_index_gets_its_list_with_it(
    tmp_path: Path, db: None, settings: Any
) -> None:
    press = Press(tmp_path / "press")
    for headline in STORIES[1:]:  # what all stories have tells nothing
        make_story(headline)
    old = make_story("سیلاب سے ہزاروں گھر تباہ، امداد کا انتظار", body=[FLOOD])
    new = make_story("سیلاب سے متاثرہ گھروں کی مرمت شروع", body=[FLOOD])
    press.work()
    title = "related-title"
    assert title not in press.text(path_of(old))
    settings.ARCHIVE_ROOT = tmp_path / "archive"
    with closing(Follower(settings.ARCHIVE_ROOT)) as archive:
        later = Press(tmp_path / "press", archive)
        later.work()
    assert title in later.text(path_of(old))
    assert title in later.text(path_of(new))


@pytest.fixture
def committing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database in which commits are real; the rows of the log go afterwards."""
    with django_db_blocker.unblock():
        yield
        Change.objects.all().delete()
        connection.close()


def test_a_cursor_that_was_away_too_long_is_lost(db: None) -> None:
    with pytest.raises(log.LostError):
        log.news(log.Cursor(0, time=0))


def test_a_row_that_becomes_visible_late_is_not_skipped(committing: None) -> None:
    if connection.vendor != "postgresql":  # SQLite: the second writer waits for the first
        cursor = log.end()
        log.record(["one"])
        assert [change.keys for change in log.news(cursor).changes] == [["one"]]
        return
    cursor = log.end()
    wrote, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            log.record(["slow"])
            wrote.set()
            go_on.wait(20)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    assert wrote.wait(20)
    log.record(["quick"])
    first = log.news(cursor)
    assert [change.keys for change in first.changes] == [["quick"]]
    assert log.news(first.cursor).changes == []
    go_on.set()
    thread.join()
    second = log.news(first.cursor)
    assert [change.keys for change in second.changes] == [["slow"]]
    assert log.news(second.cursor).changes == []


def test_the_menu_marks_where_each_page_stands(press: Press) -> None:
    story = make_story("خبر", section="khel")
    for path, marked in [
        ("/dunya/", "page"),
        ("/khel/", "page"),
        (story.url, "true"),
        ("/", "page"),
    ]:
        press.want(path)
        section = "/khel/" if path == path_of(story) else path
        found = re.findall(r"<a[^>]*aria-current=[^>]*>", press.text(path))
        assert len(found) == 1, path
        tag = found[0].replace('"', "").rstrip(">").split()
        assert {f"href={section}", f"aria-current={marked}"} <= {*tag}, path
