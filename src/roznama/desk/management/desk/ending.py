"""`roznama desk expire` and `roznama desk erase`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.management.base import CommandError, CommandParser, OutputWrapper
from django.utils import timezone

from roznama.desk.erasing import erase as erase_one
from roznama.desk.models import Conversation
from roznama.desk.retention import overdue, tidy


def expire(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Erase what is past its days, and files that nothing shows."""
    now = timezone.now()
    done = tidy(now)
    out.write(
        f"{done.expired} conversations erased, "
        f"{done.unused} unused files and {done.strays} without a row deleted"
    )
    if left := overdue(now):
        out.write(f"{left} past their days are still active: close them")


def add_id(parser: CommandParser) -> None:
    """Take which one."""
    parser.add_argument("id", type=UUID, metavar="ID", help="the conversation's public id")


def erase(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Erase one conversation for good."""
    pk = Conversation.objects.filter(public=options["id"]).values_list("pk", flat=True).first()
    if pk is None:
        raise CommandError(f"there is no conversation {options['id']}")
    is_new = erase_one(pk, "command line")
    out.write("erased" if is_new else "it was erased already")
