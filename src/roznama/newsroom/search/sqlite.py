"""The editors' search on SQLite's FTS5."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Model
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.backends.database.sqlite.query import BM25, Lexeme, SearchQueryExpression
from modelsearch.query import Phrase, PlainText

from roznama.newsroom.search.compiling import UrduQueries
from roznama.newsroom.search.indexed import AnalyzedObject

_WEIGHTS = "1.0, 1.0, 5.0"  # of autocomplete, body and title, the columns of Wagtail's table


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

    def _build_rank_expression(self, vectors: list[tuple[Any, Any]], config: Any) -> Any:
        # bm25() ranks a row by the whole query, whatever part of the query it is asked for.
        return reduce(add, (WeighedBM25() * boost for _, boost in vectors))


class _AutocompleteCompiler(_Compiler, stock.SQLiteAutocompleteQueryCompiler):
    # Every word of the title is in both columns; as a title it counts more.
    FTS_TABLE_FIELDS = ["autocomplete", "title"]


class _Index(stock.SQLiteIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        super().add_items(model, [AnalyzedObject(obj) for obj in objs])


class UrduSQLiteBackend(stock.SQLiteSearchBackend):
    """Wagtail's SQLite backend on analyzed words."""

    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _AutocompleteCompiler
    index_class = _Index
