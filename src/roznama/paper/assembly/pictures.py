"""Pictures in the sizes that pages offer: WebP, and AVIF once the printer had the time for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from PIL import features
from wagtail.images.models import Filter

from roznama.changes.later import ask
from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import NewsImage, NewsRendition
from roznama.paper.sheets import Picture

# Cards: 320 px for a list on a phone, 800 for a phone's full width at two device pixels, 1280
# for the front page's lead.
CARD_WIDTHS = (320, 480, 800, 1280)
STORY_WIDTHS = (480, 800, 1280)
_WEBP, _AVIF = "format-webp|webpquality-68", "format-avif|avifquality-50"

CARD_SPECS = tuple(f"cut-card-{width}|{_WEBP}" for width in CARD_WIDTHS)
LEAD_SPECS = tuple(f"cut-lead-{width}|{_WEBP}" for width in STORY_WIDTHS)
# In the text a picture keeps its shape.
STORY_SPECS = tuple(f"width-{width}|{_WEBP}" for width in STORY_WIDTHS)
# A face is 96 CSS pixels wide at most.
FACE_SPECS = (f"cut-square-96|{_WEBP}", f"cut-square-240|{_WEBP}")
# Social networks take JPEG everywhere and want 1.91:1.
SOCIAL_SPEC = "cut-social-1200|format-jpeg|jpegquality-80"
PAGE_SPECS = (*STORY_SPECS, *LEAD_SPECS, *CARD_SPECS, *FACE_SPECS, SOCIAL_SPEC)

# An installation may have a Pillow that was built without it.
_HAS_AVIF = features.check("avif")


class _Facts(NamedTuple):
    """What a page tells of a picture, and what decides how it is cut."""

    description: str
    title: str
    credit: str
    licence: str
    file: str
    focal_point_x: int | None
    focal_point_y: int | None
    focal_point_width: int | None
    focal_point_height: int | None
    focus_card: str
    focus_lead: str
    focus_square: str
    focus_social: str


class _Size(NamedTuple):
    file: str
    width: int
    height: int


class Pictures:
    """The pictures of a page, by id; what the database knows of them comes in one query.

    A size that was never cut is cut when it is asked for; that is when a page is printed. AVIF,
    which takes ten times as long, is made afterwards (`changes/later.py`).
    """

    def __init__(self, images: Iterable[int | None], specs: Sequence[str] = CARD_SPECS) -> None:
        self._facts: dict[int, _Facts] = {}
        self._sizes: dict[tuple[int, str, str], _Size] = {}
        wanted = {pk for pk in images if pk is not None}
        if wanted:
            self._read(wanted, specs)
        if new := wanted - self._facts.keys():
            found = NewsImage.objects.filter(pk__in=new).values_list("pk", *_Facts._fields)
            self._facts |= {pk: _Facts(*facts) for pk, *facts in found}

    def card(self, image: int | None, alt: str = "") -> Picture | None:
        """Return a picture as a card shows it, None where there is none."""
        return self._picture(image, CARD_SPECS, alt=alt)

    def story(self, image: int | None, *, alt: str = "", caption: str = "") -> Picture | None:
        """Return a picture as a story shows it, with caption and credit."""
        return self._picture(image, STORY_SPECS, alt=alt, caption=caption)

    def lead(self, image: int | None, *, alt: str = "", caption: str = "") -> Picture | None:
        """Return a picture as it stands over a story, with caption and credit."""
        return self._picture(image, LEAD_SPECS, alt=alt, caption=caption)

    def face(self, image: int | None, alt: str = "") -> Picture | None:
        """Return an author's portrait, square."""
        return self._picture(image, FACE_SPECS, alt=alt)

    def credit(self, image: int | None) -> str:
        """Return who made a picture."""
        facts = self._facts.get(image) if image is not None else None
        return facts.credit if facts else ""

    def mark(self, image: int | None) -> str:
        """Return what tells a picture, as it is cut, from another; empty where there is none."""
        facts = self._facts.get(image) if image is not None else None
        return f"{image} {facts[4:]}" if facts else ""

    def social(self, image: int | None) -> Picture | None:
        """Return a picture as social networks show it."""
        facts = self._facts.get(image) if image is not None else None
        if image is None or facts is None:
            return None
        (size,) = self._sizes_of(image, facts, (SOCIAL_SPEC,))
        alt = facts.description or facts.title
        return Picture(_url(size.file), "", size.width, size.height, alt)

    def card_url(self, image: int | None) -> str:
        """Return the path of a picture in the card's size for phones, empty where there is none."""
        facts = self._facts.get(image) if image is not None else None
        if image is None or facts is None:
            return ""
        reads(keys.picture(image))
        (size,) = self._sizes_of(image, facts, (CARD_SPECS[2],))
        return _url(size.file)

    def _read(self, wanted: set[int], specs: Sequence[str]) -> None:
        all_specs = [*specs, *map(_in_avif, specs)] if _HAS_AVIF else specs
        found = NewsRendition.objects.filter(image__in=wanted, filter_spec__in=all_specs)
        facts = (f"image__{name}" for name in _Facts._fields)
        names = ("image_id", "filter_spec", "focal_point_key", *_Size._fields, *facts)
        for pk, spec, key, file, width, height, *rest in found.values_list(*names):
            self._sizes[pk, spec, key] = _Size(file, width, height)
            if pk not in self._facts:
                self._facts[pk] = _Facts(*rest)

    def _picture(
        self, image: int | None, specs: tuple[str, ...], *, alt: str = "", caption: str = ""
    ) -> Picture | None:
        facts = self._facts.get(image) if image is not None else None
        if image is None or facts is None:
            return None
        reads(keys.picture(image))
        # A small picture is not blown up; its larger sizes are then one and the same.
        sizes = list({size.width: size for size in self._sizes_of(image, facts, specs)}.values())
        middle = sizes[len(sizes) // 2]
        return Picture(
            src=_url(middle.file),
            srcset=", ".join(f"{_url(size.file)} {size.width}w" for size in sizes),
            width=middle.width,
            height=middle.height,
            alt=alt or facts.description,
            caption=caption,
            credit=facts.credit,
            licence=facts.licence,
            avif=self._avif(image, facts, specs),
        )

    def _avif(self, image: int, facts: _Facts, specs: Sequence[str]) -> str:
        """Return the AVIF sizes that there are, and ask for those that there are not.

        A page offers all of them or none, or a reader's browser would take what is too small.
        """
        if not _HAS_AVIF:
            return ""
        wanted = [_in_avif(spec) for spec in specs]
        cut = [(image, spec, _focal_key(spec, facts[5:])) for spec in wanted]
        missing = [one for one in cut if one not in self._sizes]
        for _, spec, key in missing:
            work = partial(_make, image, spec)
            ask(f"{spec} of picture {image} {key}", keys.sizes(image), work)
        if missing:
            return ""
        sizes = {self._sizes[one].width: self._sizes[one] for one in cut}.values()
        return ", ".join(f"{_url(size.file)} {size.width}w" for size in sizes)

    def _sizes_of(self, image: int, facts: _Facts, specs: Sequence[str]) -> list[_Size]:
        cut = [(image, spec, _focal_key(spec, facts[5:])) for spec in specs]
        if any(one not in self._sizes for one in cut):
            made = NewsImage.objects.get(pk=image).get_renditions(*map(_filter, specs))
            for one in cut:
                size = made[one[1]]
                self._sizes[one] = _Size(size.file.name, size.width, size.height)
        return [self._sizes[one] for one in cut]


def _make(image: int, spec: str) -> None:
    """Make one size of a picture; nothing where it is gone meanwhile."""
    if found := NewsImage.objects.filter(pk=image).first():
        found.get_rendition(_filter(spec))


def _in_avif(spec: str) -> str:
    return spec.replace(_WEBP, _AVIF)


class _Focus(NamedTuple):
    focal_point_x: int | None
    focal_point_y: int | None
    focal_point_width: int | None
    focal_point_height: int | None
    focus_card: str
    focus_lead: str
    focus_square: str
    focus_social: str


@lru_cache(4096)
def _focal_key(spec: str, focus: tuple[int | str | None, ...]) -> str:
    """Return what Wagtail tells apart the cuts around different focal points by."""
    key: str = _filter(spec).get_cache_key(_Focus(*focus))  # type: ignore[arg-type]
    return key


@lru_cache(4096)
def _url(file: str) -> str:
    url: str = NewsRendition._meta.get_field("file").storage.url(file)
    return url


@cache
def _filter(spec: str) -> Filter:
    """Return a specification read once; reading it is most of what a picture costs."""
    return Filter(spec)
