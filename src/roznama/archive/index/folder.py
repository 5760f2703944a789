"""Where indexes are: a folder of generations, and a file that names the one in use.

A new generation is built beside the old one and takes its place when the name is replaced, in
one step. Each generation knows its format and how far it has followed the change log; both
are written after the index itself, so what is written twice is only written again.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from roznama.archive.index.schema import FORMAT

_CURRENT = "current"
_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """A generation's state; `cursor` is one of the change log, as JSON."""

    format: int
    cursor: str
    done: bool = False
    last: int = 0
    """While it is being built: the highest id that is in it for good."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One index in its folder."""

    folder: Path

    def state(self) -> State | None:
        """Return its state, None where there is none that can be read."""
        try:
            fields = json.loads((self.folder / _STATE).read_text())
            return State(**fields)
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, state: State) -> None:
        """Write its state in one step."""
        _replace(self.folder / _STATE, json.dumps(asdict(state)))

    def move(self, cursor: str) -> None:
        """Write that it has followed the log to a cursor."""
        state = self.state()
        if state is not None:
            self.keep(replace(state, cursor=cursor))

    def is_usable(self) -> bool:
        """Whether it is whole and of this program's format."""
        state = self.state()
        return state is not None and state.done and state.format == FORMAT

    def remove(self) -> None:
        """Remove it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def current(folder: Path) -> Generation | None:
    """Return the generation in use, None where there is none."""
    try:
        name = (folder / _CURRENT).read_text().strip()
    except OSError:
        return None
    return Generation(folder / name) if name.startswith("index-") else None


def use(folder: Path, generation: Generation) -> None:
    """Put a generation in use, and remove the others that nobody is building."""
    _replace(folder / _CURRENT, generation.folder.name)
    for other in folder.glob("index-*"):
        if other.is_dir() and other != generation.folder:
            Generation(other).remove()


def begun(folder: Path) -> Generation | None:
    """Return a generation of this format whose building was broken off, None without one."""
    used = current(folder)
    for path in sorted(folder.glob("index-*"), reverse=True):
        generation = Generation(path)
        state = generation.state()
        if generation != used and state and not state.done and state.format == FORMAT:
            return generation
    return None


def next_generation(folder: Path) -> Generation:
    """Make an empty folder for a new generation."""
    numbers = [int(path.name[6:]) for path in folder.glob("index-*") if path.name[6:].isdigit()]
    generation = Generation(folder / f"index-{max(numbers, default=0) + 1:06}")
    generation.folder.mkdir(parents=True)
    return generation


def _replace(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with new.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
