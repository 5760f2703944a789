"""Routing: who is offered which chat, as a decision about plain values."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from roznama.desk.duty import AWAY_AFTER, OFF_AFTER
from roznama.desk.routing import (
    Offer,
    Person,
    Return,
    Step,
    WaitingChat,
    Withdrawal,
    choose,
)

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
BOTH = frozenset(["ur", "en"])


def chat(pk: int = 1, *, waited: float = 60, **fields) -> WaitingChat:
    return WaitingChat(**{"pk": pk, "team": 1, "since": NOW - waited * SECOND, **fields})


def person(pk: int = 1, **fields) -> Person:
    base = {
        "pk": pk, "teams": frozenset([1]), "languages": BOTH, "capacity": 2, "chats": 0,
        "on_duty": True, "heard": NOW,
    }  # fmt: skip
    return Person(**{**base, **fields})


def offered(*steps: Step) -> list[tuple[int, int]]:
    return [(step.chat, step.professional) for step in steps if isinstance(step, Offer)]


def test_who_has_waited_longest_comes_first_and_urgent_before():
    chats = [chat(1, waited=10), chat(2, waited=50), chat(3, waited=1, urgent=True)]
    assert offered(*choose(chats, [person(capacity=2)], NOW)) == [(3, 1), (2, 1)]


def test_the_last_professional_then_the_least_busy_then_who_was_not_asked_for_long():
    people = [
        person(1, chats=1),
        person(2, last_offer=NOW - MINUTE),
        person(3, last_offer=NOW - 5 * MINUTE),
        person(4, chats=1, capacity=3),
    ]
    assert offered(*choose([chat(last_professional=4)], people, NOW)) == [(1, 4)]
    assert offered(*choose([chat()], people, NOW)) == [(1, 3)]
    assert offered(*choose([chat()], people[:2], NOW)) == [(1, 2)]


def test_only_who_can_answer_is_asked():
    for wrong in (
        {"teams": frozenset([2])},
        {"languages": frozenset(["en"])},
        {"on_duty": False},
        {"heard": None},
        {"heard": NOW - AWAY_AFTER - SECOND},
        {"chats": 2},
    ):
        assert choose([chat()], [person(**wrong)], NOW) == [], wrong
    assert offered(*choose([chat()], [person(heard=NOW - AWAY_AFTER)], NOW)) == [(1, 1)]


def test_an_offer_stands_for_its_time_and_takes_a_seat():
    held = chat(offered=1, offered_at=NOW - 59 * SECOND, been_offered=frozenset([1]))
    people = [person(1, capacity=1), person(2, capacity=0)]
    assert choose([held, chat(2)], people, NOW) == []


def test_an_offer_that_is_not_taken_goes_to_somebody_who_was_not_asked():
    late = chat(
        offered=1,
        offered_at=NOW - 60 * SECOND,
        been_offered=frozenset([1, 2]),
        last_professional=2,
    )
    people = [person(1), person(2), person(3, chats=1)]
    assert choose([late], people, NOW) == [Withdrawal(1, 1), Offer(1, 3)]


def test_when_all_were_asked_they_are_asked_again():
    late = chat(offered=1, offered_at=NOW - MINUTE, been_offered=frozenset([1, 2]))
    assert choose([late], [person(1), person(2)], NOW) == [Withdrawal(1, 1), Offer(1, 2)]


def test_an_offer_stands_when_there_is_nobody_else():
    late = chat(offered=1, offered_at=NOW - 9 * MINUTE, been_offered=frozenset([1]))
    assert choose([late], [person(1), person(2, chats=2)], NOW) == []


def test_an_offer_to_somebody_who_left_is_taken_back_at_once():
    held = chat(offered=1, offered_at=NOW - SECOND, been_offered=frozenset([1]))
    assert choose([held], [person(1, on_duty=False)], NOW) == [Withdrawal(1, 1)]
    assert choose([held], [], NOW) == [Withdrawal(1, 1)]


def test_an_urgent_chat_takes_the_seat_that_another_was_offered():
    held = chat(1, waited=500, offered=1, offered_at=NOW - SECOND)
    people = [person(1, capacity=1)]
    assert choose([held, chat(2, urgent=True)], people, NOW) == [Withdrawal(1, 1), Offer(2, 1)]


def test_a_chat_whose_reader_waits_too_long_goes_to_somebody_else():
    quiet = chat(waited=601, professional=1, taken=NOW - 601 * SECOND)
    people = [person(1, chats=1), person(2, chats=1)]
    assert choose([quiet], people, NOW) == [Return(1, 1, "unanswered"), Offer(1, 2)]
    assert choose([replace(quiet, taken=NOW - 599 * SECOND)], people, NOW) == []
    assert choose([replace(quiet, since=NOW - 600 * SECOND)], people, NOW) == []
    assert choose([replace(quiet, since=None)], people, NOW) == []


def test_the_chats_of_somebody_who_is_gone_go_to_others():
    kept = chat(professional=1, since=None)
    for gone in (
        person(1, chats=1, heard=NOW - OFF_AFTER - SECOND),
        person(1, chats=1, on_duty=False, heard=NOW - AWAY_AFTER - SECOND),
        person(1, chats=1, heard=None),
    ):
        steps = choose([kept], [gone, person(2)], NOW)
        assert steps == [Return(1, 1, "off_duty"), Offer(1, 2)], gone


def test_who_goes_off_duty_finishes_their_chats_at_the_console():
    assert choose([chat(professional=1, since=None)], [person(on_duty=False)], NOW) == []


# Properties

PEOPLE = st.builds(
    Person,
    pk=st.just(0),
    teams=st.frozensets(st.integers(1, 2), max_size=2),
    languages=st.sampled_from([BOTH, frozenset(["ur"]), frozenset(["en"])]),
    capacity=st.integers(0, 3),
    chats=st.just(0),
    on_duty=st.sampled_from([True, True, True, False]),
    heard=st.sampled_from([NOW, NOW, NOW - AWAY_AFTER, NOW - 2 * MINUTE, NOW - 11 * MINUTE, None]),
    last_offer=st.sampled_from([None, NOW - MINUTE, NOW - SECOND]),
)
IDS = st.one_of(st.none(), st.integers(1, 4))
AGES = st.sampled_from([0, 5, 59, 60, 300, 599, 601, 5000])
CHATS = st.builds(
    WaitingChat,
    pk=st.just(0),
    team=st.integers(1, 2),
    since=AGES.map(lambda age: NOW - age * SECOND),
    language=st.sampled_from(["ur", "en"]),
    urgent=st.booleans(),
    professional=st.one_of(st.none(), IDS),
    taken=AGES.map(lambda age: NOW - age * SECOND),
    last_professional=IDS,
    offered=IDS,
    offered_at=AGES.map(lambda age: NOW - age * SECOND),
    been_offered=st.frozensets(st.integers(1, 4), max_size=4),
)


@st.composite
def desks(draw: st.DrawFn) -> tuple[list[WaitingChat], list[Person]]:
    """A desk as it may be found: chats that somebody has have no offer, and each counts."""
    people = [
        replace(one, pk=pk) for pk, one in enumerate(draw(st.lists(PEOPLE, max_size=4)), start=1)
    ]
    known = {one.pk for one in people}
    chats = []
    for pk, one in enumerate(draw(st.lists(CHATS, max_size=9)), start=1):
        holder = one.professional if one.professional in known else None
        who = one.offered if holder is None else None
        chats.append(
            replace(
                one,
                pk=pk,
                professional=holder,
                offered=who,
                offered_at=one.offered_at if who else None,
                been_offered=one.been_offered | ({who} if who else set()),
            )
        )
    held = Counter(one.professional for one in chats)
    return chats, [replace(one, chats=held[one.pk]) for one in people]


def carried_out(
    chats: list[WaitingChat], people: list[Person], steps: list[Step]
) -> tuple[list[WaitingChat], list[Person]]:
    """Do the steps in their order, as the engine would; each must be possible."""
    table = {one.pk: one for one in chats}
    staff = {one.pk: one for one in people}
    for step in steps:
        one = table[step.chat]
        match step:
            case Return():
                assert one.professional == step.professional
                who = staff[step.professional]
                staff[who.pk] = replace(who, chats=who.chats - 1)
                one = replace(
                    one,
                    professional=None,
                    last_professional=who.pk,
                    since=one.since or NOW,
                    been_offered=frozenset([who.pk]),
                )
            case Withdrawal():
                assert one.offered == step.professional
                one = replace(one, offered=None, offered_at=None)
            case Offer():
                assert one.professional is None
                assert one.offered is None
                who = step.professional
                one = replace(
                    one, offered=who, offered_at=NOW, been_offered=one.been_offered | {who}
                )
                staff[who] = replace(staff[who], last_offer=NOW)
        table[step.chat] = one
    return list(table.values()), list(staff.values())


def able(one: WaitingChat, people: list[Person]) -> list[Person]:
    return [
        who
        for who in people
        if who.is_there(NOW) and one.team in who.teams and one.language in who.languages
    ]


def loads(chats: list[WaitingChat]) -> Counter[int | None]:
    return Counter(one.professional or one.offered for one in chats)


@given(desks())
@settings(max_examples=400)
def test_no_offer_is_beyond_a_capacity_and_no_chat_has_two(desk):
    chats, people = desk
    steps = choose(chats, people, NOW)
    after, _ = carried_out(chats, people, steps)
    given_to = {who for _, who in offered(*steps)}
    assert all(loads(after)[who.pk] <= who.capacity for who in people if who.pk in given_to)
    assert len({one for one, _ in offered(*steps)}) == len(offered(*steps))


@given(desks())
@settings(max_examples=400)
def test_every_chat_that_somebody_free_can_take_is_offered(desk):
    chats, people = desk
    after, staff = carried_out(chats, people, choose(chats, people, NOW))
    for one in after:
        if one.professional is None and one.offered is None:
            assert all(loads(after)[who.pk] >= who.capacity for who in able(one, staff))


@given(desks())
@settings(max_examples=400)
def test_nobody_holds_an_offer_while_an_urgent_chat_waits_for_them(desk):
    chats, people = desk
    after, staff = carried_out(chats, people, choose(chats, people, NOW))
    for one in after:
        if one.professional is None and one.offered is None and one.urgent:
            names = {who.pk for who in able(one, staff) if loads(after)[who.pk] <= who.capacity}
            assert not [x for x in after if x.offered in names and not x.urgent]


@given(desks())
@settings(max_examples=400)
def test_what_was_carried_out_leaves_nothing_to_do(desk):
    chats, people = desk
    assert choose(*carried_out(chats, people, choose(chats, people, NOW)), NOW) == []


@given(desks(), st.randoms())
@settings(max_examples=200)
def test_the_order_in_which_they_are_read_makes_no_difference(desk, random):
    chats, people = desk
    steps = choose(chats, people, NOW)
    random.shuffle(chats)
    random.shuffle(people)
    assert Counter(choose(chats, people, NOW)) == Counter(steps)


@given(desks())
@settings(max_examples=200)
def test_who_is_offered_a_chat_can_answer_it(desk):
    chats, people = desk
    staff = {who.pk: who for who in people}
    table = {one.pk: one for one in chats}
    for one, who in offered(*choose(chats, people, NOW)):
        assert staff[who] in able(table[one], people)
