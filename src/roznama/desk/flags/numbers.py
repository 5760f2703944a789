"""Whom to call: the paper's table of emergency numbers, asked for a province and its flags."""

from __future__ import annotations

from django.db import transaction

from roznama.desk.flags.tables import rows
from roznama.desk.models import EmergencyNumber, Province

Number = dict[str, str]
"""{"service": words for the reader, "number": as it is dialed}."""


def numbers_for(province: str, flags: tuple[str, ...], language: str) -> list[Number]:
    """The numbers that a card with `flags` shows to a reader of `province`, best first.

    The province's own come first, then those of all Pakistan, each in the table's order; a
    number of both is shown once. A number with no flags of its own is shown for every flag.
    The service is named in English where `language` is "en" and the table has an English name.
    A province that the table does not know gets the numbers of all Pakistan.
    """
    places = {province, Province.ANYWHERE.value}
    rows_here = EmergencyNumber.objects.filter(province__in=places)
    found = [one for one in rows_here if _fits(one, flags)]
    found.sort(key=lambda one: one.province != province)
    shown: dict[str, Number] = {}
    for one in found:
        shown.setdefault(one.number, {"service": _service(one, language), "number": one.number})
    return list(shown.values())


def _fits(number: EmergencyNumber, flags: tuple[str, ...]) -> bool:
    own = number.flags.split()
    return not own or not set(own).isdisjoint(flags)


def _service(number: EmergencyNumber, language: str) -> str:
    return number.service_en or number.service if language == "en" else number.service


def load_numbers() -> int:
    """Fill an empty table from `data/emergency_numbers.tsv`; return how many rows were made.

    A table with any row in it is the editors' and is left alone: what they changed or deleted
    does not come back.
    """
    with transaction.atomic():
        if EmergencyNumber.objects.exists():
            return 0
        made = [
            EmergencyNumber(
                province=Province(province).value,
                number=number,
                service=service,
                service_en=service_en,
                flags=flags,
                order=10 * place,
            )
            for place, (province, number, service, service_en, flags) in enumerate(
                rows("emergency_numbers", 5), 1
            )
        ]
        return len(EmergencyNumber.objects.bulk_create(made))
