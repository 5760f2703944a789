"""Erased is erased: by the reader, by time, and with the master key in backups too."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from roznama.desk import audit, drawer, files, rotation
from roznama.desk.chat.commands import Contact, Rate, Reader, RefusalError, Send, Story, Take
from roznama.desk.chat.engine import Op, do
from roznama.desk.chat.opening import find_by_tokens
from roznama.desk.erasing import erase
from roznama.desk.models import Attachment, AuditEntry, Conversation, Event
from roznama.desk.retention import expire, overdue, tidy
from roznama.desk.rotation import Rotated, rotate
from roznama.desk.sealing import (
    SealError,
    forget_keys,
    master_keys,
    new_master_key,
    parse_keys,
    unseal,
)
from tests.integration.desk_vault import (
    QUESTION,
    key_of,
    make_conversation,
    make_professional,
    make_team,
    photo,
    reader_does,
    staff_does,
)

pytestmark = pytest.mark.django_db

EMAIL, COMMENT = "sana.reader@example.org", "بہت اچھا جواب تھا"


@pytest.fixture(autouse=True)
def _root(settings, tmp_path: Path):
    settings.DESK_ROOT = tmp_path / "desk"
    yield
    forget_keys()


@pytest.fixture
def full() -> Conversation:
    """A conversation with everything that a reader can leave behind."""
    team = make_team()
    made = make_conversation(team)
    doctor = make_professional(team)
    kept = files.keep(made, key_of(made), True, "زخم.jpg", photo())
    reader_does(made, Send("تصویر", (kept.uuid,)))
    staff_does(made, doctor, Take())
    staff_does(made, doctor, Send("آرام کیجیے"))
    for command in (Contact(EMAIL), Rate(5, COMMENT), Story(True)):
        reader_does(made, command)
    Conversation.objects.filter(pk=made.pk).update(flags="chest", urgent=True)
    made.refresh_from_db()
    return made


def everything_kept(root: Path) -> bytes:
    """All that the desk's tables and files hold, in one piece."""
    found = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    for model in (Conversation, Event, Attachment, AuditEntry):
        for row in model.objects.values_list():
            found += [
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                for value in row
            ]
    return b"\n".join(found)


def desk(*arguments: str) -> str:
    out = StringIO()
    call_command("desk", *arguments, stdout=out)
    return out.getvalue()


def give_keys(settings, *lines: str) -> None:
    settings.DESK_KEYS = " ".join(lines)
    forget_keys()


def test_nothing_of_the_reader_stays(full, settings, django_capture_on_commit_callbacks):
    traces = [bytes(full.key), bytes(full.reader), bytes(full.token), b"punjab", b"chest"]
    traces += [full.page.encode()]
    traces += [bytes(event.body) for event in full.events.all()]
    traces += [bytes(full.files.get().name), drawer.get(full.files.get().uuid)]
    before = everything_kept(settings.DESK_ROOT)
    assert all(trace in before for trace in traces)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase(full.pk, "reader")
    after = everything_kept(settings.DESK_ROOT)
    assert [trace for trace in traces if trace in after] == []


def test_what_is_for_the_figures_stays(full, editor):
    erase(full.pk, editor)
    row = Conversation.objects.get(pk=full.pk)
    assert (row.state, row.key, row.stars) == ("erased", None, 5)
    for name in ("public", "team", "opened", "last_at", "first_answered", "seq", "professional"):
        assert getattr(row, name) == getattr(full, name), name
    assert (row.waiting_since, row.has_contact, row.may_publish) == (None, False, False)
    assert row.closed_at is not None
    assert row.events.count() == full.seq
    told = AuditEntry.objects.latest("pk")
    assert (told.user, told.action, told.conversation) == (editor, "erase", full.public)
    assert told.details["files"] == 1
    assert audit.verify().is_whole


def test_it_is_erased_once(full):
    assert erase(full.pk, "reader")
    token = bytes(Conversation.objects.get(pk=full.pk).token)
    assert not erase(full.pk, "retention")
    assert bytes(Conversation.objects.get(pk=full.pk).token) == token
    assert AuditEntry.objects.filter(action="erase").count() == 1


