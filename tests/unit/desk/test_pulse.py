"""Asking everybody for a sign of life, a part of them each second."""

from __future__ import annotations

import asyncio

import pytest

from roznama.desk.live import pulse as pulses
from roznama.desk.live.pulse import Pulse


class Somebody:
    """Answers as often as it is told to."""

    def __init__(self, answers: int) -> None:
        self.was_heard = True
        self.asked = 0
        self.is_cut = False
        self._answers = answers

    def ping(self) -> None:
        self.asked += 1
        self.was_heard = self.asked <= self._answers

    def cut(self) -> None:
        self.is_cut = True


def turned(*people: Somebody, rounds: int, gone: Somebody | None = None) -> None:
    """Let everybody's turn come so often."""

    async def go() -> None:
        pulse = Pulse()
        for one in people:
            pulse.add(one)
        if gone is not None:
            pulse.discard(gone)
        for _ in range(rounds * pulses._TURNS):
            pulse._next()
            pulse.stop()

    asyncio.run(go())


def test_who_does_not_answer_is_cut_and_nobody_else() -> None:
    silent, lively = Somebody(answers=0), Somebody(answers=9)
    turned(silent, lively, rounds=2)
    assert (silent.asked, silent.is_cut) == (1, True)
    assert (lively.asked, lively.is_cut) == (2, False)


def test_each_is_asked_once_in_a_round() -> None:
    crowd = [Somebody(answers=9) for _ in range(500)]
    turned(*crowd, rounds=1)
    assert {one.asked for one in crowd} == {1}


def test_who_has_left_is_not_asked() -> None:
    left = Somebody(answers=9)
    turned(left, rounds=3, gone=left)
    assert left.asked == 0


def test_it_goes_on_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulses, "_TURNS", 1)
    one = Somebody(answers=9)

    async def go() -> None:
        pulse = Pulse()
        pulse.add(one)
        pulse.start()
        async with asyncio.timeout(10):
            while not one.asked:
                await asyncio.sleep(0.05)
        pulse.stop()

    asyncio.run(go())
