"""Kills: the server is killed under load again and again; what was acknowledged is counted."""

import asyncio
import random
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from bench_press.processes import BenchError
from bench_press.report import Row
from desk.clients import Client, ReaderClient, StaffClient
from desk.trial import Desk

from bench_desk.place import pin, process_of, served
from bench_desk.sizes import KILLS

_READERS = 20
_BETWEEN = 0.12  # seconds between words of one reader, while the server lives
_LONGEST_LIFE = 2.0  # seconds
_PATIENCE = 180.0  # seconds until all that was said must be acknowledged
Event = dict[str, Any]


@dataclass
class Counts:
    """What was acknowledged, and what became of it."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    shown: int = 0
    amiss: int = 0
    """Events shown to somebody twice, in another order, or not at all."""


def rows() -> Iterator[Row]:
    """The part's table."""
    begun = time.monotonic()
    with served() as desk:
        made = desk.run("open_many", "team0", _READERS)
        desk.run("take_all", "person0")
        chats = [chat for chat, _, _ in made]
        ends = asyncio.run(_storm(desk, chats, [token for _, token, _ in made]))
        counts = _counted(desk, chats, *ends)
    yield f"killed, in {time.monotonic() - begun:.0f} s", f"{KILLS} times", ""
    yield "words acknowledged", f"{counts.acknowledged:,}", ""
    yield "of these lost", f"{counts.lost}", "0"
    yield "of these kept twice", f"{counts.doubled}", "0"
    yield "of these out of order", f"{counts.disordered}", "0"
    yield "events shown in all tabs and the console", f"{counts.shown:,}", ""
    yield "of these missing, twice or out of order", f"{counts.amiss}", "0"


Ends = tuple[list[ReaderClient], list[ReaderClient], StaffClient]


async def _storm(desk: Desk, chats: list[int], tokens: list[str]) -> Ends:
    readers = [ReaderClient(desk.address, token) for token in tokens]
    tabs = [ReaderClient(desk.address, token) for token in tokens]
    staff = StaffClient(desk.address, desk.people["person0"], chats)
    everybody: list[Client] = [*readers, *tabs, staff]
    async with AsyncExitStack() as stack:
        for client in everybody:
            await stack.enter_async_context(client)
        talking = asyncio.create_task(_talk(readers, staff, chats))
        for _ in range(KILLS):
            await asyncio.sleep(random.random() * _LONGEST_LIFE)
            await asyncio.to_thread(desk.kill)
            await asyncio.to_thread(desk.start)
            pin(process_of(desk))
        talking.cancel()
        await _until(lambda: all(client.is_quiet for client in everybody), "acknowledged")
        truth = await asyncio.to_thread(desk.run, "events", chats)
        last = {int(chat): events[-1] for chat, events in truth.items()}
        await _until(
            lambda: (
                all(
                    tab.seen.get(0, [{"place": 0}])[-1]["place"] >= last[chat]["place"]
                    for group in (readers, tabs)
                    for tab, chat in zip(group, chats, strict=True)
                )
                and all(staff.seen.get(c, [{"seq": 0}])[-1]["seq"] >= last[c]["seq"] for c in chats)
            ),
            "shown",
        )
    return readers, tabs, staff


async def _talk(readers: list[ReaderClient], staff: StaffClient, chats: list[int]) -> None:
    """Everybody writes, as long as they are not too far ahead of the answers."""
    while True:
        for reader, chat in zip(readers, chats, strict=True):
            if reader.is_quiet:
                reader.write(f"سوال {random.random()}")
            if staff.is_quiet:
                staff.write(chat, f"جواب {random.random()}")
            await asyncio.sleep(_BETWEEN / len(readers))


async def _until(holds: Any, what: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise BenchError(f"not everything was {what} within {_PATIENCE:.0f} s")
        await asyncio.sleep(0.05)


def _counted(
    desk: Desk,
    chats: list[int],
    readers: list[ReaderClient],
    tabs: list[ReaderClient],
    staff: StaffClient,
) -> Counts:
    truth = desk.run("events", chats)
    counts = Counts()
    for reader, tab, chat in zip(readers, tabs, chats, strict=True):
        events = truth[str(chat)]
        _count(counts, reader.acknowledged, [e for e in events if e["author"] == "reader"])
        public = [event["uuid"] for event in events if event["place"] is not None]
        every = [event["uuid"] for event in events]
        for shown, whole in (
            (reader.seen[0], public), (tab.seen[0], public), (staff.seen[chat], every),
        ):  # fmt: skip
            counts.shown += len(shown)
            uuids = [event["uuid"] for event in shown]
            counts.amiss += len(set(whole) - set(uuids)) + len(uuids) - len(set(uuids))
            counts.amiss += uuids != [uuid for uuid in whole if uuid in set(uuids)]
    said = [e for chat in chats for e in truth[str(chat)] if e["author"] == "staff"]
    _count(counts, staff.acknowledged, said, is_ordered=False)
    return counts


def _count(
    counts: Counts, acknowledged: list[str], events: list[Event], *, is_ordered: bool = True
) -> None:
    kept = [event["uuid"] for event in events]
    counts.acknowledged += len(acknowledged)
    counts.lost += len(set(acknowledged) - set(kept))
    counts.doubled += len(kept) - len(set(kept))
    own = [uuid for uuid in kept if uuid in set(acknowledged)]
    if is_ordered:
        counts.disordered += sum(a != b for a, b in zip(own, acknowledged, strict=False))
