"""What the editor's screen sends: the pieces of an unsaved story, and what it may not send."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext as _

from roznama.copydesk import Kind, Piece, Story

MOST_PIECES = 5_000
MOST_WORDS = 20_000
"""Ten times a very long read; what is longer is not checked while somebody types."""

_LONGEST_KEY = 200
_LONGEST_NAME = 300  # of a city or a credit line


class RequestError(Exception):
    """The request is not one that our screens send, or asks too much; says so in one line."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Question:
    """A story to check. `version` is the asker's own number, to be sent back with the answer."""

    version: int
    story: Story


def body(request: HttpRequest) -> dict[str, Any]:
    """Return the request's JSON object. Raises RequestError."""
    try:
        data = json.loads(request.body)
    except RequestDataTooBig:
        raise RequestError(_("The story is too long for the copy desk."), 413) from None
    except (ValueError, RecursionError):
        raise RequestError(_("The copy desk did not understand the request.")) from None
    if not isinstance(data, dict):
        raise RequestError(_("The copy desk did not understand the request."))
    return data


def question(data: dict[str, Any]) -> Question:
    """Return what is asked. Raises RequestError, with 413 where the story is too long."""
    rows = data.get("pieces")
    if not isinstance(rows, list):
        raise RequestError(_("The copy desk did not understand the request."))
    pieces = tuple(_piece(row) for row in rows[: MOST_PIECES + 1])
    words = sum(piece.text.count(" ") + 1 for piece in pieces)
    if len(pieces) > MOST_PIECES or words > MOST_WORDS:
        raise RequestError(_("The story is too long for the copy desk."), 413)
    if len({piece.key for piece in pieces}) < len(pieces):
        raise RequestError(_("The copy desk did not understand the request."))
    story = Story(
        pieces,
        city=text(data, "city", _LONGEST_NAME),
        credit=text(data, "credit", _LONGEST_NAME),
        authors=number(data, "authors"),
    )
    return Question(number(data, "version"), story)


def text(data: dict[str, Any], name: str, longest: int) -> str:
    """Return a string of the request, empty when it is not there. Raises RequestError."""
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise RequestError(_("The copy desk did not understand the request."))
    # Half of a pair, which JSON may hold and no database does.
    return value.encode("utf-8", "replace").decode()


def number(data: dict[str, Any], name: str) -> int:
    """Return a whole number of the request, 0 when it is not there. Raises RequestError."""
    value = data.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 53:
        raise RequestError(_("The copy desk did not understand the request."))
    return value


def _piece(row: Any) -> Piece:
    try:
        key, kind, words = row["key"], Kind(row["kind"]), row["text"]
    except (TypeError, KeyError, ValueError):
        raise RequestError(_("The copy desk did not understand the request.")) from None
    if not isinstance(key, str) or not isinstance(words, str) or len(key) > _LONGEST_KEY:
        raise RequestError(_("The copy desk did not understand the request."))
    return Piece(key, kind, words)
