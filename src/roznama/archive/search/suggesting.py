"""What a reader may be about to type: words that the paper uses, and stories already."""

from __future__ import annotations

import re

from tantivy import Occur, Query

from roznama.archive.index.reading import Snapshot
from roznama.archive.index.schema import SCHEMA
from roznama.archive.search.building import any_of, wanted
from roznama.archive.search.parsing import cleaned, parsed
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
    made = wanted(asked, snapshot.frequency, words)
    clauses = [(Occur.Must, any_of(group)) for group in made.words]
    if unfinished:
        pattern = f"{re.escape(unfinished)}.*"
        clauses.append((Occur.Must, Query.regex_query(SCHEMA, "words", pattern)))
    if not clauses:
        return ()
    found = snapshot.find(Query.boolean_query(clauses), MOST, newest=True)
    return tuple(story.pk for story in found.stories)


def _unfinished(word: str) -> str:
    folded = re.sub(r"\W", "", fold(word))[:_LONGEST]
    return folded if len(folded) >= _SHORTEST else ""
