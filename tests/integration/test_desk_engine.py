"""What is asked of conversations is written once, in order, and sums up."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import fields
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roznama.desk.chat import commands as c
from roznama.desk.chat.commands import RefusalError
from roznama.desk.chat.engine import Done, Op, execute
from roznama.desk.chat.opening import Opening, find_by_tokens, open_conversation
from roznama.desk.chat.rows import lock
from roznama.desk.chat.state import Chat, NewEvent, evolve
from roznama.desk.models import Conversation, Event, Professional, Team
from roznama.desk.sealing import master_keys, unseal
from roznama.newsroom.models import User
from tests.desk import Asked, actor, ask, make_professional, make_team, open_one, secret


@pytest.fixture
def team(db: None) -> Team:
    return make_team()


def test_the_first_word_opens_and_queues(team: Team) -> None:
    asked = open_one(team, "میرے بچے کو بخار ہے")
    assert asked.kinds() == ["opened", "message", "queued"]
    assert asked.told()[1]["body"] == {"text": "میرے بچے کو بخار ہے"}
    assert asked.row.state == "waiting"


def test_the_bot_asks_in_the_readers_language(team: Team) -> None:
    ask(team, "age")
    team.questions.update(text_en="How old?")
    asked = open_one(team, "fever", language="en")
    assert asked.told()[-1]["body"]["text"] == "How old?"


def test_asked_twice_with_one_uuid_it_is_written_once(team: Team) -> None:
    asked, uuid = open_one(team), uuid4()
    first = asked.do(c.Send("ایک"), uuid=uuid)
    assert asked.do(c.Send("ایک"), uuid=uuid) == first
    op = Op(asked.pk, c.Reader(), c.Send("دو"), uuid4())
    twice = execute([op, op])
    assert twice[0] == twice[1]
    assert asked.kinds().count("message") == 2


def test_somebody_elses_uuid_is_refused(team: Team) -> None:
    sana = make_professional("sana", team)
    asked, uuid = open_one(team), uuid4()
    asked.do(c.Send("ایک"), uuid=uuid)
    with pytest.raises(RefusalError, match="bad"):
        asked.do(c.Take(), actor(sana), uuid=uuid)


def test_a_batch_is_answered_one_by_one(team: Team) -> None:
    sana, bilal = make_professional("sana", team), make_professional("bilal", team)
    one, two = open_one(team, "ایک"), open_one(team, "دو")
    results = execute(
        [
            Op(one.pk, actor(sana), c.Take(), uuid4()),
            Op(one.pk, actor(bilal), c.Take(), uuid4()),
            Op(two.pk, actor(bilal), c.Take(), uuid4()),
            Op(10**9, actor(bilal), c.Take(), uuid4()),
        ]
    )
    assert [type(result) for result in results] == [Done, RefusalError, Done, RefusalError]
    assert one.row.professional == sana and two.row.professional == bilal


def test_one_reader_has_one_open_conversation_with_a_team(team: Team) -> None:
    asked = open_one(team, "سوال")
    again = Opening(team.slug, asked.reader, asked.token, 1, uuid4(), text="سوال")
    assert open_conversation(again) == (asked.pk, False)
    assert open_conversation(again) == (asked.pk, False)
    assert asked.kinds().count("message") == 2, "other words, said once"
    with pytest.raises(RefusalError, match="open"):
        open_conversation(Opening(team.slug, asked.reader, secret(), 1, uuid4()))
    asked.do(c.Close())
    pk, is_new = open_conversation(Opening(team.slug, asked.reader, secret(), 1, uuid4()))
    assert is_new and pk != asked.pk
    with pytest.raises(RefusalError, match="open_elsewhere"):
        asked.do(c.Send("پرانی گفتگو میں"))


def test_consent_is_to_the_version_that_is_valid_now(team: Team) -> None:
    with pytest.raises(RefusalError, match="consent"):
        open_conversation(Opening(team.slug, secret(), secret(), 2, uuid4()))
    assert open_one(team).row.consent.version == 1


@pytest.mark.parametrize("token", ["", "x", "a" * 43 + "\n", "ا" * 43])
def test_a_token_that_opens_nothing(team: Team, token: str) -> None:
    assert find_by_tokens([token, secret()]) == [None, None]


def test_nothing_that_was_said_stands_in_the_database_as_text(team: Team) -> None:
    asked = open_one(team, "پوشیدہ بات")
    asked.do(c.Contact("reader@example.pk"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_event")
        rows = repr([[bytes(v) if isinstance(v, memoryview) else v for v in r] for r in cursor])
    assert "پوشیدہ" not in rows and "پوشیدہ".encode() not in rows.encode()
    assert "reader@example" not in rows


def test_a_body_opens_only_in_its_own_place(team: Team) -> None:
    asked = open_one(team, "ایک")
    key = master_keys().unwrap(bytes(asked.row.key or b""))
    first, second, *_ = asked.events()
    assert first.body and unseal(key, first.body, first.uuid.bytes)
    with pytest.raises(Exception, match="does not open"):
        unseal(key, first.body, second.uuid.bytes)


def test_a_message_taken_back_is_gone_with_its_later_forms(team: Team) -> None:
    asked, uuid = open_one(team), uuid4()
    asked.do(c.Send("پہلا"), uuid=uuid)
    asked.do(c.Edit(uuid, "دوسرا"))
    asked.do(c.Delete(uuid))
    bodies = [event["body"] for event in asked.told() if event["kind"] in ("message", "edited")]
    assert bodies == [None, None]
    with pytest.raises(RefusalError, match="no_such"):
        asked.do(c.Edit(uuid, "تیسرا"))


def test_private_events_are_not_for_the_reader(team: Team) -> None:
    sana = make_professional("sana", team)
    asked = open_one(team, "سوال")
    asked.do(c.Take(), actor(sana))
    asked.do(c.Note("ذرا دیکھ لیں"), actor(sana))
    asked.do(c.Send("جی"), actor(sana))
    told = asked.told()
    assert [event["kind"] for event in told][-2:] == ["taken", "message"]
    assert [event["place"] for event in told] == list(range(1, len(told) + 1))
    assert "ذرا" not in repr(told)


def test_what_is_refused_within_a_callers_transaction_undoes_nothing(team: Team) -> None:
    asked = open_one(team)
    with transaction.atomic():
        asked.do(c.Send("ایک"))
        with pytest.raises(RefusalError):
            asked.do(c.Send(" "))
    assert asked.kinds().count("message") == 1


_commands = st.lists(
    st.sampled_from(
        [
            ("reader", c.Send("سوال")),
            ("reader", c.Read(3)),
            ("reader", c.Close()),
            ("reader", c.Contact("a@b.pk")),
            ("reader", c.Rate(4, "شکریہ")),
            ("reader", c.Story(True)),
            ("reader", c.Reopen()),
            ("sana", c.Take()),
            ("sana", c.Send("جواب")),
            ("sana", c.Note("خیال")),
            ("sana", c.Return()),
            ("sana", c.Read(5)),
            ("sana", c.Urgency(True)),
            ("head", c.Take()),
            ("head", c.Close()),
            ("system", c.Offer(0)),
            ("system", c.Withdraw(0)),
            ("system", c.Return("unanswered", 0)),
        ]
    ),
    max_size=25,
)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(_commands, st.integers(1, 6))
def test_the_columns_are_the_sum_of_the_events(
    team: Team, commands: list[tuple[str, c.Command]], size: int
) -> None:
    with transaction.atomic():
        sana, head = make_professional("sana", team), make_professional("head", team, is_head=True)
        people = {"sana": actor(sana), "head": actor(head)}
        people |= {"reader": c.Reader(), "system": c.System()}
        asked = open_one(team)
        ops = [
            Op(asked.pk, people[who], _of(command, sana.pk), uuid4()) for who, command in commands
        ]
        for start in range(0, len(ops), size):
            execute(ops[start : start + size])
        assert _folded(asked, team) == lock([asked.pk])[asked.pk].chat
        transaction.set_rollback(True)


def _of(command: c.Command, professional: int) -> c.Command:
    if isinstance(command, c.Offer):
        return c.Offer(professional)
    if isinstance(command, c.Withdraw):
        return c.Withdraw(professional)
    if isinstance(command, c.Return) and command.why == "unanswered":
        return c.Return(command.why, professional)
    return command


def _folded(asked: Asked, team: Team) -> Chat:
    key = master_keys().unwrap(bytes(asked.row.key or b""))
    chat = Chat(team=team.pk)
    for event in asked.events():
        body = json.loads(unseal(key, event.body or b"", event.uuid.bytes))
        evolve(
            chat,
            NewEvent(
                event.kind,
                event.author,
                body,
                event.at,
                event.uuid,
                event.professional,
                event.seq,
                event.place,
            ),
        )
    return chat


@pytest.fixture
def several_writers(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database in which commits are real; what was made goes afterwards."""
    with django_db_blocker.unblock():
        before = set(User.objects.values_list("pk", flat=True))
        yield
        Event.objects.all().delete()
        Conversation.objects.all().delete()
        Professional.objects.all().delete()
        Team.objects.all().delete()
        User.objects.exclude(pk__in=before).delete()
        connection.close()


