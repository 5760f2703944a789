"""What readers see of a thread: its timeline, and the box on its stories' pages."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from lxml.html import HtmlElement

from roznama.archive import editing
from roznama.archive.threads import assign
from roznama.changes.log import end, news
from roznama.changes.reads import recorded
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.article import article_sheet
from roznama.paper.assembly.threads import thread_sheet
from tests.factories import make_story
from tests.integration import markup
from tests.integration.press_store import Press, path_of
from tests.integration.test_queries import count_queries
from tests.integration.test_sitemaps import SITE, read_all
from tests.integration.threads import Matter, make_floods, make_thread

pytestmark = pytest.mark.django_db


def read(client: Client, path: str) -> HtmlElement:
    response = client.get(path)
    assert response.status_code == 200
    return markup.parse(response)


def box(document: HtmlElement) -> list[HtmlElement]:
    return document.xpath(markup.by_class("thread"))


def test_the_timeline_is_newest_first_day_by_day(client: Client) -> None:
    older = make_floods(2, newest=now() - timedelta(days=2))
    newer = make_floods(3)
    thread = make_thread([*newer, *older])
    document = read(client, thread.path)
    assert markup.texts(document, "//h1") == [thread.name]
    order = [*reversed(newer), *reversed(older)]
    assert document.xpath("//h3/a/@href") == [story.url for story in order]
    assert markup.texts(document, "//h3") == [story.title for story in order]
    decks = markup.texts(document, "//li//p[@class='deck']")
    assert decks == [story.deck for story in order]
    days = document.xpath("//h2/time/@datetime")
    assert days == [
        day.isoformat()
        for day in dict.fromkeys(localdate(story.first_published_at) for story in order)
    ]
    assert all(one > two for one, two in pairwise(days))
    assert "5 خبریں" in markup.text(document)


def test_machines_read_the_timeline_as_a_list(client: Client) -> None:
    stories = make_floods(3)
    thread = make_thread(stories)
    document = read(client, thread.path)
    listed = markup.json_ld(document)["ItemList"]
    assert listed["numberOfItems"] == 3
    assert [item["url"] for item in listed["itemListElement"]] == [
        f"{SITE}{story.url}" for story in reversed(stories)
    ]
    assert [item["position"] for item in listed["itemListElement"]] == [1, 2, 3]
    assert document.xpath("//link[@rel='canonical']/@href") == [f"{SITE}{thread.path}"]


def test_a_long_timeline_has_pages(client: Client) -> None:
    stories = make_floods(51)
    thread = make_thread(stories)
    assert len(read(client, thread.path).xpath("//h3")) == 50
    second = read(client, f"{thread.path}?page=2")
    assert second.xpath("//h3/a/@href") == [stories[0].url]
    assert markup.json_ld(second)["ItemList"]["itemListElement"][0]["position"] == 51
    assert client.get(f"{thread.path}?page=3").status_code == 404
    assert client.get(f"{thread.path}?page=x").status_code == 404


def test_a_storys_page_leads_to_its_thread(client: Client) -> None:
    stories = make_floods(5)
    thread = make_thread(stories)
    [found] = box(read(client, stories[4].url))
    assert "اس سلسلے کی خبریں" in markup.text(found)
    assert thread.name in markup.text(found)
    assert "5 خبریں" in markup.text(found)
    assert found.xpath(".//a/@href") == [
        thread.path,
        *(story.url for story in reversed(stories[1:4])),
    ]


def test_less_than_three_published_stories_are_no_thread(client: Client) -> None:
    stories = [*make_floods(2), make_story("سوات میں سیلاب", draft=True)]
    thread = make_thread(stories)
    assert client.get(thread.path).status_code == 404
    assert not box(read(client, stories[0].url))
    assert f"{SITE}{thread.path}" not in read_all(client)
    stories[2].save_revision().publish()
    assert client.get(thread.path).status_code == 200
    assert box(read(client, stories[0].url))
    assert read_all(client)[f"{SITE}{thread.path}"] == 1


def test_a_removed_story_is_in_no_thread(client: Client) -> None:
    stories = make_floods(4)
    thread = make_thread(stories)
    editing.take_out(thread, [stories[0].pk])
    assert stories[0].url not in read(client, thread.path).xpath("//h3/a/@href")
    assert not box(read(client, stories[0].url))
    [found] = box(read(client, stories[1].url))
    assert "3 خبریں" in markup.text(found)
    assert client.get("/silsila/no-such-thread-1/").status_code == 404


def test_a_merged_threads_address_leads_on(client: Client) -> None:
    stories = make_floods(4)
    thread, other = make_thread(stories[:3]), make_thread(stories[3:])
    editing.merge(thread, other)
    response = client.get(thread.path)
    assert (response.status_code, response["Location"]) == (301, other.path)
    assert len(read(client, other.path).xpath("//h3")) == 4
    found = read_all(client)
    assert found[f"{SITE}{other.path}"] == 1
    assert f"{SITE}{thread.path}" not in found


def test_pages_read_what_changes_them() -> None:
    stories = make_floods(4)
    thread = make_thread(stories)
    with recorded() as timeline:
        thread_sheet(thread, "1")
    assert keys.thread(thread.pk) in timeline.keys
    assert {keys.article(story.pk) for story in stories} <= timeline.keys
    with recorded() as page:
        article_sheet(stories[0])
    assert keys.thread(thread.pk) in page.keys
    # A page of a story without a thread waits for one under the name of what is related to it.
    alone = make_story("تنہا خبر")
    with recorded() as page:
        article_sheet(alone)
    cursor = end()
    editing.add(thread, [alone.pk])
    told = {key for change in news(cursor).changes for key in change.keys}
    assert told & page.keys


def test_a_story_that_goes_changes_its_threads_pages() -> None:
    stories = make_floods(4)
    thread = make_thread(stories)
    for act in (ArticlePage.unpublish, ArticlePage.delete):
        cursor = end()
        act(ArticlePage.objects.get(pk=stories[0].pk))
        changes = news(cursor).changes
        assert any(keys.thread(thread.pk) in change.keys for change in changes)
        assert any(thread.path in change.paths for change in changes)


def test_saving_a_draft_of_a_story_tells_nothing_of_its_thread() -> None:
    stories = make_floods(3)
    make_thread(stories)
    cursor = end()
    stories[0].save_revision()
    assert news(cursor).changes == []


def test_the_press_prints_a_thread_as_it_comes_and_goes(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    stories = make_floods(3)
    pages = [path_of(story) for story in stories]
    press.want(*pages, "/", "/sitemap-threads.xml")
    press.work()
    thread = assign(stories[2], Matter(stories))
    assert thread is not None
    done = press.work()
    assert done[0] == thread.path
    assert set(pages) < set(done)
    assert "/" not in done
    assert all(thread.name in press.text(page) for page in (*pages, thread.path))
    editing.rename(thread, "سوات کا سیلاب")
    press.work()
    assert all("سوات کا سیلاب" in press.text(page) for page in (*pages, thread.path))
    ArticlePage.objects.get(pk=stories[0].pk).unpublish()
    press.work()
    assert press.get(thread.path)[0] == 410
    assert thread.path not in press.text(pages[1])
    ArticlePage.objects.get(pk=stories[0].pk).get_latest_revision().publish()
    press.work()
    assert stories[0].title in press.text(thread.path)


def test_the_press_knows_where_a_merged_thread_went(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    stories = make_floods(4)
    thread, other = make_thread(stories[:3]), make_thread(stories[3:])
    press.want(thread.path, path_of(stories[0]))
    editing.merge(thread, other)
    press.work()
    status, headers, _ = press.get(thread.path)
    assert (status, headers["location"]) == (301, other.path)
    assert other.path in press.text(path_of(stories[0]))


def test_a_timeline_costs_the_same_however_long(client: Client) -> None:
    few, many = make_thread(make_floods(3)), make_thread(make_floods(12))
    assert count_queries(client, few.path) == count_queries(client, many.path)
