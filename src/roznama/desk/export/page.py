"""A reader's copy as a page that stands alone: no script, no address, small pictures inside."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from roznama.desk.export.gathering import Told, transcript
from roznama.desk.files import FileError, read
from roznama.desk.models import Attachment, Conversation

_LARGEST = 400 * 1024  # bytes of a picture that is put into the page
_LARGEST_IN_ALL = 6 * 1024 * 1024
_DRAWN = ("image/jpeg", "image/png")
_NOT_LINES = ("opened", "read", "edited", "deleted", "queued", "urgency")


def transcript_html(conversation: Conversation, key: bytes) -> SafeString:
    """Return a conversation as a page to read, in its language, with the times of the paper.

    Hand it out as a download or under a policy with `sandbox`: it has its style within. Pictures
    over 400 KB, and those after 6 MB of them, are named only.
    """
    told = transcript(conversation, key)
    lines = [event for event in told["events"] if event["kind"] not in _NOT_LINES]
    _put_pictures(lines, conversation, key)
    for line in lines:
        line["at"] = _local(line["at"])
    context: dict[str, Any] = {
        "told": told,
        "lines": lines,
        "opened": _local(told["opened"]),
        "agreed": _local(told["consent"]["agreed"]),
        "is_urdu": told["language"] != "en",
    }
    return render_to_string("desk/transcript.html", context)


def _local(time: str) -> datetime:
    return localtime(datetime.fromisoformat(time))


def _put_pictures(lines: list[Told], conversation: Conversation, key: bytes) -> None:
    rows = Attachment.objects.filter(conversation=conversation, kind__in=_DRAWN, size__lte=_LARGEST)
    known = {row.uuid: row for row in rows}
    left = _LARGEST_IN_ALL
    for line in lines:
        for file in line.get("files", ()):
            row = known.get(UUID(file["id"]))
            if row is not None and row.size <= left:
                file["picture"] = _picture(row, key)
                left -= row.size


def _picture(row: Attachment, key: bytes) -> str:
    try:
        data = read(row, key)
    except FileError:
        return ""
    return f"data:{row.kind};base64,{b64encode(data).decode()}"
