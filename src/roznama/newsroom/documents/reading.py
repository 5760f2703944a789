"""What is looked at in a document that somebody sends: names and senders may say anything."""

from __future__ import annotations

import re
from typing import IO

from django.db.models.enums import TextChoices
from django.utils.translation import gettext_lazy as _

_START = re.compile(rb"%PDF-[12]\.\d")
_END = b"%%EOF"
_END_WITHIN = 1_024  # bytes; what comes after it is ignored (ISO 32000-1, annex H.3)
# Names of ISO 32000-1, 12.6.4 and 7.11.4. Where they are compressed they are not seen here; the
# file goes out as a download in any case, never as a page.
_ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia)\b")


class Fault(TextChoices):
    """Why a document is not taken."""

    NO_PDF = "no_pdf", _("This is no PDF, whatever its name says. Save it as PDF and send that.")
    TORN = "torn", _("The end of this PDF is missing. Send the whole file.")
    ACTIVE = "active", _("This PDF has a program or another file inside. Print it into a new PDF.")


def fault_of(file: IO[bytes]) -> Fault | None:
    """Return what keeps a file from being a document of the paper, None for nothing."""
    file.seek(0)
    data = file.read()
    file.seek(0)
    if not _START.match(data):
        return Fault.NO_PDF
    if _END not in data[-_END_WITHIN:]:
        return Fault.TORN
    return Fault.ACTIVE if _ACTIVE.search(data) else None
