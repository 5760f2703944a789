"""A reader's copy: everything they said and saw, as it was last, and nothing else."""

from __future__ import annotations

import html
import json
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from roznama.desk import drawer, files
from roznama.desk.chat.commands import (
    Close,
    Contact,
    Delete,
    Edit,
    Note,
    Rate,
    Read,
    Return,
    Send,
    Story,
    Take,
    Transfer,
)
from roznama.desk.export import page, transcript, transcript_html
from roznama.desk.models import Conversation, Question
from tests.integration.desk_vault import (
    PAGE,
    PDF,
    QUESTION,
    add_event,
    key_of,
    make_conversation,
    make_professional,
    make_team,
    photo,
    reader_does,
    staff_does,
)

pytestmark = pytest.mark.django_db

SECRET = "اس مریض کا خیال رکھنا"
HOSTILE = "</p><script>alert(1)</script><img src=//evil.example onerror=x> \" ' & {{ told }}"


@pytest.fixture(autouse=True)
def _root(settings, tmp_path: Path) -> None:
    settings.DESK_ROOT = tmp_path / "desk"


@pytest.fixture
def team():
    return make_team()


@pytest.fixture
def doctor(team):
    return make_professional(team)


class Reading(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def copy_of(conversation: Conversation) -> dict:
    conversation = Conversation.objects.get(pk=conversation.pk)
    told = transcript(conversation, key_of(conversation))
    return json.loads(json.dumps(told))


def page_of(conversation: Conversation) -> Reading:
    conversation = Conversation.objects.get(pk=conversation.pk)
    return Reading(transcript_html(conversation, key_of(conversation)))


def messages(told: dict) -> list[dict]:
    return [event for event in told["events"] if event["kind"] == "message"]


def test_the_copy_says_what_it_is(team):
    told = copy_of(make_conversation(team))
    assert (told["format"], told["version"]) == ("roznama-desk-conversation", 1)
    assert (told["team"], told["language"], told["page"]) == (team.name, "ur", PAGE)
    assert told["consent"]["text"] == "ہم آپ کی بات ۹۰ دن رکھتے ہیں۔"
    assert told["consent"]["version"] == 1
    assert told["kept_for_days"] == 90
    assert [event["kind"] for event in told["events"]] == ["opened", "message", "queued"]
    assert messages(told)[0]["text"] == QUESTION


def test_english_readers_get_english(team, doctor):
    made = make_conversation(team, "I have a fever", language="en")
    staff_does(made, doctor, Take())
    told = copy_of(made)
    assert (told["team"], told["consent"]["text"]) == ("Doctors", "Kept 90 days.")
    assert told["events"][-1]["name"] == "Dr Sana Iqbal"
    read = page_of(made)
    assert read.named("html") == [{"lang": "en", "dir": "ltr"}]
    assert "joined" in read.words


def test_names_stand_beside_words(team, doctor):
    made = make_conversation(team)
    staff_does(made, doctor, Take())
    staff_does(made, doctor, Send("آرام کیجیے"))
    answer = messages(copy_of(made))[-1]
    assert (answer["author"], answer["name"], answer["title"]) == (
        "staff",
        "ڈاکٹر ثنا اقبال",
        "ماہرِ اطفال",
    )
    read = page_of(made)
    assert read.named("html") == [{"lang": "ur", "dir": "rtl"}]
    assert "ڈاکٹر ثنا اقبال" in read.words


def test_what_is_private_is_in_neither(team, doctor):
    made = make_conversation(team)
    staff_does(made, doctor, Take())
    staff_does(made, doctor, Note(SECRET))
    told = json.dumps(copy_of(made), ensure_ascii=False)
    assert "note" not in {event["kind"] for event in copy_of(made)["events"]}
    assert SECRET not in told
    assert SECRET not in page_of(made).words


def test_what_nobody_has_thought_of_is_not_told(team):
    made = make_conversation(team)
    add_event(made, "message", json.dumps({"text": "x", "suspicion": SECRET}).encode())
    add_event(made, "diagnosis", json.dumps({"text": SECRET}).encode())
    told = copy_of(made)
    assert told["events"][-1]["kind"] == "diagnosis"
    assert SECRET not in json.dumps(told, ensure_ascii=False)
    assert SECRET not in page_of(made).words


def test_a_message_is_as_it_was_last(team):
    made = make_conversation(team)
    said = uuid4()
    reader_does(made, Send("پہلی بات", ()), said)
    reader_does(made, Edit(said, "دوسری بات"))
    reader_does(made, Edit(said, "آخری بات"))
    told = copy_of(made)
    message = messages(told)[-1]
    assert message["text"] == "آخری بات"
    assert message["edited"] == told["events"][-1]["at"]
    text = json.dumps(told, ensure_ascii=False)
    assert "پہلی بات" not in text
    assert "دوسری بات" not in text
    read = page_of(made)
    assert "آخری بات" in read.words
    assert "ترمیم شدہ" in read.words
    assert "دوسری بات" not in read.words


def test_a_deleted_message_is_only_that(team):
    made = make_conversation(team)
    kept = files.keep(made, key_of(made), True, "زخم.jpg", photo())
    said = uuid4()
    reader_does(made, Send("غلط بات", (kept.uuid,)), said)
    reader_does(made, Edit(said, "اور غلط"))
    reader_does(made, Delete(said))
    told = copy_of(made)
    message = messages(told)[-1]
    assert message["deleted"] == told["events"][-1]["at"]
    assert not {"text", "files", "edited"} & set(message)
    text = json.dumps(told, ensure_ascii=False)
    for gone in ("غلط بات", "اور غلط", "زخم"):
        assert gone not in text
        assert gone not in page_of(made).words
    assert "واپس لے لیا گیا" in page_of(made).words


def test_every_kind_of_event_is_told(team, doctor):
    Question.objects.create(team=team, key="age", text="عمر؟", choices="بچہ\nبڑا")
    from tests.integration.desk_vault import forget  # noqa: PLC0415

    forget()
    made = make_conversation(team)
    reader_does(made, Send("بڑا", answers="age"))
    colleague = make_professional(team, "ڈاکٹر بلال")
    staff_does(made, doctor, Take())
    staff_does(made, doctor, Read(2))
    staff_does(made, doctor, Transfer(professional=colleague.pk))
    staff_does(made, colleague, Send("جی"))
    staff_does(made, colleague, Return())
    for command in (Contact("a@example.org"), Rate(4, "شکریہ"), Story(True), Close()):
        reader_does(made, command)
    numbers = {
        "flags": ["chest"],
        "text": "فوراً کال کریں",
        "numbers": [{"service": "ریسکیو", "number": "1122"}],
    }
    add_event(made, "urgent", json.dumps(numbers).encode())
    told = {event["kind"]: event for event in copy_of(made)["events"]}
    assert told["asked"]["choices"] == ["بچہ", "بڑا"]
    assert (told["transferred"]["name"], told["transferred"]["to"]) == (doctor.name, "ڈاکٹر بلال")
    assert told["rated"] | {"stars": 4, "comment": "شکریہ"} == told["rated"]
    assert told["contact"]["email"] == "a@example.org"
    words = page_of(made).words
    for word in ("عمر؟", "ڈاکٹر بلال", "4 / 5", "شکریہ", "a@example.org", "1122", "ریسکیو"):
        assert word in words


def test_events_stand_in_their_order(team):
    made = make_conversation(team)
    for number in range(12):
        reader_does(made, Send(f"بات {number}"))
    told = copy_of(made)
    assert [event["place"] for event in told["events"]] == list(range(1, 16))
    assert [event["text"] for event in messages(told)[1:]] == [f"بات {n}" for n in range(12)]


def test_files_are_named_and_small_pictures_drawn(team, monkeypatch):
    made = make_conversation(team)
    key = key_of(made)
    picture = files.keep(made, key, True, "زخم.jpg", photo())
    paper = files.keep(made, key, True, "نتیجہ.pdf", PDF)
    reader_does(made, Send("یہ دیکھیے", (picture.uuid, paper.uuid)))
    told = messages(copy_of(made))[-1]["files"]
    assert [(file["id"], file["name"]) for file in told] == [
        (str(picture.uuid), "زخم.jpg"),
        (str(paper.uuid), "نتیجہ.pdf"),
    ]
    read = page_of(made)
    [image] = read.named("img")
    assert image["alt"] == "زخم.jpg"
    data = b64decode(image["src"].removeprefix("data:image/jpeg;base64,"))
    assert Image.open(BytesIO(data)).size == (60, 40)
    assert "نتیجہ.pdf" in read.words
    monkeypatch.setattr(page, "_LARGEST", 100)
    assert not page_of(made).named("img")
    monkeypatch.undo()
    drawer._path(picture.uuid).unlink()
    read = page_of(made)
    assert not read.named("img")
    assert "زخم.jpg" in read.words


def test_another_conversation_s_picture_is_not_drawn(team):
    other = make_conversation(team)
    theirs = files.keep(other, key_of(other), True, "a.jpg", photo())
    made = make_conversation(team)
    file = {"id": str(theirs.uuid), "kind": "image/jpeg", "name": "a.jpg"}
    add_event(made, "message", json.dumps({"text": "", "files": [file]}).encode())
    assert not page_of(made).named("img")


@pytest.mark.parametrize("language", ["ur", "en"])
def test_words_stay_words(team, doctor, language):
    type(team).objects.filter(pk=team.pk).update(name=HOSTILE[:80], name_en=HOSTILE[:80])
    type(doctor).objects.filter(pk=doctor.pk).update(name=HOSTILE[:80], name_en=HOSTILE[:80])
    made = make_conversation(team, HOSTILE, language=language)
    kept = files.keep(made, key_of(made), True, HOSTILE, photo())
    reader_does(made, Send(HOSTILE, (kept.uuid,)))
    staff_does(made, doctor, Take())
    staff_does(made, doctor, Send(HOSTILE))
    reader_does(made, Rate(1, HOSTILE))
    read = page_of(made)
    assert not read.named("script")
    assert [image["src"][:5] for image in read.named("img")] == ["data:"]
    assert not [1 for _, attributes in read.elements for name in attributes if name[:2] == "on"]
    assert HOSTILE in html.unescape(read.words)


def test_the_page_stands_alone(team):
    read = page_of(make_conversation(team))
    policy = [one for one in read.named("meta") if one.get("http-equiv")]
    assert policy[0]["content"].startswith("default-src 'none'")
    assert not {tag for tag, _ in read.elements} & {"script", "link", "iframe", "form", "a"}
    assert not [1 for _, attributes in read.elements if {"src", "href"} & set(attributes)]


def test_a_part_that_does_not_open_says_so(team):
    made = make_conversation(team)
    event = made.events.get(kind="message")
    body = bytes(event.body)
    made.events.filter(pk=event.pk).update(body=body[:-1] + bytes([body[-1] ^ 1]))
    reader_does(made, Send("دوسری بات"))
    told = messages(copy_of(made))
    assert told[0]["unreadable"] is True
    assert told[1]["text"] == "دوسری بات"
    assert "پڑھا نہیں جا سکا" in page_of(made).words


def test_queries_do_not_grow_with_the_conversation(team, doctor, django_assert_max_num_queries):
    made = make_conversation(team)
    staff_does(made, doctor, Take())
    for number in range(20):
        staff_does(made, doctor, Send(f"بات {number}"))
    made = Conversation.objects.get(pk=made.pk)
    with django_assert_max_num_queries(5):
        transcript_html(made, key_of(made))
