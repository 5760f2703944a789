"""The editors' search on PostgreSQL's own."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F
from modelsearch.backends.database.postgres import postgres as stock
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import Phrase, PlainText

from roznama.newsroom.search.compiling import UrduQueries
from roznama.newsroom.search.indexed import UrduIndex

_TITLE = (F("index_entries__title"), F("index_entries__title_norm"))


class _Compiler(UrduQueries, stock.PostgresSearchQueryCompiler):
    lexeme = Lexeme

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if isinstance(query, PlainText | Phrase):
            lexemes = self.lexemes(query)
            kind = "raw" if lexemes else "plain"  # "raw" does not take an empty text
            return SearchQuery(lexemes or "", search_type=kind, config=config, invert=invert)
        return super().build_tsquery_content(query, config=config, invert=invert)


class _AutocompleteCompiler(_Compiler, stock.PostgresAutocompleteQueryCompiler):
    def _build_rank_expression(self, vectors: list[tuple[Any, Any]], config: Any) -> Any:
        # Every word of the title is among those that are searched; as a title it counts more.
        return super()._build_rank_expression([*vectors, _TITLE], config)


class _Index(UrduIndex, stock.PostgresIndex):
    pass


class UrduPostgresBackend(stock.PostgresSearchBackend):
    """Wagtail's PostgreSQL backend on analyzed words."""

    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _AutocompleteCompiler
    index_class = _Index

    def __init__(self, params: dict[str, Any]) -> None:
        # The words are stems already; the server's own language would take more off.
        super().__init__({"SEARCH_CONFIG": "simple", **params})
