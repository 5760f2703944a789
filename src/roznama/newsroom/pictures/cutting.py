"""How sizes of pictures are made: cut to our crops, upright, in sRGB, with nothing beside."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO

from PIL import Image, ImageCms, ImageOps
from wagtail.images.image_operations import (
    FilterOperation,
    ImageTransform,
    TransformOperation,
)
from wagtail.images.models import Filter
from wagtail.images.rect import Rect
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

from roznama.newsroom.pictures.crops import CROPS, crop_box, point

logger = logging.getLogger(__name__)

# Of 0 to 10. On the demo edition's pictures Pillow's 6 takes 3.9 times the CPU of 8 and makes files
# of the same size (696 KB, 684 KB), .4 dB nearer to the original. Beyond 8 the files grow.
AVIF_SPEED = 8
FOCAL = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


class CutOperation(TransformOperation):
    """`cut-card-800`: a crop of ours, 800 pixels wide, or smaller where the picture is."""

    def construct(self, crop: str, width: str) -> None:
        """Read the crop's name and the width. Raises ValueError for others."""
        if crop not in CROPS:
            raise ValueError(f"no crop is called {crop}")
        self.crop = CROPS[crop]
        self.width = int(width)
        self.vary_fields = (*FOCAL, self.crop.field)

    def run(self, transform: ImageTransform, image: Any) -> ImageTransform:
        """Cut, then make smaller; nothing is blown up."""
        found = image.get_focal_point()
        focus = (found.left, found.top, found.right, found.bottom) if found else None
        own = point(getattr(image, self.crop.field, ""))
        box = crop_box(transform.size, self.crop.ratio, focus, own)
        cut = transform.crop(Rect(*box))
        if self.width < box[2] - box[0]:
            cut = cut.resize((self.width, max(1, round(self.width / self.crop.ratio))))
        return cut


class _Bare(PillowImage):
    """Pixels with nothing beside, written as AVIF in good time."""

    def save_as_avif(self, f: BinaryIO, quality: int = 80, **more: Any) -> AvifImageFile:
        """Write the picture to a file, of a quality from 0 to 100, or as Willow does otherwise."""
        if more.get("lossless"):
            return super().save_as_avif(f, quality, **more)
        self.image.save(f, "AVIF", quality=quality, speed=AVIF_SPEED)
        return AvifImageFile(f)


class _BareOperation(FilterOperation):
    """Comes last: each step before it makes one of Willow's own pictures."""

    def construct(self) -> None:
        """Take nothing."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        """Return pixels as pixels, and a drawing as it is."""
        return _Bare(willow.image) if isinstance(willow, PillowImage) else willow


class CleanFilter(Filter):
    """A filter that starts from the bare pixels, so that no place, name or profile goes on.

    Of a moving picture the first frame is taken.
    """

    @property
    def filter_operations(self) -> list[FilterOperation]:
        """The specification's steps after the cutting, and ours."""
        return [*super().filter_operations, _BareOperation("bare")]

    @contextmanager
    def get_willow_image(self, image: Any, source: Any = None) -> Iterator[Any]:
        """Open the original and yield what may be seen of it."""
        with super().get_willow_image(image, source) as willow:
            if willow.format_name == "svg":
                yield willow
                return
            file = willow.f
            file.seek(0)
            with Image.open(file) as opened:
                found = PillowImage(bare(opened))
            found.format_name = willow.format_name  # which format to write when none is named
            yield found


def bare(image: Image.Image) -> Image.Image:
    """Return a picture upright, in sRGB as RGB or RGBA, without metadata."""
    upright = ImageOps.exif_transpose(image)
    colored = _in_srgb(upright)
    clean = Image.new(colored.mode, colored.size)
    clean.paste(colored)
    return clean


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda level: level / 256 + 0).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode in ("P", "PA", "1", "LA"):
        image = image.convert(mode)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            to = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, source, to, outputMode=mode)
            return turned or image.convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError) as error:
            # Broken, or of another kind of colors: they stay as they are.
            logger.info("a picture's color profile cannot be used: %s", error)
    return image if image.mode == mode else image.convert(mode)
