"""What a story's pictures lack before they may be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.db.models.enums import TextChoices
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage, NewsImage


class Lack(TextChoices):
    """Why a picture may not be printed."""

    GONE = "gone", _("The picture is not there any more.")
    CREDIT = "credit", _("It has no credit.")
    LICENCE = "licence", _("It has no licence.")
    ALT = "alt", _("It has no alternative text, and is not marked as decoration.")
    ENDED = "ended", _("Its rights have run out.")
    BARRED = "barred", _("It may not be used again.")


@dataclass(frozen=True, slots=True)
class Fault:
    """A picture of a story with what it lacks; `image` is None for one that is gone."""

    image: NewsImage | None
    lacks: tuple[Lack, ...]


def usable(day: date | None = None) -> Q:
    """Return a condition for pictures that may be put into stories on a day, today when None."""
    today = day or localdate()
    return Q(is_barred=False) & (Q(rights_end=None) | Q(rights_end__gte=today))


def used_pictures(article: ArticlePage) -> list[int]:
    """Return the ids of a story's pictures, the lead picture first, each once."""
    lead = [article.lead_image_id] if article.lead_image_id else []
    return list(dict.fromkeys([*lead, *body_pictures(article.body.raw_data)]))


def body_pictures(blocks: Any) -> Iterator[int]:
    """Yield the pictures of a body in its stored form."""
    for block in blocks:
        kind, value = block["type"], block["value"]
        if kind == "image" and value.get("image"):
            yield value["image"]
        elif kind == "gallery":
            rows = (one["value"] if one.get("type") == "item" else one for one in value)
            yield from (row["image"] for row in rows if row.get("image"))


def faults(article: ArticlePage, day: date | None = None) -> list[Fault]:
    """Return the story's pictures that keep it from publication, in the story's order.

    A picture whose rights ran out may stay where readers have it already: mending a word in an
    old story is no new use of its picture.
    """
    wanted = used_pictures(article)
    if not wanted:
        return []
    found = _pictures().in_bulk(wanted)
    printed = _printed(article)
    today = day or localdate()
    rows = []
    for pk in wanted:
        image = found.get(pk)
        if image is None:
            rows.append(Fault(None, (Lack.GONE,)))
            continue
        lacks = [*_missing(image), *([] if pk in printed else _forbidden(image, today))]
        if pk == article.lead_image_id and not (article.lead_alt.strip() or has_alt(image)):
            lacks.append(Lack.ALT)
        if lacks:
            rows.append(Fault(image, tuple(lacks)))
    return rows


def lacks_of(image: NewsImage, *, is_new: bool = True) -> list[Lack]:
    """Return what keeps one picture from readers; `is_new` is False where they have it already."""
    found = [*_missing(image), *(_forbidden(image, localdate()) if is_new else ())]
    return found if has_alt(image) else [*found, Lack.ALT]


def has_alt(image: NewsImage) -> bool:
    """Whether readers who cannot see a picture are told of it, or need not be."""
    return image.is_decorative or bool(image.description.strip())


def _missing(image: NewsImage) -> Iterator[Lack]:
    if not image.credit.strip():
        yield Lack.CREDIT
    if not image.licence.strip():
        yield Lack.LICENCE


def _forbidden(image: NewsImage, day: date) -> Iterator[Lack]:
    if image.is_barred:
        yield Lack.BARRED
    if image.rights_end is not None and image.rights_end < day:
        yield Lack.ENDED


def _pictures() -> QuerySet[NewsImage]:
    from roznama.newsroom.models import NewsImage  # noqa: PLC0415

    return NewsImage.objects.all()


def _printed(article: ArticlePage) -> set[int]:
    """The pictures that readers see in the story now."""
    live = type(article).objects.filter(pk=article.pk, live=True).first() if article.pk else None
    return set(used_pictures(live)) if live else set()
