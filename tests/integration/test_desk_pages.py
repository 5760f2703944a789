"""The desk without scripts: forms, a cookie, and nothing for anybody else."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from roznama.desk.chat import commands as c
from roznama.desk.live.limits import limiter
from roznama.desk.models import Consent, Conversation, Event, Licence
from roznama.press.addresses import page_path
from tests.desk import actor, ask, make_professional, make_team, open_one, secret

pytestmark = pytest.mark.django_db

QUESTION = "میرے بچے کو دو دن سے بخار ہے"


@pytest.fixture(autouse=True)
def _full_buckets():
    limiter.clear()


@pytest.fixture
def team():
    return make_team()


def hidden(html: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', html)[1]


def form(client: Client, **more: str) -> dict[str, str]:
    html = client.get("/desk/doctors/").content.decode()
    return {
        **{name: hidden(html, name) for name in ("uuid", "reader", "token")},
        "text": QUESTION,
        "province": "sindh",
        "consent": "1",
        **more,
    }


def asked(client: Client) -> Conversation:
    answer = client.post("/desk/doctors/", form(client))
    assert answer.status_code == 302
    return Conversation.objects.get()


def act(client: Client, **words: str):
    return client.post("/desk/mine/doctors/", {"uuid": str(uuid4()), **words})


def test_the_teams_are_there_to_choose(client, team):
    make_team("legal", is_open=False)
    html = client.get("/desk/").content.decode()
    assert 'href="/desk/doctors/"' in html
    assert "/desk/legal/" not in html


def test_who_answers_is_told_with_the_licence(client, team):
    sana = make_professional("sana", team, needs_licence=True)
    today = timezone.localdate()
    Licence.objects.create(
        professional=sana, register="پی ایم ڈی سی", number="45871-P", checked_by="ڈیسک",
        checked_on=today, check_again_on=today + timedelta(days=1),
    )  # fmt: skip
    assert "45871-P" in client.get("/desk/doctors/").content.decode()
    facts = client.get("/desk/api/team/doctors").json()
    assert facts["people"][0]["badge"]["number"] == "45871-P"
    assert facts["consent"]["version"] == 1
    assert "punjab" in {one["code"] for one in facts["provinces"]}
    assert client.get("/desk/api/team/nobody").status_code == 404


def test_a_question_opens_a_conversation_that_only_its_cookie_reads(client, team):
    row = asked(client)
    assert (row.province, row.consent.version, row.state) == ("sindh", 1, "waiting")
    cookie = client.cookies["desk_doctors"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/desk/", "Strict", True)
    page = client.get("/desk/mine/doctors/")
    assert QUESTION in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert QUESTION not in Client().get("/desk/mine/doctors/").content.decode()
    other = make_team("legal")
    open_one(other, "راز")
    assert client.get("/desk/mine/legal/").status_code == 404


def test_a_form_sent_twice_opens_once(client, team):
    words = form(client)
    for _ in range(2):
        assert client.post("/desk/doctors/", words).status_code == 302
    assert Conversation.objects.count() == 1
    assert Event.objects.filter(kind="message").count() == 1


@pytest.mark.parametrize(
    ("missing", "told"), [({"consent": ""}, "رضامندی"), ({"text": " "}, "پہلے اپنا سوال")]
)
def test_without_consent_or_words_nothing_is_opened(client, team, missing, told):
    answer = client.post("/desk/doctors/", form(client, **missing))
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert not Conversation.objects.exists()


def test_an_old_consent_is_not_enough(client, team):
    words = form(client)
    Consent.objects.create(team=team, text="نئی شرائط")
    answer = client.post("/desk/doctors/", words)
    assert answer.status_code == 400
    assert QUESTION in answer.content.decode()
    assert 'value="2"' in answer.content.decode()


def test_the_bots_question_is_answered_in_the_same_form(client, team):
    ask(team, "age")
    row = asked(client)
    assert row.state == "bot"
    assert "age؟" in client.get("/desk/mine/doctors/").content.decode()
    act(client, do="send", text="چار سال")
    assert Conversation.objects.get().state == "waiting"


def test_a_conversation_goes_to_its_end(client, team):
    row = asked(client)
    sana = make_professional("sana", team)
    staff = open_one_actor(row, sana)
    staff(c.Take())
    staff(c.Send("پانی زیادہ پلائیں\n<b>خوب</b>"))
    html = client.get("/desk/mine/doctors/").content.decode()
    assert "پانی زیادہ پلائیں" in html
    assert "<b>خوب</b>" not in html
    assert act(client, do="contact", email="not an address").status_code == 400
    assert act(client, do="contact", email="reader@example.org").status_code == 302
    act(client, do="close")
    act(client, do="rate", stars="4", comment="شکریہ")
    row.refresh_from_db()
    assert (row.state, row.stars, row.has_contact) == ("closed", 4, True)


def open_one_actor(row, professional):
    from roznama.desk.chat.engine import Op, do  # noqa: PLC0415

    return lambda command: do(Op(row.pk, actor(professional), command, uuid4()))


def test_erasing_asks_first(client, team):
    asked(client)
    sure = act(client, do="erase").content.decode()
    assert 'value="yes"' in sure
    assert Conversation.objects.get().key is not None
    gone = act(client, do="erase", sure="yes")
    assert gone.cookies["desk_doctors"].value == ""
    assert Conversation.objects.get().key is None
    assert client.get("/desk/mine/doctors/").status_code == 404


def test_a_link_that_was_typed_in_leads_to_its_conversation(client, team):
    made = open_one(team, QUESTION)
    link = f"https://paper.example/desk/chat/#{made.token}"
    answer = client.post("/desk/resume/", {"link": link}, follow=True)
    assert QUESTION in answer.content.decode()
    wrong = Client().post("/desk/resume/", {"link": secret()})
    assert wrong.status_code == 404
    assert "desk_doctors" not in wrong.cookies


def test_another_site_cannot_send_a_form(team):
    client = Client(enforce_csrf_checks=True)
    words = form(client)
    assert client.post("/desk/doctors/", words).status_code == 403
    assert client.post("/desk/resume/", {"link": secret()}).status_code == 403


def test_the_press_prints_none_of_it():
    for path in ("/desk/", "/desk/doctors/", "/desk/mine/doctors/", "/desk/api/transcript.json"):
        assert page_path(path) is None


def test_no_team_takes_an_address_of_the_desks_own(db) -> None:
    from django.core.exceptions import ValidationError  # noqa: PLC0415
    from django.urls import get_resolver  # noqa: PLC0415

    from roznama.desk.models.team import RESERVED, Team  # noqa: PLC0415

    for slug in ("console", "api", "login"):
        with pytest.raises(ValidationError, match="پتا"):
            Team(slug=slug, name="x").full_clean()
    desks = [one for one in get_resolver().url_patterns if str(one.pattern) == "desk/"]
    own = {str(path.pattern).split("/")[0] for one in desks for path in one.url_patterns}
    assert {name for name in own if name and "<" not in name} <= RESERVED
