"""The editors' search: Wagtail's own, with words taken apart as Urdu needs it.

Wagtail asks the module that WAGTAILSEARCH_BACKENDS names for a `SearchBackend`. Ours are the
stock backends for SQLite and PostgreSQL; only the text on its way into the index and the query
on its way to it pass `analysis`. Readers search elsewhere.
"""

from __future__ import annotations

from typing import Any

from modelsearch.backends import database


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """Return the backend for the database in use; the stock one where ours has no part."""
    stock = database.SearchBackend(params)
    match type(stock).__name__:
        case "SQLiteSearchBackend":
            from roznama.newsroom.search.sqlite import UrduSQLiteBackend  # noqa: PLC0415

            return UrduSQLiteBackend(params)
        case "PostgresSearchBackend":
            from roznama.newsroom.search.postgres import UrduPostgresBackend  # noqa: PLC0415

            return UrduPostgresBackend(params)
    return stock
