"""Commands as they come in JSON: nothing of it is trusted."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from roznama.desk.chat import commands as c
from roznama.desk.chat.commands import Command, RefusalError

Frame = dict[str, Any]

LARGEST_FRAME = 64_000  # bytes; a message is 4,000 characters at most
_LONGEST_EMAIL = 254
_MOST_NUMBER = 2**31 - 1


def frame(text: str | bytes) -> Frame:
    """Return a frame.

    Raises:
        RefusalError: `bad`, where it is no JSON object.

    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusalError("bad") from None
    if not isinstance(found, dict):
        raise RefusalError("bad")
    return found


def uuid_in(asked: Frame, name: str = "uuid") -> UUID:
    """Return a UUID of a frame.

    Raises:
        RefusalError: `bad`.

    """
    try:
        return UUID(_text(asked, name, 36))
    except ValueError:
        raise RefusalError("bad") from None


def reader_command(asked: Frame) -> Command:
    """Return what a reader asks for.

    Raises:
        RefusalError: `bad` for what is no command, `too_long` for what is too long.

    """
    return _command(_OF_READERS, asked)


def staff_command(asked: Frame) -> Command:
    """Return what a professional asks for.

    Raises:
        RefusalError: `bad`, `too_long`.

    """
    return _command(_OF_STAFF, asked)


def _command(known: dict[str, Callable[[Frame], Command]], asked: Frame) -> Command:
    make = known.get(_text(asked, "do", 20))
    if make is None:
        raise RefusalError("bad")
    return make(asked)


def _text(
    asked: Frame, name: str, longest: int = c.LONGEST_TEXT, default: str | None = None
) -> str:
    value = asked.get(name, default)
    if not isinstance(value, str):
        raise RefusalError("bad")
    if len(value) > longest:
        raise RefusalError("too_long")
    return clean(value)


def clean(text: str) -> str:
    """Return a text that databases keep: none keeps a NUL, and a lone surrogate is no character."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _number(asked: Frame, name: str) -> int:
    value = asked.get(name)
    if type(value) is not int or not 0 <= value <= _MOST_NUMBER:
        raise RefusalError("bad")
    return value


def number_in(asked: Frame, name: str, default: int = 0) -> int:
    """Return a number of a frame that is not negative.

    Raises:
        RefusalError: `bad`.

    """
    return _number({name: default, **asked}, name)


def _yes(asked: Frame, name: str) -> bool:
    value = asked.get(name)
    if not isinstance(value, bool):
        raise RefusalError("bad")
    return value


def _send(asked: Frame) -> c.Send:
    files = asked.get("files", [])
    if not isinstance(files, list) or len(files) > c.MOST_FILES:
        raise RefusalError("bad")
    ids = tuple(uuid_in({"file": file}, "file") for file in files)
    return c.Send(_text(asked, "text", default=""), ids, _text(asked, "answers", 30, default=""))


def _transfer(asked: Frame) -> c.Transfer:
    if "team" in asked:
        return c.Transfer(team=_number(asked, "team"))
    return c.Transfer(professional=_number(asked, "to"))


_COMMON: dict[str, Callable[[Frame], Command]] = {
    "send": _send,
    "edit": lambda asked: c.Edit(uuid_in(asked, "target"), _text(asked, "text")),
    "delete": lambda asked: c.Delete(uuid_in(asked, "target")),
    "read": lambda asked: c.Read(_number(asked, "up_to")),
    "close": lambda asked: c.Close(),
    "reopen": lambda asked: c.Reopen(),
}
_OF_READERS = {
    **_COMMON,
    "contact": lambda asked: c.Contact(_text(asked, "email", _LONGEST_EMAIL)),
    "rate": lambda asked: c.Rate(
        _number(asked, "stars"), _text(asked, "comment", c.LONGEST_COMMENT, default="")
    ),
    "story": lambda asked: c.Story(_yes(asked, "yes")),
}
_OF_STAFF = {
    **_COMMON,
    "take": lambda asked: c.Take(),
    "note": lambda asked: c.Note(_text(asked, "text")),
    "transfer": _transfer,
    "return": lambda asked: c.Return(),
    "urgent": lambda asked: c.Urgency(_yes(asked, "on")),
}
