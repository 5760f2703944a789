"""What a reader may be about to type: words that the paper uses, and stories already."""

from __future__ import annotations

import re

from tantivy import Occur, Query

from roznama.archive.index.reading import Snapshot
from roznama.archive.index.schema import SCHEMA
from roznama.archive.search.parsing import cleaned, parsed
from roznama.archive.search.roman import readings
from roznama.archive.search.spelled import spelled
from roznama.urdu import fold

MOST = 6
_SHORTEST = 2  # letters of a word that is not finished yet
_LONGEST = 40


def suggestions(snapshot: Snapshot, typed: str) -> tuple[int, ...]:
    """Return the newest stories whose headlines have all words, the last perhaps unfinished.

    Empty for less than two letters.
    """
    text = cleaned(typed)
    pieces = text.split()
    if not pieces:
        return ()
    unfinished = _unfinished(pieces[-1]) if not typed[-1:].isspace() else ""
    before = pieces[:-1] if unfinished else pieces
    asked = parsed(" ".join(before))
    words = spelled(snapshot.generation.folder).vocabulary
    clauses = []
    for word in asked.telling:
        ways = [
            Query.term_query(SCHEMA, "all", str(term), "basic")
            for reading in readings(word, snapshot.frequency, words)
            for term in reading.terms[:1]
        ]
        clauses.append((Occur.Must, Query.boolean_query([(Occur.Should, way) for way in ways])))
    if unfinished:
        pattern = f"{re.escape(unfinished)}.*"
        clauses.append((Occur.Must, Query.regex_query(SCHEMA, "words", pattern)))
    if not clauses:
        return ()
    found, _ = snapshot.find(Query.boolean_query(clauses), MOST, newest=True)
    return tuple(story.pk for story in found)


def _unfinished(word: str) -> str:
    folded = re.sub(r"\W", "", fold(word))[:_LONGEST]
    return folded if len(folded) >= _SHORTEST else ""
