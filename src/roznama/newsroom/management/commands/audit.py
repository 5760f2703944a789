"""`roznama audit`"""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.models import AuditEntry
from roznama.newsroom.record.audit import Look, seal_entries, verify


class Command(BaseCommand):
    """Verifies the newsroom's audit log, or lists it."""

    help = "Verify the newsroom's log of who did what, or list it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what is to be done."""
        parser.add_argument("what", choices=["verify", "list"], help="verify it, or list it")
        parser.add_argument(
            "--last", default="", metavar="DIGEST", help="with verify: a digest noted earlier"
        )
        parser.add_argument("--story", type=int, default=0, metavar="ID", help="only of this one")
        parser.add_argument("--json", action="store_true", help="print JSON, a row a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it. A log that was changed ends in status 1."""
        if options["what"] == "list":
            if options["last"]:
                raise CommandError("--last goes with verify", returncode=2)
            self._list(options["story"], as_json=options["json"])
        else:
            if options["story"]:
                raise CommandError("the log is verified as a whole", returncode=2)
            seal_entries()
            self._tell(verify(options["last"]), as_json=options["json"])

    def _tell(self, found: Look, *, as_json: bool) -> None:
        chain = found.chain
        if as_json:
            told = {
                "whole": chain.is_whole and not found.unsealed,
                "count": chain.count,
                "broken": chain.broken,
                "has_noted": chain.has_noted,
                "unsealed": found.unsealed,
                "last": chain.last,
            }
            self.stdout.write(json.dumps(told))
        else:
            self.stdout.write(f"{chain.count} entries, the last seal is {chain.last}")
        if chain.broken is not None:
            raise CommandError(
                f"the chain is cut at entry {chain.broken}: it was changed or removed,"
                " or a seal before it was"
            )
        if not chain.has_noted:
            raise CommandError("the noted seal is not there: the end was cut off, or all made anew")
        if found.unsealed:
            raise CommandError(f"{found.unsealed} entries have no seal: seals were removed")

    def _list(self, story: int, *, as_json: bool) -> None:
        rows = AuditEntry.objects.order_by("pk")
        if story:
            rows = rows.filter(story=story)
        for row in rows.iterator(chunk_size=1_000):
            self.stdout.write(json.dumps(_told(row), ensure_ascii=False) if as_json else _line(row))


def _told(row: AuditEntry) -> dict[str, Any]:
    return {
        "row": row.pk,
        "at": row.at.isoformat(),
        "user": row.user_id,
        "who": row.who,
        "action": row.action,
        "story": row.story or None,
        "about": row.label,
        "details": row.details,
    }


def _line(row: AuditEntry) -> str:
    words = (f"{row.at:%Y-%m-%dT%H:%M:%SZ}", row.who or "-", row.action, row.story or "-")
    return "  ".join([*map(str, words), " ".join(row.label.split())]).rstrip()
