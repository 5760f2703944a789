"""Taking a camera's notes out of the files that there are: of sizes, and of originals if asked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.utils.file import hash_filelike

from roznama.newsroom.models import NewsImage
from roznama.newsroom.pictures.bare_bytes import BareError, bare

FOLDER = "images"
_KINDS = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"}


@dataclass(slots=True)
class Stripped:
    """What was done: how many files were looked at, had notes, and which could not be read."""

    seen: int = 0
    found: int = 0
    bytes: int = 0
    failed: list[str] = field(default_factory=list)


def strip_sizes(*, dry: bool, tell: Callable[[int], None]) -> Stripped:
    """Take the notes out of everything that readers can get; `tell` hears how many were seen."""
    folder = Path(settings.MEDIA_ROOT) / FOLDER
    done = Stripped()
    for path in _files(folder):
        _strip(path, done, dry=dry)
        tell(done.seen)
    return done


def strip_originals(*, dry: bool, tell: Callable[[int], None]) -> Stripped:
    """Take the notes out of the pictures as they were sent; which side is up stays."""
    done = Stripped()
    for image in NewsImage.objects.order_by("pk").iterator(chunk_size=200):
        if _strip(Path(image.file.path), done, dry=dry) and not dry:
            _note_file(image)
        tell(done.seen)
    return done


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if Path(entry.name).suffix.lower() in _KINDS and not entry.name.startswith("."):
                yield Path(entry.path)


def _strip(path: Path, done: Stripped, *, dry: bool) -> bool:
    """Strip one file, in one step for whoever reads it; whether it had notes."""
    done.seen += 1
    try:
        before = path.read_bytes()
        after = bare(before)
        if after == before:
            return False
        if not dry:
            _replace(path, after)
    except FileNotFoundError:
        return False  # a size that was cut anew meanwhile
    except (OSError, BareError) as error:
        done.failed.append(f"{path.name}: {error}")
        return False
    done.found += 1
    done.bytes += len(before) - len(after)
    return True


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".strip-")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _note_file(image: NewsImage) -> None:
    """Keep the file's new size and fingerprint, which find a picture that is sent twice."""
    data = Path(image.file.path).read_bytes()
    facts = {"file_size": len(data), "file_hash": hash_filelike(ContentFile(data))}
    NewsImage.objects.filter(pk=image.pk).update(**facts)
