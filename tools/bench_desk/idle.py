"""Idle: the memory of the server with many open chats in which nobody writes."""

import asyncio
import time
from collections.abc import Iterator

import uvloop
from bench_press.processes import resident, seconds
from bench_press.report import Row

from bench_desk.crowd import Crowd
from bench_desk.place import process_of, room_for, served
from bench_desk.sizes import CHATS

_FEW = 50  # sockets before it counts as warm
_STILL = 3.0  # seconds


def rows() -> Iterator[Row]:
    """The part's table."""
    count = room_for(CHATS)
    with served() as desk:
        process = process_of(desk)
        tokens = [token for _, token, _ in desk.run("open_many", "team0", count)]
        start = resident(process)
        yield "memory of the server after its start", f"{start:.0f} MB", ""
        first, full, work = uvloop.run(_measured(desk.port, process, tokens))
        yield f"with {_FEW} open chats", f"{first:.0f} MB", ""
        yield f"with {count:,} open chats", f"{full:.0f} MB", "< 350 MB"
        each = (full - start) * 1000 / count
        yield "of that for each", f"{each:.1f} KB", "< 25 KB"
        yield "CPU of the server a second, nobody writing", f"{work * 1000:.0f} ms", ""


async def _measured(port: int, process: int, tokens: list[str]) -> tuple[float, float, float]:
    few = Crowd(port, tokens[:_FEW])
    await few.come()
    first = resident(process)
    many = Crowd(port, tokens[_FEW:], first=_FEW)
    await many.come()
    await asyncio.sleep(_STILL)
    used, began = seconds(process), time.monotonic()
    await asyncio.sleep(_STILL)
    work = (seconds(process) - used) / (time.monotonic() - began)
    return first, resident(process), work
