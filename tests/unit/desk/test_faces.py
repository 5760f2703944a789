"""Faces are cut small and made anew, whatever was uploaded."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from roznama.desk.faces import SIZE, FaceError, small


def upload(kind: str, size: tuple[int, int] = (300, 200), *, turned: bool = False) -> bytes:
    """A picture, red to the left and blue to the right, with a place and a remark in it."""
    picture = Image.new("RGBA" if kind == "PNG" else "RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    if turned:
        exif[0x0112] = 6  # shown turned to the right by a quarter
    file = BytesIO()
    picture.save(file, kind, exif=exif, icc_profile=b"SECRET PROFILE")
    return file.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_face_is_a_small_square_without_metadata(kind):
    data = upload(kind)
    assert b"SECRET" in data
    made = small(data)
    assert b"SECRET" not in made
    picture = Image.open(BytesIO(made))
    assert (picture.format, picture.size) == ("WEBP", (SIZE, SIZE))
    assert not picture.getexif()
    assert "icc_profile" not in picture.info
    assert len(made) < 4000


def test_a_face_stands_upright():
    red, _, blue = Image.open(BytesIO(small(upload("JPEG", turned=True)))).getpixel((48, 10))
    assert red > 200
    assert blue < 50


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", upload("JPEG")[:200], upload("WEBP")[:90]],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(FaceError):
        small(data)


def test_a_picture_of_too_many_pixels_is_not_opened():
    file = BytesIO()
    Image.new("1", (8000, 7000)).save(file, "PNG")
    with pytest.raises(FaceError, match="too many pixels"):
        small(file.getvalue())
