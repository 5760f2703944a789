"""The table, and what it was measured on."""

import os
import platform
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

Took = dict[str, float]
"""What a thing took once: `wall`, `cpu` and `database` in ms, `queries`."""


def machine() -> str:
    """Return date, processor and versions, in one line."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    packages = ", ".join(f"{name} {version(name)}" for name in ("django", "wagtail", "psycopg"))
    return (
        f"{datetime.now():%Y-%m-%d %H:%M}, {os.cpu_count()} cores ({model}), "
        f"Python {platform.python_version()}, {packages}"
    )


def load() -> str:
    """Return the machine's load over a minute."""
    return f"{os.getloadavg()[0]:.1f}"


def part(values: list[float], percent: int) -> float:
    """Return a percentile, the nearest value that is not below it."""
    found = sorted(values)
    return found[max(0, -(-len(found) * percent // 100) - 1)]


def head() -> str:
    """Return the line over the table."""
    columns = f"{'p50':>7} {'p95':>7} {'CPU':>7} {'queries':>8}"
    return f"  {'ms of server time':38} {'':>6} | {columns} | {columns}  Wagtail"


def row(thing: str, target: str, ours: list[Took], plain: list[Took]) -> str:
    """Return a line: p50 and p95 of the time, p50 of the CPU (the database's too), queries."""
    return f"  {thing:38} {target:>6} | {_side(ours)} | {_side(plain)}"


def _side(took: list[Took]) -> str:
    if not took:
        return f"{'–':>7} {'–':>7} {'–':>7} {'–':>8}"
    wall = [one["wall"] for one in took]
    cpu = [one["cpu"] + one["database"] for one in took]
    queries = sorted({int(one["queries"]) for one in took})
    told = f"{queries[0]}" if len(queries) == 1 else f"{queries[0]}-{queries[-1]}"
    return f"{part(wall, 50):7.0f} {part(wall, 95):7.0f} {part(cpu, 50):7.0f} {told:>8}"


def gigabytes(amount: Any) -> str:
    """Return bytes in gigabytes."""
    return f"{amount / 1e9:.1f} GB"
