"""Files of pictures lose what a camera noted, and not a pixel."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin, features

from roznama.newsroom.pictures.bare_bytes import BareError, bare

CANARY = "KARACHI-24.86N-CAMERA"
XMP = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(side: int = 6) -> Image.Exif:
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = side, CANARY
    notes.get_ifd(0x8825)[1] = "N"
    return notes


def picture() -> Image.Image:
    return Image.linear_gradient("L").resize((64, 40)).convert("RGB")


def saved(form: str, image: Image.Image | None = None, **options: Any) -> bytes:
    file = BytesIO()
    (image or picture()).save(file, form, **options)
    return file.getvalue()


def with_notes() -> dict[str, bytes]:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_itxt("XML:com.adobe.xmp", CANARY)
    common = {"exif": exif(), "icc_profile": PROFILE}
    jpeg = saved("JPEG", comment=CANARY, xmp=XMP, **common)
    iptc = b"\xff\xed" + struct.pack(">H", len(CANARY) + 2) + CANARY.encode()
    found = {
        "jpeg": jpeg[:2] + iptc + jpeg[2:] + saved("JPEG", comment=CANARY),
        "progressive": saved("JPEG", progressive=True, comment=CANARY, **common),
        "cmyk": saved("JPEG", picture().convert("CMYK"), comment=CANARY),
        "png": saved("PNG", pnginfo=text, **common),
        "webp": saved("WEBP", xmp=XMP, **common),
        "gif": saved("GIF", comment=CANARY),
    }
    if features.check("avif"):
        found["avif"] = saved("AVIF", xmp=XMP, exif=exif(side=1))
    return found


@pytest.mark.parametrize("name", with_notes())
def test_notes_go_and_pixels_stay(name: str) -> None:
    before = with_notes()[name]
    assert CANARY.encode() in before
    after = bare(before)
    assert CANARY.encode() not in after
    with Image.open(BytesIO(before)) as old, Image.open(BytesIO(after)) as new:
        assert new.size == old.size
        assert new.tobytes() == old.tobytes()
        assert not set(new.getexif()) - {0x0112}
        assert not new.getexif().get_ifd(0x8825)
        if name in ("jpeg", "png", "webp"):
            assert new.info["icc_profile"] == PROFILE
    assert bare(after) == after


def test_a_photo_on_its_side_stays_the_right_way_up() -> None:
    with Image.open(BytesIO(bare(with_notes()["jpeg"]))) as image:
        assert dict(image.getexif()) == {0x0112: 6}


def test_a_file_without_notes_stays_byte_for_byte() -> None:
    for form in ("JPEG", "PNG", "WEBP", "GIF"):
        assert bare(saved(form)) == saved(form)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"%PDF-1.4", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BareError):
        bare(data)


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(st.sampled_from(sorted(with_notes())), st.integers(0, 3000), st.binary(max_size=4))
def test_a_damaged_file_is_told_or_comes_out_whole(name: str, at: int, junk: bytes) -> None:
    data = with_notes()[name]
    torn = data[:at] + junk + data[at + len(junk) + 1 :]
    try:
        bare(torn)
    except BareError as error:
        assert str(error)
