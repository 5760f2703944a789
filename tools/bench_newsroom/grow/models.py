"""What revisions are copied from: each model story in five states of being written."""

import json
from typing import Any

from psycopg.types.json import Jsonb

from bench_newsroom.grow.tables import Connection, run

STATES = 5


def prepare(connection: Connection) -> None:
    """Make the table `bench_model`: the number of the story's page, the state, and the content."""
    run(connection, "CREATE TABLE bench_model (page integer, state integer, content jsonb)")
    found = connection.execute(
        "SELECT p.id, r.content FROM wagtailcore_page p"
        " JOIN wagtailcore_revision r ON r.id = p.latest_revision_id WHERE p.live ORDER BY p.id"
    ).fetchall()
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO bench_model VALUES (%s, %s, %s)",
            [
                (page, state, Jsonb(_state(content, state)))
                for page, content in found
                for state in range(1, STATES + 1)
            ],
        )


def _state(content: dict[str, Any], state: int) -> dict[str, Any]:
    """A revision when so many fifths of the body were written; its children are not saved yet."""
    blocks = json.loads(content["body"])
    written = max(1, len(blocks) * state // STATES)
    children = {
        name: [{**row, "pk": None} for row in rows]
        for name, rows in content.items()
        if isinstance(rows, list) and rows and isinstance(rows[0], dict) and "pk" in rows[0]
    }
    return {**content, **children, "body": json.dumps(blocks[:written])}
