"""`roznama desk audit`"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError, CommandParser, OutputWrapper

from roznama.desk.audit import verify
from roznama.desk.chain import Verdict
from roznama.desk.models import AuditEntry


def add_options(parser: CommandParser) -> None:
    """Take what is to be shown."""
    parser.add_argument("--verify", action="store_true", help="look whether a row was changed")
    parser.add_argument(
        "--last", default="", metavar="DIGEST", help="with --verify: a digest noted earlier"
    )
    parser.add_argument("--conversation", type=UUID, metavar="UUID", help="only of this one")
    parser.add_argument("--json", action="store_true", help="print JSON, a row a line")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """List the log, or verify it."""
    if options["last"] and not options["verify"]:
        raise CommandError("--last goes with --verify", returncode=2)
    if options["verify"]:
        if options["conversation"]:
            raise CommandError("the log is verified as a whole", returncode=2)
        _verify(out, verify(options["last"]), as_json=options["json"])
    else:
        _list(out, options["conversation"], as_json=options["json"])


def _verify(out: OutputWrapper, found: Verdict, *, as_json: bool) -> None:
    if as_json:
        told = {
            "whole": found.is_whole,
            "count": found.count,
            "broken": found.broken,
            "has_noted": found.has_noted,
            "last": found.last,
        }
        out.write(json.dumps(told))
    else:
        out.write(f"{found.count} rows, the last is {found.last}")
    if found.broken is not None:
        raise CommandError(f"row {found.broken} does not follow from the row before it")
    if not found.has_noted:
        raise CommandError("the noted row is not there: rows were cut off, or all made anew")


def _list(out: OutputWrapper, conversation: UUID | None, *, as_json: bool) -> None:
    rows = AuditEntry.objects.order_by("pk")
    if conversation:
        rows = rows.filter(conversation=conversation)
    for row in rows.iterator(chunk_size=1_000):
        out.write(json.dumps(_told(row), ensure_ascii=False) if as_json else _line(row))


def _told(row: AuditEntry) -> dict[str, Any]:
    return {
        "row": row.pk,
        "at": row.at.isoformat(),
        "user": row.user_id,
        "who": row.who,
        "action": row.action,
        "conversation": str(row.conversation) if row.conversation else None,
        "details": row.details,
        "digest": row.digest,
    }


def _line(row: AuditEntry) -> str:
    details = " ".join(f"{name}={value}" for name, value in row.details.items())
    words = (f"{row.at:%Y-%m-%dT%H:%M:%SZ}", row.who, row.action, row.conversation or "-", details)
    return "  ".join(str(word) for word in words).rstrip()
