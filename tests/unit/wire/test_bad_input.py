import random

import pytest

from roznama.wire.reading import UnreadablePage, read_page
from roznama.wire.reading.decode import decode
from tests.cpu import cpu_seconds

HEADLINE = "گاؤں میں نئی لائبریری کا افتتاح"
BODY = "اس تقریب میں بچوں نے کہانیاں سنائیں، اور استاد نے کہا ’کتاب سب سے اچھی دوست ہے‘۔"
TEXT = f"{HEADLINE}\n\n{BODY}\n\n{BODY}"
HTML = f"<html><head><title>{HEADLINE}</title></head><body><p>{BODY}</p><p>{BODY}</p></body></html>"


def in_windows_1256(text: str) -> str:
    """The text as Windows-1256 can hold it: with the Arabic yeh and the Latin full stop."""
    return text.replace("ی", "ي").replace("۔", ".")


def read_wrongly(text: str, encoding: str) -> str:
    """UTF-8 bytes taken for another encoding, undefined bytes kept as browsers keep them."""
    raw = text.encode()
    if encoding == "cp1252":
        return "".join(_as_cp1252(byte) for byte in raw)
    return raw.decode(encoding)


def _as_cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("page", [TEXT, HTML])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_each_unicode_encoding_comes_back_whole(page: str, encoding: str) -> None:
    assert decode(page.encode(encoding)) == page
    assert read_page(page.encode(encoding)).headline == HEADLINE


@pytest.mark.parametrize("page", [TEXT, HTML])
def test_utf_16_with_the_other_mark(page: str) -> None:
    assert decode(b"\xfe\xff" + page.encode("utf-16-be")) == page


@pytest.mark.parametrize("page", [TEXT, HTML])
def test_windows_1256_undeclared(page: str) -> None:
    page = in_windows_1256(page)
    assert decode(page.encode("cp1256")) == page


def test_windows_1256_declared() -> None:
    page = in_windows_1256(HTML).replace("<head>", '<head><meta charset="windows-1256">')
    assert decode(page.encode("cp1256")) == page


@pytest.mark.parametrize("page", [TEXT, HTML])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1256"])
def test_mojibake_is_repaired(page: str, encoding: str) -> None:
    assert decode(read_wrongly(page, encoding).encode()) == page


def test_mojibake_twice_over_is_repaired() -> None:
    twice = read_wrongly(read_wrongly(TEXT, "cp1252"), "cp1252")
    assert decode(twice.encode()) == TEXT


def test_damaged_letters_do_not_cost_the_page() -> None:
    data = (TEXT + "\n" + BODY * 10).encode()[:-1]
    assert read_page(data).headline == HEADLINE


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"\x00" * 500, "empty"),
        (b"Only English words stand here, and nothing else at all.", "not Urdu"),
        (b"<html><body><h1>English only</h1><p>Nothing else.</p></body></html>", "not Urdu"),
        (b"1234567890 !!! ???", "not Urdu"),
        (HEADLINE.encode(), "no story"),
        ((BODY * 20).encode(), "no headline"),
        (f"<html><body><p>{BODY}</p></body></html>".encode(), "no headline"),
        (f"<html><title>{HEADLINE}</title><body></body></html>".encode(), "no story"),
        (f"{HTML[:-14]}{'<div>' * 2000}".encode(), "nested"),
    ],
)
def test_unreadable_pages_say_why(data: bytes, says: str) -> None:
    with pytest.raises(UnreadablePage, match=says) as raised:
        read_page(data)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [3, 200, 20_000])
def test_random_bytes_are_refused(seed: int, size: int) -> None:
    with pytest.raises(UnreadablePage):
        read_page(random.Random(seed).randbytes(size))


def test_fifty_megabytes_of_noise_are_refused_at_once() -> None:
    noise = random.Random(1).randbytes(1_000_000) * 50

    def read() -> None:
        with pytest.raises(UnreadablePage, match="too large"):
            read_page(noise)

    assert cpu_seconds(read) < 0.5


def test_limit_is_the_callers() -> None:
    with pytest.raises(UnreadablePage, match="at most 10 are read"):
        read_page(TEXT.encode(), limit=10)
