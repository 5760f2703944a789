"""A live coverage as readers get it: the page, older pages, the live file, structured data."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime, now
from lxml import html

from roznama.changes import log
from roznama.newsroom.live import doing
from roznama.newsroom.models import LiveCoverage, LiveUpdate, User
from roznama.newsroom.models.live import PER_PAGE
from roznama.newsroom.record.killing import kill
from roznama.paper.assembly.coverage_file import TOLD_AFTER
from roznama.press.live import Live
from roznama.urdu import dates
from tests.factories import make_author, make_image, make_story
from tests.integration import markup
from tests.integration.live import HEADLINE, add, cover
from tests.integration.press_store import Press, path_of
from tests.integration.test_queries import count_queries

pytestmark = pytest.mark.django_db
SITE = "https://paper.example"


@pytest.fixture
def press(db: None, tmp_path: Path) -> Press:
    return Press(tmp_path / "press")


@pytest.fixture
def live(press: Press) -> Live:
    return Live(press.folder)


@pytest.fixture
def coverage(editor: User) -> LiveCoverage:
    return cover(editor)


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'id="?update-(\d+)', page)]


def file_of(press: Press, live: Live, coverage: LiveCoverage) -> dict[str, Any] | None:
    live.keep(press.printer.records, changed=True)
    press.front._live_files._answers.clear()
    status, _, body = press.get(f"/live/coverage-{coverage.article_id}.json")
    return json.loads(body) if status == 200 else None


def shape(element: html.HtmlElement) -> list[tuple[str, dict[str, str], str]]:
    """An element and all in it, however its white space and attributes are ordered."""
    return [(one.tag, dict(one.attrib), (one.text or "").strip()) for one in element.iter()]


def body_of(press: Press, page: str) -> tuple[int, str]:
    path, _, query = page.partition("?")
    status, _, body = press.get(path, query=query)
    return status, body.decode()


def many(coverage: LiveCoverage, amount: int, user: User) -> None:
    for number in range(coverage.last_number, coverage.last_number + amount):
        add(coverage, f"اپ ڈیٹ نمبر {number + 1}", user)
    coverage.refresh_from_db()


def test_a_page_shows_what_is_on_top_and_then_the_newest_first(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    picture = make_image(credit="پی پی آئی", licence="CC BY", description="زیرِ آب سڑک")
    author = make_author("نوشین طارق", slug="nosheen")
    add(coverage, "صبح *تیز* بارش", editor, headline="بارش شروع", is_key=True, author=author)
    add(coverage, "سب سے اہم", editor, is_pinned=True)
    add(coverage, "تصویر", editor, image=picture, caption="کلمہ چوک")
    coverage.updates.update(time=now())  # all of one day, at midnight too
    page = client.get(coverage.article.url).content.decode()
    assert numbers(page) == [2, 3, 1]
    assert page.index("خلاصہ۔") < page.index('id="live"')
    assert "<b>تیز</b>" in page
    assert "کلمہ چوک" in page
    assert "live-day" not in page
    assert page.count("coverage.js") == 1
    tree = markup.parse(client.get(coverage.article.url))
    (key,) = tree.xpath("//nav[@class='live-key']//a")
    assert (key.text, key.get("href")) == ("بارش شروع", f"{coverage.article.url}?page=2#update-1")
    (time,) = tree.xpath("//article[@id='update-3']/p[1]//time")
    assert time.text == dates.format_time(localtime(coverage.updates.get(number=3).time))


def test_a_coverage_without_an_update_has_a_page_and_a_file(
    client: Client, press: Press, live: Live, coverage: LiveCoverage
) -> None:
    page = client.get(coverage.article.url).content.decode()
    assert numbers(page) == []
    assert "پہلی اپ ڈیٹ" in page
    told = file_of(press, live, coverage)
    assert told is not None
    assert (told["updates"], told["html"], told["key"]) == ([], {}, "")


def test_days_have_heads_where_there_are_several(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    many(coverage, 2, editor)
    today = coverage.updates.get(number=1).time
    yesterday = today - timedelta(days=1)
    LiveUpdate.objects.filter(number=2).update(time=yesterday)
    page = client.get(coverage.article.url).content.decode()
    assert numbers(page) == [1, 2]
    heads = re.findall(r'class="live-day"[^>]*>([^<]+)', page)
    assert heads == [dates.format_date(localtime(day)) for day in (today, yesterday)]


def test_older_updates_stand_on_pages_that_stay(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    path = coverage.article.url
    many(coverage, 2 * PER_PAGE - 1, editor)
    assert numbers(client.get(path).content.decode())[-1] == 1
    many(coverage, 1, editor)
    page = client.get(path).content.decode()
    assert numbers(page) == list(range(2 * PER_PAGE, PER_PAGE, -1))
    assert f'href="{path}?page=2"' in page
    older = client.get(f"{path}?page=2").content.decode()
    assert numbers(older) == list(range(PER_PAGE, 0, -1))
    assert f'rel="canonical" href="{SITE}{path}?page=2"' in older
    # An update's address is the same before and after it has left the story's page.
    assert numbers(client.get(f"{path}?page=3").content.decode())[-1] == PER_PAGE + 1
    many(coverage, PER_PAGE, editor)
    assert f'rel="prev" href="{path}?page=3"' in client.get(f"{path}?page=2").content.decode()
    for number in ("0", "5", "x", "-1", "99999999999999999999", "۲"):
        assert client.get(f"{path}?page={number}").status_code == 404, number
    assert client.get(f"{make_story().url}?page=2").status_code == 200


def test_what_is_on_top_stays_there_and_stands_on_its_own_page_too(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    add(coverage, "سب سے اہم", editor, is_pinned=True)
    many(coverage, 2 * PER_PAGE, editor)
    assert numbers(client.get(coverage.article.url).content.decode())[0] == 1
    assert 1 in numbers(client.get(f"{coverage.article.url}?page=2").content.decode())


def test_the_file_tells_what_pages_do_not_have_yet(
    press: Press, live: Live, coverage: LiveCoverage, editor: User
) -> None:
    first = add(coverage, "ایک", editor)
    told = file_of(press, live, coverage)
    assert told is not None
    assert (told["on"], told["first"], told["gone"]) == (True, 1, [])
    assert [one[:2] for one in told["updates"]] == [[1, 1]]
    path = path_of(coverage.article)
    own = f"{path}?page=2"
    press.want(path, own)
    printed = html.fromstring(press.text(path)).get_element_by_id("update-1")
    assert shape(printed) == shape(html.fromstring(told["html"]["1"]))
    cursor = log.end()
    add(coverage, "دو", editor, is_key=True)
    (posted,) = log.news(cursor).changes
    assert posted.keys == [f"coverage:{coverage.article_id}", f"coverage:{coverage.article_id}:2"]
    assert press.work() == [path, own]
    doing.change(first, doing.Words("<p>بدلا ہوا</p>"), editor, seen=1)
    told = file_of(press, live, coverage)
    assert told is not None
    assert [one[:2] for one in told["updates"]] == [[2, 1], [1, 2]]
    assert "بدلا ہوا" in told["html"]["1"]
    assert "دو" in told["key"]
    press.work()
    assert "بدلا ہوا" in body_of(press, own)[1]
    doing.remove(first, editor)
    told = file_of(press, live, coverage)
    assert told is not None
    assert (told["gone"], [one[0] for one in told["updates"]]) == ([1], [2])
    assert "بدلا ہوا" not in json.dumps(told, ensure_ascii=False)
    press.printer.follow()
    assert not any((press.folder / "pages").rglob("@page=2.html"))
    press.work()
    assert "بدلا ہوا" not in press.text(path) + body_of(press, own)[1]


def test_the_file_stays_small(
    press: Press, live: Live, coverage: LiveCoverage, editor: User
) -> None:
    for _ in range(150):
        add(coverage, "متن کا ایک پیراگراف۔ " * 12, editor, headline="سرخی")
    live.keep(press.printer.records, changed=True)
    file = press.folder / "live" / f"coverage-{coverage.article_id}.json"
    assert file.stat().st_size < 16_000


def test_an_end_is_told_for_a_day(
    press: Press, live: Live, coverage: LiveCoverage, editor: User, client: Client
) -> None:
    add(coverage, "ایک", editor)
    make_story("دوسری خبر")
    assert "on-air" in client.get("/").content.decode()
    doing.end(coverage, editor)
    told = file_of(press, live, coverage)
    assert told is not None
    assert told["on"] is False
    page = client.get(coverage.article.url).content.decode()
    assert "coverage.js" not in page
    assert "on-air" not in page + client.get("/").content.decode()
    assert numbers(page) == [1]
    LiveCoverage.objects.update(ended=now() - TOLD_AFTER)
    assert file_of(press, live, coverage) is None


@pytest.mark.parametrize("how", ["kill", "unpublish", "expire", "delete", "restrict"])
def test_a_story_that_goes_takes_its_updates_along(
    press: Press, live: Live, coverage: LiveCoverage, editor: User, how: str
) -> None:
    many(coverage, 2 * PER_PAGE, editor)
    story, path = coverage.article, path_of(coverage.article)
    pages = [path, f"{path}?page=2", f"{path}?page=3"]
    press.want(*pages)
    assert all("اپ ڈیٹ نمبر" in body_of(press, page)[1] for page in pages)
    assert file_of(press, live, coverage) is not None
    if how == "kill":
        kill(story, reason="غلط", notice="واپس لی گئی")
    elif how == "unpublish":
        story.unpublish()
    elif how == "expire":
        story.unpublish(set_expired=True)
    elif how == "delete":
        story.delete()
    else:
        story.view_restrictions.create(restriction_type="login")
    press.printer.follow()
    if how != "restrict":
        assert not any((press.folder / "pages").rglob("@page=*.html"))
    assert file_of(press, live, coverage) is None
    press.work()
    for page in pages:
        status, body = body_of(press, page)
        assert status != 200, page
        assert "اپ ڈیٹ نمبر" not in body


def test_a_story_under_embargo_tells_nothing(
    press: Press, live: Live, client: Client, editor: User
) -> None:
    story = make_story("بجٹ", draft=True, embargo_until=now() + timedelta(hours=1))
    coverage = cover(editor, story)
    cursor = log.end()
    add(coverage, "راز کی بات", editor)
    assert log.news(cursor).changes == []
    assert file_of(press, live, coverage) is None
    assert client.get(f"{story.url}?page=2").status_code == 404


def test_a_file_that_cannot_be_written_stops_no_other(
    press: Press, live: Live, coverage: LiveCoverage, editor: User, monkeypatch: Any
) -> None:
    add(coverage, "ایک", editor)
    other = cover(editor, make_story("دوسری کوریج"))
    add(other, "دو", editor)
    from roznama.press import coverages  # noqa: PLC0415

    real = coverages.coverage_words

    def words(told: Any) -> Any:
        if told.coverage.pk == coverage.pk:
            raise ValueError("no")
        return real(told)

    monkeypatch.setattr(coverages, "coverage_words", words)
    assert file_of(press, live, coverage) is None
    assert file_of(press, live, other) is not None
    monkeypatch.undo()
    assert file_of(press, live, coverage) is not None


def test_machines_are_told_of_a_live_blog(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    author = make_author("نوشین طارق", slug="nosheen")
    update = add(coverage, "*پانی* اتر گیا", editor, headline="نالہ", author=author)
    doing.change(
        update, doing.Words("<p>پانی</p>", correction="پہلے غلط تھا"), editor, seen=update.version
    )
    add(coverage, "سرخی کے بغیر", editor)
    path = coverage.article.url
    found = markup.json_ld(markup.parse(client.get(path)))["LiveBlogPosting"]
    assert found["coverageStartTime"] == localtime(coverage.started).isoformat()
    assert "coverageEndTime" not in found
    newest, oldest = found["liveBlogUpdate"]
    assert newest["headline"] == newest["articleBody"] == "سرخی کے بغیر"
    assert newest["url"] == f"{SITE}{path}?page=2#update-2"
    assert oldest["correction"]["text"] == "پہلے غلط تھا"
    coverage.refresh_from_db()
    assert found["dateModified"] == localtime(coverage.changed).isoformat()
    doing.end(coverage, editor)
    coverage.refresh_from_db()
    found = markup.json_ld(markup.parse(client.get(path)))["LiveBlogPosting"]
    assert found["coverageEndTime"] == localtime(coverage.ended).isoformat()


def test_feeds_say_when_the_last_update_came(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    add(coverage, "ایک", editor)
    coverage.refresh_from_db()
    item = client.get("/feed.json").json()["items"][0]
    assert item["date_modified"] == localtime(coverage.changed).isoformat(timespec="seconds")


def test_a_coverage_costs_the_same_queries_however_long(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    add(coverage, "ایک", editor, is_key=True, author=make_author("الف"))
    few = count_queries(client, coverage.article.url)
    for number in range(40):
        author = make_author(f"مصنف {number}")
        add(coverage, "متن", editor, is_key=number % 5 == 0, author=author)
    assert count_queries(client, coverage.article.url) == few


def test_another_headline_is_published_beside_the_updates(
    client: Client, coverage: LiveCoverage, editor: User
) -> None:
    add(coverage, "ایک", editor)
    draft = coverage.article.get_latest_revision_as_object()
    draft.title = "نئی سرخی"
    draft.save_revision().publish()
    page = client.get(coverage.article.url).content.decode()
    assert "نئی سرخی" in page
    assert HEADLINE not in page
    assert numbers(page) == [1]
