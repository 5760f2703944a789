"""The professionals' addresses: who may see what, and what is written down about it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from roznama.desk.chat import commands as c
from roznama.desk.models import (
    Attachment,
    AuditEntry,
    CannedReply,
    Licence,
    Member,
    Professional,
    Team,
)
from roznama.newsroom.models import ArticlePage, User
from tests.desk import Asked, actor, ask, make_professional, make_team, open_one

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
QUESTION = "میرا نام اسلم خان ہے۔ مجھے دو دن سے بخار ہے، فون 0300-1234567"


def png() -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG")
    return SimpleUploadedFile("x ray.png", file.getvalue(), "image/png")


def browser_of(person: Professional | User | None) -> Client:
    client = Client()
    if person is not None:
        user = person.user if isinstance(person, Professional) else person
        client.force_login(user, backend=BACKEND)
    return client


@dataclass
class Desk:
    team: Team
    asked: Asked
    member: Professional
    file: Attachment
    browsers: dict[str, Client]

    def get(self, who: str, path: str) -> int:
        return self.browsers[who].get(path).status_code

    def post(self, who: str, path: str, **data: object) -> int:
        return self.browsers[who].post(path, data).status_code


@pytest.fixture
def desk(settings, tmp_path) -> Desk:
    """A conversation that a member has, with a file; and five people who try their luck."""
    settings.DESK_ROOT = tmp_path
    team, other = make_team(), make_team("lawyers")
    member = make_professional("sana", team)
    people: dict[str, Professional | User | None] = {
        "anonymous": None,
        "editor": User.objects.create_superuser("boss", password="a long pass phrase"),
        "stranger": make_professional("umar", other, is_head=True),
        "colleague": make_professional("bilal", team),
        "member": member,
        "head": make_professional("hina", team, is_head=True),
    }
    asked = open_one(team, QUESTION)
    asked.do(c.Take(), actor(member))
    browsers = {name: browser_of(person) for name, person in people.items()}
    answer = browsers["member"].post(f"/desk/staff/chats/{asked.pk}/files", {"file": png()})
    assert answer.status_code == 201, answer.content
    file = Attachment.objects.get(uuid=answer.json()["id"])
    return Desk(team, asked, member, file, browsers)


ALL = ("anonymous", "editor", "stranger", "colleague", "member", "head")


def everybody(*statuses: int) -> list[tuple[str, int]]:
    return list(zip(ALL, statuses, strict=True))


@pytest.mark.parametrize(("who", "status"), everybody(302, 403, 200, 200, 200, 200))
def test_the_console_is_for_professionals(desk: Desk, who: str, status: int) -> None:
    assert desk.get(who, "/desk/console/") == status


@pytest.mark.parametrize(("who", "status"), everybody(302, 403, 403, 403, 403, 200))
@pytest.mark.parametrize("path", ["", "export.csv"])
def test_the_board_is_for_the_teams_heads(desk: Desk, path: str, who: str, status: int) -> None:
    assert desk.get(who, f"/desk/board/{desk.team.slug}/{path}") == status


@pytest.mark.parametrize(("who", "status"), everybody(401, 403, 403, 403, 403, 200))
def test_the_numbers_of_now_are_too(desk: Desk, who: str, status: int) -> None:
    assert desk.get(who, f"/desk/board/{desk.team.slug}/now.json") == status


@pytest.mark.parametrize(("who", "status"), everybody(401, 403, 404, 404, 200, 200))
@pytest.mark.parametrize("what", ["file", "transcript.json", "transcript.html"])
def test_words_and_files_open_to_who_may_read(desk: Desk, what: str, who: str, status: int) -> None:
    path = f"/desk/staff/chats/{desk.asked.pk}/{what}"
    if what == "file":
        path = f"/desk/staff/files/{desk.file.uuid}"
    before = AuditEntry.objects.count()
    assert desk.get(who, path) == status
    written = AuditEntry.objects.order_by("pk")[before:]
    assert [entry.conversation for entry in written] == (
        [desk.asked.row.public] if status == 200 else []
    )


def test_who_waits_in_the_queue_is_open_to_the_team(desk: Desk) -> None:
    desk.asked.do(c.Return(), actor(desk.member))
    path = f"/desk/staff/files/{desk.file.uuid}"
    assert desk.get("colleague", path) == 200
    assert desk.get("stranger", path) == 404


@pytest.mark.parametrize(("who", "status"), everybody(401, 403, 404, 403, 201, 403))
def test_files_go_into_ones_own_chats_alone(desk: Desk, who: str, status: int) -> None:
    before = Attachment.objects.count()
    assert desk.post(who, f"/desk/staff/chats/{desk.asked.pk}/files", file=png()) == status
    assert Attachment.objects.count() == before + (status == 201)


@pytest.mark.parametrize(("who", "status"), everybody(401, 403, 404, 200, 200, 200))
def test_canned_replies_are_the_teams(desk: Desk, who: str, status: int) -> None:
    CannedReply.objects.create(team=desk.team, title="سلام", text="{reader}، {team} کا سلام")
    response = desk.browsers[who].get(f"/desk/staff/teams/{desk.team.pk}/replies")
    assert response.status_code == status
    assert ("سلام" in response.content.decode()) == (status == 200)


@pytest.mark.parametrize(("who", "status"), everybody(401, 403, 404, 404, 201, 201))
def test_a_story_is_made_by_who_answered_or_leads(desk: Desk, who: str, status: int) -> None:
    desk.asked.do(c.Send("پانی زیادہ پئیں۔"), actor(desk.member))
    desk.asked.do(c.Story(True))
    assert desk.post(who, f"/desk/staff/chats/{desk.asked.pk}/story") == status
    assert ArticlePage.objects.filter(live=False, owner__isnull=False).count() == (status == 201)


def test_without_the_readers_yes_there_is_no_story(desk: Desk) -> None:
    desk.asked.do(c.Send("پانی زیادہ پئیں۔"), actor(desk.member))
    path = f"/desk/staff/chats/{desk.asked.pk}/story"
    assert desk.post("member", path) == 403
    desk.asked.do(c.Story(True))
    desk.asked.do(c.Story(False))
    assert desk.post("member", path) == 403
    assert not ArticlePage.objects.filter(live=False).exists()


def test_the_draft_does_not_say_who_asked(desk: Desk) -> None:
    desk.asked.do(c.Send("اسلم صاحب، aslam@example.com پر لکھیں۔"), actor(desk.member))
    desk.asked.do(c.Note("اسلم خان کی فائل دیکھیں"), actor(desk.member))
    desk.asked.do(c.Story(True))
    answer = desk.browsers["member"].post(f"/desk/staff/chats/{desk.asked.pk}/story")
    assert answer.json()["url"] == ""  # a doctor is no editor
    draft = ArticlePage.objects.get(live=False)
    assert draft.owner == desk.member.user
    text = draft.title + "".join(str(block.value) for block in draft.body)
    for told in ("اسلم", "0300", "1234567", "aslam", "فائل"):
        assert told not in text
    assert "بخار" in text
    assert "سوال:" in text
    assert "جواب:" in text


def test_nothing_is_made_of_a_question_without_an_answer(desk: Desk) -> None:
    desk.asked.do(c.Story(True))
    answer = desk.browsers["member"].post(f"/desk/staff/chats/{desk.asked.pk}/story")
    assert answer.status_code == 400
    assert answer.json()["why"] == "no_answer"


def test_what_the_bot_asked_for_a_name_is_left_out(desk: Desk) -> None:
    team = make_team("complaints")
    ask(team, "name")
    asked = open_one(team, "بل بہت زیادہ آیا")
    asked.do(c.Send("Kashif Raza", answers="name"))
    member = make_professional("zara", team)
    asked.do(c.Take(), actor(member))
    asked.do(c.Send("Kashif، دفتر کو لکھ دیا ہے۔"), actor(member))
    asked.do(c.Story(True))
    assert browser_of(member).post(f"/desk/staff/chats/{asked.pk}/story").status_code == 201
    text = str(ArticlePage.objects.get(live=False).body)
    assert "Kashif" not in text
    assert "Raza" not in text


def test_an_erased_conversation_is_not_there(desk: Desk) -> None:
    type(desk.asked.row).objects.filter(pk=desk.asked.pk).update(key=None)
    for path in (
        f"/desk/staff/files/{desk.file.uuid}",
        f"/desk/staff/chats/{desk.asked.pk}/transcript.json",
    ):
        assert desk.get("head", path) == 404


def test_who_left_the_team_sees_no_more(desk: Desk) -> None:
    Member.objects.filter(professional=desk.member).delete()
    assert desk.get("member", f"/desk/staff/files/{desk.file.uuid}") == 404
    assert desk.get("member", f"/desk/staff/chats/{desk.asked.pk}/transcript.json") == 404


def test_other_sites_cannot_send_files(desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk.member.user, backend=BACKEND)
    path = f"/desk/staff/chats/{desk.asked.pk}/files"
    assert strict.post(path, {"file": png()}).status_code == 403


def test_addresses_take_one_method(desk: Desk) -> None:
    assert desk.get("member", f"/desk/staff/chats/{desk.asked.pk}/files") == 405
    assert desk.get("member", f"/desk/staff/chats/{desk.asked.pk}/story") == 405
    assert desk.post("member", f"/desk/staff/files/{desk.file.uuid}") == 405
    assert desk.get("member", f"/desk/staff/files/{uuid4()}") == 404
    assert desk.get("member", f"/desk/staff/chats/{desk.asked.pk}/transcript.xml") == 404


def test_what_is_no_picture_is_refused_with_words(desk: Desk) -> None:
    file = SimpleUploadedFile("a.exe", b"MZ" + bytes(100), "image/png")
    path = f"/desk/staff/chats/{desk.asked.pk}/files"
    answer = desk.browsers["member"].post(path, {"file": file})
    assert answer.status_code == 400
    assert answer.json()["text"]


def test_the_export_has_a_line_for_each_and_is_written_down(desk: Desk) -> None:
    answer = desk.browsers["head"].get(f"/desk/board/{desk.team.slug}/export.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert "بخار" not in answer.content.decode()
    assert AuditEntry.objects.order_by("-pk")[0].action == "export"


def test_the_board_counts(desk: Desk) -> None:
    open_one(desk.team, "ایک اور سوال")
    now = desk.browsers["head"].get(f"/desk/board/{desk.team.slug}/now.json").json()
    assert (now["waiting"], now["active"]) == (1, 1)
    page = desk.browsers["head"].get(f"/desk/board/{desk.team.slug}/").content.decode()
    assert page.count("<svg") == 5
    assert "<style" not in page
    assert "style=" not in page


@pytest.mark.parametrize(
    "days", ["from=x&to=y", "from=2030-01-01&to=2020-01-01", "from=9999-12-31"]
)
def test_days_that_are_none_do_no_harm(desk: Desk, days: str) -> None:
    assert desk.get("head", f"/desk/board/{desk.team.slug}/?{days}") == 200


def test_strangers_come_to_the_desks_own_door(client: Client, desk: Desk) -> None:
    assert client.get("/desk/console/").url == "/desk/login/?next=/desk/console/"
    page = client.get("/desk/login/").content.decode()
    assert 'dir="rtl"' in page
    wrong = client.post("/desk/login/", {"username": "sana", "password": "no"})
    assert "alert" in wrong.content.decode()
    right = {"username": "sana", "password": "a long pass phrase"}
    assert client.post("/desk/login/", right).url == "/desk/console/"
    assert client.post("/desk/logout/").url == "/desk/login/"
    assert client.get("/desk/console/").status_code == 302


def test_the_language_is_a_choice_of_the_desk_alone(desk: Desk) -> None:
    browser = desk.browsers["member"]
    assert 'lang="ur"' in browser.get("/desk/console/").content.decode()
    answer = browser.post("/desk/language/", {"language": "en", "next": "https://evil.example/"})
    assert answer.url == "/desk/console/"
    assert answer.cookies["django_language"]["path"] == "/desk/"
    page = browser.get("/desk/console/").content.decode()
    assert '<html lang="en" dir="ltr">' in page
    assert "My chats" in page


def test_the_console_holds_nothing_inline(desk: Desk) -> None:
    response = desk.browsers["member"].get("/desk/console/")
    page = response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "script-src 'self'" in policy
    assert "style=" not in page
    assert " onclick" not in page
    assert response["Cache-Control"] == "no-store"


def test_a_licence_that_ran_out_is_told(desk: Desk) -> None:
    today = timezone.localdate()
    doctor = make_professional("nadia", desk.team, needs_licence=True)
    browser = browser_of(doctor)
    assert 'id="licence"' in browser.get("/desk/console/").content.decode()
    Licence.objects.create(
        professional=doctor,
        register="PMDC",
        number="1",
        checked_by="x",
        checked_on=today,
        check_again_on=today + timedelta(days=200),
    )
    assert 'id="licence"' not in browser.get("/desk/console/").content.decode()
