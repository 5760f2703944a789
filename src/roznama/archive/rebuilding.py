"""Making the index anew from the database, beside the one that readers use meanwhile.

What was done is kept every so often, so a rebuild that was broken off goes on from there. The
cursor is taken before the first story is read: what changes later is found in the log.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from roznama.archive.documents import published_stories
from roznama.archive.index.analysts import analysts
from roznama.archive.index.folder import Generation, State, begun, next_generation, use
from roznama.archive.index.schema import FORMAT
from roznama.archive.index.writing import Writer
from roznama.changes import log
from roznama.newsroom.models import ArticlePage

_AT_ONCE = 500  # stories read from the database together
_COMMIT_EVERY = 50_000  # stories
_MEMORY = 256_000_000  # bytes: larger segments, fewer merges
_OLD = log.KEPT.total_seconds() / 2  # a rebuild begun longer ago starts from the beginning

Progress = Callable[[int, int], None]
"""Is told how many stories are done, of how many."""


class BusyError(Exception):
    """The index is being made anew by another process."""


def rebuild(folder: Path, progress: Progress = lambda done, all_: None) -> int:
    """Make the index in a folder anew and put it in use; return how many stories it has.

    Raises:
        BusyError: another process is at it.
        DatabaseError, OSError: the database or the disk failed; what was done is kept.

    """
    with _locked(folder):
        generation = _begin(folder)
        state = generation.state()
        if state is None:
            raise OSError(f"cannot write to {generation.folder}")
        with closing(Writer(generation, create=True, memory=_MEMORY)) as writer:
            done = _fill(writer, generation, state, progress)
        use(folder, generation)
    return done


def _begin(folder: Path) -> Generation:
    """Return the generation to work on: one that was broken off, or a new one."""
    folder.mkdir(parents=True, exist_ok=True)
    old = begun(folder)
    state = old.state() if old else None
    if old and state and time.time() - log.Cursor.of(state.cursor).time < _OLD:
        return old
    generation = next_generation(folder)
    generation.keep(State(FORMAT, log.end().kept()))
    return generation


def _fill(writer: Writer, generation: Generation, state: State, progress: Progress) -> int:
    """Index all stories after the last one that is in for good."""
    stories = ArticlePage.objects.live().public().order_by("pk")
    total = stories.count()
    pks = list(stories.filter(pk__gt=state.last).values_list("pk", flat=True))
    done = kept = total - len(pks)
    progress(done, total)
    writer.remove_after(state.last)  # a commit may have come just before the end
    with analysts(len(pks)) as analyzed:
        for start in range(0, len(pks), _AT_ONCE):
            some = pks[start : start + _AT_ONCE]
            writer.add(analyzed(published_stories(some)))
            done += len(some)
            if done - kept >= _COMMIT_EVERY:
                writer.commit(state.cursor)
                generation.keep(replace(state, last=some[-1]))
                kept = done
            progress(done, total)
    writer.commit(state.cursor)
    generation.keep(replace(state, last=pks[-1] if pks else state.last, done=True))
    return done


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "rebuild.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError("the archive is being indexed by another process") from None
        yield
