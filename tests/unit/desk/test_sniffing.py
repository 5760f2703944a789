"""What a file is, by its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.sniffing import FileError, sniff

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def refusal(data: bytes) -> str:
    with pytest.raises(FileError) as refused:
        sniff(data)
    return refused.value.code


def test_a_pdf_is_known_by_its_start_and_end():
    assert sniff(PDF) == "PDF"
    assert sniff(PDF + b"\n" * 900) == "PDF"


def test_a_pdf_without_its_end_is_damaged():
    assert refusal(PDF[:-8]) == "damaged"
    assert refusal(PDF + b"\0" * 2_000) == "damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"PK\x03\x04 a document",
        b"II*\0 a TIFF",
        b"BM a bitmap",
        b"\0\0\0\x1cftypavif",
        b"\0\0\0\x1cftypisom",
        b"RIFF\0\0\0\0WAVE",
        b"\n" + PDF,
        b"%PDF-9.9 %%EOF",
        b"%!PS-Adobe-3.0 %%EOF",
        b"MZ\x90\0",
    ],
)
def test_other_kinds_are_not_taken(data):
    assert refusal(data) == "not_taken"


@given(st.binary(max_size=40))
def test_any_bytes_get_an_answer(data):
    try:
        assert sniff(data) in {"JPEG", "PNG", "GIF", "WEBP", "HEIF", "PDF"}
    except FileError as error:
        assert error.code in {"not_taken", "damaged"}
