"""Several writers add to the audit log at once, and take some of it back; run on an empty folder.

Prints whether the chain is whole and how many rows it has. The arguments are the numbers of
writers and of rows that each writes.
"""

from __future__ import annotations

import json
import sys
import threading
from contextlib import suppress

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from roznama.desk import audit  # noqa: E402
from roznama.desk.models import AuditEntry  # noqa: E402

TAKEN_BACK = 5


class _MindChangedError(Exception):
    """The transaction is rolled back."""


def _make_table() -> None:
    """Make the one table that is needed, without those that it points to."""
    AuditEntry._meta.get_field("user").db_constraint = False
    with connection.schema_editor() as editor:
        editor.create_model(AuditEntry)


def _write(writer: int, rows: int, start: threading.Barrier) -> None:
    start.wait()
    for number in range(rows):
        with suppress(_MindChangedError), transaction.atomic():
            audit.write(f"writer{writer}", "read", seq=number)
            if number % TAKEN_BACK == 0:
                raise _MindChangedError
    connection.close()


def main(writers: int, rows: int) -> None:
    _make_table()
    start = threading.Barrier(writers)
    threads = [threading.Thread(target=_write, args=[one, rows, start]) for one in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = audit.verify()
    print(json.dumps({"whole": found.is_whole, "count": found.count}))


main(int(sys.argv[1]), int(sys.argv[2]))
