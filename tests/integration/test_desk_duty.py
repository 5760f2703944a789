"""Who is on duty: licences, hours, silence, and what the readers' pages are told of it."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roznama.desk import duty
from roznama.desk.models import Holiday, Hours, Professional, Team
from roznama.desk.presence import presence, presence_at
from roznama.press.live import Live
from tests.integration.desk import (
    MINUTE,
    NOW,
    SECOND,
    TODAY,
    face,
    make_chat,
    make_licence,
    make_past_chat,
    make_professional,
    make_team,
)
from tests.integration.press_store import Press

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return make_team()


@pytest.fixture(autouse=True)
def _media(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def test_a_badge_is_shown_until_the_day_of_the_next_check(team: Team) -> None:
    doctor = make_professional("ڈاکٹر علی", team, valid_for=0)
    shown = duty.badge(doctor, TODAY)
    assert shown is not None
    assert (shown.register_en, shown.number, shown.checked_by) == ("PMDC", "12345-P", "ثنا")
    assert shown.as_dict()["until"] == "2026-11-26"
    assert duty.may_go_on_duty(doctor, TODAY)
    assert duty.badge(doctor, TODAY + timedelta(days=1)) is None
    assert not duty.may_go_on_duty(doctor, TODAY + timedelta(days=1))


def test_the_licence_that_lasts_longest_is_shown_and_no_check_is_of_tomorrow(team: Team) -> None:
    doctor = make_professional("ڈاکٹر علی", team, valid_for=3)
    make_licence(doctor, 90, number="9")
    make_licence(doctor, -1, number="8")
    make_licence(doctor, 900, number="7", checked_on=TODAY + timedelta(days=1))
    shown = duty.badge(doctor, TODAY)
    assert shown is not None
    assert shown.number == "9"


def test_who_may_go_on_duty(team: Team) -> None:
    late = make_professional("الف", team, valid_for=-1, on_duty=False)
    with pytest.raises(duty.DutyError) as refused:
        duty.go_on_duty(late, NOW)
    assert refused.value.code == "licence"
    helper = make_professional("ب", team, valid_for=None, needs_licence=False, on_duty=False)
    duty.go_on_duty(helper, NOW)
    helper.refresh_from_db()
    assert (helper.on_duty, helper.heard) == (True, NOW)
    duty.go_off_duty(helper, NOW + MINUTE)
    helper.refresh_from_db()
    assert (helper.on_duty, helper.heard) == (False, NOW + MINUTE)
    helper.user.is_active = False
    with pytest.raises(duty.DutyError, match="account"):
        duty.go_on_duty(helper, NOW)


def test_who_is_taken_off_duty(team: Team) -> None:
    stays = make_professional("الف", team, heard=NOW - 10 * MINUTE)
    late = make_professional("ب", team, valid_for=-1)
    silent = make_professional("پ", team, heard=NOW - 10 * MINUTE - SECOND)
    never = make_professional("ت", team, heard=None)
    left = make_professional("ٹ", team)
    left.user.is_active = False
    left.user.save()
    why = {one.professional: one.why for one in duty.enforce(NOW)}
    assert why == {
        late.pk: "licence", silent.pk: "silent", never.pk: "silent", left.pk: "account",
    }  # fmt: skip
    assert list(Professional.objects.filter(on_duty=True)) == [stays]
    assert duty.enforce(NOW) == []


def test_a_licence_ends_at_the_papers_midnight(team: Team) -> None:
    make_professional("الف", team, valid_for=0)
    midnight = datetime(2026, 11, 27, tzinfo=ZoneInfo("Asia/Karachi"))
    Professional.objects.update(heard=midnight)
    assert duty.enforce(midnight - SECOND) == []
    assert [one.why for one in duty.enforce(midnight)] == ["licence"]


def test_the_time_of_a_sign_of_life_is_never_set_back(team: Team) -> None:
    doctor = make_professional("الف", team, heard=None)
    for moment in (NOW, NOW - MINUTE):
        duty.hear([doctor.pk], moment)
    doctor.refresh_from_db()
    assert doctor.heard == NOW


def test_hours_and_holidays_of_a_team(team: Team) -> None:
    assert duty.is_within_hours(team, NOW)
    Hours.objects.create(team=team, weekday=3, opens=time(9), closes=time(17))
    Hours.objects.create(team=make_team("law"), weekday=3, opens=time(1), closes=time(2))
    assert duty.is_within_hours(team, NOW)
    assert duty.next_opening(team, NOW) is None
    Holiday.objects.create(team=team, day=TODAY)
    assert not duty.is_within_hours(team, NOW)
    opening = duty.next_opening(team, NOW)
    assert opening == datetime(2026, 12, 3, 9, tzinfo=ZoneInfo("Asia/Karachi"))


def test_what_readers_are_told_of_a_team(team: Team) -> None:
    Hours.objects.create(team=team, weekday=3, opens=time(9), closes=time(17))
    make_professional("الف", team, heard=NOW - 5 * MINUTE)
    doctor = make_professional("ب", team, face=face())
    make_professional("پ", team, valid_for=-1)
    make_team("closed", is_open=False)
    [told] = presence_at(NOW)["teams"]
    assert (told["slug"], told["name_en"], told["online"]) == ("doctors", "doctors", 1)
    assert told["hours"] == [(3, "09:00", "17:00")]
    assert (told["is_open"], told["next_opening"]) == (True, None)
    assert [(one["name"], one["status"]) for one in told["faces"]] == [
        ("ب", "online"), ("الف", "away"), ("پ", "off"),
    ]  # fmt: skip
    assert [one["badge"] is None for one in told["faces"]] == [False, False, True]
    minute = NOW.replace(second=0)
    assert told["faces"][0]["last_heard"] == minute.timestamp() * 1000
    assert told["faces"][0]["face"].startswith(f"/media/images/face-{doctor.pk}-")
    assert told["promise"] == {
        "kind": "unknown", "low_minutes": None, "high_minutes": None, "position": 1,
        "on_duty": 1, "opens_at": None,
    }  # fmt: skip


def test_five_faces_are_shown_and_those_who_are_there_first(team: Team) -> None:
    for number in range(7):
        make_professional(f"ڈاکٹر {number}", team, on_duty=number > 4)
    [told] = presence_at(NOW)["teams"]
    assert [one["name"][-1] for one in told["faces"]] == ["5", "6", "0", "1", "2"]
    assert told["online"] == 2


def test_a_closed_team_says_when_it_opens(team: Team) -> None:
    Hours.objects.create(team=team, weekday=4, opens=time(9), closes=time(17))
    make_professional("الف", team, on_duty=False)
    [told] = presence_at(NOW)["teams"]
    opens = datetime(2026, 11, 27, 9, tzinfo=ZoneInfo("Asia/Karachi")).timestamp() * 1000
    assert (told["is_open"], told["next_opening"]) == (False, opens)
    assert (told["promise"]["kind"], told["promise"]["opens_at"]) == ("closed", opens)


def test_presence_says_the_same_within_a_minute(team: Team) -> None:
    doctor = make_professional("الف", team)
    before = json.dumps(presence_at(NOW))
    duty.hear([doctor.pk], NOW + 20 * SECOND)
    assert json.dumps(presence_at(NOW + 20 * SECOND)) == before


def test_presence_costs_the_same_queries_however_many_there_are(team: Team) -> None:
    def count() -> int:
        presence_at(NOW)  # faces are cut, the pace is known for a minute
        with CaptureQueriesContext(connection) as captured:
            presence_at(NOW)
        return len(captured)

    teams = [team, make_team("law"), make_team("complaints")]
    first = make_professional("الف", *teams)
    few = count()
    for number in range(6):
        make_professional(f"ڈاکٹر {number}", *teams, face=face())
        make_chat(team, "active", professional=first, waiting_since=None)
        make_chat(team)
        make_past_chat(team, first, ago=9 * MINUTE, word=20, lasted=60)
    assert count() == few <= 10


def test_a_face_is_served_re_encoded_and_a_new_one_has_a_new_address(
    team: Team, client: Client, settings
) -> None:
    doctor = make_professional("الف", team, face=face())
    [told] = presence_at(NOW)["teams"]
    address = told["faces"][0]["face"]
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert client.get(f"/media/{doctor.face.name}").status_code == 404
    doctor.face = face("blue")
    doctor.save()
    [told] = presence_at(NOW)["teams"]
    assert told["faces"][0]["face"] != address
    assert client.get(told["faces"][0]["face"]).status_code == 200
    assert client.get(address).status_code == 404


def test_a_face_that_is_no_picture_or_is_lost_is_none(team: Team, caplog) -> None:
    make_professional("الف", team, face=ContentFile(b"<script>", name="x.jpg"))
    lost = make_professional("ب", team, face=face())
    lost.face.storage.delete(lost.face.name)
    [told] = presence_at(NOW)["teams"]
    assert [one["face"] for one in told["faces"]] == ["", ""]
    assert "cannot be shown" in caplog.text


def test_the_press_writes_what_the_desk_tells(team: Team, tmp_path: Path) -> None:
    make_professional("الف", team)
    press = Press(tmp_path / "press")
    Live(press.folder).keep(press.printer.records, changed=True)
    status, headers, body = press.get("/live/desk.json")
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body)["teams"][0]["slug"] == "doctors"
    assert json.loads(body) == json.loads(json.dumps(presence()))


def broken() -> dict:
    raise ZeroDivisionError("a team without professionals")


def works() -> dict:
    return {"at": date.today().isoformat()}


def test_a_room_that_fails_stops_no_other(tmp_path: Path, settings, caplog) -> None:
    here = "tests.integration.test_desk_duty"
    settings.ROZNAMA_LIVE_FILES = {
        "broken.json": f"{here}.broken",
        "missing.json": "roznama.nowhere.at.all",
        "works.json": f"{here}.works",
    }
    press = Press(tmp_path / "press")
    live = Live(press.folder)
    for _ in range(3):
        live.keep(press.printer.records, changed=True)
    names = {path.name for path in (press.folder / "live").glob("*.json")}
    assert names == {"breaking.json", "most-read.json", "works.json"}
    assert caplog.text.count("cannot write broken.json") == 1
