"""Readers' files: sealed on the disk, bounded, deleted when nothing shows them."""

from __future__ import annotations

import os
import re
import stat
import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.utils import timezone
from PIL import Image

from roznama.desk import drawer, files
from roznama.desk.chat.commands import Send
from roznama.desk.erasing import erase
from roznama.desk.files import FileError
from roznama.desk.models import Attachment, Conversation
from roznama.desk.sealing import SealError, new_key
from tests.integration.desk_vault import (
    PDF,
    key_of,
    make_conversation,
    make_team,
    photo,
    reader_does,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(settings, tmp_path: Path) -> Path:
    settings.DESK_ROOT = tmp_path / "desk"
    return tmp_path / "desk" / "files"


@pytest.fixture
def conversation(root) -> Conversation:
    return make_conversation(make_team())


def keep(conversation: Conversation, data: bytes, name: str = "زخم.jpg") -> Attachment:
    return files.keep(conversation, key_of(conversation), True, name, data)


def code_of(conversation: Conversation, data: bytes) -> str:
    with pytest.raises(FileError) as refused:
        keep(conversation, data)
    return refused.value.code


def on_disk(root: Path) -> list[Path]:
    return [path for path in root.glob("*/*") if path.is_file()]


def age(path: Path, hours: float) -> None:
    then = time.time() - hours * 3_600
    os.utime(path, (then, then))


def test_a_picture_is_kept_sealed(conversation, root):
    kept = keep(conversation, photo())
    kept.refresh_from_db()
    assert (kept.kind, kept.width, kept.height) == ("image/jpeg", 60, 40)
    assert (kept.by_reader, kept.used) == (True, False)
    [path] = on_disk(root)
    assert path == root / kept.uuid.hex[:2] / str(kept.uuid)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    data = files.read(kept, key_of(conversation))
    assert len(data) == kept.size
    assert Image.open(BytesIO(data)).size == (60, 40)
    assert b"JFIF" in data
    assert b"JFIF" not in path.read_bytes()
    assert "زخم".encode() not in bytes(kept.name)
    assert files.name_of(kept, key_of(conversation)) == "زخم.jpg"


def test_a_pdf_stays_as_it_is(conversation):
    kept = keep(conversation, PDF, "report.exe")
    assert (kept.kind, kept.width, kept.height) == ("application/pdf", 0, 0)
    assert files.read(kept, key_of(conversation)) == PDF
    assert files.name_of(kept, key_of(conversation)) == "report.pdf"


def test_a_message_can_show_it(conversation):
    kept = keep(conversation, photo())
    reader_does(conversation, Send("", (kept.uuid,)))
    kept.refresh_from_db()
    assert kept.used


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        (r"C:\Users\ثنا\زخم.png", "زخم.jpg"),
        ("نتیجہ\u202egpj.exe", "نتیجہgpj.jpg"),
        ("ہم\u200cآہنگ.jpg", "ہم\u200cآہنگ.jpg"),
        ("a\nb\0c.heic", "abc.jpg"),
        ("", "file.jpg"),
        (".jpg", "jpg.jpg"),
        ("x" * 500 + ".jpg", "x" * 116 + ".jpg"),
        ("<img src=x>.svg", "<img src=x>.jpg"),
    ],
)
def test_names_are_tidied(conversation, name, kept):
    made = keep(conversation, photo(), name)
    assert files.name_of(made, key_of(conversation)) == kept


def test_what_is_not_taken_leaves_nothing(conversation, root):
    assert code_of(conversation, b"<svg onload=alert(1)>") == "not_taken"
    assert code_of(conversation, photo()[:100]) == "damaged"
    assert code_of(conversation, b"") == "not_taken"
    assert code_of(conversation, photo() + b"\0" * files.LARGEST) == "too_big"
    assert not on_disk(root)
    assert not Attachment.objects.exists()


def test_a_conversation_has_its_share(conversation, root, monkeypatch):
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for _ in range(3):
        keep(conversation, photo())
    assert code_of(conversation, photo()) == "too_many"
    keep(make_conversation(conversation.team), photo())
    assert len(on_disk(root)) == 4


