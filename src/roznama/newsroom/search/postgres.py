"""The editors' search on PostgreSQL's own."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, QuerySet
from modelsearch.backends.database.postgres import postgres as stock
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from roznama.newsroom.search.compiling import UrduQueries
from roznama.newsroom.search.indexed import UrduIndex
from roznama.newsroom.search.planning import by_index

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
        # By headline, and the newest first among the rest. The rank of a whole text takes its
        # vector out of the long rows: a second, where one story of seven has the word.
        return super()._build_rank_expression([_TITLE], config)

    def entries(self, config: Any) -> QuerySet[Any] | None:
        """Return the index's entries that are found; None where the search is narrowed besides."""
        if self.queryset.query.where or not isinstance(self.query, PlainText | Phrase):
            return None
        found: QuerySet[Any] = stock.IndexEntry.objects.filter(
            content_type__in=get_descendants_content_types_pks(self.queryset.model),
            autocomplete=self.build_tsquery(self.query, config=config),
        )
        return found


class _Results(stock.PostgresSearchResults):
    def _do_search(self) -> list[Any]:
        with by_index(self.query_compiler.queryset.db):
            found: list[Any] = super()._do_search()
        return found

    def _do_count(self) -> int:
        with by_index(self.query_compiler.queryset.db):
            return self._counted()

    def _counted(self) -> int:
        """Count in the index alone where all that is found is listed; joined it takes thrice."""
        is_whole = self.start == 0 and self.stop is None
        if is_whole and isinstance(self.query_compiler, _AutocompleteCompiler):
            entries = self.query_compiler.entries(self.query_compiler.get_config(self.backend))
            if entries is not None:
                return int(entries.count())
        return int(super()._do_count())


class _Index(UrduIndex, stock.PostgresIndex):
    pass


class UrduPostgresBackend(stock.PostgresSearchBackend):
    """Wagtail's PostgreSQL backend on analyzed words."""

    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _AutocompleteCompiler
    index_class = _Index
    results_class = _Results

    def __init__(self, params: dict[str, Any]) -> None:
        # The words are stems already; the server's own language would take more off.
        super().__init__({"SEARCH_CONFIG": "simple", **params})
