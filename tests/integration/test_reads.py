"""Reads of stories: told by readers' pages, counted by the server, kept in batches, of nobody."""

from __future__ import annotations

import asyncio
import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import trial
from django.db import DatabaseError
from django.utils.timezone import now

from roznama.newsroom.models import ArticlePage, DayReads, HourReads
from roznama.newsroom.statistics.counting import HOUR, busiest, fold, prune_hours
from roznama.paper.assembly.live import most_read
from roznama.press.nginx import configuration
from roznama.press.reads.application import Reads
from roznama.press.reads.beacon import PATH
from roznama.press.reads.keeping import Keeping
from roznama.press.reads.limits import OF_STORY, Limits
from tests.conftest import SITE_URL
from tests.factories import make_story
from tests.founding import Founded
from tests.integration.press_store import _request, path_of

FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
READER = {"user_agent": FIREFOX, "sec_fetch_site": "same-origin"}


class Counted(Keeping):
    """Keeping without a thread: what was counted is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.stories: list[int] = []

    def count(self, story: int) -> None:
        self.stories.append(story)


class Door:
    """The application, asked by one client."""

    def __init__(self) -> None:
        self.keeping = Counted()
        self.reads = Reads(_behind, SITE_URL, self.keeping)

    def post(
        self, body: bytes = b"12", *, method: str = "POST", path: str = PATH,
        client: str = "203.0.113.7", **headers: str,
    ) -> int:  # fmt: skip
        async def application(scope: Any, _: Any, send: Any) -> None:
            parts = [{"type": "http.request", "body": body, "more_body": False}]

            async def receive() -> Any:
                return parts.pop(0)

            await self.reads({**scope, "client": (client, 1)}, receive, send)

        status, sent, _ = asyncio.run(_request(application, path, method, "", headers or READER))
        assert "set-cookie" not in sent
        return status


async def _behind(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 599, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_read_is_counted_and_answered_with_nothing(door: Door) -> None:
    assert door.post(b"12") == 204
    assert door.keeping.stories == [12]
    assert door.post(path="/live/other") == 599


@pytest.mark.parametrize("body", [b"", b"0", b"-1", b"x", b"1.5", b"9" * 13, b"1\n2", b"9" * 5000])
def test_what_is_no_number_is_refused(door: Door, body: bytes) -> None:
    assert door.post(body) == 400
    assert door.keeping.stories == []


def test_a_long_body_is_refused_before_it_is_read(door: Door) -> None:
    assert door.post(b"12", content_length="5000000", **READER) == 400
    assert door.keeping.stories == []


def test_nothing_else_is_a_read(door: Door) -> None:
    assert door.post(method="GET") == 405
    assert door.keeping.stories == []


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {**READER, "user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {**READER, "user_agent": "Mozilla/5.0 HeadlessChrome/142.0.0.0"},
        {**READER, "user_agent": "curl/8.5.0"},
        {**READER, "sec_purpose": "prefetch;prerender"},
        {**READER, "sec_fetch_site": "cross-site"},
        {**READER, "sec_fetch_site": "same-site", "origin": SITE_URL},
        {"user_agent": FIREFOX},
        {"user_agent": FIREFOX, "origin": "https://elsewhere.example"},
        {"user_agent": FIREFOX, "origin": "null"},
    ],
)
def test_who_is_no_reader_is_not_counted_and_not_told(door: Door, headers: dict) -> None:
    assert door.post(**headers) == 204
    assert door.keeping.stories == []


def test_an_older_browser_names_the_page_that_asks(door: Door) -> None:
    assert door.post(user_agent=FIREFOX, origin=SITE_URL) == 204
    assert door.post(user_agent=FIREFOX, origin="http://10.0.0.1:8000", host="10.0.0.1:8000") == 204
    assert len(door.keeping.stories) == 2


def test_one_address_cannot_make_a_story_big(door: Door) -> None:
    for _ in range(200):
        assert door.post() == 204
    assert len(door.keeping.stories) == OF_STORY.at_once
    door.post(client="198.51.100.1")
    assert len(door.keeping.stories) == OF_STORY.at_once + 1


def test_a_household_of_ipv6_is_one_address(door: Door) -> None:
    for number in range(50):
        door.post(client=f"2001:db8:1:2::{number + 1:x}")
    assert len(door.keeping.stories) == OF_STORY.at_once
    door.post(client="2001:db8:1:3::1")
    assert len(door.keeping.stories) == OF_STORY.at_once + 1


def test_limits_give_back_with_time_and_forget_each_day() -> None:
    time_is = [1_000_000.0]
    limits = Limits(clock=lambda: time_is[0])
    assert sum(limits.take("a", 1) for _ in range(50)) == OF_STORY.at_once
    time_is[0] += OF_STORY.every
    assert [limits.take("a", 1) for _ in range(2)] == [True, False]
    before = set(limits._free)
    time_is[0] += 86_400
    assert limits.take("a", 1)
    assert before.isdisjoint(limits._free)  # the same address has another name now


def test_limits_take_bounded_memory_and_keep_no_address() -> None:
    limits = Limits(most=100)
    for number in range(1000):
        assert limits.take(f"198.51.100.{number}", 1)
    assert len(limits) == 100
    assert not any(b"198.51" in name for name in limits._free)


def test_stories_are_limited_together() -> None:
    limits = Limits(clock=lambda: 5.0)
    assert sum(limits.take("a", story) for story in range(1, 1000)) == 120


# Keeping


def wait(done: Any) -> None:
    end = time.monotonic() + 30
    while not done():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def nothing() -> int:
    return 0


@pytest.fixture
def kept() -> Iterator[tuple[Keeping, Counter]]:
    found: Counter[int] = Counter()

    def into(counts: Any) -> int:
        for (story, _), number in counts.items():
            found[story] += number
        return counts.total()

    keeping = Keeping(every=0.01, into=into, prune=nothing)
    yield keeping, found
    keeping.stop()


def test_reads_are_kept_in_batches_and_at_the_end(kept: Any) -> None:
    keeping, found = kept
    keeping.count(7)
    wait(lambda: found == {7: 1})
    keeping._every = 60.0
    for _ in range(3):
        keeping.count(8)
    keeping.stop()
    assert found == {7: 1, 8: 3}
    assert not any(thread.name == "reads" for thread in threading.enumerate())


def test_a_database_that_is_gone_loses_nothing() -> None:
    found: Counter[int] = Counter()
    fails = [True, True, True]

    def into(counts: Any) -> int:
        if fails:
            fails.pop()
            raise DatabaseError("gone")
        found.update({story: number for (story, _), number in counts.items()})
        return 0

    keeping = Keeping(every=0.01, into=into, prune=nothing)
    for _ in range(5):
        keeping.count(9)
    wait(lambda: found[9] == 5)
    keeping.stop()
    assert found == {9: 5}


def test_a_batch_that_breaks_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    batches: list[int] = []

    def into(counts: Any) -> int:
        batches.append(counts.total())
        if len(batches) == 1:
            raise ValueError("broken")
        return 0

    def broken() -> int:
        raise DatabaseError("gone")

    keeping = Keeping(every=0.01, into=into, prune=broken)
    keeping.count(1)
    wait(lambda: batches == [1])
    keeping.count(1)
    wait(lambda: batches == [1, 1])
    keeping.stop()
    assert batches == [1, 1]  # what was kept is not kept again when old hours cannot be deleted
    assert "1 reads of stories were lost" in caplog.text


def test_memory_is_bounded_while_the_database_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 7.5 * HOUR)  # in the next hour it is another number
    keeping = Keeping(every=60.0, most=10, into=lambda counts: 0, prune=nothing)
    for story in range(1, 1000):
        keeping.count(story)
    keeping.count(1)
    assert len(keeping._counts) == 10
    assert keeping._counts[1, 7] == 2
    keeping.stop()


# In the database


def hour_of(moment: datetime) -> int:
    return int(moment.timestamp() // HOUR)


@pytest.mark.django_db
def test_batches_add_up_by_hour_and_by_day() -> None:
    story, other = make_story("ایک خبر"), make_story("دوسری خبر")
    evening = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)  # 23:30 in Pakistan
    night = evening + timedelta(hours=1)
    batch = {(story.pk, hour_of(evening)): 3, (story.pk, hour_of(night)): 2, (other.pk, 7): 1}
    assert fold(batch) == 6
    assert fold({(story.pk, hour_of(night)): 5}) == 5
    hours = HourReads.objects.filter(article=story).order_by("hour")
    assert [row.reads for row in hours] == [3, 7]
    assert hours[0].hour == evening.replace(minute=0)
    days = DayReads.objects.filter(article=story).order_by("day")
    assert [(str(row.day), row.reads) for row in days] == [("2026-11-20", 3), ("2026-11-21", 7)]


@pytest.mark.django_db
def test_numbers_of_no_published_story_are_nobodys() -> None:
    draft, story = make_story("مسودہ", draft=True), make_story("خبر")
    hour = hour_of(now())
    assert fold({(draft.pk, hour): 4, (99_999_999_999, hour): 4, (story.pk, hour): 1}) == 1
    assert DayReads.objects.get().article_id == story.pk
    assert fold({}) == 0


@pytest.mark.django_db
def test_hours_go_and_days_stay() -> None:
    story = make_story("خبر")
    old = now() - timedelta(days=6)
    fold({(story.pk, hour_of(old)): 2, (story.pk, hour_of(now())): 1})
    assert prune_hours() == 1
    assert HourReads.objects.get().reads == 1
    assert sorted(DayReads.objects.values_list("reads", flat=True)) == [1, 2]


@pytest.mark.django_db
def test_what_is_read_now_counts_more_than_what_was() -> None:
    stories = [make_story(f"خبر {number}") for number in range(4)]
    for story, age, reads in zip(stories, (1, 10, 20, 30), (30, 50, 90, 900), strict=True):
        fold({(story.pk, hour_of(now() - timedelta(hours=age))): reads})
    assert busiest(10) == [stories[0].pk, stories[1].pk, stories[2].pk]
    assert busiest(1) == [stories[0].pk]


@pytest.mark.django_db
def test_most_read_is_what_pages_tell_then_what_was_asked_for() -> None:
    stories = [make_story(f"خبر {number}") for number in range(8)]
    hour = hour_of(now())
    fold({(story.pk, hour): place + 1 for place, story in enumerate(stories[:3])})
    named = [one["url"] for one in most_read(map(path_of, [stories[7], stories[2], stories[6]]))[
        "stories"]]  # fmt: skip
    assert named == [path_of(stories[place]) for place in (2, 1, 0, 7, 6)]
    stories[2].unpublish()
    assert path_of(stories[2]) not in str(most_read([]))


@pytest.mark.django_db
def test_a_deleted_story_takes_its_reads_along() -> None:
    story = make_story("خبر")
    fold({(story.pk, hour_of(now())): 1})
    ArticlePage.objects.get(pk=story.pk).delete()
    assert not DayReads.objects.exists()
    assert not HourReads.objects.exists()


# The served paper

PUBLISH = """
import sys; sys.path.insert(0, {root!r})
from tests.factories import make_story
story = make_story("پڑھی جانے والی خبر")
print(story.pk, story.url)
"""
COUNTS = """
from roznama.newsroom.models import DayReads
print(sum(DayReads.objects.filter(article={pk}).values_list("reads", flat=True)))
"""
ROOT = Path(__file__).resolve().parents[2]


def tell(address: str, pk: int, client: str) -> int:
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    headers = {
        "User-Agent": FIREFOX, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": client,
        "Cookie": "sessionid=x",
    }  # fmt: skip
    line.request("POST", PATH, str(pk), headers)
    answer = line.getresponse()
    assert answer.getheader("set-cookie") is None
    line.close()
    return answer.status


def test_a_served_paper_counts_and_loses_nothing_when_it_is_stopped(own_paper: Founded) -> None:
    paper, database = own_paper.folder, own_paper.database
    code = PUBLISH.format(root=str(ROOT))
    made = trial.command(paper, "shell", "--no-imports", "-c", code, database=database).split()
    pk = int(made[0])
    with trial.served(paper, database=database) as address:
        parts = urlsplit(address)
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        line.request("GET", made[1])
        page = line.getresponse().read().decode()
        assert re.search(rf'data-story="?{pk}\b', page)
        for number in range(40):
            assert tell(address, pk, f"203.0.113.{number}") == 204
        for _ in range(40):
            assert tell(address, pk, "198.51.100.1") == 204
    # Stopped at once, before the batch was due.
    told = trial.command(
        paper, "shell", "--no-imports", "-c", COUNTS.format(pk=pk), database=database
    )
    assert int(told) == 40 + OF_STORY.at_once


def test_nginx_hands_reads_on_and_logs_none() -> None:
    words = configuration()
    place = words[words.index("location = /live/read {") :]
    place = place[: place.index("}")]
    assert "access_log off;" in place
    assert "proxy_pass" in place
    assert "X-Forwarded-For" in place
