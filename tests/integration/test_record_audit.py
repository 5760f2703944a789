"""The audit log: what comes into it, that it only grows, and that a cut shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from roznama.newsroom.models import AuditEntry, AuditSeal, BreakingLine, User
from roznama.newsroom.models.audit import UnchangeableError
from roznama.newsroom.record.audit import note, seal_entries, verify
from roznama.newsroom.record.killing import kill, lift
from tests.factories import make_story
from tests.integration.record import REASON, browser_of, make_editor, with_notice

pytestmark = pytest.mark.django_db

TABLES = ("newsroom_auditentry", "newsroom_auditseal")


def actions() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@contextmanager
def unguarded() -> Iterator[None]:
    """Do what somebody with the database's password may do: drop the triggers."""
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        for table in TABLES:
            run(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    names = [f"{table}_no_{event}" for table in TABLES for event in ("update", "delete")]
    for name in names:
        run(f"DROP TRIGGER {name}")
    yield  # the transaction of the test puts them back


@pytest.fixture
def log() -> list[AuditEntry]:
    """Ten sealed entries, alone in the log as far as a test can tell."""
    found = [note("test.deed", number=number) for number in range(10)]
    seal_entries()
    assert verify().chain.is_whole
    return found


def told(*arguments: str) -> dict[str, Any]:
    out = StringIO()
    with suppress(CommandError):
        call_command("audit", *arguments, "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_what_is_done_to_a_story_is_kept(editor: User) -> None:
    story = make_story("خبر")
    story = with_notice(story, "نام غلط تھا۔")
    kill(story, reason=REASON, notice="واپس لی گئی۔", user=editor)
    lift(story, reason=REASON, publish=True, user=editor)
    story.refresh_from_db()
    story.unpublish(user=editor)
    kept = AuditEntry.objects.filter(story=story.pk)
    found = set(kept.values_list("action", flat=True))
    assert {"wagtail.publish", "roznama.correction", "roznama.kill", "roznama.kill.lift"} <= found
    assert "wagtail.unpublish" in found
    row = kept.get(action="roznama.kill")
    assert (row.user_id, row.who, row.details["data"]["reason"]) == (editor.pk, "editor", REASON)


def test_rights_roles_and_settings_are_kept() -> None:
    user = make_editor("chief", ["kill"])
    kept = AuditEntry.objects.filter(action="roznama.permissions.add")
    assert ["newsroom.kill"] in [row.details["names"] for row in kept]
    assert AuditEntry.objects.filter(action="roznama.roles.add", label="chief").exists()
    user.is_superuser = True
    user.save()
    row = AuditEntry.objects.get(action="roznama.account")
    assert row.details["now"] == {"is_superuser": True}
    line = BreakingLine.load()
    line.text = "ابھی ابھی"
    line.save()
    row = AuditEntry.objects.filter(action="roznama.settings")[0]
    assert row.details["now"]["text"] == "ابھی ابھی"


def test_sign_ins_are_kept_and_what_was_typed_is_not(client: Client, editor: User) -> None:
    address = "/newsroom/login/"
    client.post(address, {"username": "editor", "password": "wrong"})
    client.post(address, {"username": "my-secret-password", "password": "editor"})
    client.post(address, {"username": "editor", "password": "a long pass phrase"})
    client.post("/newsroom/logout/")
    failed = AuditEntry.objects.filter(action="roznama.signin.failed").order_by("pk")
    assert [(row.label, row.details["known"]) for row in failed] == [("editor", True), ("", False)]
    assert "secret" not in "".join(str(row.details) + row.label for row in failed)
    assert actions()[-2:] == ["roznama.signin", "roznama.signout"]


def test_models_and_triggers_refuse_to_change_it(log: list[AuditEntry]) -> None:
    entry = AuditEntry.objects.get(pk=log[3].pk)
    entry.who = "کوئی اور"
    for refused in (entry.save, entry.delete, AuditEntry.objects.all().delete):
        with pytest.raises(UnchangeableError):
            refused()
    with pytest.raises(UnchangeableError):
        AuditSeal.objects.update(previous="0")
    for sql in (
        "UPDATE newsroom_auditentry SET who = 'x'",
        "DELETE FROM newsroom_auditentry",
        "UPDATE newsroom_auditseal SET digest = digest",
        "DELETE FROM newsroom_auditseal",
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            run(sql)


@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_changed_entry_shows_where(log: list[AuditEntry], place: int) -> None:
    with unguarded():
        run("UPDATE newsroom_auditentry SET who = 'x' WHERE id = %s", log[place].pk)
    assert verify().chain.broken == log[place].pk
    with pytest.raises(CommandError, match=f"cut at entry {log[place].pk}"):
        call_command("audit", "verify", stdout=StringIO())
    assert told("verify")["broken"] == log[place].pk


def test_a_removed_entry_shows_with_or_without_its_seal(log: list[AuditEntry]) -> None:
    with unguarded():
        run("DELETE FROM newsroom_auditentry WHERE id = %s", log[4].pk)
        assert verify().chain.broken == log[4].pk
        run("DELETE FROM newsroom_auditseal WHERE entry = %s", log[4].pk)
    assert verify().chain.broken == log[5].pk


def test_a_removed_seal_and_moved_rows_show(log: list[AuditEntry]) -> None:
    with unguarded():
        run("UPDATE newsroom_auditentry SET id = -1 WHERE id = %s", log[2].pk)
        run("UPDATE newsroom_auditentry SET id = %s WHERE id = -1", 10**9)
    assert verify().chain.broken == log[2].pk


def test_an_end_cut_off_shows_against_a_noted_seal(log: list[AuditEntry]) -> None:
    noted = verify().chain.last
    with unguarded():
        for entry in log[5:]:
            run("DELETE FROM newsroom_auditentry WHERE id = %s", entry.pk)
            run("DELETE FROM newsroom_auditseal WHERE entry = %s", entry.pk)
    assert verify().chain.is_whole
    assert not verify(noted).chain.has_noted
    with pytest.raises(CommandError, match="not there"):
        call_command("audit", "verify", "--last", noted, stdout=StringIO())


def test_a_digest_that_details_cannot_be_read_for_is_a_cut(log: list[AuditEntry]) -> None:
    with unguarded():
        sql = "UPDATE newsroom_auditentry SET details = %s WHERE id = %s"
        run(sql, '{"number": 77}', log[6].pk)
    assert verify().chain.broken == log[6].pk


def test_entries_are_sealed_after_their_commit(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        entry = note("test.deed")
        assert not AuditSeal.objects.filter(entry=entry.pk).exists()
    assert AuditSeal.objects.filter(entry=entry.pk).exists()


def test_the_screen_is_for_who_may_read_it(editor: User, newsroom: Client) -> None:
    story = make_story("=خبر کا نام")
    kill(story, reason=REASON, notice="واپس لی گئی۔", user=editor)
    seal_entries()
    address = "/newsroom/reports/audit/"
    page = newsroom.get(address, {"story": story.pk, "action": "roznama.kill"})
    assert "خبر واپس لینا" in page.content.decode()
    assert REASON in page.content.decode()
    nobody = newsroom.get(address, {"person": "no such person"}).content.decode()
    assert REASON not in nobody
    assert newsroom.get(address, {"since": "yesterday"}).status_code == 200
    data = newsroom.get(address, {"story": story.pk, "csv": 1})
    lines = b"".join(data.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert "'=خبر کا نام" in lines[1]
    reporter = browser_of(make_editor("reporter"))
    assert reporter.get(address).status_code == 302
