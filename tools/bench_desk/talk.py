"""Talk: readers write at a steady rate; how long until each word has arrived, and what it cost."""

import asyncio
import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import uvloop
from bench_press.processes import BenchError, precise_seconds
from bench_press.report import Row

from bench_desk.crowd import Crowd
from bench_desk.sizes import RATE, SECONDS
from bench_desk.wire import Socket, Told, connected

_WARM = 3  # seconds that are not measured
_LAST = 10.0  # seconds that the last words may take
_TEXT = "السلام علیکم، مجھے دو دن سے بخار ہے اور کھانسی بھی، کیا کرنا چاہیے؟"


@dataclass
class Spoken:
    """What was said in the measured seconds, by the number that each word begins with."""

    sent: dict[int, float] = field(default_factory=dict)
    kept: int = 0
    """Acknowledgements in that time, whichever word they are for: somebody may lag behind."""
    seconds: float = 0.0
    """How long it took."""
    arrivals: list[tuple[int, float, float]] = field(default_factory=list)
    """A word's conversation, its time in the table (before its commit), and when it came."""
    taken: list[float] = field(default_factory=list)
    """Seconds from sending to each arrival."""
    lost: int = 0
    cpu: float = 0.0
    """Seconds of the server's CPU."""

    def rows(self, whose: str, ends: int) -> list[Row]:
        """What was reached; each word is brought to `ends` others at least."""
        count = len(self.sent)
        arrived = f"{len(self.taken):,} of {count:,} words and more"
        return [
            (f"{whose}: words a second, acknowledged", f"{self.kept / self.seconds:.0f}", ""),
            (f"{whose}: arrivals at second tabs and the console", arrived, f"{ends * count:,}"),
            (f"{whose}: sockets that were closed meanwhile", f"{self.lost:,}", "0"),
            (f"{whose}: from sending to arrival, p50 / p99", _both(self.taken), ""),
            (
                f"{whose}: CPU of the server for a word",
                f"{1000 * self.cpu / max(1, self.kept):.2f} ms",
                "",
            ),
        ]


def _both(times: Sequence[float]) -> str:
    if not times:
        return "nothing arrived"
    return f"{1000 * share(times, 0.5):.1f} / {1000 * share(times, 0.99):.1f} ms"


def share(times: Sequence[float], part: float) -> float:
    """The time that this part of all does not exceed."""
    if not times:
        raise BenchError("nothing arrived")
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def since_commit(said: Spoken, commits: Mapping[int, Sequence[float]]) -> list[float]:
    """Seconds from each word's commit to each of its arrivals.

    A word was committed with the first commit of its conversation after its time in the table,
    which is told in whole milliseconds.
    """
    found = []
    for chat, at, arrived in said.arrivals:
        times = commits.get(chat, ())
        first = bisect_left(times, at)
        if first < len(times):
            found.append(arrived - times[first])
    return found


@dataclass(frozen=True)
class Place:
    """A server with conversations; `tokens` open them, `watched` are the console's own."""

    port: int
    process: int
    tokens: list[str]
    watched: list[int]
    session: str = ""
    chats: list[int] = field(default_factory=list)
    """The conversations that `tokens` open."""


def spoken(place: Place, rate: int = RATE) -> Spoken:
    """Let readers write, `rate` words a second; each has a second tab, some are looked at."""
    return uvloop.run(_Conversation(place, rate).held())


class _Conversation:
    def __init__(self, place: Place, rate: int) -> None:
        self._place = place
        self._rate = rate
        self._said = Spoken()
        self._waited_for: set[str] = set()
        self._count = count = len(place.tokens)
        self._chats = place.chats or [0] * count
        self._readers = Crowd(place.port, place.tokens, self._answered)
        self._tabs = Crowd(place.port, place.tokens, self._heard, first=count)
        self._watches = 0

    async def held(self) -> Spoken:
        await self._readers.come()
        await self._tabs.come()
        console = await connected(
            self._place.port, "/desk/staff/socket", {"hello": {}}, self._seen,
            name=2 * len(self._place.tokens), cookie=self._place.session,
        )  # fmt: skip
        await self._watch(console)
        await self._speak(_WARM, measured=False)
        used, begun = precise_seconds(self._place.process), time.perf_counter()
        self._said.kept = 0
        await self._speak(SECONDS, measured=True)
        self._said.cpu = precise_seconds(self._place.process) - used
        self._said.seconds = time.perf_counter() - begun
        self._said.lost = self._readers.lost + self._tabs.lost
        kept, end = self._said.kept, time.perf_counter() + _LAST
        while self._waited_for and time.perf_counter() < end:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.5)
        self._said.kept = kept
        return self._said

    async def _watch(self, console: Socket) -> None:
        for chat in self._place.watched:
            await asyncio.sleep(0.01)
            console.say({"watch": chat, "after": 0})
        async with asyncio.timeout(60):
            while self._watches < len(self._place.watched):
                await asyncio.sleep(0.05)

    async def _speak(self, seconds: float, *, measured: bool) -> None:
        """Say so many a second, in turn by each reader, whatever was answered."""
        begun, said = time.perf_counter(), 0
        while said < self._rate * seconds:
            due = min(self._rate * seconds, (time.perf_counter() - begun) * self._rate)
            while said < due:
                self._say(said, measured=measured)
                said += 1
            await asyncio.sleep(0.002)

    def _say(self, number: int, *, measured: bool) -> None:
        uuid = str(uuid4())
        text = f"{number if measured else -1} {_TEXT}"
        if measured:
            self._waited_for.add(uuid)
            self._said.sent[number] = time.time()
        reader = number % len(self._place.tokens)
        self._readers.say(reader, {"do": "send", "uuid": uuid, "text": text})

    def _answered(self, reader: int, told: Told) -> None:
        if "ok" in told:
            self._waited_for.discard(told["ok"])
            self._said.kept += 1

    def _heard(self, reader: int, told: Told) -> None:
        self._arrive(self._chats[reader % self._count], told.get("events", ()))

    def _seen(self, socket: Socket, told: Told) -> None:
        if "state" in told:
            self._watches += 1
        self._arrive(told.get("chat", 0), told.get("events", ()))

    def _arrive(self, chat: int, events: Sequence[dict[str, Any]]) -> None:
        now = time.time()
        for event in events:
            if event["kind"] == "message":
                sent = self._said.sent.get(_number(event["body"]["text"]))
                if sent is not None:
                    self._said.taken.append(now - sent)
                    self._said.arrivals.append((chat, event["at"] / 1000, now))


def _number(text: str) -> int:
    word = text.partition(" ")[0]
    return int(word) if word.isdigit() else -1
