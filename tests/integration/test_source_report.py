"""The newsroom's report on what its stories stand on."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import make_aware

from roznama.newsroom.models import User
from roznama.newsroom.sources.report import Report, Scope, Share, report
from tests.factories import get_section, make_story
from tests.integration import markup
from tests.integration.sources import claim, make_sourced

pytestmark = pytest.mark.django_db

PATH = "/newsroom/reports/sources/"
DAY = date(2001, 3, 15)
"""Long before anything that another test publishes."""


def at(days: int = 0) -> datetime:
    return make_aware(datetime(2001, 3, 15, 12)) + timedelta(days=days)


def make_month() -> None:
    make_sourced(claim("پل کھلا", "KCNA", "AFP"), published=at())  # one source, a state medium
    make_sourced(claim("پل کھلا", "KCNA"), claim("پل کھلا", "رائٹرز"), published=at())
    make_sourced(claim("سڑک", "تاس"), claim("سڑک", is_own=True), published=at(), section="sehat")
    make_sourced(claim("بس", "گواہ"), claim("ریل", "گواہ"), published=at(), section="sehat")
    make_story(published=at(30), section="sehat")  # without sources, a month later


def counted(since: int = -1, until: int = 40, section: str = "") -> Report:
    chosen = get_section(section) if section else None
    return report(Scope(DAY + timedelta(days=since), DAY + timedelta(days=until), chosen))


def test_stories_are_counted_by_section_and_month() -> None:
    make_month()
    found = counted()
    assert found.total == Share("", 5, 4, 1, 2)
    assert found.sections == [Share("دنیا", 2, 2, 0, 1), Share("صحت", 3, 2, 1, 1)]
    assert found.months == [Share("2001-03", 4, 4, 1, 2), Share("2001-04", 1, 0, 0, 0)]
    assert found.claims == 7


def test_the_period_has_both_its_days() -> None:
    make_month()
    assert counted(0, 0).total.stories == 4
    assert counted(1, 29).total.stories == 0
    assert counted(30, 30).total.stories == 1


def test_a_section_is_counted_alone() -> None:
    make_month()
    found = counted(section="sehat")
    assert found.total.stories == 3
    assert [one["name"] for one in found.media] == ["تاس"]


def test_the_most_used_media_come_first() -> None:
    make_month()
    make_sourced(claim("ا", "AFP"), published=at())
    media = [(one["name"], one["stories"], one["claims"]) for one in counted().media]
    assert media == [
        ("اے ایف پی", 2, 2),
        ("کے سی این اے", 2, 2),
        ("تاس", 1, 1),
        ("رائٹرز", 1, 1),
    ]


def test_a_claim_of_state_media_needs_a_second_source() -> None:
    make_month()
    found = counted()
    assert found.state_count == 1
    (use,) = found.state_claims
    assert (use.claim, use.source.slug, use.number) == (
        "پل کھلا",
        "kcna",
        1,
    )
    make_sourced(claim("پل", "KCNA"), claim("پل", "تاس"), published=at())
    assert counted().state_count == 3  # another state medium is no second source


def test_the_number_of_queries_is_fixed() -> None:
    make_month()
    with CaptureQueriesContext(connection) as few:
        counted()
    for number in range(5):
        make_sourced(claim(f"دعویٰ {number}", "شنہوا", "جیو"), published=at(number))
    with CaptureQueriesContext(connection) as many:
        counted()
    assert len(few) == len(many) <= 8


def test_the_report_is_shown_and_downloaded(newsroom: Client) -> None:
    make_month()
    scope = {"since": "2001-03-01", "until": "2001-04-30"}
    document = markup.parse(newsroom.get(PATH, scope))
    assert "کے سی این اے" in markup.texts(document, "//table//th[@scope='row']")
    assert any("پل کھلا" in text for text in markup.texts(document, "//table//td"))
    links = [one for one in markup.links(document) if "csv=" in one]
    assert len(links) == 4
    for link in links:
        response = newsroom.get(f"{PATH}{link}")
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
        assert len(rows) > 1
        assert len({len(row) for row in rows}) == 1


def test_no_cell_is_a_formula(newsroom: Client) -> None:
    make_sourced(claim("=HYPERLINK(1)", "KCNA"), published=at())
    scope = {"since": "2001-03-01", "until": "2001-04-30", "csv": "state"}
    body = newsroom.get(PATH, scope).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in body


def test_bad_input_is_told_in_one_line(newsroom: Client) -> None:
    document = markup.parse(newsroom.get(PATH, {"since": "2001-03-02", "until": "2001-03-01"}))
    assert "یہ مدت شروع ہونے سے پہلے ختم ہو جاتی ہے۔" in markup.text(document)
    for bad in ({"since": "x"}, {"section": "0"}, {"since": "0001-01-01"}, {"until": "9999-12-31"}):
        assert newsroom.get(PATH, bad).status_code == 200
    assert newsroom.get(PATH, {"csv": "nothing"}).status_code == 404


def test_who_may_see_it(client: Client) -> None:
    reader = User.objects.create_user("reader", password="a long pass phrase")
    group = Group.objects.create(name="Readers of reports")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    reader.groups.add(group)
    client.force_login(reader, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(PATH).status_code in {302, 403}
    group.permissions.add(Permission.objects.get(codename="view_source_report"))
    assert client.get(PATH).status_code == 200


def test_it_leads_to_what_was_taken_over_word_for_word(newsroom: Client, settings: object) -> None:
    words = "تقریباً لفظ بہ لفظ"
    settings.ROZNAMA_REUSE_URL = ""
    assert words not in newsroom.get(PATH).content.decode()
    settings.ROZNAMA_REUSE_URL = "source_report"  # any address of the newsroom
    assert words in newsroom.get(PATH).content.decode()
    settings.ROZNAMA_REUSE_URL = "there-is-no-such-address"
    assert newsroom.get(PATH).status_code == 200
