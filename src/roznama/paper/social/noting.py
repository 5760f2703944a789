"""Which cards a story has as files: a note for each story, beside the folder of the files."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from roznama.paper.social.cards import folder

_KEPT = 2  # editions of a story's cards: a network may still ask for the one before


def keep_newest(story: int, names: list[str]) -> None:
    """Note a story's newest cards, and remove all but those of the last two editions.

    It is called before they are written, so that no file is without a note.
    """
    note = _note(story)
    note.parent.mkdir(parents=True, exist_ok=True)
    now = " ".join(names)
    editions = [line for line in _editions(note) if line != now]
    _remove(editions[_KEPT - 1 :])
    write(note, "\n".join([now, *editions[: _KEPT - 1]]).encode())


def forget(story: int) -> None:
    """Remove a story's cards."""
    note = _note(story)
    _remove(_editions(note))
    note.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.chmod(settings.FILE_UPLOAD_PERMISSIONS or 0o644)
    new.replace(path)


def _note(story: int) -> Path:
    return folder().with_name("social") / str(story)


def _editions(note: Path) -> list[str]:
    return note.read_text().splitlines() if note.is_file() else []


def _remove(editions: list[str]) -> None:
    for line in editions:
        for name in line.split():
            (folder() / name).unlink(missing_ok=True)
