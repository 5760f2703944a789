"""`roznama pictures strip`: what cameras noted goes out of the files that there are."""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.core.management import CommandError, call_command
from PIL import Image

from roznama.newsroom.models import NewsImage

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

CANARY = b"KARACHI-24.86N"


@pytest.fixture
def image(tmp_path: Path, settings: Any) -> NewsImage:
    settings.MEDIA_ROOT = tmp_path / "media"
    notes = Image.Exif()
    notes[0x010F], notes[0x0112] = CANARY.decode(), 6
    file = BytesIO()
    Image.new("RGB", (64, 40), "teal").save(file, "JPEG", exif=notes)
    found = NewsImage.objects.create(title="ایک", file=ImageFile(file, name="a.jpg"))
    size = Path(found.get_rendition("width-32").file.path)
    # As an older version cut it.
    size.write_bytes(Path(found.file.path).read_bytes())
    return found


def strip(*arguments: str) -> str:
    out = StringIO()
    call_command("pictures", "strip", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def size_of(image: NewsImage) -> Path:
    return Path(image.renditions.get().file.path)


def test_sizes_lose_their_notes_and_originals_keep_them(image: NewsImage) -> None:
    assert "1 of 1 files would lose" in strip("--dry-run")
    assert CANARY in size_of(image).read_bytes()
    assert "sizes: 1 of 1 files lost" in strip()
    assert CANARY not in size_of(image).read_bytes()
    assert CANARY in Path(image.file.path).read_bytes()
    assert "0 of 1" in strip()
    assert not list(size_of(image).parent.glob(".strip-*"))


def test_originals_lose_them_when_asked_and_are_found_by_their_new_fingerprint(
    image: NewsImage,
) -> None:
    before = image.get_file_hash()
    assert "originals: 1 of 1 files lost" in strip("--originals")
    kept = Path(image.file.path)
    assert CANARY not in kept.read_bytes()
    image.refresh_from_db()
    assert image.file_hash != before
    assert image.file_size == kept.stat().st_size
    with Image.open(kept) as opened:
        assert opened.getexif()[0x0112] == 6


def test_a_broken_file_is_told_and_stays(image: NewsImage) -> None:
    path = size_of(image)
    path.write_bytes(b"no picture")
    with pytest.raises(CommandError, match="1 files were left"):
        strip()
    assert path.read_bytes() == b"no picture"
