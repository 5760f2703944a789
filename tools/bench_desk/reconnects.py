"""Reconnects: many sockets are cut at once, and all come back at once."""

import time
from collections.abc import Iterator

import uvloop
from bench_press.processes import precise_seconds
from bench_press.report import Row

from bench_desk.crowd import Crowd
from bench_desk.place import process_of, room_for, served
from bench_desk.sizes import RECONNECTS


def rows() -> Iterator[Row]:
    """The part's table."""
    count = room_for(RECONNECTS)
    with served() as desk:
        tokens = [token for _, token, _ in desk.run("open_many", "team0", count)]
        took, work, errors = uvloop.run(_measured(desk.port, process_of(desk), tokens))
    yield f"{count:,} sockets, from the cut until each has all it missed", f"{took:.1f} s", "< 10 s"
    yield "of that the server's CPU", f"{work:.1f} s", ""
    yield "sockets that were refused or lost meanwhile", f"{errors}", "0"


async def _measured(port: int, process: int, tokens: list[str]) -> tuple[float, float, int]:
    crowd = Crowd(port, tokens)
    await crowd.come()
    there = list(crowd.places)
    begun, used = time.perf_counter(), precise_seconds(process)
    crowd.cut()
    # The last event came while nobody was there.
    crowd.places = [place - 1 for place in there]
    await crowd.come(there, at_once=len(tokens))
    took = time.perf_counter() - begun
    return took, precise_seconds(process) - used, crowd.lost - len(tokens)
