"""Pictures as the desk keeps them: drawn anew, small, and with nothing beside the pixels.

A photograph tells where and when it was taken, with what, and often who took it. None of that
is copied: the pixels are put on an empty canvas and that is written.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageOps

from roznama.desk.sniffing import FileError

LONGEST_SIDE = 1_600  # pixels
MOST_PIXELS = 25_000_000
MOST_OF_A_CAMERA = 50_000_000
_QUALITY = 85
_MOST_SCANS = 100  # a progressive JPEG has some ten; each is decoded over the whole picture
_SCAN = b"\xff\xda"
_SOLID = 255

pillow_heif.register_heif_opener(thumbnails=False)

# The largest picture takes some 230 MB while it is made smaller; one at a time does that.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file: JPEG, or PNG where something shows through. Sides in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def clean(data: bytes, form: str) -> Picture:
    """Return a picture drawn anew: upright, its longest side 1600 pixels at most, bare.

    `form` is the format's name, as `sniff` gives it; nothing else is tried. Of a moving picture
    the first frame is kept. Colors of another profile are turned into sRGB, as the profile goes.

    Raises:
        FileError: `too_big` (more than 25 million pixels, 50 of a JPEG or HEIC; seen before
            anything is decoded), `damaged`.

    """
    if form == "JPEG" and data.count(_SCAN) > _MOST_SCANS:
        raise FileError("damaged")
    with _one_at_a_time:
        try:
            return _clean(data, form)
        except FileError:
            raise
        except Image.DecompressionBombError:
            raise FileError("too_big") from None
        except Exception as error:
            # Decoders meet broken files with errors of every class.
            raise FileError("damaged") from error


def _clean(data: bytes, form: str) -> Picture:
    with Image.open(BytesIO(data), formats=[form]) as opened:
        if opened.width * opened.height > _most_pixels(form):
            raise FileError("too_big")
        image = _with_full_colors(opened)
        # For a JPEG this decodes no more pixels than are needed.
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        image = _in_srgb(ImageOps.exif_transpose(image))
        return _written(image)


def _most_pixels(form: str) -> int:
    """Cameras write large JPEG and HEIC, without what shows through: half the bytes a pixel."""
    return MOST_OF_A_CAMERA if form in ("JPEG", "HEIF") else MOST_PIXELS


def _with_full_colors(image: Image.Image) -> Image.Image:
    """Return a picture that can be made smaller: palettes and 16-bit grays cannot."""
    if image.mode.startswith(("I", "F")):
        return _in_eight_bits(image)
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    deep = image.convert("I")
    return deep.point(lambda level: level / 256 + 0).convert("L")


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            to = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, source, to, outputMode=mode)
            return turned or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # A profile that is broken or of another mode: the colors stay as they are.
    return image if image.mode == mode else image.convert(mode)


def _written(image: Image.Image) -> Picture:
    is_solid = image.mode == "RGB" or image.getchannel("A").getextrema()[0] == _SOLID
    bare = Image.new("RGB" if is_solid else "RGBA", image.size)
    bare.paste(image)
    file = BytesIO()
    if is_solid:
        bare.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    else:
        bare.save(file, "PNG", optimize=True)
    kind = "image/jpeg" if is_solid else "image/png"
    return Picture(file.getvalue(), kind, bare.width, bare.height)