@pytest.mark.usefixtures("several_writers")
def test_of_ten_who_take_it_at_once_one_has_it() -> None:
    team = make_team()
    people = [make_professional(f"p{number}", team) for number in range(10)]
    asked = open_one(team, "سوال")
    ops = [Op(asked.pk, actor(person), c.Take(), uuid4()) for person in people]
    results: list[object] = []

    def take(op: Op) -> None:
        results.extend(execute([op]))
        connection.close()

    threads = [threading.Thread(target=take, args=[op]) for op in ops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(result, Done) for result in results) == 1
    assert asked.kinds().count("taken") == 1


@pytest.mark.usefixtures("several_writers")
def test_writers_at_once_leave_no_gap() -> None:
    team = make_team()
    conversations = [open_one(team, "سوال") for _ in range(4)]

    def write(turn: int) -> None:
        for number in range(10):
            ops = [
                Op(asked.pk, c.Reader(), c.Send(f"{turn}-{number}"), uuid4())
                for asked in conversations[turn % 2 :]
            ]
            execute(ops if turn % 2 else ops[::-1])
        connection.close()

    threads = [threading.Thread(target=write, args=[turn]) for turn in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for asked in conversations:
        assert [event.seq for event in asked.events()] == list(range(1, len(asked.events()) + 1))
    messages = sum(asked.kinds().count("message") for asked in conversations)
    assert messages == 4 + 2 * 10 * 4 + 2 * 10 * 3


def test_every_column_of_the_sum_is_a_column() -> None:
    names = {field.name for field in Conversation._meta.get_fields()}
    assert {field.name for field in fields(Chat)} <= names
