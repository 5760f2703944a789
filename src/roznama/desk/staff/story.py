"""What of a conversation may become a story: question and answer, without who asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from roznama.desk.chat.commands import RefusalError
from roznama.desk.chat.rows import events_after
from roznama.desk.chat.showing import for_staff
from roznama.desk.chat.state import BY_READER, BY_STAFF
from roznama.desk.models import Conversation
from roznama.desk.staff.masking import masked, names_in

PAPER_LANGUAGE = "ur"
_NAMES = frozenset(("name", "full_name", "patient", "patient_name", "father_name"))
_PERSONAL = _NAMES | {"phone", "mobile", "number", "email", "contact", "address", "cnic", "city"}
"""Keys of the bot's questions whose answers say who somebody is: left out whole."""
_LONGEST_TITLE = 100  # characters

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """What the draft is made from, plain text."""

    title: str
    paragraphs: tuple[str, ...]


def story_of(conversation: Conversation) -> Story:
    """Return the conversation's question and answer, masked.

    Raises:
        RefusalError: `no_answer`, where the reader or the professional said nothing.

    """
    said, given = _said(for_staff(events_after([(conversation.pk, 0)], by="seq")))
    introduced = [name for author, text in said if author == BY_READER for name in names_in(text)]
    names = [*given, *introduced]
    with override(PAPER_LANGUAGE):
        lines = [(author, masked(text, names)) for author, text in said]
        if {author for author, _text in lines} != {BY_READER, BY_STAFF}:
            raise RefusalError("no_answer")
        labels = {BY_READER: _("Question"), BY_STAFF: _("Answer")}
    title = next(text for author, text in lines if author == BY_READER)
    return Story(_title(title), tuple(_paragraphs(lines, labels)))


def _said(events: Iterable[Told]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return who said what at last, in order, and the names that the reader gave the bot."""
    messages: dict[str, tuple[str, str]] = {}
    names: list[str] = []
    for event in events:
        body = event["body"] or {}
        if event["kind"] == "message" and event["author"] in (BY_READER, BY_STAFF):
            key = body.get("answers", "")
            if key in _NAMES:
                names.append(body.get("text", ""))
            if key not in _PERSONAL and body.get("text"):
                messages[event["uuid"]] = (event["author"], body["text"])
        elif event["kind"] == "edited" and body.get("target") in messages:
            messages[body["target"]] = (event["author"], body["text"])
        elif event["kind"] == "deleted":
            messages.pop(body.get("target", ""), None)
    return list(messages.values()), names


def _paragraphs(lines: list[tuple[str, str]], labels: dict[str, str]) -> Iterable[str]:
    """Yield each line as a paragraph; a change of speaker says who speaks."""
    before = ""
    for author, text in lines:
        for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
            yield f"{labels[author]}: {line}" if author != before and number == 0 else line
        before = author


def _title(text: str) -> str:
    """Cut the question at a word's end."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
