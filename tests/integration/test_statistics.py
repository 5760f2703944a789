"""The statistics of the desks: right for a small newsroom that is known, and who may see what."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, make_aware, now
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from roznama.newsroom.models import ArticlePage, Author, Correction, DayReads, HourReads, User
from roznama.newsroom.statistics.report import Report, report
from roznama.newsroom.statistics.scope import Scope
from roznama.newsroom.statistics.tables import TABLES
from tests.factories import get_section, make_author, make_story
from tests.integration import markup
from tests.integration.newsroom_people import browser_of, make_person

pytestmark = pytest.mark.django_db

PATH = "/newsroom/reports/statistics/"
FIRST = date(2001, 3, 10)
"""Long before anything that another test publishes."""

MONTH = {"since": "2001-03-01", "until": "2001-03-30"}
DESK = "khel"


def at(day: int = 0, hour: int = 12) -> datetime:
    return make_aware(datetime(2001, 3, 10, hour)) + timedelta(days=day)


def begun(story: ArticlePage, before: timedelta) -> ArticlePage:
    """Let a story's first draft be so long before its print."""
    assert story.first_published_at
    moment = story.first_published_at - before
    Revision.objects.filter(object_id=str(story.pk)).update(created_at=moment)
    PageLogEntry.objects.filter(page=story.pk).update(
        timestamp=max(moment, story.first_published_at)
    )
    return story


def went_out(
    headline: str = "خبر", *, day: int = 0, hour: int = 12, took: int = 60, **fields: Any
) -> ArticlePage:
    """A story that took so many minutes."""
    story = make_story(headline, published=at(day, hour), **fields)
    return begun(story, timedelta(minutes=took))


def little_newsroom() -> dict[str, Any]:
    """Six stories at two desks, of two authors and two people, with reads and corrections."""
    sana, ali = make_author("ثنا اقبال"), make_author("علی رضا")
    reporter = make_person("reporter", "reporter", DESK)
    reporter.first_name, reporter.last_name = "حنا", "ملک"
    reporter.save()
    other = make_person("other", "reporter", "dunya")
    stories = [
        went_out("پہلی", section=DESK, authors=[sana], owner=reporter, took=10, hour=9),
        went_out("دوسری", section=DESK, authors=[sana, ali], owner=reporter, took=30, hour=9),
        went_out("تیسری", section=DESK, owner=other, took=50, day=1, hour=23),
        went_out("چوتھی", section="dunya", authors=[ali], owner=other, took=600, day=1),
        went_out("پانچویں", section="dunya", owner=None, took=200, day=3),
    ]
    early = went_out("پرانی", section="dunya", day=-60)
    for day, number in ((0, 5), (1, 7), (2, 1)):
        DayReads.objects.create(
            article=stories[0], day=FIRST + timedelta(days=day), reads=number * 100
        )
    DayReads.objects.create(article=early, day=FIRST, reads=2000)
    for story, kind, day in (
        (stories[0], "correction", 1), (early, "correction", 2), (early, "clarification", 2),
        (stories[3], "update", 3), (early, "correction", 90),
    ):  # fmt: skip
        Correction.objects.create(article=story, kind=kind, text="تصحیح", time=at(day))
    return {"stories": stories, "early": early, "reporter": reporter, "sana": sana, "ali": ali}


def counted(since: int = -9, until: int = 20, **fields: Any) -> Report:
    return report(Scope(FIRST + timedelta(days=since), FIRST + timedelta(days=until), **fields))


def desks(found: Report) -> dict[str, Any]:
    return {desk.name: desk for desk in found.desks}


