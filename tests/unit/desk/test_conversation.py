"""A conversation asked for anything in any order, by anybody."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.chat import commands as c
from roznama.desk.chat.commands import BotQuestion, Facts, Reader, RefusalError, Said, Staff, System
from roznama.desk.chat.deciding import decide, may_read
from roznama.desk.chat.state import PRIVATE, Chat, NewEvent, evolve, numbered

BEGIN = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
FILE, THING = uuid4(), uuid4()
SANA = Staff(1, frozenset([7]))
BILAL = Staff(2, frozenset([7]))
HEAD = Staff(3, frozenset([7]), frozenset([7]))
STRANGER = Staff(9, frozenset([8]), frozenset([8]))
STAFF = (SANA, BILAL, HEAD, STRANGER)
FACTS = Facts(
    questions=(BotQuestion("age", "عمر؟"), BotQuestion("since", "کب سے؟", ("آج", "کل"))),
    members={1: "ثنا", 2: "بلال", 3: "رابعہ", 4: "زید"},
    able=frozenset([1, 2, 3]),
    teams={7: "ڈاکٹر", 8: "وکیل"},
    files={FILE: {"id": str(FILE)}},
    target=Said("reader", None, is_deleted=False, is_message=True),
)

texts = st.sampled_from(["", "سوال", "  ", "x" * 4001])
reader_commands = st.one_of(
    st.builds(
        c.Send, texts, st.sampled_from([(), (FILE,), (THING,)]), st.sampled_from(["", "age"])
    ),
    st.just(c.Edit(THING, "نیا")),
    st.just(c.Delete(THING)),
    st.builds(c.Read, st.integers(0, 40)),
    st.sampled_from([c.Contact("a@b.pk"), c.Contact("nobody"), c.Close(), c.Reopen()]),
    st.builds(c.Rate, st.integers(0, 6)),
    st.builds(c.Story, st.booleans()),
    # What readers may not do.
    st.sampled_from([c.Take(), c.Note("x"), c.Return(), c.Offer(1), c.Urgency(True)]),
)
staff_commands = st.one_of(
    st.builds(c.Send, texts),
    st.sampled_from([c.Take(), c.Note("خیال"), c.Return(), c.Close(), c.Reopen(), c.Delete(THING)]),
    st.builds(c.Read, st.integers(0, 40)),
    st.builds(
        c.Transfer, st.sampled_from([None, 1, 2, 3, 4, 9]), st.sampled_from([None, 7, 8, 99])
    ),
    st.builds(c.Urgency, st.booleans()),
    st.sampled_from([c.Rate(5), c.Contact("a@b.pk"), c.Offer(1)]),
)
system_commands = st.one_of(
    st.builds(c.Offer, st.sampled_from([1, 2, 9])),
    st.builds(c.Withdraw, st.sampled_from([1, 2])),
    st.builds(c.Return, st.sampled_from(["unanswered", "off_duty"]), st.sampled_from([1, 2])),
    st.just(c.Close()),
)
flags = st.sampled_from([(), ("chest_pain",), ("bleeding", "chest_pain")])
steps = st.lists(
    st.one_of(
        st.tuples(st.just(Reader()), reader_commands, flags),
        st.tuples(st.sampled_from(STAFF), staff_commands, st.just(())),
        st.tuples(st.just(System()), system_commands, st.just(())),
    ),
    max_size=40,
)


def act(chat: Chat, actor: c.Actor, command: c.Command, facts: Facts = FACTS) -> list[NewEvent]:
    """Do one command as the engine does; return its events."""
    made = []
    at = BEGIN + timedelta(seconds=chat.seq)
    for kind, author, body in decide(chat, actor, command, facts):
        by = actor.professional if isinstance(actor, Staff) else None
        event = numbered(chat, NewEvent(kind, author, body, at, uuid4(), by))
        evolve(chat, event)
        made.append(event)
    return made


def opened() -> Chat:
    chat = Chat(team=7)
    act(chat, Reader(), c.Open())
    return chat


def waiting() -> Chat:
    chat = opened()
    for _ in range(3):
        act(chat, Reader(), c.Send("سوال"))
    return chat


@given(steps)
def test_whatever_is_asked_the_sum_stays_sound(
    steps: list[tuple[c.Actor, c.Command, tuple]],
) -> None:
    chat, events = opened(), 1
    places = 1
    for actor, command, found in steps:
        before = deepcopy(chat)
        try:
            made = act(chat, actor, command, Facts(**{**_fields(FACTS), "flags": found}))
        except RefusalError:
            assert chat == before, "what is refused changes nothing"
            continue
        for event in made:
            events += 1
            assert event.seq == events
            if event.kind not in PRIVATE:
                places += 1
                assert event.place == places
            else:
                assert event.place is None
        assert (chat.seq, chat.place) == (events, places)
        assert (chat.professional is not None) == (chat.state == "active")
        assert chat.offered is None or chat.state == "waiting"
        assert (chat.offered is None) == (chat.offered_at is None)
        assert chat.state != "waiting" or chat.waiting_since is not None
        assert not chat.asking or chat.state == "bot"
        assert chat.reader_read <= chat.place and chat.staff_read <= chat.place
        if isinstance(actor, Staff) and made:
            assert before.team in actor.teams, "another team's people change nothing"


def _fields(facts: Facts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in facts.__slots__}


@given(steps)
def test_what_happened_sums_up_to_the_same_again(
    steps: list[tuple[c.Actor, c.Command, tuple]],
) -> None:
    chat = Chat(team=7)
    log = act(chat, Reader(), c.Open())
    for actor, command, found in steps:
        try:
            log += act(chat, actor, command, Facts(**{**_fields(FACTS), "flags": found}))
        except RefusalError:
            continue
    again = Chat(team=7)
    for event in log:
        evolve(again, event)
    assert again == chat


def test_the_bot_asks_what_the_team_wants_to_know_and_then_queues() -> None:
    chat = opened()
    kinds = [[e.kind for e in act(chat, Reader(), c.Send("سوال"))] for _ in range(3)]
    assert kinds == [["message", "asked"], ["message", "asked"], ["message", "queued"]]
    assert chat.state == "waiting"


def test_an_answer_names_the_question_it_answers() -> None:
    chat = opened()
    act(chat, Reader(), c.Send("سوال"))
    assert act(chat, Reader(), c.Send("۳۰", answers="age"))[0].body["answers"] == "age"
    with pytest.raises(RefusalError, match="bad"):
        act(chat, Reader(), c.Send("۳۰", answers="age"))


def test_a_red_flag_comes_before_all_questions() -> None:
    chat = opened()
    facts = Facts(questions=FACTS.questions, flags=("chest_pain",), card={"numbers": []})
    made = act(chat, Reader(), c.Send("سینے میں درد"), facts)
    assert [event.kind for event in made] == ["message", "urgent", "queued"]
    assert chat.urgent and chat.flags == "chest_pain"
    assert [e.kind for e in act(chat, Reader(), c.Send("درد"), facts)] == ["message"], "told once"


def test_two_people_never_have_one_conversation() -> None:
    chat = waiting()
    act(chat, SANA, c.Take())
    with pytest.raises(RefusalError, match="taken"):
        act(chat, BILAL, c.Take())
    with pytest.raises(RefusalError, match="taken"):
        act(chat, BILAL, c.Send("میں"))
    act(chat, HEAD, c.Take())
    assert chat.professional == HEAD.professional and chat.last_professional == SANA.professional


@pytest.mark.parametrize("command", [c.Take(), c.Send("x"), c.Note("x"), c.Close(), c.Return()])
def test_another_team_is_strange_to_it(command: c.Command) -> None:
    chat = waiting()
    with pytest.raises(RefusalError, match="not_yours"):
        act(chat, STRANGER, command)
    assert not may_read(chat, STRANGER)


def test_colleagues_see_the_queue_and_not_each_others_readers() -> None:
    chat = waiting()
    assert may_read(chat, SANA) and may_read(chat, BILAL)
    act(chat, SANA, c.Take())
    assert may_read(chat, SANA) and not may_read(chat, BILAL) and may_read(chat, HEAD)


def test_a_reader_who_writes_after_the_end_is_queued_again() -> None:
    chat = waiting()
    act(chat, SANA, c.Take())
    act(chat, SANA, c.Send("جواب"))
    act(chat, SANA, c.Close())
    assert chat.state == "closed" and chat.professional is None
    made = act(chat, Reader(), c.Send("ایک بات اور"))
    assert [event.kind for event in made] == ["reopened", "message"]
    assert chat.state == "waiting" and chat.last_professional == SANA.professional


def test_who_was_answered_meanwhile_is_not_sent_back_to_the_queue() -> None:
    chat = waiting()
    act(chat, SANA, c.Take())
    act(chat, SANA, c.Send("جواب"))
    assert act(chat, System(), c.Return("unanswered", SANA.professional)) == []
    act(chat, Reader(), c.Send("اور؟"))
    assert act(chat, System(), c.Return("unanswered", BILAL.professional)) == []
    assert act(chat, System(), c.Return("unanswered", SANA.professional))[0].kind == "returned"


def test_a_message_is_its_writers_alone() -> None:
    chat = waiting()
    act(chat, SANA, c.Take())
    with pytest.raises(RefusalError, match="not_yours"):
        act(chat, SANA, c.Edit(THING, "میرا"))
    target = Said("staff", BILAL.professional, is_deleted=False, is_message=True)
    with pytest.raises(RefusalError, match="not_yours"):
        act(chat, SANA, c.Delete(THING), Facts(target=target))
    with pytest.raises(RefusalError, match="no_such"):
        act(chat, Reader(), c.Delete(THING), Facts(target=None))


def test_a_team_hands_a_reader_to_another_team() -> None:
    chat = waiting()
    act(chat, SANA, c.Take())
    act(chat, SANA, c.Transfer(team=8))
    assert (chat.team, chat.state, chat.professional) == (8, "waiting", None)
    assert not may_read(chat, SANA) and may_read(chat, STRANGER)


def test_who_has_no_checked_licence_gets_no_conversation() -> None:
    chat = Chat(team=7, state="waiting")
    with pytest.raises(RefusalError, match="no_licence"):
        decide(chat, Staff(4, frozenset([7])), c.Take(), FACTS)
    assert decide(chat, System(), c.Offer(4), FACTS) == []
    act(chat, SANA, c.Take(), FACTS)
    with pytest.raises(RefusalError, match="not_able"):
        decide(chat, SANA, c.Transfer(4, None), FACTS)
    assert decide(chat, SANA, c.Transfer(2, None), FACTS)
