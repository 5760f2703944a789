"""Answers: what is sent for a page or a file, headers made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

Headers = list[tuple[bytes, bytes]]
Load = Callable[[str], bytes | None]
"""Returns the bytes of one encoding, None where there are none."""

_OVERHEAD = 1500  # bytes that an answer takes besides its body, about


@dataclass(slots=True)
class Form:
    """An answer in one encoding."""

    etag: str
    headers: Headers
    start: dict[str, Any]
    """The message that begins the answer, made once."""
    whole: dict[str, Any]
    """The message that ends it, with all of the body."""
    status_line: bytes
    lines: bytes
    """The headers as HTTP/1.1 has them, with the empty line after them."""

    @property
    def body(self) -> bytes:
        """The bytes of the answer."""
        body: bytes = self.whole["body"]
        return body


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
        headers = [
            (name.lower().encode(), value.encode("latin-1")) for name, value in lines.items()
        ]
        start = {"type": "http.response.start", "status": self.status, "headers": headers}
        whole = {"type": "http.response.body", "body": body}
        text = b"".join(b"%b: %b\r\n" % line for line in headers) + b"\r\n"
        return Form(etag, headers, start, whole, STATUS_LINE[self.status], text)
