"""Making a story's cards: pictures in, files out, old ones gone."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from PIL import Image

from roznama.newsroom.models import NewsImage
from roznama.paper.social.cards import Order, folder
from roznama.paper.social.drawing import as_jpeg, draw
from roznama.paper.social.layout import SHAPES, SQUARE, Shape

_CUTS = {
    "wide": "cut-social-1200|format-jpeg|jpegquality-80",
    SQUARE.name: "cut-square-1080|format-jpeg|jpegquality-80",
}
_KEPT = 2  # editions of a story's cards: a network may still ask for the one before


def make(order: Order) -> None:
    """Draw both cards of a story and write their files.

    Raises:
        OSError: the picture cannot be read or a card not be written.

    """
    names = []
    for shape in SHAPES:
        names.append(order.name(shape))
        _write(folder() / names[-1], as_jpeg(draw(order.words, shape, _picture(order, shape))))
    _tidy(order.story, names)


def forget(story: int) -> None:
    """Remove a story's cards."""
    _tidy(story, [])


def _picture(order: Order, shape: Shape) -> Image.Image | None:
    image = NewsImage.objects.filter(pk=order.image).first() if order.image else None
    if image is None:
        return None
    with image.get_rendition(_CUTS[shape.name]).file.open() as file, Image.open(file) as opened:
        return opened.convert("RGB")


def _write(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.chmod(settings.FILE_UPLOAD_PERMISSIONS or 0o644)
    new.replace(path)


def _tidy(story: int, names: list[str]) -> None:
    """Note a story's newest cards, and remove all but those of the last two editions."""
    note = folder().with_name("social") / str(story)
    note.parent.mkdir(parents=True, exist_ok=True)
    lines = note.read_text().splitlines() if note.is_file() else []
    now = " ".join(names)
    editions = [line for line in lines if line != now]
    kept = [now, *editions[: _KEPT - 1]] if names else []
    for line in editions[len(kept) - 1 if names else 0 :]:
        for name in line.split():
            (folder() / name).unlink(missing_ok=True)
    _write(note, "\n".join(kept).encode())
