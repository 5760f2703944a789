"""Making a story's cards: pictures in, files out, old ones gone."""

from __future__ import annotations

from PIL import Image

from roznama.newsroom.models import ArticlePage, NewsImage
from roznama.paper.social.cards import Order, folder
from roznama.paper.social.drawing import as_jpeg, draw
from roznama.paper.social.layout import SHAPES, SQUARE, Shape
from roznama.paper.social.noting import forget, keep_newest, write

_CUTS = {
    "wide": "cut-social-1200|format-jpeg|jpegquality-80",
    SQUARE.name: "cut-square-1080|format-jpeg|jpegquality-80",
}


def make(order: Order) -> None:
    """Draw both cards of a story that readers may see, and write their files.

    Raises:
        OSError: the picture cannot be read or a card not be written.

    """
    if not _is_public(order.story):
        return
    keep_newest(order.story, [order.name(shape) for shape in SHAPES])
    for shape in SHAPES:
        card = as_jpeg(draw(order.words, shape, _picture(order, shape)))
        write(folder() / order.name(shape), card)
    if not _is_public(order.story):  # it was taken away meanwhile, when no card was there
        forget(order.story)


def _is_public(story: int) -> bool:
    """Whether readers may see a story now."""
    found = ArticlePage.objects.filter(pk=story, live=True).first()
    return found is not None and not found.get_view_restrictions().exists()


def _picture(order: Order, shape: Shape) -> Image.Image | None:
    image = NewsImage.objects.filter(pk=order.image).first() if order.image else None
    if image is None:
        return None
    with image.get_rendition(_CUTS[shape.name]).file.open() as file, Image.open(file) as opened:
        return opened.convert("RGB")
