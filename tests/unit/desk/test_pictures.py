"""Pictures come out upright, small and bare, or not at all."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from io import BytesIO

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from roznama.desk import pictures
from roznama.desk.pictures import LONGEST_SIDE, MOST_PIXELS, clean
from roznama.desk.sniffing import FileError, sniff

CANARY = "Canary-Lahore"
ORIENTATION, MAKE, ARTIST, GPS = 0x0112, 0x010F, 0x013B, 0x8825
# What a JPEG needs to be drawn (ITU-T T.81, table B.1), and JFIF's own APP0.
NEEDED = {0xD8, 0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xDD, 0xD9, *range(0xD0, 0xD8)}
LEGAL_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def exif(orientation: int = 1) -> bytes:
    tags = Image.Exif()
    tags[ORIENTATION], tags[MAKE], tags[ARTIST] = orientation, CANARY, CANARY
    tags.get_ifd(GPS).update({1: "N", 2: (31.0, 32.0, 59.0), 3: "E", 4: (74.0, 20.0, 37.0)})
    return tags.tobytes()


def gradient(size: tuple[int, int] = (64, 40), mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert(mode)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def taken(data: bytes) -> Image.Image:
    """What is kept of a file, opened."""
    picture = clean(data, sniff(data))
    image = Image.open(BytesIO(picture.data))
    image.load()
    assert image.size == (picture.width, picture.height)
    assert Image.MIME[image.format] == picture.kind
    return image


def bareness(data: bytes) -> set[object]:
    """The segments or chunks that a kept picture holds beyond what draws it."""
    if data.startswith(b"\x89PNG"):
        return {kind for kind, _ in chunks(data)} - LEGAL_CHUNKS
    return segments(data) - NEEDED


def segments(data: bytes) -> set[int]:
    found, at = set(), 0
    while (at := data.find(b"\xff", at)) >= 0:
        if data[at + 1] not in (0x00, 0xFF):
            found.add(data[at + 1])
            if data[at + 1] not in (0xD8, 0xD9, *range(0xD0, 0xD8)):
                at += struct.unpack(">H", data[at + 2 : at + 4])[0]
        at += 2
    assert data.endswith(b"\xff\xd9")
    return found


def chunks(data: bytes):
    at = 8
    while at < len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def with_traces() -> dict[str, bytes]:
    """The same picture in every format, with as much about its maker as the format takes."""
    text = PngImagePlugin.PngInfo()
    text.add_itxt("Author", CANARY)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CANARY}</x:xmpmeta>".encode()
    common = {"exif": exif(), "icc_profile": profile}
    clear = gradient(mode="RGBA")
    clear.putalpha(120)
    return {
        "jpeg": saved(gradient(), "JPEG", comment=CANARY, xmp=xmp, **common) + CANARY.encode(),
        "png": saved(gradient(), "PNG", pnginfo=text, **common),
        "clear png": saved(clear, "PNG", pnginfo=text, **common),
        "webp": saved(gradient(), "WEBP", xmp=xmp, **common),
        "gif": saved(gradient(), "GIF", comment=CANARY),
        "heic": heic(exif=exif(), xmp=xmp),
    }


def heic(size: tuple[int, int] = (64, 40), **options: object) -> bytes:
    file = BytesIO()
    pillow_heif.from_pillow(gradient(size)).save(file, **options)
    return file.getvalue()


TRACES = with_traces()


@pytest.mark.parametrize("name", TRACES)
def test_nothing_but_pixels_is_kept(name):
    data = TRACES[name]
    assert CANARY.encode() in data
    picture = clean(data, sniff(data))
    assert CANARY.encode() not in picture.data
    assert b"Exif" not in picture.data
    assert not bareness(picture.data)
    image = Image.open(BytesIO(picture.data))
    assert not image.getexif()
    assert not image.getexif().get_ifd(GPS)
    assert not {"icc_profile", "comment", "exif", "xmp", "Author"} & set(image.info)


def test_the_place_was_there():
    before = Image.open(BytesIO(TRACES["jpeg"])).getexif().get_ifd(GPS)
    assert before[2] == (31.0, 32.0, 59.0)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(form, orientation):
    # White above and black below, however the camera was held.
    upright = Image.linear_gradient("L").rotate(180).resize((30, 60)).convert("RGB")
    ways = Image.Transpose
    turned = {
        1: None, 2: ways.FLIP_LEFT_RIGHT, 3: ways.ROTATE_180, 4: ways.FLIP_TOP_BOTTOM,
        5: ways.TRANSPOSE, 6: ways.ROTATE_90, 7: ways.TRANSVERSE, 8: ways.ROTATE_270,
    }[orientation]  # fmt: skip
    held = upright if turned is None else upright.transpose(turned)
    kept = taken(saved(held, form, exif=exif(orientation)))
    assert kept.size == (30, 60)
    assert kept.getpixel((15, 2))[0] > 200
    assert kept.getpixel((15, 57))[0] < 50


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((3200, 1600), (1600, 800)),
        ((800, 2400), (533, 1600)),
        ((1600, 1600), (1600, 1600)),
        ((10, 20_000), (1, 1600)),
        ((5, 3), (5, 3)),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_no_side_is_longer_than_1600(form, size, expected):
    assert taken(saved(gradient(size), form)).size == expected


def test_a_heic_picture_becomes_a_jpeg():
    kept = taken(heic((2000, 1000)))
    assert (kept.format, kept.size) == ("JPEG", (LONGEST_SIDE, LONGEST_SIDE // 2))


def in_mode(mode: str) -> Image.Image:
    if mode == "I;16":
        return gradient(mode="I").point(lambda level: level * 257 + 0).convert(mode)
    return gradient(mode="L").convert(mode) if mode == "LA" else gradient(mode=mode)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "I;16", "LA", "RGBA"])
def test_every_kind_of_color_is_understood(mode):
    kept = taken(saved(in_mode(mode), "JPEG" if mode == "CMYK" else "PNG"))
    assert kept.mode == "RGB"
    assert kept.getpixel((32, 1))[0] < 60
    assert kept.getpixel((32, 38))[0] > 195


def test_what_shows_through_stays():
    clear = gradient(mode="RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    kept = taken(saved(clear, "PNG"))
    assert (kept.format, kept.mode) == ("PNG", "RGBA")
    assert kept.getchannel("A").getextrema()[0] < 20


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_kept(form):
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "green", "blue")]
    kept = taken(saved(frames[0], form, save_all=True, append_images=frames[1:]))
    assert getattr(kept, "n_frames", 1) == 1
    red, green, blue = kept.getpixel((20, 15))
    assert red > 200
    assert green < 60
    assert blue < 60


def test_colors_of_another_profile_are_turned_into_ours():
    # Red and green are written the other way round, and the profile says so.
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = plain.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    kept = taken(saved(Image.new("RGB", (20, 20), (250, 10, 10)), "PNG", icc_profile=swapped))
    red, green, _ = kept.getpixel((10, 10))
    assert green > 200 > red


def test_a_broken_profile_costs_nothing_but_itself():
    kept = taken(saved(gradient(), "JPEG", icc_profile=b"no profile at all"))
    assert kept.size == (64, 40)


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large; its pixels are a few bytes of zeros."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000_000, 9)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    ("width", "height"),
    [(5_001, 5_000), (25_001, 1_000), (12_000, 9_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)],
)
def test_a_bomb_is_refused_before_it_is_decoded(width, height):
    assert width * height > MOST_PIXELS
    data = png_of(width, height)
    tracemalloc.start()
    with pytest.raises(FileError) as refused:
        clean(data, sniff(data))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert refused.value.code == "too_big"


@pytest.mark.parametrize("form", ["JPEG", "HEIF"])
def test_a_camera_s_picture_may_be_larger(form, monkeypatch):
    data = saved(gradient((600, 500)), "JPEG") if form == "JPEG" else heic((600, 500))
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1_000)
    assert clean(data, form).width == 600
    monkeypatch.setattr(pictures, "MOST_OF_A_CAMERA", 299_999)
    with pytest.raises(FileError, match="too_big"):
        clean(data, form)


def test_a_gif_bomb_is_refused():
    data = bytearray(saved(gradient(mode="P"), "GIF"))
    data[6:10] = struct.pack("<HH", 65_000, 65_000)
    with pytest.raises(FileError) as refused:
        clean(bytes(data), "GIF")
    assert refused.value.code == "too_big"


def test_a_jpeg_of_very_many_scans_is_refused():
    data = saved(gradient(), "JPEG", progressive=True)
    scan = data.index(b"\xff\xda")
    many = data[:-2] + data[scan:-2] * 60 + b"\xff\xd9"
    assert many.count(b"\xff\xda") > 100
    with pytest.raises(FileError) as refused:
        clean(many, "JPEG")
    assert refused.value.code == "damaged"


@pytest.mark.parametrize("name", TRACES)
def test_a_torn_picture_is_damaged(name):
    data = TRACES[name].removesuffix(CANARY.encode())
    for part in (30, len(data) // 2):
        with pytest.raises(FileError) as refused:
            clean(data[:part], sniff(data))
        assert refused.value.code == "damaged"


@settings(max_examples=150)
@given(st.sampled_from(sorted(TRACES)), st.data())
def test_changed_bytes_give_a_picture_or_a_refusal(name, data):
    torn = bytearray(TRACES[name])
    for _ in range(data.draw(st.integers(1, 8))):
        torn[data.draw(st.integers(12, len(torn) - 1))] = data.draw(st.integers(0, 255))
    try:
        picture = clean(bytes(torn), sniff(bytes(torn)))
    except FileError as error:
        assert error.code in {"damaged", "too_big", "not_taken"}
    else:
        assert max(picture.width, picture.height) <= LONGEST_SIDE
        assert CANARY.encode() not in picture.data
        assert not bareness(picture.data)


@pytest.mark.parametrize("name", ["jpeg", "png"])
def test_a_format_is_not_read_as_another(name):
    with pytest.raises(FileError):
        clean(TRACES[name], "GIF")
