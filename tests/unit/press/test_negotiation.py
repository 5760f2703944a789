"""Encodings and conditional requests."""

import pytest

from roznama.press.front.negotiation import is_unchanged, preferred


@pytest.mark.parametrize(
    ("accept", "encodings"),
    [
        ("", ("identity",)),
        ("br", ("br", "identity")),
        ("gzip, deflate, br", ("br", "gzip", "identity")),
        ("gzip;q=1.0, br;q=0.5", ("gzip", "br", "identity")),
        ("br;q=0, gzip", ("gzip", "identity")),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ("identity",)),
        ("GZIP", ("gzip", "identity")),
        ("br;q=oops", ("identity",)),
    ],
)
def test_preferred(accept: str, encodings: tuple[str, ...]) -> None:
    assert preferred(accept.encode()) == encodings


@pytest.mark.parametrize(
    ("headers", "unchanged"),
    [
        ({b"if-none-match": b'"a-br"'}, True),
        ({b"if-none-match": b'"x", W/"a-br"'}, True),
        ({b"if-none-match": b"*"}, True),
        ({b"if-none-match": b'"a"'}, False),
        ({b"if-none-match": b'"x"', b"if-modified-since": b"Fri, 01 Jan 2100 00:00:00 GMT"}, False),
        ({b"if-modified-since": b"Thu, 01 Jan 1970 00:16:40 GMT"}, True),
        ({b"if-modified-since": b"Thu, 01 Jan 1970 00:16:39 GMT"}, False),
        ({b"if-modified-since": b"yesterday"}, False),
        ({}, False),
    ],
)
def test_is_unchanged(headers: dict[bytes, bytes], unchanged: bool) -> None:
    assert is_unchanged(headers, '"a-br"', 1000) is unchanged
