"""Licences that were looked up in their register, and the badge that readers see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from roznama.desk.models import Licence, Professional


@dataclass(frozen=True, slots=True)
class Badge:
    """An entry in a register: who here looked it up, on which day, and until when that holds."""

    register: str
    register_en: str
    number: str
    checked_by: str
    checked_on: date
    until: date

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON, days as `YYYY-MM-DD`."""
        return {
            "register": self.register,
            "register_en": self.register_en,
            "number": self.number,
            "checked_by": self.checked_by,
            "checked_on": self.checked_on.isoformat(),
            "until": self.until.isoformat(),
        }


def badges(professionals: Iterable[int], today: date) -> dict[int, Badge]:
    """Return the badge of each professional (by primary key) who has a valid one.

    A check is valid up to and on its last day. Of several the one that lasts longest counts.
    """
    found = valid(today).filter(professional__in=list(professionals))
    return {one.professional_id: _badge(one) for one in found.order_by("check_again_on", "pk")}


def valid(today: date) -> QuerySet[Licence]:
    """Return the licences whose check is valid on a day."""
    return Licence.objects.filter(checked_on__lte=today, check_again_on__gte=today)


def may_answer(today: date, professional: str) -> Q:
    """Return a condition for queries: an active account, and a valid licence or no need of one.

    `professional` is the way to the professional, ending in `__`; "" where rows are these.
    """
    has_one = valid(today).filter(professional=OuterRef(f"{professional}pk"))
    return Q(**{f"{professional}user__is_active": True}) & (
        Q(**{f"{professional}needs_licence": False}) | Q(Exists(has_one))
    )


def badge(professional: Professional, today: date) -> Badge | None:
    """Return a professional's badge, None when no check of theirs is valid."""
    return badges([professional.pk], today).get(professional.pk)


def paper_day(now: datetime) -> date:
    """Return the day that it is where the paper is."""
    return timezone.localdate(now, timezone.get_default_timezone())


def _badge(licence: Licence) -> Badge:
    return Badge(
        register=licence.register,
        register_en=licence.register_en,
        number=licence.number,
        checked_by=licence.checked_by,
        checked_on=licence.checked_on,
        until=licence.check_again_on,
    )
