"""Pasted text that is Urdu in disguise is known and read; what is Latin stays Latin."""

from __future__ import annotations

import pytest

from roznama.urdu import encode_inpage
from roznama.urdu.inpage.clipboard import recover
from roznama.urdu.letters.direction import unsafe_direction

TEXT = "آج کی خبر، 12 بجے۔\nوزیر اعظم نے کہا کہ ملک میں بارش ہوگی"
UNSEEN = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def as_windows(data: bytes) -> str:
    """The letters that a browser shows for bytes, in the code page 1252."""
    return "".join(chr(code) if code in UNSEEN else bytes([code]).decode("cp1252") for code in data)


def test_inpage_with_its_marks() -> None:
    for seen in (as_windows(encode_inpage(TEXT)), encode_inpage(TEXT).decode("latin-1")):
        found = recover(seen)
        assert found is not None
        assert (found.kind, found.text, found.unknown) == ("inpage", TEXT, {})


def test_inpage_without_its_marks() -> None:
    found = recover(as_windows(encode_inpage(TEXT)).replace("\x04", ""))
    assert found is not None
    assert (found.kind, found.text) == ("bare", TEXT)


def test_utf8_in_the_wrong_code_page() -> None:
    found = recover(as_windows(TEXT.encode()))
    assert found is not None
    assert (found.kind, found.text) == ("utf8", TEXT)


def test_unknown_codes_are_counted_not_guessed() -> None:
    found = recover(as_windows(encode_inpage(TEXT) + b"\x04\xaf"))
    assert found is not None
    assert found.text == TEXT + "\ufffd"
    assert found.unknown == {0xAF: 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        "Être à l'été déjà",
        "ÉCOLE PRÉÉLÉMENTAIRE",
        "ÀÉÈÊËÏÎÀÉÈÊËÏÎ",
        "«Größe» ÄÖÜäöüß",
        TEXT,
        "日本語のテキスト",
        "\x04",
        "\x04\xaf\x04\xb2",
        "\ud800\x04\x81",
    ],
)
def test_what_is_no_disguise_is_left_alone(text: str) -> None:
    assert recover(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سرخی", []),
        ("\u200fسرخی\u200e", []),
        ("\u2067سرخی\u2069 \u202bاور\u202c", []),
        ("سر\u202eخی\u202c", ["\u202e"]),
        ("\u2067سرخی", ["\u2067"]),
        ("\u202b\u2067سرخی\u202c", ["\u202b", "\u2067"]),
    ],
)
def test_signs_that_turn_what_is_around_them(text: str, found: list[str]) -> None:
    assert unsafe_direction(text) == found
