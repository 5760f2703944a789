"""Writing the index: one writer a node, in the printer's process or in the one that rebuilds."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import FieldType, IndexWriter, Query

from roznama.archive.index.analyzing import Analyzed, analyze, document
from roznama.archive.index.folder import Generation
from roznama.archive.index.schema import SCHEMA, open_index
from roznama.archive.index.spellings import Spellings
from roznama.archive.story import Story

_MEMORY = 64_000_000  # bytes that a writer keeps before it makes a segment


class Writer:
    """Puts stories into a generation and takes them out.

    Raises:
        ValueError, OSError: the index cannot be read or written, or has another writer.

    """

    def __init__(
        self, generation: Generation, *, create: bool = False, memory: int = _MEMORY
    ) -> None:
        self._generation = generation
        self._index = open_index(str(generation.folder), create=create)
        self._writer: IndexWriter = self._index.writer(memory, 1)
        self._spellings = Spellings(generation.folder)

    def put(self, stories: Iterable[Story]) -> None:
        """Put stories in the place of what was there under their ids."""
        for story in stories:
            self.remove([story.pk])
            self.add([analyze(story)])

    def add(self, stories: Iterable[Analyzed]) -> None:
        """Add stories that the index does not have."""
        for story in stories:
            self._writer.add_document(document(story))
            self._spellings.count(story.spelled)

    def remove(self, pks: Iterable[int]) -> None:
        """Take stories out."""
        # By query: a term made of a plain int is signed, and this field is not.
        if wanted := list(pks):
            self._writer.delete_documents_by_query(Query.term_set_query(SCHEMA, "pk", wanted))

    def remove_after(self, pk: int) -> None:
        """Take out all stories with a higher id."""
        later = Query.range_query(
            SCHEMA, "pk", FieldType.Unsigned, lower_bound=pk, include_lower=False
        )
        self._writer.delete_documents_by_query(later)

    def commit(self, cursor: str) -> None:
        """Make what was written visible, and keep the cursor of the log that it came from."""
        self._writer.commit()
        self._spellings.keep()
        self._generation.move(cursor)

    def close(self) -> None:
        """Wait for merges and let go of the index."""
        self._writer.wait_merging_threads()
