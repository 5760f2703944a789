"""InPage: what its bytes say, what is written back, and what is refused."""

import random
import struct
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roznama.urdu.inpage.codes import WRITTEN
from roznama.urdu.inpage.decoding import InPageText, decode_inpage, read_inpage
from roznama.urdu.inpage.encoding import encode_inpage
from roznama.urdu.inpage.errors import InpageError
from roznama.urdu.tables import rows
from tests.cpu import cpu_seconds

from .ole import SECTOR, ole_file

SAMPLE = Path(__file__).parents[3] / "../shared/data/inpage/story.inp"

encodable = st.text("".join(WRITTEN), max_size=40)
numbers = st.text("۰۱۲.,", max_size=14)
neighbors = st.text("ءئےیاوہ\u0653\u0654\u0655\u0651\u064e۰۱۲.,ـ\n ", max_size=20)


def urdu(codes: str) -> bytes:
    """The bytes of Urdu codes given in hexadecimal."""
    return b"".join(bytes([4, code]) for code in bytes.fromhex(codes))


def document(*paragraphs: bytes, version: int = 1) -> bytes:
    return ole_file({"DocumentInfo": b"", f"InPage{version}00": stream(*paragraphs)})


def stream(*paragraphs: bytes) -> bytes:
    """A stream of InPage 1 or 2, with something before and after its text."""
    records = b"".join(struct.pack("<I", len(one) + 1) + one + b"\r" for one in paragraphs)
    start, end = bytes.fromhex("010000000d0000000000"), bytes.fromhex("0000000000ffffffff")
    return b"\0\0\2\0\1" + bytes(99) + start + records + end + b"\x10\0\0\0\x04\x81" * 20


def stream3(text: str, spans: list[int]) -> bytes:
    """A stream of InPage 3, as its description has it; `spans` in bytes."""
    table = b"".join(struct.pack("<II", 7, size) for size in spans)
    return bytes(64) + table + bytes.fromhex("ffffffff0d00") + text.encode("utf-16-le") + bytes(40)


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("9c a6 9d a5", "کہگے"),
        ("81 b3 84 a4", "آتی"),
        ("c8 84 a4", "آتی"),
        ("9d 81 a2 bf a1", "گاؤں"),
        ("9d 81 b6 a1", "گاؤں"),
        ("a0 9b 96 a6 bf", "نقطۂ"),
        ("a0 9b 96 bf a6", "نقطۂ"),
        ("84 81 bf a2 a4 9e", "تأویل"),
        ("9d a3 a4", "گئی"),
        ("9d a3 a5 f3", "گئے۔"),
        ("9e a5 a4 a3 a5", "لییئے"),
        ("8b 96 81 a3", "دطاء"),
        ("9d a4 bf a4", "گئی"),
        ("9d b7 a4", "گئی"),
        ("9d a5 81", "گیا"),
        ("a6 a5 20 81 a2 8e", "ہے اور"),
        ("82 88 ad a5", "بچّے"),
        ("81 ad ab", "ا\u064e\u0651"),
        ("cb 20 f6", "ﷲ ﷺ"),
        ("fe fe a6 81 a1 ed fd fd", "‘‘ہاں،’’"),
        ("e2 82 e1", "(ب)"),
        ("8e a9 8b", "رـد"),
    ],
)
def test_letters_in_context(codes: str, text: str) -> None:
    assert decode_inpage(urdu(codes)) == text


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("d7 d4 d9 d1 a3 20 9f a4 a1", "۱۹۴۷ء میں"),
        ("d7 d4 d9 d1 a3 9f a4 a1", "۱۹۴۷ءمیں"),
        ("d5 fc d0 d1", "۱۰.۵"),
        ("d0 d0 d0 f9 d5 d2 f9 d1 d1", "۱۱,۲۵,۰۰۰"),
        ("d2 d1 df d5 df d0 d2 d0 d2", "۱۲/۵/۲۰۲۰"),
        ("d0 d1 f9 d1 d1 f9 d2 d1", "۱۰,۱۱,۱۲"),
    ],
)
def test_numbers_are_stored_from_the_right(codes: str, text: str) -> None:
    assert decode_inpage(urdu(codes)) == text