def test_an_erased_conversation_takes_nothing(conversation, root):
    key = key_of(conversation)
    erase(conversation.pk, "reader")
    with pytest.raises(FileError, match="not_taken"):
        files.keep(conversation, key, True, "a.jpg", photo())
    assert not on_disk(root)


def test_a_row_that_fails_takes_its_file_with_it(conversation, root, monkeypatch):
    def fail(made: Attachment) -> None:
        assert on_disk(root)
        raise DatabaseError

    monkeypatch.setattr(files, "_insert", fail)
    with pytest.raises(DatabaseError):
        keep(conversation, photo())
    assert not on_disk(root)


def test_a_full_disk_leaves_no_part(conversation, root, monkeypatch):
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drawer.os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        keep(conversation, photo())
    assert not on_disk(root)
    assert not Attachment.objects.exists()


def test_changed_bytes_are_not_handed_out(conversation, root):
    kept = keep(conversation, PDF)
    path = drawer._path(kept.uuid)
    sealed = path.read_bytes()
    for wrong in (sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed[:20], b""):
        path.write_bytes(wrong)
        with pytest.raises(FileError, match="damaged"):
            files.read(kept, key_of(conversation))
    path.unlink()
    with pytest.raises(FileError, match="damaged"):
        files.read(kept, key_of(conversation))


def test_a_file_opens_in_its_own_place_and_with_its_own_key_alone(conversation, root):
    kept, other = keep(conversation, PDF), keep(conversation, photo())
    drawer._path(other.uuid).write_bytes(drawer._path(kept.uuid).read_bytes())
    with pytest.raises(FileError, match="damaged"):
        files.read(other, key_of(conversation))
    with pytest.raises(FileError, match="damaged"):
        files.read(kept, new_key())
    with pytest.raises(SealError):
        files.name_of(kept, new_key())


def test_files_go_when_the_transaction_has_committed(
    conversation, root, django_capture_on_commit_callbacks
):
    kept = [keep(conversation, photo()) for _ in range(3)]
    stays = keep(make_conversation(conversation.team), photo())
    with django_capture_on_commit_callbacks() as callbacks:
        assert files.delete_files(conversation, [kept[0].uuid]) == 1
        assert files.delete_files(conversation) == 2
    assert len(on_disk(root)) == 4
    for callback in callbacks:
        callback()
    assert on_disk(root) == [drawer._path(stays.uuid)]
    assert Attachment.objects.get() == stays


def test_unused_files_go_after_a_day(conversation, root, django_capture_on_commit_callbacks):
    shown, old, new = (keep(conversation, photo()) for _ in range(3))
    reader_does(conversation, Send("دیکھیے", (shown.uuid,)))
    then = timezone.now() - timedelta(days=1, minutes=1)
    Attachment.objects.filter(pk__in=[shown.pk, old.pk]).update(made=then)
    with django_capture_on_commit_callbacks(execute=True):
        assert files.delete_unused() == 1
    assert set(Attachment.objects.all()) == {shown, new}
    assert len(on_disk(root)) == 2
    assert files.delete_unused() == 0


def test_strays_are_swept(conversation, root):
    kept = keep(conversation, photo())
    stray, fresh = uuid4(), uuid4()
    for name in (stray, fresh):
        drawer.put(name, b"no row")
    part = root / "ab" / f".{uuid4()}.part"
    part.parent.mkdir(exist_ok=True)
    part.write_bytes(b"half")
    for path in (drawer._path(kept.uuid), drawer._path(stray), part):
        age(path, hours=2)
    assert files.sweep() == 2
    assert set(on_disk(root)) == {drawer._path(kept.uuid), drawer._path(fresh)}
    assert files.sweep() == 0


def test_nothing_is_swept_where_nothing_is(root):
    assert files.sweep() == 0


def test_names_on_the_disk_tell_nothing(conversation, root):
    keep(conversation, photo(), "میری رپورٹ.jpg")
    [path] = on_disk(root)
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f-]{36}", str(path.relative_to(root)))
