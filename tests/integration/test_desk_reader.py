"""What readers may ask the desk for over HTTP, and what they may not."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from roznama.desk.chat import commands as c
from roznama.desk.flags.numbers import load_numbers
from roznama.desk.live.limits import limiter
from roznama.desk.models import Conversation, EmergencyNumber, Team
from tests.conftest import SITE_URL
from tests.desk import Asked, actor, make_professional, make_team, open_one, secret

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    limiter.clear()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.DESK_ROOT = tmp_path / "desk"


@pytest.fixture
def team() -> Team:
    return make_team()


def post(client: Client, path: str, told: Any, **headers: str) -> Any:
    return client.post(f"/desk/api/{path}", json.dumps(told), "application/json", headers=headers)


def opening(**more: Any) -> dict[str, Any]:
    return {
        "team": "doctors",
        "reader": secret(),
        "token": secret(),
        "consent": 1,
        "uuid": str(uuid4()),
        "text": "سوال",
        **more,
    }


def picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG")
    file.seek(0)
    file.name = "نسخہ.jpg"
    return file


def test_a_conversation_is_opened_once(client: Client, team: Team) -> None:
    told = opening()
    first = post(client, "open", told)
    assert first.status_code == 201 and first.json()["state"] == "waiting"
    assert first["Cache-Control"] == "no-store" and not first.cookies
    again = post(client, "open", told)
    assert again.status_code == 200 and again.json()["id"] == first.json()["id"]


@pytest.mark.parametrize(
    ("more", "status", "why"),
    [
        ({"team": "nobody"}, 404, "no_team"),
        ({"token": "short"}, 400, "bad"),
        ({"token": 7}, 400, "bad"),
        ({"uuid": "x"}, 400, "bad"),
        ({"consent": 2}, 400, "consent"),
        ({"consent": "1"}, 400, "bad"),
        ({"text": "x" * 4001}, 400, "too_long"),
        ({"text": None}, 400, "bad"),
        ({"reader": "x" * 100_000}, 400, "bad"),
        ({"team": "\ud800"}, 404, "no_team"),
    ],
)
def test_an_opening_that_is_none(
    client: Client, team: Team, more: dict[str, Any], status: int, why: str
) -> None:
    answer = post(client, "open", opening(**more))
    assert (answer.status_code, answer.json()["why"]) == (status, why)
    assert any("\u0600" <= letter <= "\u06ff" for letter in answer.json()["text"])


def test_no_frame_at_all(client: Client, team: Team) -> None:
    answer = client.post("/desk/api/open", "{", "application/json")
    assert (answer.status_code, answer.json()["why"]) == (400, "bad")


def test_another_sites_page_is_refused(client: Client, team: Team) -> None:
    for origin in ("https://evil.example", "null", "http://["):
        assert post(client, "open", opening(), Origin=origin).status_code == 403
    assert post(client, "open", opening(), Origin=SITE_URL).status_code == 201


def test_a_red_flag_shows_the_numbers_of_the_readers_province(client: Client, team: Team) -> None:
    load_numbers()
    EmergencyNumber.objects.create(province="sindh", service="مقامی", number="0000", order=0)
    told = opening(text="میرے والد کے سینے میں شدید درد ہے", province="sindh")
    post(client, "open", told)
    events = _events(told["token"])
    card = next(event for event in events if event["kind"] == "urgent")
    assert "chest_pain" in card["body"]["flags"]
    assert card["body"]["numbers"][0]["number"] == "0000"
    assert "1122" in [number["number"] for number in card["body"]["numbers"]]
    assert card["place"] < next(e["place"] for e in events if e["kind"] == "queued")


def _events(token: str) -> list[dict[str, Any]]:
    from roznama.desk.chat.opening import find_by_tokens  # noqa: PLC0415
    from roznama.desk.chat.showing import events_for_readers  # noqa: PLC0415

    pk = find_by_tokens([token])[0]
    assert pk is not None
    return events_for_readers([(pk, 0)])[pk]


def test_a_command_without_a_socket(client: Client, team: Team) -> None:
    asked = open_one(team, "سوال")
    uuid = str(uuid4())
    told = {"do": "send", "text": "ایک بات اور", "uuid": uuid}
    first = post(client, "do", told, **asked.headers)
    assert first.status_code == 200
    assert post(client, "do", told, **asked.headers).json() == first.json()
    assert asked.kinds().count("message") == 2
    refused = post(client, "do", {**told, "text": " ", "uuid": str(uuid4())}, **asked.headers)
    assert (refused.status_code, refused.json()["why"]) == (400, "empty")


@pytest.mark.parametrize("do", ["take", "note", "offer", "return", "urgent", "open", ""])
def test_readers_do_not_do_what_staff_does(client: Client, team: Team, do: str) -> None:
    asked = open_one(team, "سوال")
    told = {"do": do, "uuid": str(uuid4()), "text": "x", "on": True}
    assert post(client, "do", told, **asked.headers).status_code == 400


def _addresses(asked: Asked, file: str) -> list[tuple[str, str]]:
    return [
        ("post", "/desk/api/do"),
        ("post", "/desk/api/files"),
        ("get", f"/desk/api/files/{file}"),
        ("get", "/desk/api/transcript.json"),
        ("get", "/desk/api/transcript.html"),
        ("post", "/desk/api/erase"),
    ]


def upload(client: Client, asked: Asked) -> Any:
    return client.post("/desk/api/files", {"file": picture()}, headers=asked.headers)


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer " + "a" * 43}, {"Authorization": "x"}]
)
def test_without_the_token_nothing_is_told(
    client: Client, team: Team, headers: dict[str, str]
) -> None:
    asked = open_one(team, "سوال")
    file = upload(client, asked).json()["id"]
    for method, path in _addresses(asked, file):
        assert getattr(client, method)(path, headers=headers).status_code == 401, path
    assert asked.row.key is not None


def test_another_readers_token_opens_no_file(client: Client, team: Team) -> None:
    mine, other = open_one(team, "سوال"), open_one(team, "سوال")
    file = upload(client, mine).json()["id"]
    own = client.get(f"/desk/api/files/{file}", headers=mine.headers)
    assert own.status_code == 200 and own["Content-Type"] == "image/jpeg"
    assert "sandbox" in own["Content-Security-Policy"]
    assert client.get(f"/desk/api/files/{file}", headers=other.headers).status_code == 404
    told = {"do": "send", "uuid": str(uuid4()), "files": [file]}
    assert post(client, "do", told, **other.headers).json()["why"] == "no_such"


def test_a_picture_is_shown_by_one_message(client: Client, team: Team) -> None:
    asked = open_one(team, "سوال")
    file = upload(client, asked).json()
    assert file["name"] == "نسخہ.jpg"
    told = {"do": "send", "uuid": str(uuid4()), "files": [file["id"]]}
    assert post(client, "do", told, **asked.headers).status_code == 200
    assert asked.told()[-1]["body"]["files"][0]["width"] == 60
    again = {**told, "uuid": str(uuid4())}
    assert post(client, "do", again, **asked.headers).json()["why"] == "no_such"


def test_a_message_taken_back_takes_its_picture_with_it(client: Client, team: Team) -> None:
    asked = open_one(team, "سوال")
    file, uuid = upload(client, asked).json()["id"], uuid4()
    post(client, "do", {"do": "send", "uuid": str(uuid), "files": [file]}, **asked.headers)
    asked.do(c.Delete(uuid))
    assert client.get(f"/desk/api/files/{file}", headers=asked.headers).status_code == 404


def test_the_reader_takes_it_home_and_erases_it(client: Client, team: Team) -> None:
    sana = make_professional("sana", team)
    asked = open_one(team, "میرا سوال")
    asked.do(c.Take(), actor(sana))
    asked.do(c.Note("راز"), actor(sana))
    asked.do(c.Send("میرا جواب"), actor(sana))
    told = client.get("/desk/api/transcript.json", headers=asked.headers).content.decode()
    page = client.get("/desk/api/transcript.html", headers=asked.headers).content.decode()
    for text in (told, page):
        assert "میرا سوال" in text and "میرا جواب" in text and "راز" not in text
    assert client.post("/desk/api/erase", headers=asked.headers).json() == {"erased": True}
    assert client.get("/desk/api/transcript.json", headers=asked.headers).status_code == 401
    assert asked.row.key is None and asked.row.state == "erased"


def test_no_address_holds_a_secret(client: Client, team: Team) -> None:
    asked = open_one(team, "سوال")
    assert client.get(f"/desk/api/transcript.json?token={asked.token}").status_code == 401


def test_guessing_is_slowed_down(client: Client, team: Team) -> None:
    statuses = [
        client.get("/desk/api/transcript.json", headers={"Authorization": f"Bearer {secret()}"})
        for _ in range(25)
    ]
    assert [answer.status_code for answer in statuses][-1] == 429


@pytest.mark.parametrize("page", ["//evil.example/x", "/\\evil.example", "https://evil.example"])
def test_a_page_of_another_site_is_not_remembered(client: Client, team: Team, page: str) -> None:
    told = opening(page=page)
    assert post(client, "open", told).status_code == 201
    assert Conversation.objects.get().page == ""


def test_a_lone_surrogate_is_no_character(client: Client, team: Team) -> None:
    told = opening(text="سوال \ud800")
    assert post(client, "open", told).status_code == 201
    assert _events(told["token"])[1]["body"]["text"] == "سوال ?"


def test_a_stale_cookie_breaks_no_page(client: Client, team: Team) -> None:
    client.cookies["desk_doctors"] = secret()
    assert {client.get("/desk/").status_code for _ in range(25)} == {200}


def test_words_added_later_raise_a_flag_too(client: Client, team: Team) -> None:
    asked, uuid = open_one(team), uuid4()
    asked.do(c.Send("ایک سوال ہے"), uuid=uuid)
    asked.do(c.Edit(uuid, "میرے والد کے سینے میں شدید درد ہے"))
    assert asked.kinds()[-2:] == ["edited", "urgent"] and asked.row.urgent


def test_an_emergency_told_again_after_the_end_shows_the_card_again(team: Team) -> None:
    asked = open_one(team, "میرے والد کے سینے میں شدید درد ہے")
    asked.do(c.Close())
    asked.do(c.Send("پھر سے سینے میں شدید درد ہے"))
    assert asked.kinds().count("urgent") == 2


def test_what_was_said_meanwhile_is_not_closed_as_idle(team: Team) -> None:
    sana = make_professional("sana", team)
    asked = open_one(team, "سوال")
    asked.do(c.Take(), actor(sana))
    asked.do(c.Send("جواب"), actor(sana))
    asked.do(c.Close(timezone.now() - timedelta(hours=24)), c.System())
    assert asked.row.state == "active"
    asked.do(c.Close(timezone.now() + timedelta(seconds=1)), c.System())
    assert asked.row.state == "closed"
