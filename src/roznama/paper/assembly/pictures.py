"""Pictures in the sizes that pages offer, all WebP."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images.models import Filter

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import NewsImage, NewsRendition
from roznama.paper.sheets import Picture

# Cards are cut to 16:10 around the focal point: 320 px for a list on a phone, 800
# for a phone's full width at two device pixels, 1280 for the front page's lead.
CARD_SPECS = tuple(
    f"fill-{width}x{width * 5 // 8}|format-webp|webpquality-68" for width in (320, 480, 800, 1280)
)
# In the story a picture keeps its shape.
STORY_SPECS = tuple(f"width-{width}|format-webp|webpquality-68" for width in (480, 800, 1280))
# Social networks take JPEG everywhere and want 1.91:1.
SOCIAL_SPEC = "fill-1200x630|format-jpeg|jpegquality-80"


def card_picture(image: NewsImage | None, alt: str = "") -> Picture | None:
    """Return an image as a card shows it, None where there is none."""
    return _picture(image, CARD_SPECS, alt=alt) if image else None


def story_picture(image: NewsImage | None, *, alt: str = "", caption: str = "") -> Picture | None:
    """Return an image as a story shows it, with caption and credit."""
    return _picture(image, STORY_SPECS, alt=alt, caption=caption) if image else None


def social_picture(image: NewsImage) -> Picture:
    """Return an image as social networks show it."""
    rendition = image.get_rendition(_filter(SOCIAL_SPEC))
    return Picture(
        src=rendition.url,
        srcset="",
        width=rendition.width,
        height=rendition.height,
        alt=image.default_alt_text,
    )


def sizes(way: str, specs: Iterable[str]) -> Prefetch[str]:
    """Return a prefetch of pictures' sizes; `way` leads to the pictures and ends in `__`."""
    # The attribute is where Wagtail looks for sizes before it asks the database.
    found = NewsRendition.objects.filter(filter_spec__in=list(specs))
    return Prefetch(f"{way}renditions", found, to_attr="prefetched_renditions")


def fetch_story_sizes(images: Iterable[NewsImage | None]) -> None:
    """Fetch what a story's page needs of all its pictures' sizes, in one query."""
    specs = (*STORY_SPECS, *CARD_SPECS, SOCIAL_SPEC)
    prefetch_related_objects([image for image in images if image], sizes("", specs))


def _picture(
    image: NewsImage, specs: tuple[str, ...], *, alt: str = "", caption: str = ""
) -> Picture:
    reads(keys.picture(image.pk))
    renditions = image.get_renditions(*map(_filter, specs))
    # A small picture is not blown up; its larger sizes are then one and the same.
    sizes = list({renditions[spec].width: renditions[spec] for spec in specs}.values())
    middle = sizes[len(sizes) // 2]
    return Picture(
        src=middle.url,
        srcset=", ".join(f"{size.url} {size.width}w" for size in sizes),
        width=middle.width,
        height=middle.height,
        alt=alt or image.description,
        caption=caption,
        credit=image.credit,
        licence=image.licence,
    )


@cache
def _filter(spec: str) -> Filter:
    """Return a specification read once; reading it is most of what a picture costs."""
    return Filter(spec)
