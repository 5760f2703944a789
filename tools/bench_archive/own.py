"""Our index over synthetic stories, as an engine to be asked."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bench_archive.answers import own_seconds
from bench_archive.archives import Story
from bench_archive.ours import as_story
from roznama.archive.index.analyzing import analyze
from roznama.archive.index.folder import State, next_generation, use
from roznama.archive.index.reading import Reader, Snapshot
from roznama.archive.index.schema import FORMAT
from roznama.archive.index.writing import Writer
from roznama.archive.search.building import Filters, wanted
from roznama.archive.search.parsing import parsed
from roznama.archive.search.searching import Search, search
from roznama.archive.story import Story as Indexed


def indexed(folder: Path, stories: Iterable[Story]) -> Snapshot:
    """Index stories in an empty folder. Raises ValueError or OSError when that fails."""
    generation = next_generation(folder)
    state = State(FORMAT, "{}")
    generation.keep(state)
    with closing(Writer(generation, create=True)) as writer:
        writer.add(analyze(_plain(story)) for story in stories)
        writer.commit(state.cursor)
    generation.keep(replace(state, done=True))
    use(folder, generation)
    snapshot = Reader(folder).snapshot()
    if snapshot is None:
        raise OSError(f"no index in {folder}")
    return snapshot


def _plain(story: Story) -> Indexed:
    """Headline, deck and body: the peers have no other text."""
    return replace(as_story(story), topics="", names="")


class Own:
    """What a reader's search does, but for the page it is shown on."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def seconds(self) -> float:
        """CPU time so far."""
        return own_seconds()

    def first(self, query: str, _way: str) -> int:
        """Search, with the counts by section and year."""
        return search(self._snapshot, Search(query)).total

    def found(self, query: str) -> frozenset[int]:
        """All stories that the search counts, with as many words lacking as it lets lack."""
        total = search(self._snapshot, Search(query)).total
        if not total:
            return frozenset()
        made = wanted(parsed(query), self._snapshot.frequency)
        for lacking in range(len(made.words) + 1):
            found = self._snapshot.find(made.query(Filters(), lacking=lacking), total)
            if found.total == total:
                return frozenset(story.pk for story in found.stories)
        raise AssertionError(f"not found again: {query}")
