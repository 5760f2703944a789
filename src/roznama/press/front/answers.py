"""Answers: what is sent for a page or a file, headers made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import lru_cache

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

Headers = list[tuple[bytes, bytes]]
Load = Callable[[str], bytes | None]
"""Returns the bytes of one encoding, None where there are none."""

_OVERHEAD = 6000  # bytes that an answer takes besides its body, measured


@dataclass(slots=True)
class Form:
    """An answer in one encoding."""

    etag: str
    headers: Headers
    body: bytes
    status_line: bytes
    lines: bytes
    """The headers as HTTP/1.1 has them, with the empty line after them."""


@dataclass(slots=True)
class Answer:
    """One answer in all encodings asked for so far."""

    status: int
    headers: Mapping[str, str]
    digest: str
    changed: int
    load: Load
    name: str = ""
    forms: dict[str, Form] = field(default_factory=dict)

    def form(self, encodings: tuple[str, ...]) -> Form | None:
        """Return the best form there is of `encodings`, None where the bytes are gone."""
        for encoding in encodings:
            known = self.forms.get(encoding)
            if known is not None:
                return known
            body = self.load(encoding)
            if body is not None:
                self.forms[encoding] = made = self._form(encoding, body)
                return made
        return None

    def size(self) -> int:
        """Return the bytes of memory that the answer takes, about."""
        return _OVERHEAD + sum(len(form.body) for form in self.forms.values())

    def _form(self, encoding: str, body: bytes) -> Form:
        lines = dict(self.headers)
        etag = ""
        if self.digest:
            suffix = "" if encoding == "identity" else f"-{encoding}"
            etag = lines["ETag"] = f'"{self.digest}{suffix}"'
            lines["Vary"] = "Accept-Encoding"
        if self.changed:
            lines["Last-Modified"] = formatdate(self.changed, usegmt=True)
        if encoding != "identity":
            lines["Content-Encoding"] = encoding
        lines["Content-Length"] = str(len(body))
        headers = [_line(name, value) for name, value in lines.items()]
        text = b"".join(b"%b: %b\r\n" % line for line in headers) + b"\r\n"
        return Form(etag, headers, body, STATUS_LINE[self.status], text)


@lru_cache(maxsize=512)
def _line(name: str, value: str) -> tuple[bytes, bytes]:
    """Return a header for ASGI; most are the same on every page and take memory once."""
    return name.lower().encode(), value.encode("latin-1")
