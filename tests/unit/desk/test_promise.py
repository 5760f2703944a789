"""The waiting time that is promised, and whether it is kept."""

from __future__ import annotations

import math
import random
import statistics
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.promise import ENOUGH, Pace, Promise, Seat, promise, quantile

PACE = Pace(pickups=tuple(range(10, 210, 10)), lengths=tuple(range(60, 1260, 60)))


def test_a_free_seat_promises_a_pick_up():
    # Of 20 samples the median from above is the 11th, the 80th percentile the 17th.
    made = promise([Seat(4, 3), Seat(4, 4)], 1, PACE)
    assert made == Promise("now", 2, 3, position=1, on_duty=2)


def test_without_one_so_many_chats_end_first():
    # Three before, eight seats: 3 * 660 / 8 and 3 * 1020 / 8 seconds besides.
    made = promise([Seat(4, 4), Seat(4, 4)], 3, PACE)
    low, high = math.ceil((110 + 247.5) / 60), math.ceil((170 + 382.5) / 60)
    assert made == Promise("wait", low, high, position=3, on_duty=2)


def test_few_samples_promise_nothing():
    few = Pace(pickups=(30.0,) * (ENOUGH - 1), lengths=(300.0,) * ENOUGH)
    assert promise([Seat(2, 0)], 1, few) == Promise("unknown", position=1, on_duty=1)
    short = Pace(pickups=(30.0,) * ENOUGH, lengths=(300.0,) * (ENOUGH - 1))
    assert promise([Seat(2, 0)], 1, short).kind == "now"
    assert promise([Seat(2, 2)], 1, short).kind == "unknown"


@pytest.mark.parametrize("seats", [[], [Seat(0, 0)]])
def test_with_nobody_there_is_no_promise(seats):
    assert promise(seats, 5, PACE) == Promise("nobody", position=5)


def test_few_samples_make_a_wide_promise():
    slow = Pace(pickups=(20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 900.0))
    assert promise([Seat(1, 0)], 1, slow).high_minutes == 15


def test_quantiles_are_taken_from_above():
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([1, 2], 0.5) == 2
    assert quantile(range(1, 10), 0.8) == 8
    assert quantile([7], 0.8) == 7
    with pytest.raises(ValueError, match="no samples"):
        quantile([], 0.5)


TIMES = st.lists(st.floats(0, 1e5), min_size=ENOUGH, max_size=40).map(tuple)
SEATS = st.lists(st.builds(Seat, st.integers(0, 5), st.integers(0, 9)), max_size=4)


@given(SEATS, st.integers(1, 50), st.builds(Pace, TIMES, TIMES))
def test_who_is_further_back_is_never_promised_less(seats, position, pace):
    near, far = promise(seats, position, pace), promise(seats, position + 1, pace)
    if near.high_minutes is not None and near.low_minutes is not None:
        assert 1 <= near.low_minutes <= near.high_minutes
        assert far.high_minutes >= near.high_minutes
        assert far.low_minutes >= near.low_minutes


# Simulated queues

Draw = Callable[[random.Random], float]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader was promised in minutes, and what was true."""

    kind: str
    low: int
    high: int
    true: float


def lognormal(median: float, spread: float) -> Draw:
    return lambda dice: dice.lognormvariate(math.log(median), spread)


def exponential(mean: float) -> Draw:
    return lambda dice: dice.expovariate(1 / mean)


def even(low: float, high: float) -> Draw:
    return lambda dice: dice.uniform(low, high)


@dataclass(frozen=True, slots=True)
class Queue:
    """`busy` is the share of all seats' time that is asked for; times are in seconds."""

    busy: float
    seats: int
    pickup: Draw
    talk: Draw


def simulate(queue: Queue, readers: int = 4000) -> Iterator[Told]:
    """Yield what readers are told who come at random, and how it went.

    A seat is taken from the offer to the end of the chat.
    """
    pickup, talk, seats = queue.pickup, queue.talk, queue.seats
    dice = random.Random(1947)
    held = sum(pickup(dice) + talk(dice) for _ in range(2000)) / 2000
    gap = held / (queue.busy * seats)  # from one reader to the next
    running: list[float] = []  # ends of chats, also of those that wait for a seat
    seen: deque[tuple[float, float, float, float]] = deque(maxlen=400)
    begins: list[float] = []
    now = 0.0
    for _ in range(readers):
        now += dice.expovariate(1 / gap)
        running = sorted(end for end in running if end > now)
        waiting = sum(begin > now for begin in begins[-400:])
        load = len(running) - waiting
        known = [row for row in seen if row[0] <= now][-200:]
        over = [row for row in seen if row[1] <= now][-200:]
        pace = Pace(tuple(row[2] for row in known), tuple(row[3] for row in over))
        made = promise([Seat(seats, load)], waiting + 1, pace)
        begin = now if len(running) < seats else running[-seats]
        first, length = pickup(dice), talk(dice)
        running.append(begin + first + length)
        begins.append(begin)
        seen.append((begin + first, begin + first + length, first, length))
        if made.low_minutes is not None and made.high_minutes is not None:
            true = (begin + first - now) / 60
            yield Told(made.kind, made.low_minutes, made.high_minutes, true)


QUEUES = {
    "quiet": Queue(0.5, 6, lognormal(45, 0.8), lognormal(480, 0.8)),
    "busy": Queue(0.85, 6, lognormal(45, 0.8), lognormal(480, 0.8)),
    "full": Queue(0.97, 12, lognormal(60, 1.0), lognormal(600, 1.0)),
    "one seat": Queue(0.8, 1, exponential(60), exponential(600)),
    "one seat, even": Queue(0.8, 1, even(20, 90), even(500, 700)),
    "many": Queue(0.95, 32, exponential(60), lognormal(600, 0.6)),
}


@cache
def told_in(name: str) -> list[Told]:
    return list(simulate(QUEUES[name]))


def kept(told: list[Told]) -> float:
    return sum(one.true <= one.high for one in told) / len(told)


@pytest.mark.parametrize("name", QUEUES)
def test_three_of_four_promises_are_kept(name):
    told = told_in(name)
    assert len(told) > 3000
    for kind in ("now", "wait"):
        rows = [one for one in told if one.kind == kind]
        assert len(rows) > 300
        assert kept(rows) >= 0.75, kind


@pytest.mark.parametrize("name", QUEUES)
def test_promises_are_not_kept_by_telling_too_much(name):
    told = told_in(name)
    assert statistics.median(one.high / max(one.true, 1) for one in told) < 3
