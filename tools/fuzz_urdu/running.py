"""Running: a function on many inputs, and a failing input made as small as can be."""

import inspect
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fuzz_urdu.checks import CHECKS, is_documented
from fuzz_urdu.inputs import MAKERS
from roznama import urdu

CHUNK = 500  # inputs of a function that one process takes at a time
_LONGEST = 10  # seconds that a function may take on one input
_TRIES = 2000  # to make an input smaller

_LATIN = ("from_roman", "roman_candidates")


@dataclass(frozen=True)
class Failure:
    """A function, what is wrong, and the smallest input found that shows it."""

    function: str
    complaint: str
    argument: Any


class TooSlowError(Exception):
    """A function took longer than it may."""


def functions() -> dict[str, str]:
    """The public functions of the engine, each with the sort of its first argument."""
    public = {name: getattr(urdu, name) for name in urdu.__all__}
    return {name: _sort(name, one) for name, one in public.items() if inspect.isfunction(one)
            or hasattr(one, "__wrapped__")}  # fmt: skip


def _sort(name: str, function: Callable[..., Any]) -> str:
    first = next(iter(inspect.signature(function).parameters.values())).annotation
    said = "latin" if name in _LATIN else getattr(first, "__name__", str(first))
    said = str(first).rpartition(".")[2] if said == "UnionType" else said
    return said.replace("decimal.", "")


def chunk(job: tuple[str, str, int, str]) -> tuple[str, int, list[Failure]]:
    """Run one chunk: (function, sort of argument, how many inputs, seed)."""
    name, sort, count, seed = job
    chance = random.Random(seed)
    failures: dict[str, Failure] = {}
    for _ in range(count):
        argument = MAKERS[sort](chance)
        complaint = wrong(name, argument)
        if complaint and complaint not in failures:
            failures[complaint] = Failure(name, complaint, smaller(name, complaint, argument))
    return name, count, list(failures.values())


def wrong(name: str, argument: Any, limit: int = _LONGEST) -> str:
    """What is wrong with function `name` on `argument`; empty when nothing is."""
    with_alarm(limit)
    try:
        result = getattr(urdu, name)(argument)
        return CHECKS[name](argument, result) if name in CHECKS else ""
    except TooSlowError:
        return f"longer than {limit} seconds"
    except Exception as error:  # any error is what is looked for
        return "" if is_documented(name, argument, error) else f"raises {type(error).__name__}"
    finally:
        signal.alarm(0)


def with_alarm(seconds: int) -> None:
    """Raise TooSlowError in this process after `seconds`."""
    signal.signal(signal.SIGALRM, _ring)
    signal.alarm(seconds)


def _ring(*_: object) -> None:
    raise TooSlowError


def smaller(name: str, complaint: str, argument: Any) -> Any:
    """`argument` without all that can be left out and gives the same complaint."""
    if not isinstance(argument, str | bytes) or complaint.startswith("longer"):
        return argument
    size, tries = len(argument) // 2, 0
    while size and tries < _TRIES:
        at = 0
        while at < len(argument) and tries < _TRIES:
            shorter = argument[:at] + argument[at + size :]
            tries += 1
            if shorter and wrong(name, shorter) == complaint:
                argument = shorter
            else:
                at += size
        size //= 2
    return argument


def shares(only: list[str] | None = None) -> dict[str, float]:
    """How many inputs each function gets, as a share of all; slow functions get few."""
    weights = {name: _WEIGHTS.get(name, 1.0) for name in only or functions()}
    return {name: weight / sum(weights.values()) for name, weight in weights.items()}


_WEIGHTS = {
    "normalize": 8.0, "fold": 4.0, "tokens": 4.0, "normalize_with_map": 3.0, "sentences": 2.0,
    "sentence_spans": 2.0, "from_roman": 0.1, "roman_candidates": 0.1, "misspellings": 0.5,
    "spelling_variants": 0.5, "slug": 0.5,
}  # fmt: skip
"""A function that is not named here has weight 1."""
