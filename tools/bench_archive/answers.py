"""What is asked of every engine in the same way: its speed, and what variants find.

An engine answers in CPU time, its own and its server's: other work on the machine does not count.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypedDict

PATIENCE = 1.0
"""Seconds of CPU after which an engine gives a query up."""

GIVEN_UP = float("inf")
"""What a query counts that was given up."""


class Asked(TypedDict):
    """The queries: some to warm up, those of each kind, and pairs (kind, one, other)."""

    warm: list[str]
    kinds: dict[str, list[str]]
    pairs: list[tuple[str, str, str]]


class Answers(TypedDict):
    """What an engine did: seconds to index, ms by way and kind, and pairs by their kind.

    A pair is (whether `one` finds anything, whether `other` finds the same stories).
    """

    indexed: float
    ways: dict[str, dict[str, list[float]]]
    nothing: dict[str, int]
    pairs: list[tuple[str, bool, bool]]


class Engine(Protocol):
    """A search engine; its methods raise TimeoutError after PATIENCE."""

    def seconds(self) -> float:
        """CPU time so far, the server's too."""

    def first(self, query: str, way: str) -> int:
        """Get the ten best stories, and return how many there are."""

    def found(self, query: str) -> frozenset[int]:
        """The keys of all stories that a query finds, in the engine's first way."""


def answers(engine: Engine, asked: Asked, ways: Iterable[str], indexed: float) -> Answers:
    """Put all queries to an engine that took `indexed` seconds to index the stories."""
    made = Answers(indexed=indexed, ways={}, nothing={}, pairs=[])
    for way in ways:
        for query in asked["warm"]:
            _timed(engine, lambda query=query, way=way: engine.first(query, way))
        made["ways"][way], made["nothing"][way] = {}, 0
        for kind, queries in asked["kinds"].items():
            got = [_timed(engine, lambda q=q, way=way: engine.first(q, way)) for q in queries]
            made["ways"][way][kind] = [milliseconds for milliseconds, _ in got]
            made["nothing"][way] += sum(total == 0 for _, total in got)
    made["pairs"] = [(kind, *_compared(engine, one, other)) for kind, one, other in asked["pairs"]]
    return made


def _timed(engine: Engine, work: Callable[[], Any]) -> tuple[float, Any]:
    start = engine.seconds()
    try:
        total = work()
    except TimeoutError:
        return GIVEN_UP, None
    return (engine.seconds() - start) * 1000, total


def _compared(engine: Engine, one: str, other: str) -> tuple[bool, bool]:
    """A pair that takes too long does not find the same."""
    try:
        found = engine.found(one)
        return bool(found), found == engine.found(other)
    except TimeoutError:
        return True, False


def own_seconds() -> float:
    """CPU time of this process so far."""
    return time.process_time()