def test_latin_text_stands_as_it_is() -> None:
    assert decode_inpage(b"\tBBC 2024\x01\r\n" + urdu("87")) == "\tBBC 2024\nج"


def test_unknown_codes_are_marked_and_counted() -> None:
    data = urdu("81 c4 c4 82 00") + b"a\x81"
    assert read_inpage(data) == InPageText("ا\ufffd\ufffdب\ufffda\ufffd", {0xC4: 2, 0: 1, 0x81: 1})


@pytest.mark.parametrize("version", [1, 2])
def test_a_document(version: int) -> None:
    paragraphs = (urdu("9f 81 a1"), b"", b"\t" + urdu("81 b3") + b"A")
    assert decode_inpage(document(*paragraphs, version=version)) == "ماں\n\n\tآA"


def test_a_bare_stream_and_one_of_two_stories() -> None:
    assert decode_inpage(stream(urdu("87"))) == "ج"
    assert decode_inpage(stream(urdu("87")) + stream(urdu("88"))) == "ج\nچ"


def test_a_long_document_keeps_all_its_paragraphs() -> None:
    assert decode_inpage(document(*[urdu("87") * 3000] * 9)) == "\n".join(["ج" * 3000] * 9)


def test_a_truncated_story_gives_what_is_left() -> None:
    whole = stream(urdu("87 88"), urdu("89 8a"))
    assert decode_inpage(whole[: whole.index(urdu("8a"))]) == "جچ\nح"


def test_a_damaged_length_costs_no_other_paragraph() -> None:
    whole = stream(urdu("87"), urdu("88 89"), urdu("8a"))
    place = whole.index(urdu("88")) - 1
    assert decode_inpage(whole[:place] + b"\x7f" + whole[place + 1 :]) == "ج\nچح\nخ"


def test_a_mark_met_by_chance_starts_no_story() -> None:
    chance = bytes.fromhex("010000000d0000000000") + bytes(30)
    assert decode_inpage(chance + stream(urdu("87"))) == "ج"


def test_a_document_of_version_3() -> None:
    text = "آج\r\x01\x04\0\0کل 12\r"
    data = stream3(text, [6, 2 * len(text) - 6])
    assert decode_inpage(ole_file({"InPage300": data})) == "آج\nکل 12"
    assert decode_inpage(data) == "آج\nکل 12"
    with pytest.raises(InpageError, match="InPage 3"):
        decode_inpage(ole_file({"InPage300": b"\1" * 5000}))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no bytes"),
        (ole_file({}), "no stream"),
        (ole_file({"WordDocument": b"\xec\xa5", "1Table": b""}), "no stream"),
        (ole_file({"InPage100": b""}), "no text"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "damaged"),
        (document(urdu("87"))[:600], "damaged"),
    ],
)
def test_what_is_no_inpage_text(data: bytes, reason: str) -> None:
    with pytest.raises(InpageError, match=reason) as raised:
        decode_inpage(data)
    assert "\n" not in str(raised.value)


def test_a_stream_in_a_circle_fills_no_memory() -> None:
    file = bytearray(document(urdu("87")))
    size, start = file.index("InPage100".encode("utf-16-le")) + 120, 1
    file[size : size + 8] = (2**32 - 1).to_bytes(8, "little")
    table = int.from_bytes(file[0x4C:0x50], "little") + 1
    file[table * SECTOR + 4 * start : table * SECTOR + 4 * start + 4] = b"\1\0\0\0"
    with pytest.raises(InpageError, match="damaged"):
        decode_inpage(bytes(file))


def test_every_line_of_the_table_is_read() -> None:
    for code, name, *_ in rows("inpage"):
        assert decode_inpage(urdu(code)) == chr(int(name[2:], 16))


