"""What is looked at in a picture that somebody sends, before anything is decoded and after."""

from __future__ import annotations

from typing import IO, Any

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField

_MOST_SCANS = 100  # a progressive JPEG has some ten; each is decoded over the whole picture
_SCAN = b"\xff\xda"


def is_readable(file: IO[bytes]) -> bool:
    """Decode the first frame of a picture; whether that works.

    The form has looked at its size in pixels before, so this is bounded.
    """
    file.seek(0)
    try:
        if file.read(2) == b"\xff\xd8" and file.read().count(_SCAN) > _MOST_SCANS:
            return False
        file.seek(0)
        with Image.open(file) as image:
            image.load()
    except Exception:  # decoders meet broken files with errors of every class
        return False
    finally:
        file.seek(0)
    return True


class PictureField(WagtailImageField):
    """Wagtail's field, which decodes a picture to learn its size; here the size comes first."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Refuse more pixels than may be decoded, then what cannot be read."""
        f.seek(0)
        try:
            with Image.open(f) as image:
                pixels = image.width * image.height
        except Image.DecompressionBombError:
            pixels = 2 * self.max_image_pixels
        except Exception:
            raise self._refusal("invalid_image") from None
        if pixels > self.max_image_pixels:
            limits = {"num_pixels": pixels, "max_pixels_count": self.max_image_pixels}
            raise self._refusal("file_too_many_pixels", limits)
        if not is_readable(f):
            raise self._refusal("invalid_image")

    def _refusal(self, code: str, limits: dict[str, int] | None = None) -> ValidationError:
        message = self.error_messages[code]
        return ValidationError(message % limits if limits else message, code=code)
