"""Giants: megabytes of one sign, which must take ten times as long as a tenth of them."""

import time
from typing import Any, NamedTuple

from fuzz_urdu.checks import is_documented
from fuzz_urdu.running import Failure, TooSlowError, with_alarm
from roznama import urdu

UNITS = (
    "ا", "ہ", "ه", "ی", "ی\u0654", "\u064e", "\u0654", "\u200c", "\u200d", "\u0640", "\"", "'", "’",
    "“", "(", "۔", ".", "1", "۱", "1,", "a", "a.", "A\u202eا\u202d", " ", "\n", "😀", "\ud800",
    "\x04", "\x00", "कि", "ل\u200c", "ا ", "نے کہا کہ ",
)  # fmt: skip
_LARGE = 10_000_000  # bytes in UTF-8
_STEEPEST = 20  # times as long for ten times as much
_QUICK = 1.0  # seconds; what is over sooner is not worth comparing
_PATIENCE = 0.2  # seconds for a hundredth; from there on a tenth is the largest
_LIMIT = 180  # seconds


class Measured(NamedTuple):
    """How long ten times as much of a sign took, against one."""

    function: str
    unit: str
    size: int
    seconds: float
    ratio: float


def giant(job: tuple[str, str, str]) -> tuple[Measured | None, Failure | None]:
    """Time one function on much and on ten times as much: (function, sort of argument, unit)."""
    name, sort, unit = job
    whole = unit * (_LARGE // len(unit.encode("utf-8", "surrogatepass")))
    argument: Any = whole.encode("utf-8", "surrogatepass") if sort == "bytes" else whole
    try:
        with_alarm(_LIMIT)
        if _seconds(name, argument[: len(argument) // 100]) > _PATIENCE:
            argument = argument[: len(argument) // 10]
        small = _seconds(name, argument[: len(argument) // 10])
        large = _seconds(name, argument)
    except TooSlowError:
        return None, Failure(name, f"longer than {_LIMIT} seconds on a giant", unit)
    except Exception as error:  # any error is what is looked for
        return None, Failure(name, f"raises {type(error).__name__} on a giant", unit)
    finally:
        with_alarm(0)
    size = len(argument) if sort == "bytes" else len(argument.encode("utf-8", "surrogatepass"))
    measured = Measured(name, unit, size, large, large / max(small, _QUICK / _STEEPEST))
    steep = large > _QUICK and measured.ratio > _STEEPEST
    failure = Failure(name, f"{measured.ratio:.0f} times as long for ten times as much", unit)
    return measured, failure if steep else None


def _seconds(name: str, argument: Any) -> float:
    start = time.process_time()
    try:
        getattr(urdu, name)(argument)
    except ValueError as error:
        if not is_documented(name, argument, error):
            raise
    return time.process_time() - start
