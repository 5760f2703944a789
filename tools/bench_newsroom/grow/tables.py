"""Rows copied from those of the model stories, with some columns given."""

from typing import Any

import psycopg

Connection = psycopg.Connection[Any]


def run(connection: Connection, statement: str, values: Any = None) -> None:
    """Run a statement of ours."""
    connection.execute(statement, values)  # type: ignore[call-overload]


def one(connection: Connection, query: str) -> Any:
    """Return the first column of a query's first row."""
    row = connection.execute(query).fetchone()  # type: ignore[call-overload]
    return row[0] if row else None


def copy(
    connection: Connection, table: str, join: str, given: dict[str, str], where: str = "true"
) -> None:
    """Copy the rows `m` of a table that `join` finds for each story `s`, with columns given."""
    columns = [
        name
        for (name,) in connection.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
        )
        if name != "id" or "id" in given
    ]
    values = ", ".join(given.get(name, f'm."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    run(
        connection,
        f"INSERT INTO {table} ({names}) SELECT {values}"  # noqa: S608 - the bench's own words
        f" FROM bench_story s JOIN {table} m ON {join} WHERE {where} ORDER BY s.n",
    )


def advance(connection: Connection, table: str) -> None:
    """Let a table's sequence go on after its rows."""
    run(
        connection,
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))",  # noqa: S608
    )


class Bare:
    """A table without its indexes while the block fills it."""

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection, self._table = connection, table
        self._indexes: list[tuple[str, str]] = []

    def __enter__(self) -> None:
        found = self._connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s"
            " AND indexdef NOT LIKE 'CREATE UNIQUE%%'",
            [self._table],
        )
        self._indexes = found.fetchall()
        for name, _ in self._indexes:
            run(self._connection, f'DROP INDEX "{name}"')

    def __exit__(self, *_: Any) -> None:
        run(self._connection, "SET maintenance_work_mem TO '512MB'")
        for _, definition in self._indexes:
            run(self._connection, definition)
