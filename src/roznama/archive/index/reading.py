"""Reading the index: what many do at once, while one writes."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tantivy import DocAddress, Index, Query, Searcher

from roznama.archive.index.folder import Generation, current
from roznama.archive.index.schema import open_index
from roznama.archive.story import Story
from roznama.archive.vectors import Vector, unpack
from roznama.urdu.stemming.parts import is_part

logger = logging.getLogger(__name__)

_META = "meta.json"


@dataclass(frozen=True, slots=True)
class Found:
    """A story that matches: its id, when it was published, and how well it matches."""

    pk: int
    published: int
    score: float
    address: Any


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of the stories that match, in their order, and how many match."""

    stories: list[Found]
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether these are all."""
        return len(self.stories) == self.total


class Snapshot:
    """The index as it was at one commit."""

    def __init__(self, searcher: Searcher, generation: Generation) -> None:
        self._searcher = searcher
        self.generation = generation
        self.found: dict[Story, Any] = {}
        """What was found beside stories; as good as long as the snapshot is the index in use."""

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def find(self, query: Query, limit: int, *, offset: int = 0, newest: bool = False) -> Listed:
        """Return the stories that match best, or the newest that match, and how many match."""
        order = "published" if newest else None
        result: Any = self._searcher.search(query, limit, True, order, offset)
        return Listed(self._found(result.hits), int(result.count))

    def best(self, query: Query, limit: int) -> list[Found]:
        """Return the stories that match best, without counting how many match."""
        result: Any = self._searcher.search(query, limit, False)
        return self._found(result.hits)

    def counts(
        self, query: Query, fields: Sequence[str], most: int = 100
    ) -> dict[str, dict[int, int]]:
        """Return by field how many matching stories have each value, most frequent first."""
        asked = {name: {"terms": {"field": name, "size": most}} for name in fields}
        found = self._searcher.aggregate(query, asked)
        return {
            name: {int(one["key"]): int(one["doc_count"]) for one in found[name]["buckets"]}
            for name in fields
        }

    def counts_among(self, listed: Listed, fields: Sequence[str]) -> dict[str, dict[int, int]]:
        """Return what `counts` does, for stories that were found."""
        addresses = [story.address for story in listed.stories]
        return {name: dict(Counter(self._values(name, addresses)).most_common()) for name in fields}

    def frequency(self, term: str) -> int:
        """Return how many stories have a term, by itself or as a part of a compound, about."""
        alone = int(self._searcher.doc_freq("all", term))
        return alone + (int(self._searcher.doc_freq("parts", term)) if is_part(term) else 0)

    def vector(self, found: Found) -> Vector:
        """Return the vector that was stored with a story."""
        return unpack(self._searcher.doc(found.address)["vector"][0])

    def _found(self, hits: Sequence[tuple[float, Any]]) -> list[Found]:
        addresses = [address for _, address in hits]
        pks, times = (self._values(name, addresses) for name in ("pk", "published"))
        return [
            Found(pk, time, float(score), address)
            for pk, time, (score, address) in zip(pks, times, hits, strict=True)
        ]

    def _values(self, name: str, addresses: Sequence[DocAddress]) -> list[int]:
        values: Any = self._searcher.fast_field_values(name, list(addresses))
        return list(values)


def check(generation: Generation) -> None:
    """See that a generation's files are there and whole as far as opening them shows.

    Raises:
        ValueError, OSError: they are not.

    """
    searcher = open_index(str(generation.folder)).searcher()
    Snapshot(searcher, generation).find(Query.all_query(), 1)


class Reader:
    """Gives snapshots of the index in use; notices commits and new generations by itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._generation: Generation | None = None
        self._seen: tuple[int, int] | None = None
        self._latest: Snapshot | None = None

    def snapshot(self) -> Snapshot | None:
        """Return the index as of now, None where there is none that can be read."""
        with self._lock:
            try:
                return self._snapshot()
            except (ValueError, OSError) as error:
                logger.warning("the archive's index cannot be read: %s", error)
                self._index = self._latest = None
                return None

    def _snapshot(self) -> Snapshot | None:
        generation = current(self._folder)
        if generation is None or not generation.is_usable():
            return None
        meta = (generation.folder / _META).stat()
        seen = (meta.st_mtime_ns, meta.st_ino)
        if self._index is None or generation != self._generation:
            self._index = open_index(str(generation.folder))
            self._generation = generation
        elif seen != self._seen:
            self._index.reload()
        elif self._latest is not None:
            return self._latest
        self._seen = seen
        self._latest = Snapshot(self._index.searcher(), generation)
        return self._latest
