"""The index's query for what a reader asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tantivy import FieldType, Occur, Query

from roznama.archive.index.pairs import pairs
from roznama.archive.index.schema import SCHEMA
from roznama.archive.search.parsing import Asked, Word
from roznama.archive.search.roman import Reading, readings
from roznama.urdu import Vocabulary
from roznama.urdu.stemming.parts import is_part
from roznama.urdu.stemming.terms import Term

# A word of the headline counts so much more. Words close together are likelier one thing;
# to look for that is dear where the words are frequent.
_HEADLINE = 1.5
_TOGETHER = 1.0
# What is read as Roman Urdu: a word takes as long as the rest of a search, a long one longer.
_MOST_LATIN = 5
_MOST_LETTERS = 45
_LIKELY = 0.9  # of the likeliest reading
_MOST_READ = 1_500_000  # stories that have a word in one of its readings, counted for each
_PART = 0.6  # of what a word by itself counts, where it is a part of a compound
_APART = 3
_MOST_TOGETHER = 20_000

Clause = tuple[Occur, Query]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; times are in seconds since the epoch, `until` is not included."""

    section: int | None = None
    author: int | None = None
    tag: int | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query that was made: how its words were read, for the marks in what is found."""

    words: tuple[tuple[Reading, ...], ...]
    base: tuple[Clause, ...]
    extra: tuple[Clause, ...]

    def query(self, filters: Filters, *, lacking: int = 0, ranked: bool = True) -> Query:
        """Return the query for the index; so many of the words may be lacking.

        What is not ranked finds the same, and is cheaper to count.
        """
        groups = [any_of(group) for group in self.words]
        if lacking and len(groups) > lacking:
            least = len(groups) - lacking
            wanted = Query.boolean_query([(Occur.Should, group) for group in groups], least)
            clauses = [(Occur.Must, wanted)]
        else:
            clauses = [(Occur.Must, group) for group in groups]
        extra = self.extra if ranked else ()
        return Query.boolean_query([*clauses, *self.base, *extra, *_filtered(filters)])


def wanted(
    asked: Asked, frequency: Callable[[str], int], vocabulary: Vocabulary | None = None
) -> Wanted:
    """Return the query for what was asked.

    `frequency` tells how many stories have a term, `vocabulary` what Latin words may stand for.
    """
    read = _read_as_urdu(asked.telling)
    every = [
        readings(word, frequency, vocabulary) if word in read else (Reading(word.terms),)
        for word in asked.telling
    ]
    # ki, or and mein are stop words too, which only their reading shows.
    telling = [group for group in every if not _says_little(group)] or every
    words = _affordable(telling, frequency)
    base = [(Occur.Must, _row(terms)) for terms in asked.phrases]
    base += [(Occur.MustNot, _row(terms)) for terms in asked.excluded]
    extra = [
        (Occur.Should, Query.boost_query(_headline(reading.terms), _HEADLINE * reading.weight))
        for group in words
        for reading in group[:3]
    ]
    extra += _together(asked.telling, frequency)
    return Wanted(words, tuple(base), tuple(extra))


def _read_as_urdu(words: Sequence[Word]) -> list[Word]:
    """Return the Latin words that are read as Urdu: the first ones, as far as there is time."""
    latin = [word for word in words if word.latin][:_MOST_LATIN]
    letters = accumulate(len(word.latin) for word in latin)
    return [word for word, so_far in zip(latin, letters, strict=True) if so_far <= _MOST_LETTERS]


def _says_little(group: Sequence[Reading]) -> bool:
    """Whether a word is a stop word, as typed or as it is likely read."""
    return any(one.is_stop and (one is group[0] or one.weight >= _LIKELY) for one in group)


def _affordable(
    groups: Sequence[tuple[Reading, ...]], frequency: Callable[[str], int]
) -> tuple[tuple[Reading, ...], ...]:
    """Return the words without their least likely readings, if all together are too many.

    What a search costs goes by the stories that have one of its words in one of its readings.
    """
    left = [[*group] for group in groups]
    costs = [[sum(map(frequency, one.terms)) for one in group] for group in left]
    while sum(map(sum, costs)) > _MOST_READ and any(len(group) > 1 for group in left):
        dearest = max(
            (at for at, group in enumerate(left) if len(group) > 1), key=lambda at: sum(costs[at])
        )
        left[dearest].pop()
        costs[dearest].pop()
    return tuple(tuple(group) for group in left)


def any_of(group: Sequence[Reading]) -> Query:
    """Return the query for a word in any of its readings."""
    queries = [
        _row(reading.terms)
        if reading.weight == 1.0
        else Query.boost_query(_row(reading.terms), reading.weight)
        for reading in group
    ]
    return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)


def _row(terms: Sequence[Term]) -> Query:
    """Return the query for terms that stand in a row."""
    words: list[str | tuple[int, str]] = [str(term) for term in terms]
    if len(words) == 1:
        alone = Query.term_query(SCHEMA, "all", words[0], "freq")
        if not is_part(terms[0]):
            return alone
        part = Query.boost_query(Query.term_query(SCHEMA, "parts", words[0], "basic"), _PART)
        return Query.disjunction_max_query([alone, part])
    return _phrase(words, [*pairs(terms)], [str(term) for term in terms if not term.is_stop])


def _phrase(words: list[str | tuple[int, str]], paired: list[str], telling: list[str]) -> Query:
    """Return the query for words in a row, some of them in pairs, which are the quicker way."""
    found = [Query.term_query(SCHEMA, "pairs", pair, "basic") for pair in paired]
    if not found:
        return Query.phrase_query(SCHEMA, "all", words)
    clauses = [(Occur.Must, pair) for pair in found]
    if len(words) > 2:
        clauses.append((Occur.Must, Query.phrase_query(SCHEMA, "all", words)))
    # How often a pair stands in a story is not kept; how often its telling word does is.
    clauses += [(Occur.Should, Query.term_query(SCHEMA, "all", one, "freq")) for one in telling]
    return Query.boolean_query(clauses)


def _headline(terms: Iterable[Term]) -> Query:
    found = [Query.term_query(SCHEMA, "headline", str(term), "freq") for term in terms]
    return found[0] if len(found) == 1 else Query.disjunction_max_query(found)


def _together(words: Sequence[Word], frequency: Callable[[str], int]) -> list[Clause]:
    terms = [str(term) for word in words if not word.latin for term in word.terms]
    if not 2 <= len(terms) <= 5 or min(map(frequency, terms)) > _MOST_TOGETHER:
        return []
    row: list[str | tuple[int, str]] = [*terms]
    near = Query.phrase_query(SCHEMA, "all", row, _APART)
    return [(Occur.Should, Query.boost_query(near, _TOGETHER))]


def _filtered(filters: Filters) -> list[Clause]:
    named = {"section": filters.section, "authors": filters.author, "tags": filters.tag}
    queries = [
        Query.term_query(SCHEMA, name, value, "basic")
        for name, value in named.items()
        if value is not None
    ]
    if filters.since is not None or filters.until is not None:
        queries.append(
            Query.range_query(
                SCHEMA, "published", FieldType.Unsigned,
                lower_bound=filters.since, upper_bound=filters.until,
                include_upper=filters.until is None,  # an open end has nothing to leave out
            )
        )  # fmt: skip
    return [(Occur.Must, Query.const_score_query(query, 0.0)) for query in queries]