def test_every_character_of_the_table_is_written() -> None:
    for sign in WRITTEN:
        assert decode_inpage(encode_inpage(sign)) == sign


@given(encodable | neighbors | numbers)
@settings(max_examples=300)
@example("ءا")
@example("گےا")
@example("۱۰۱.۲۱۰,۳.")
@example("۰۰۰,۱۲")
@example("۱۲,۰۰۰ ۱۰.۵ ءا۱۲,۰۰۰")
@example("\u0651\u064e")
@example("ط\u0654ہ ی\u0654")
def test_what_is_written_is_read_back(text: str) -> None:
    assert decode_inpage(encode_inpage(text)) == text


def test_text_is_written_as_it_is_typed() -> None:
    text = "وہ گئی۔\nآؤ (BBC News.) ۱۹۴۷ء"
    assert encode_inpage(text) == (
        urdu("a2 a6 20 9d a3 a4 f3") + b"\r" + urdu("81 b3 a2 bf 20 e2") + b"BBC News"
        + urdu("fc e1 20 d7 d4 d9 d1 a3")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("۱۱,۲۵,۰۰۰", "d0 d0 d0 f9 d5 d2 f9 d1 d1"),
        ("۱۰.۵", "d5 fc d0 d1"),
        ("۱۰,۱۱,۱۲", "d0 d1 f9 d1 d1 f9 d2 d1"),
    ],
)
def test_numbers_are_written_from_the_right(number: str, codes: str) -> None:
    assert encode_inpage(number) == urdu(codes)


@pytest.mark.parametrize("sign", ["م\U0001f600", "\r", "ך", "\0", "\ud800", "\ufffd"])
def test_a_character_that_inpage_lacks_is_named(sign: str) -> None:
    with pytest.raises(InpageError, match=f"U\\+{ord(sign[-1]):04X}"):
        encode_inpage("نیا " + sign)


@given(st.binary(max_size=200) | st.lists(st.integers(0, 255), max_size=60).map(
    lambda codes: urdu(bytes(codes).hex())))  # fmt: skip
def test_any_bytes_give_text_or_inpage_error(data: bytes) -> None:
    try:
        text = decode_inpage(data)
    except InpageError:
        return
    text.encode("utf-8")


@given(st.lists(st.integers(0x81, 0xBF), max_size=40))
def test_decoded_text_is_composed(codes: list[int]) -> None:
    text = decode_inpage(urdu(bytes(codes).hex()) or b"\x1f")
    assert unicodedata.is_normalized("NFC", text)
    assert "ی\u0654" not in text


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.integers(0, 8))
def test_damaged_documents_give_text_or_inpage_error(seed: int, flips: int) -> None:
    source = SAMPLE.read_bytes() if SAMPLE.exists() else document(*[urdu("87 88") * 99] * 9)
    chance = random.Random(seed)
    damaged = bytearray(source)
    for _ in range(flips):
        damaged[chance.randrange(chance.choice([512, len(damaged)]))] ^= 1 << chance.randrange(8)
    with suppress(InpageError):
        decode_inpage(bytes(damaged[: chance.randrange(len(damaged))] if seed % 2 else damaged))


@pytest.mark.parametrize(
    "unit", [urdu("a5 aa"), urdu("a3"), urdu("d1"), urdu("d1 f9"), b"\x04\x81a", b"\x01\x04\x82",
             bytes.fromhex("010000000d0000000000"), bytes.fromhex("ffffffff0d00") + b"\0"],
)  # fmt: skip
def test_time_is_linear(unit: bytes) -> None:
    data = unit * (1_000_000 // len(unit))

    def decode() -> None:
        with suppress(InpageError):
            decode_inpage(data)

    assert cpu_seconds(decode, rounds=1) < 5


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample document is not there")
def test_the_sample_document() -> None:
    read = read_inpage(SAMPLE.read_bytes())
    assert read.unknown == {}
    assert read.text.count("\n") == 42
    assert decode_inpage(encode_inpage(read.text)) == read.text
