"""The desk's queue in the database: promises, routing and the head's numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from roznama.desk.board import board, export
from roznama.desk.gathering import gather
from roznama.desk.live.keeping import promises
from roznama.desk.models import Conversation, Professional, Team
from roznama.desk.outlook import outlook, outlooks, promise_for
from roznama.desk.promise import Promise
from roznama.desk.routing import Offer, Return, Withdrawal, choose
from tests.integration.desk import (
    MINUTE,
    NOW,
    SECOND,
    TODAY,
    add_event,
    make_chat,
    make_past_chat,
    make_professional,
    make_team,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def team() -> Team:
    return make_team()


def fill(team: Team, who: Professional, count: int = 9) -> None:
    """Chats of the last days: a word after 10, 20, … seconds, the end after 10, 20, … minutes."""
    for number in range(1, count + 1):
        make_past_chat(team, who, ago=number * DAY, word=10 * number, lasted=600 * number)


def routed() -> list[Any]:
    return choose(*gather(NOW), NOW)


def test_a_newcomer_is_promised_the_pick_up_of_late(team: Team) -> None:
    fill(team, make_professional("الف", team, capacity=1))
    assert outlook(team, NOW).newcomer() == Promise("now", 1, 2, 1, 1)


def test_somebody_in_the_queue_is_promised_by_their_place(team: Team) -> None:
    doctor = make_professional("الف", team, capacity=1)
    fill(team, doctor)
    make_chat(team, "active", professional=doctor, waiting_since=None)
    first = make_chat(team, waiting_since=NOW - 2 * MINUTE)
    last = make_chat(team)
    urgent = make_chat(team, urgent=True, waiting_since=NOW)
    found = {chat: promise_for(chat, NOW) for chat in (urgent, first, last)}
    assert [one.position for one in found.values() if one] == [1, 2, 3]
    # The median chat lasts 50 minutes, and 50 seconds go to the pick-up; 80 and 80.
    assert found[urgent] == Promise("wait", 51, 82, 1, 1)
    assert found[last] == Promise("wait", 151, 242, 3, 1)
    assert outlook(team, NOW).newcomer().position == 4
    assert promise_for(make_chat(team, "active", professional=doctor), NOW) is None


def test_an_offer_keeps_a_seat_once(team: Team) -> None:
    doctor = make_professional("الف", team, make_team("law"), capacity=1)
    fill(team, doctor)
    mine = make_chat(team, offered=doctor, offered_at=NOW)
    assert outlook(team, NOW).waiting()[mine.pk].kind == "now"
    assert outlook(team, NOW).newcomer().kind == "wait"
    assert outlook(Team.objects.get(slug="law"), NOW).seats[0].free == 0


def test_a_promise_is_withdrawn_when_nobody_is_left(team: Team) -> None:
    doctor = make_professional("الف", team)
    fill(team, doctor)
    assert outlook(team, NOW + 90 * SECOND).newcomer().kind == "now"
    assert outlook(team, NOW + 91 * SECOND).newcomer() == Promise("nobody", position=1)
    assert outlook(team, NOW).newcomer("en").kind == "now"
    assert outlook(team, NOW).newcomer("ps").kind == "nobody"


def test_few_and_old_chats_promise_nothing(team: Team) -> None:
    doctor = make_professional("الف", team)
    fill(team, doctor, 7)
    make_past_chat(team, doctor, ago=31 * DAY, word=10, lasted=60)
    make_past_chat(make_team("law"), doctor, ago=DAY, word=10, lasted=60)
    assert outlook(team, NOW).newcomer() == Promise("unknown", position=1, on_duty=1)


def test_a_question_left_overnight_is_no_slow_answer(team: Team) -> None:
    doctor = make_professional("الف", team)
    for number in range(9):
        make_past_chat(
            team, doctor, ago=DAY, word=30, lasted=60, first_waited=NOW - DAY - (number + 8) * HOUR
        )
    assert outlook(team, NOW).newcomer().high_minutes == 1


def test_a_waiting_chat_is_offered_and_an_offer_not_taken_goes_on(team: Team) -> None:
    first, second = (make_professional(name, team) for name in "اب")
    chat = make_chat(team)
    add_event(chat, "queued", NOW - 2 * MINUTE)
    assert routed() == [Offer(chat.pk, first.pk)]
    add_event(chat, "offered", NOW - MINUTE, first)
    Conversation.objects.update(offered=first, offered_at=NOW - MINUTE)
    assert routed() == [Withdrawal(chat.pk, first.pk), Offer(chat.pk, second.pk)]
    Team.objects.update(offer_seconds=61)
    assert routed() == []


def test_a_chat_that_was_returned_does_not_go_back_at_once(team: Team) -> None:
    first, second = (make_professional(name, team) for name in "اب")
    chat = make_chat(team, last_professional=first)
    for kind, who in (("offered", second), ("taken", first), ("returned", first)):
        add_event(chat, kind, NOW - MINUTE, who)
    assert routed() == [Offer(chat.pk, second.pk)]


def test_who_has_been_longest_without_an_offer_is_asked(team: Team) -> None:
    first, second = (make_professional(name, team) for name in "اب")
    add_event(make_past_chat(team, second, ago=HOUR, word=5, lasted=60), "offered", NOW, first)
    chat = make_chat(team)
    assert routed() == [Offer(chat.pk, second.pk)]


def test_an_unanswered_chat_goes_to_somebody_else(team: Team) -> None:
    first, second = (make_professional(name, team) for name in "اب")
    chat = make_chat(team, "active", professional=first, waiting_since=NOW - 11 * MINUTE)
    add_event(chat, "taken", NOW - 9 * MINUTE, first)
    assert routed() == []
    chat.events.update(at=NOW - 11 * MINUTE)
    assert routed() == [Return(chat.pk, first.pk, "unanswered"), Offer(chat.pk, second.pk)]


def test_the_chats_of_who_is_gone_go_to_others(team: Team) -> None:
    gone = make_professional("الف", team, on_duty=False, heard=NOW - 2 * MINUTE)
    there = make_professional("ب", team)
    chat = make_chat(team, "active", professional=gone, waiting_since=None)
    assert routed() == [Return(chat.pk, gone.pk, "off_duty"), Offer(chat.pk, there.pk)]


def test_without_a_valid_licence_nobody_is_offered_a_chat_or_keeps_one(team: Team) -> None:
    late = make_professional("الف", team, valid_for=-1)
    chat, kept = make_chat(team), make_chat(team, "active", professional=late)
    assert routed() == [Return(kept.pk, late.pk, "off_duty")]
    other = make_professional("ب", team, valid_for=None, needs_licence=False, capacity=9)
    assert routed()[1:] == [Offer(chat.pk, other.pk), Offer(kept.pk, other.pk)]
    assert outlook(team, NOW).newcomer().on_duty == 1
    other.user.is_active = False
    other.user.save()
    assert len(routed()) == 1
    assert outlook(team, NOW).newcomer().kind == "nobody"


def test_who_answers_in_time_is_not_looked_at(team: Team) -> None:
    there = make_professional("الف", team)
    for since in (None, NOW - MINUTE, NOW - team.answer_minutes * MINUTE + SECOND):
        make_chat(team, "active", professional=there, waiting_since=since)
    late = NOW - team.answer_minutes * MINUTE - SECOND
    overdue = make_chat(team, "active", professional=there, waiting_since=late)
    chats, _ = gather(NOW)
    assert [chat.pk for chat in chats] == [overdue.pk]


def test_what_is_looked_at_is_bounded_and_begins_with_offers_and_the_urgent(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roznama.desk.gathering.MOST", 2)
    doctor = make_professional("الف", team)
    make_chat(team, waiting_since=NOW - HOUR)
    urgent = make_chat(team, urgent=True)
    offered = make_chat(team, offered=doctor, offered_at=NOW)
    chats, _ = gather(NOW)
    assert [chat.pk for chat in chats] == [offered.pk, urgent.pk]


def queries(call: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def test_the_number_of_queries_is_fixed(team: Team) -> None:
    other = make_team("law")
    calls = {
        "gather": lambda: gather(NOW),
        "outlooks": lambda: outlooks([team, other], NOW),
        "board": lambda: board(team, TODAY - 40 * DAY, TODAY),
        "export": lambda: list(export(team, TODAY - 40 * DAY, TODAY)),
    }
    for count in (1, 6):
        for number in range(count):
            doctor = make_professional(f"الف {number}", team, other)
            fill(team, doctor, 3)
            make_chat(team, "active", professional=doctor)
            add_event(make_chat(team), "queued", NOW)
        outlooks([team, other], NOW)
        found = {name: queries(call) for name, call in calls.items()}
        assert found == {"gather": 9, "outlooks": 5, "board": 2, "export": 2}


def test_the_numbers_of_a_team(team: Team) -> None:
    first, second = (make_professional(name, team) for name in "اب")
    for number in range(1, 10):
        make_past_chat(
            team, first, ago=DAY, word=10 * number, lasted=600, stars=5 if number > 2 else 2
        )
    make_past_chat(team, second, ago=HOUR, word=300, lasted=600, urgent=True)
    make_chat(team)
    make_chat(team, "erased")
    make_chat(make_team("law"))
    make_past_chat(team, second, ago=3 * DAY, word=10, lasted=60)
    found = board(team, TODAY - DAY, TODAY)
    total = found.total
    assert (total.conversations, total.answered, total.urgent) == (11, 10, 1)
    assert (total.first_word_median, total.first_word_p80, total.first_word_p95) == (60, 90, 300)
    assert (total.ratings, total.stars) == ([0, 2, 0, 0, 7], pytest.approx(39 / 9))
    assert (found.hours[11], found.hours[12], sum(found.hours)) == (2, 9, 11)
    assert found.weekdays == [0, 0, 9, 2, 0, 0, 0]
    assert found.days == [(TODAY - DAY, 9), (TODAY, 2)]
    assert [(name, one.conversations) for name, one in found.professionals] == [("ا", 9), ("ب", 1)]
    assert found.as_dict()["days"] == [["2026-11-25", 9], ["2026-11-26", 2]]


def test_the_first_promise_is_kept_count_of(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    doctor = make_professional("الف", team, capacity=1)
    fill(team, doctor)
    waiting = make_chat(team)
    told = promises()[waiting.pk]
    waiting.refresh_from_db()
    assert waiting.promised == told["high_minutes"] == 2
    # What is promised anew while somebody waits is another thing.
    Conversation.objects.filter(pk=waiting.pk).update(promised=1)
    promises()
    waiting.refresh_from_db()
    assert waiting.promised == 1


def test_promises_that_were_kept_are_counted(team: Team) -> None:
    doctor = make_professional("الف", team)
    for word, minutes in ((50, 1), (70, 1), (70, 2), (30, None)):
        chat = make_past_chat(team, doctor, ago=HOUR, word=word, lasted=600)
        Conversation.objects.filter(pk=chat.pk).update(promised=minutes)
    Conversation.objects.filter(pk=make_chat(team).pk).update(promised=9)
    total = board(team, TODAY, TODAY).total
    assert (total.promised, total.kept) == (3, 2)
    assert total.kept_share == pytest.approx(200 / 3)


def test_a_day_without_conversations_has_numbers(team: Team) -> None:
    found = board(team, TODAY, TODAY)
    assert (found.total.conversations, found.total.first_word_median) == (0, None)
    assert (len(found.hours), found.professionals) == (24, [])


def test_the_export_has_a_line_for_each_conversation(team: Team) -> None:
    doctor = make_professional("=HYPERLINK(1)", team)
    make_past_chat(team, doctor, ago=HOUR, word=30, lasted=90, stars=4)
    make_chat(team, language="en", urgent=True)
    heading, answered, waiting = export(team, TODAY, TODAY)
    assert heading[:3] == ["day", "time", "state"]
    assert answered == [
        "2026-11-26", "11:00", "closed", "0", "ur", "'=HYPERLINK(1)", "", "30", "90", "4",
    ]  # fmt: skip
    assert waiting == ["2026-11-26", "11:59", "waiting", "1", "en", "", "", "", "", ""]
