"""Bringing what is new to whoever listens, in order, whenever they came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from roznama.desk.live import hub as hubs
from roznama.desk.live.hub import READER, Hub

LAST = 20


class Screen:
    """A listener that notes what it is brought."""

    side = READER

    def __init__(self, after: int) -> None:
        self.places = [after]

    def seen(self, conversation: int) -> int:
        return self.places[-1]

    def bring(self, conversation: int, events: list[dict[str, Any]]) -> None:
        self.places += [event["place"] for event in events]

    def typing(self, conversation: int) -> None: ...

    def erased(self, conversation: int) -> None: ...

    def promise(self, told: Any) -> None: ...


def test_who_comes_while_others_are_brought_something_misses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    early, late = Screen(10), Screen(0)

    async def go() -> None:
        loop, hub = asyncio.get_running_loop(), Hub()

        def read(wants: Any) -> dict[int, list[dict[str, Any]]]:
            if late not in hub._listeners[1]:
                asyncio.run_coroutine_threadsafe(subscribe(), loop).result()
            return {
                pk: [{"place": n, "body": {}, "kind": "x"} for n in range(after + 1, LAST + 1)]
                for pk, after in wants
            }

        async def subscribe() -> None:
            hub.subscribe(1, late)

        monkeypatch.setattr(hubs, "events_for_readers", read)
        monkeypatch.setattr(hubs, "events_for_staff", lambda wants: {})
        hub.subscribe(1, early)
        async with asyncio.timeout(10):
            while {early.places[-1], late.places[-1]} != {LAST}:
                await asyncio.sleep(0.01)
        hub.stop()

    asyncio.run(go())
    assert early.places == list(range(10, LAST + 1))
    assert late.places == list(range(LAST + 1))


def brought(hub: Hub, screens: Iterable[Screen], wait: Callable[[], bool]) -> None:
    """Subscribe each to a conversation of its own, and run until `wait` says that it is done."""

    async def go() -> None:
        for number, screen in enumerate(screens, 1):
            hub.subscribe(number, screen)
        async with asyncio.timeout(10):
            while not wait():
                await asyncio.sleep(0.01)
        hub.stop()

    asyncio.run(go())


def test_one_that_cannot_be_read_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    screens = [Screen(0), Screen(0), Screen(0)]

    def read(wants: Any) -> dict[int, list[dict[str, Any]]]:
        if 2 in dict(wants):
            raise ValueError("sealed with a key that is gone")
        return {pk: [{"place": 1, "body": {}, "kind": "x"}] for pk, _ in wants}

    monkeypatch.setattr(hubs, "events_for_readers", read)
    monkeypatch.setattr(hubs, "events_for_staff", lambda wants: {})
    brought(Hub(), screens, lambda: screens[0].places == screens[2].places == [0, 1])
    assert screens[1].places == [0]
