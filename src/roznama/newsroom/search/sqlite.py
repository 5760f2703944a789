"""The editors' search on SQLite's FTS5."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat, StrIndex
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.backends.database.sqlite.query import (
    BM25,
    Lexeme,
    MatchExpression,
    SearchQueryExpression,
    normalize,
)
from modelsearch.query import MatchAll, Not, Phrase, PlainText, SearchQuery
from modelsearch.utils import get_descendants_content_types_pks

from roznama.newsroom.search.compiling import UrduQueries
from roznama.newsroom.search.indexed import UrduIndex

_WEIGHTS = "1.0, 1.0, 5.0"  # of autocomplete, body and title, the columns of Wagtail's table

_HITS = 10_000  # the best; SQLite takes 32,766 parameters


class WeighedBM25(BM25):
    """FTS5's rank, with a word in a title worth five. The stock one has all columns alike."""

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, list[Any]]:
        """Return the stock expression with weights for the columns."""
        sql, params = super().as_sql(*args, **kwargs)
        return sql.replace(")", f", {_WEIGHTS})"), params


class _Compiler(UrduQueries, stock.SQLiteSearchQueryCompiler):
    lexeme = Lexeme

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if isinstance(query, PlainText | Phrase):
            return SearchQueryExpression(self.lexemes(query) or Lexeme(""), config=config)
        return super().build_search_query_content(query, config=config)

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None
    ) -> QuerySet[Any]:
        """Return what is found, best first, by asking the index once.

        The stock query asks it again for every row that it sorts: 2,000 stories, half a minute.
        """
        query = normalize(self.query)
        if score_field or isinstance(query, MatchAll | Not):
            return super().search(config, start, stop, score_field)
        keys = self._keys(query, config)
        found = self.queryset.filter(pk__in=keys)
        if self.order_by_relevance:
            found = found.order_by(_place(keys))
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def _keys(self, query: SearchQuery, config: Any) -> list[str]:
        """The keys of what matches, best first."""
        match = MatchExpression(self.FTS_TABLE_FIELDS, self.build_search_query(query, config))
        kinds = get_descendants_content_types_pks(self.queryset.model)
        entries = stock.SQLiteFTSIndexEntry.objects.filter(
            match, index_entry__content_type__in=kinds
        ).order_by(self._build_rank_expression(self.get_search_vectors(), config))
        return list(entries.values_list("index_entry__object_id", flat=True)[:_HITS])

    def _build_rank_expression(self, vectors: list[tuple[Any, Any]], config: Any) -> Any:
        # bm25() ranks a row by the whole query, whatever part of the query it is asked for.
        return reduce(add, (WeighedBM25() * boost for _, boost in vectors))


def _place(keys: list[str]) -> StrIndex:
    """Where a row's key stands among `keys`."""
    key = Concat(Value(" "), Cast("pk", CharField()), Value(" "), output_field=CharField())
    return StrIndex(Value(f" {' '.join(keys)} "), key)


class _AutocompleteCompiler(_Compiler, stock.SQLiteAutocompleteQueryCompiler):
    # Every word of the title is in both columns; as a title it counts more.
    FTS_TABLE_FIELDS = ["autocomplete", "title"]


class _Index(UrduIndex, stock.SQLiteIndex):
    pass


class UrduSQLiteBackend(stock.SQLiteSearchBackend):
    """Wagtail's SQLite backend on analyzed words."""

    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _AutocompleteCompiler
    index_class = _Index
