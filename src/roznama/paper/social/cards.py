"""A story's social cards: which there are, and asking the printer for those that there are not."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from roznama.changes.later import ask
from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, PaperSettings
from roznama.paper.assembly.pictures import Pictures
from roznama.paper.sheets import Picture, SectionMark
from roznama.paper.social.layout import SHAPES, Shape
from roznama.paper.social.words import Words

EDITION = 1
"""Raised when cards are drawn otherwise: all of them are renewed then."""

FOLDER = "images"  # beside the pictures' sizes, which readers get by the same address


@dataclass(frozen=True, slots=True)
class Cards:
    """Both cards of a story, `src` being their path."""

    wide: Picture
    square: Picture


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a card shows. `image` is the lead picture, None for none.

    `mark` tells that picture, and how it is cut, from another.
    """

    story: int
    words: Words
    image: int | None
    mark: str

    def name(self, shape: Shape) -> str:
        """Return the file's name: the same facts, the same name."""
        facts = json.dumps([EDITION, shape.name, asdict(self.words), self.mark])
        return f"social-{self.story}-{blake2b(facts.encode(), digest_size=8).hexdigest()}.jpg"


def social_cards(article: ArticlePage, section: SectionMark, pictures: Pictures) -> Cards | None:
    """Return a published story's cards; None until the printer has drawn them."""
    if not article.live or not article.pk:
        return None
    order = _order(article, section, pictures)
    if not all((folder() / order.name(shape)).is_file() for shape in SHAPES):
        ask(f"social cards {order.name(SHAPES[0])}", keys.social_card(article.pk), _work(order))
        return None
    reads(keys.social_card(article.pk))
    wide, square = (_card(order, shape) for shape in SHAPES)
    return Cards(wide, square)


def folder() -> Path:
    """Return where cards are kept."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def _work(order: Order) -> partial[None]:
    # Drawing loads fonts and a shaper; who only lays out pages needs neither.
    from roznama.paper.social.making import make  # noqa: PLC0415

    return partial(make, order)


def _order(article: ArticlePage, section: SectionMark, pictures: Pictures) -> Order:
    image = article.lead_image_id
    mark = pictures.mark(image)
    paper = read_once("settings", PaperSettings.load)
    credit = pictures.credit(image) if mark else ""
    words = Words(
        headline=article.title,
        kicker="" if article.kicker == section.title else article.kicker,
        section=section.title,
        color=section.color,
        masthead=paper.name,
        credit=render_to_string("paper/social/credit.txt", {"credit": credit}) if credit else "",
    )
    return Order(article.pk, words, image if mark else None, mark)


def _card(order: Order, shape: Shape) -> Picture:
    src = f"{settings.MEDIA_URL}{FOLDER}/{order.name(shape)}"
    return Picture(src, "", shape.width, shape.height, order.words.headline)