def test_a_little_newsroom_is_counted() -> None:
    made = little_newsroom()
    found = counted()
    assert found.stories == 5
    by_desk = {name: desk.stories for name, desk in desks(found).items() if desk.stories}
    assert by_desk == {"کھیل": 3, "دنیا": 2}
    assert [(one.name, one.stories) for one in found.authors] == [("ثنا اقبال", 2), ("علی رضا", 2)]
    writers = {one.name: one.stories for one in found.writers}
    assert writers == {"حنا ملک": 2, "other": 2, "": 1}
    hours = {hour: n for hour, n in enumerate(found.by_hour) if n}
    assert hours == {9: 2, 12: 2, 23: 1}
    days = {str(step): n for step, n in zip(found.steps, found.by_step, strict=True) if n}
    assert days == {"2001-03-10": 2, "2001-03-11": 2, "2001-03-13": 1}
    assert found.corrections == 2
    assert desks(found)["کھیل"].notices == {"correction": 1}
    assert desks(found)["دنیا"].notices == {"correction": 1, "clarification": 1, "update": 1}
    made["stories"][0].unpublish()
    assert (desks(counted())["کھیل"].stories, desks(counted())["کھیل"].off) == (3, 1)


def test_the_time_from_draft_to_print() -> None:
    little_newsroom()
    found = counted()
    sport = desks(found)["کھیل"].lasting
    assert (sport.stories, sport.median, sport.most) == (
        3, timedelta(minutes=30), timedelta(minutes=50),
    )  # fmt: skip
    world = desks(found)["دنیا"].lasting
    assert (world.median, world.most) == (timedelta(minutes=400), timedelta(minutes=600))
    assert (found.lasting.stories, found.lasting.median, found.lasting.most) == (
        5, timedelta(minutes=50), timedelta(minutes=600),
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 9, 10, 11, 20])
def test_percentiles_are_the_nearest_rank(count: int) -> None:
    for minutes in range(1, count + 1):
        went_out(f"خبر {minutes}", section=DESK, took=minutes)
    found = counted().lasting
    assert found.median == timedelta(minutes=(count + 1) / 2)
    assert found.most == timedelta(minutes=-(-count * 9 // 10))


def test_a_story_begins_when_it_was_made_though_that_draft_was_pruned() -> None:
    story = went_out("خبر", section=DESK, took=5)
    log(instance=story, action="wagtail.create")
    made = PageLogEntry.objects.filter(page=story.pk, action="wagtail.create")
    made.update(timestamp=story.first_published_at - timedelta(hours=3))
    assert counted().lasting.median == timedelta(hours=3)
    went_out("درآمد شدہ", section=DESK, took=-100)  # printed elsewhere before it came here
    assert counted().lasting.stories == 1
    assert counted().stories == 2


def test_the_most_read_come_with_their_line() -> None:
    made = little_newsroom()
    found = counted(0, 3).readership
    assert [(one.pk, one.reads) for one in found.stories] == [
        (made["early"].pk, 2000), (made["stories"][0].pk, 1300),
    ]  # fmt: skip
    assert found.stories[1].line == (500, 700, 100, 0)
    assert found.reads == (2500, 700, 100, 0)
    assert counted(1, 3).readership.stories[0].reads == 800


def test_one_day_is_told_by_the_hour() -> None:
    story = make_story("خبر")
    hour = now().replace(minute=0, second=0, microsecond=0)
    HourReads.objects.create(article=story, hour=hour, reads=4)
    DayReads.objects.create(article=story, day=localdate(hour), reads=4)
    found = report(Scope(localdate(hour), localdate(hour))).readership
    assert len(found.steps) == 24
    assert sum(found.reads) == found.stories[0].reads == 4
    assert found.stories[0].line.index(4) == hour.astimezone(at().tzinfo).hour


@pytest.mark.parametrize(("days", "step"), [(30, "day"), (200, "week"), (900, "month")])
def test_long_periods_are_told_in_weeks_and_months(days: int, step: str) -> None:
    went_out("خبر", section=DESK, day=10)
    DayReads.objects.create(
        article=ArticlePage.objects.get(title="خبر"), day=FIRST + timedelta(days=10), reads=3
    )
    found = counted(0, days)
    assert found.scope.step == step
    assert sum(found.by_step) == 1
    assert sum(found.readership.reads) == 3
    assert found.by_step.index(1) == found.readership.reads.index(3)


def test_a_desk_and_a_person_are_counted_alone() -> None:
    made = little_newsroom()
    sport = counted(desks=(get_section(DESK),))
    assert [(desk.name, desk.stories) for desk in sport.desks] == [("کھیل", 3)]
    assert [one.pk for one in sport.readership.stories] == [made["stories"][0].pk]
    assert sport.corrections == 1
    mine = counted(owner=made["reporter"].pk)
    assert (mine.stories, mine.corrections, mine.lasting.stories) == (2, 1, 2)
    assert [one.name for one in mine.writers] == ["حنا ملک"]
    nothing = counted(desks=())
    assert (nothing.stories, nothing.desks, nothing.readership.stories) == (0, (), ())


def test_the_number_of_queries_is_fixed(newsroom: Client) -> None:
    little_newsroom()
    newsroom.get(PATH, MONTH)

    def queries() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as counting:
            counted()
        with CaptureQueriesContext(connection) as showing:
            assert newsroom.get(PATH, MONTH).status_code == 200
        return len(counting), len(showing)

    few = queries()
    for number in range(8):
        story = went_out(
            f"خبر {number}", section=("sehat", "siyasat")[number % 2], day=number,
            authors=[make_author(f"نام {number}")], owner=make_person(f"one{number}"),
        )  # fmt: skip
        DayReads.objects.create(article=story, day=FIRST, reads=number + 1)
    assert queries() == few
    assert few[0] <= 13
    assert few[1] <= few[0] + 16


# The screen


def texts(client: Client, **query: str) -> Any:
    response = client.get(PATH, {**MONTH, **query})
    assert response.status_code == 200
    return markup.parse(response)


def heads(document: Any, part: str) -> list[str]:
    return markup.texts(document, f"//section[@aria-labelledby='stat-{part}']//tbody//th")


def test_the_screen_shows_charts_with_tables(newsroom: Client) -> None:
    little_newsroom()
    document = texts(newsroom)
    assert "کھیل" in heads(document, "desks")
    assert heads(document, "authors") == ["ثنا اقبال", "علی رضا"]
    assert "پرانی" in heads(document, "read")[0]
    for part in ("days", "hours", "reads"):
        where = f"//section[@aria-labelledby='stat-{part}']"
        assert len(document.xpath(f"{where}//*[local-name()='rect']")) > 24
        assert len(document.xpath(f"{where}//tbody/tr")) in {24, 30}
    assert not document.xpath("//*[@id='main']//script[not(@src)][contains(., 'stat')]")
    assert "3 گھنٹے 20 منٹ" not in markup.text(document)
    assert "0 گھنٹے 50 منٹ" not in markup.text(document)
    assert "50 منٹ" in markup.text(document)


def test_an_empty_paper_has_a_screen(newsroom: Client) -> None:
    for query in ({}, {"period": "today"}, {"period": "7"}, MONTH):
        assert newsroom.get(PATH, query).status_code == 200


def test_bad_input_is_told_in_one_line(newsroom: Client) -> None:
    wrong = {"since": "2001-03-02", "until": "2001-03-01"}
    assert "یہ مدت شروع ہونے سے پہلے ختم ہو جاتی ہے۔" in newsroom.get(PATH, wrong).content.decode()
    long = {"since": "2001-03-02", "until": "2021-03-01"}
    assert "زیادہ سے زیادہ تین سال" in newsroom.get(PATH, long).content.decode()
    for bad in (
        {"since": "x"}, {"desk": "0"}, {"desk": "x"}, {"since": "0001-01-01"},
        {"until": "9999-12-31"}, {"period": "nothing"}, {"mine": "\x00"}, {"until": "1990-01-02"},
    ):  # fmt: skip
        assert newsroom.get(PATH, bad).status_code == 200, bad
    assert newsroom.get(PATH, {"csv": "nothing"}).status_code == 404


def rows(client: Client, name: str) -> list[list[str]]:
    response = client.get(PATH, {**MONTH, "csv": name})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def test_every_table_comes_as_a_file(newsroom: Client) -> None:
    little_newsroom()
    document = texts(newsroom)
    links = [link for link in markup.links(document) if "csv=" in link]
    assert {link.rpartition("=")[2] for link in links} == set(TABLES)
    for name in TABLES:
        found = rows(newsroom, name)
        assert len(found) > 1
        assert len({len(row) for row in found}) == 1
    assert ["کھیل", "3", "30.0", "50.0"] in rows(newsroom, "times")
    assert ["دنیا", "1", "1", "1", "0", "50.0"] in rows(newsroom, "corrections")


def test_no_cell_is_a_formula(newsroom: Client) -> None:
    author = Author.objects.create(name="=HYPERLINK(1)")
    story = went_out("@SUM(1)", section=DESK, authors=[author])
    DayReads.objects.create(article=story, day=FIRST, reads=1)
    assert rows(newsroom, "authors")[1][0] == "'=HYPERLINK(1)"
    assert rows(newsroom, "read")[1][0] == "'@SUM(1)"


# Who sees what


def test_a_reporter_sees_what_they_wrote() -> None:
    made = little_newsroom()
    document = texts(browser_of(made["reporter"]))
    assert heads(document, "writers") == ["حنا ملک"]
    assert [one.split()[0] for one in heads(document, "read")] == ["پہلی"]
    assert "other" not in str(rows(browser_of(made["reporter"]), "writers"))
    chosen = texts(browser_of(made["reporter"]), desk=str(get_section("dunya").pk))
    assert heads(chosen, "writers") == []


def test_a_desk_head_sees_the_desk_and_no_other() -> None:
    little_newsroom()
    head = browser_of(make_person("head", "desk_head", DESK))
    document = texts(head)
    assert heads(document, "desks") == ["کھیل"]
    assert [one.split()[0] for one in heads(document, "read")] == ["پہلی"]
    assert rows(head, "desks")[1:] == [["کھیل", "3", "0"]]
    other = texts(head, desk=str(get_section("dunya").pk))
    assert heads(other, "desks") == ["کھیل"]
    assert heads(texts(head, mine="on"), "writers") == []


def test_the_chief_and_whoever_has_the_right_see_all() -> None:
    little_newsroom()
    chief = texts(browser_of(make_person("boss", "chief")))
    assert {"کھیل", "دنیا"} <= set(heads(chief, "desks"))
    manager = make_person("manager")
    assert heads(texts(browser_of(manager)), "writers") == []
    manager.user_permissions.add(Permission.objects.get(codename="view_statistics"))
    manager = User.objects.get(pk=manager.pk)
    assert {"کھیل", "دنیا"} <= set(heads(texts(browser_of(manager)), "desks"))


def test_a_reader_sees_nothing(client: Client) -> None:
    assert client.get(PATH).status_code == 302
    assert client.get(PATH)["Location"].startswith("/newsroom/login/")


# The command


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("statistics", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_tells_the_same() -> None:
    little_newsroom()
    days = ("--from", "2001-03-01", "--to", "2001-03-30")
    found = json.loads(told(*days, "--json"))
    assert (found["stories"], found["corrections"], found["reads"]) == (5, 2, 3300)
    assert found["time_to_print"] == {"stories": 5, "median": 3000, "nine_of_ten": 36000}
    assert found["most_read"][1]["reads"] == 1300
    assert json.loads(told(*days, "--desk", DESK, "--json"))["stories"] == 3
    words = told(*days)
    assert "5 stories, 3,300 reads, 2 corrections" in words
    assert "ثنا اقبال" in words
    assert told()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "yesterday"), ("--to", "2001-02-30"), ("--desk", "nowhere"),
        ("--from", "2001-03-02", "--to", "2001-03-01"), ("--from", "1991-01-01"),
        ("--from", "0001-01-01"),
    ],
)  # fmt: skip
def test_the_command_refuses_bad_input(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refused:
        told(*arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
