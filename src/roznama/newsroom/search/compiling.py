"""What both databases' query compilers have in common."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any

from modelsearch.query import Phrase, PlainText

from roznama.newsroom.search.analysis import Alternatives, phrase, plain_query


class UrduQueries:
    """Mixed into a stock compiler: its words are analyzed, and it searches the whole entry.

    Narrowing to a model's field is not possible here: the index keeps a title and the rest,
    and what a column of the model holds is not analyzed.
    """

    LAST_TERM_IS_PREFIX: bool
    lexeme: Any  # the database's own class for a word of a query

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "fields": None})

    def _get_filters_from_queryset(self, check_only: bool = False) -> None:
        """Let every filter pass: here the query itself is filtered, not a copy of its fields.

        The stock check is for indexes outside of the database; it fails on Wagtail's own
        filters (pages with children) and on ours (authors, scheduled stories).
        """

    def lexemes(self, query: PlainText | Phrase) -> Any:
        """Return a query's words, combined: any of the alternatives, all of its pieces.

        None where there are no words.
        """
        asked = self._asked(query)
        if not asked:
            return None
        return reduce(
            or_,
            (
                reduce(and_, (self.lexeme(text, prefix=begun) for text, begun in pieces))
                for pieces in asked
            ),
        )

    def _asked(self, query: PlainText | Phrase) -> Alternatives:
        if isinstance(query, Phrase):
            return phrase(query.query_string)
        return plain_query(
            query.query_string,
            either=query.operator == "or",
            unfinished=self.LAST_TERM_IS_PREFIX,
        )