def test_nobody_can_go_on_with_it(full):
    erase(full.pk, "reader")
    with pytest.raises(RefusalError, match="erased"):
        do(Op(full.pk, Reader(), Send("ایک اور بات"), uuid4()))


def test_the_link_leads_nowhere(full):
    import hashlib  # noqa: PLC0415

    token = "t" * 43
    Conversation.objects.filter(pk=full.pk).update(token=hashlib.sha256(token.encode()).digest())
    assert find_by_tokens([token]) == [full.pk]
    erase(full.pk, "reader")
    assert find_by_tokens([token]) == [None]


def test_there_must_be_one():
    with pytest.raises(Conversation.DoesNotExist):
        erase(10**9, "reader")


def test_files_are_found_again_when_the_process_dies_before_they_go(
    full, settings, monkeypatch, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        erase(full.pk, "reader")
    left = [path for path in settings.DESK_ROOT.rglob("*") if path.is_file()]
    assert len(left) == 1
    monkeypatch.setattr(files, "_STRAY_FOR", -1.0)
    assert tidy(timezone.now()).strays == 1
    assert not left[0].exists()


def test_a_file_that_cannot_be_unlinked_does_not_stop_it(
    full, monkeypatch, django_capture_on_commit_callbacks
):
    def fail(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", fail)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase(full.pk, "reader")
    assert Conversation.objects.get(pk=full.pk).key is None


def test_sqlite_overwrites_what_it_frees(full):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL frees by vacuum")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        erase(full.pk, "reader")
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)


def test_a_backup_opens_until_its_master_key_is_gone(settings):
    """What docs/desk-privacy.md says of backups, in both directions."""
    old, new = new_master_key("k1"), new_master_key("k2")
    give_keys(settings, old)
    made = make_conversation(make_team())
    event = made.events.get(kind="message")
    backup = bytes(made.key), event.uuid.bytes, bytes(event.body)
    give_keys(settings, new, old)
    assert rotate(master_keys(), "test").wrapped == 1
    erase(made.pk, "reader")

    def read_backup() -> bytes:
        wrapped, place, body = backup
        return unseal(master_keys().unwrap(wrapped), body, place)

    assert QUESTION.encode() in read_backup()
    give_keys(settings, new)
    with pytest.raises(SealError, match="no master key"):
        read_backup()


def test_days_are_the_team_s_own():
    short = make_team("short", retention_days=10)
    long = make_team("long", retention_days=100)
    days = (9, 11, 99, 101)
    made = {
        (team.slug, age): make_conversation(team, age=timedelta(days=age))
        for team in (short, long)
        for age in days
    }
    assert expire(timezone.now()) == 4
    stay = {key for key, row in made.items() if Conversation.objects.get(pk=row.pk).key}
    assert stay == {("short", 9), ("long", 9), ("long", 11), ("long", 99)}
    assert expire(timezone.now()) == 0
    assert {row.who for row in AuditEntry.objects.filter(action="erase")} == {"retention"}


def test_another_team_does_not_keep_it_longer():
    short = make_team("short", retention_days=10)
    long = make_team("long", retention_days=100)
    rows = [make_conversation(team, age=timedelta(days=11)) for team in (short, long)]
    Conversation.objects.filter(pk=rows[0].pk).update(team=long)
    Conversation.objects.filter(pk=rows[1].pk).update(team=short)
    assert expire(timezone.now()) == 2


def test_what_a_professional_has_is_left_alone_and_told_of():
    team = make_team()
    made = make_conversation(team)
    staff_does(made, make_professional(team), Take())
    later = timezone.now() + timedelta(days=91)
    assert (expire(later), overdue(later)) == (0, 1)
    Conversation.objects.filter(pk=made.pk).update(state="closed", professional=None)
    assert (expire(later), overdue(later)) == (1, 0)


def test_a_word_in_the_last_moment_saves_it(monkeypatch):
    """The reader writes after the round has listed what is due."""
    from roznama.desk import retention  # noqa: PLC0415

    made = make_conversation(make_team(), age=timedelta(days=100))
    expire_one = retention._expire_one

    def after_a_word(team, now, pk):
        reader_does(made, Send("کیا آپ وہاں ہیں؟"))
        return expire_one(team, now, pk)

    monkeypatch.setattr(retention, "_expire_one", after_a_word)
    assert expire(timezone.now()) == 0
    assert Conversation.objects.get(pk=made.pk).key is not None


def test_many_go_in_batches(monkeypatch):
    from roznama.desk import retention  # noqa: PLC0415

    monkeypatch.setattr(retention, "_BATCH", 2)
    team = make_team()
    for _ in range(5):
        make_conversation(team, age=timedelta(days=100))
    assert expire(timezone.now()) == 5


def test_keys_are_wrapped_anew(settings, monkeypatch):
    monkeypatch.setattr(rotation, "_BATCH", 2)
    old, new = new_master_key("k1"), new_master_key("k2")
    give_keys(settings, old)
    team = make_team()
    made = [make_conversation(team) for _ in range(5)]
    keys = [key_of(row) for row in made]
    erase(made[4].pk, "reader")
    give_keys(settings, new, old)
    newest = make_conversation(team)
    assert rotate(master_keys(), "test") == Rotated(wrapped=4, current=1)
    assert rotate(master_keys(), "test") == Rotated(current=5)
    give_keys(settings, new)
    for row, key in zip(made[:4], keys, strict=False):
        row.refresh_from_db()
        assert key_of(row) == key
    newest.refresh_from_db()
    assert key_of(newest)
    assert Conversation.objects.get(pk=made[4].pk).key is None


def test_rotation_goes_on_where_it_was_broken_off(settings, monkeypatch):
    monkeypatch.setattr(rotation, "_BATCH", 2)
    old, new = new_master_key("k1"), new_master_key("k2")
    give_keys(settings, old)
    team = make_team()
    for _ in range(5):
        make_conversation(team)
    give_keys(settings, new, old)
    one, done = rotation._rotate_batch, []

    def dies_at_the_second(keys, ids):
        if done:
            raise KeyboardInterrupt
        done.append(ids)
        return one(keys, ids)

    monkeypatch.setattr(rotation, "_rotate_batch", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        rotate(master_keys(), "test")
    monkeypatch.setattr(rotation, "_rotate_batch", one)
    assert rotate(master_keys(), "test") == Rotated(wrapped=3, current=2)


def test_the_command_changes_keys(settings):
    give_keys(settings, new_master_key("k1"))
    make_conversation(make_team())
    line = desk("new-key", "k2").strip()
    give_keys(settings, line, settings.DESK_KEYS)
    assert "1 wrapped anew" in desk("rotate-keys")
    give_keys(settings, new_master_key("k3"))
    with pytest.raises(CommandError, match="1 open with none"):
        desk("rotate-keys")


def test_a_new_key_is_one():
    line = desk("new-key", "k9").strip()
    assert list(parse_keys(line).keys) == [b"k9"]
    assert desk("new-key", "k9") != desk("new-key", "k9")
    for name in ("K9", "", "a key", "much-too-long-a-name"):
        with pytest.raises(CommandError, match="name"):
            desk("new-key", name)


def test_the_command_erases_one(full):
    assert "erased" in desk("erase", str(full.public))
    assert Conversation.objects.get(pk=full.pk).key is None
    assert "already" in desk("erase", str(full.public))
    with pytest.raises(CommandError, match="no conversation"):
        desk("erase", str(uuid4()))


def test_the_command_expires():
    team = make_team()
    make_conversation(team, age=timedelta(days=100))
    active = make_conversation(team, age=timedelta(days=100))
    Conversation.objects.filter(pk=active.pk).update(state="active")
    told = desk("expire")
    assert "1 conversations erased" in told
    assert "1 past their days are still active" in told
