"""The paper around a page."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse
from django.utils.timezone import localdate

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import InfoPage, PaperSettings
from roznama.paper.assembly.sections import Sections
from roznama.paper.sheets import Frame, Link

NETWORKS = {"facebook": "Facebook", "x": "X", "whatsapp": "WhatsApp", "youtube": "YouTube"}


def build_frame(sections: Sections, *, current: str = "") -> Frame:
    """Return masthead, menu and footer; `current` is the path of the section shown."""
    reads(keys.SITE)
    frame = read_once("frame", lambda: _frame(sections))
    return replace(frame, current=current, today=localdate())


def _frame(sections: Sections) -> Frame:
    """Return what all pages share of their frames."""
    settings = read_once("settings", PaperSettings.load)
    info = read_once("info pages", lambda: list(InfoPage.objects.live().order_by("path")))
    return Frame(
        name=settings.name,
        tagline=settings.tagline,
        today=localdate(),
        sections=sections.marks,
        info=tuple(Link(page.title, page.url) for page in info),
        notice=settings.notice,
        archive_path=reverse("archive"),
        search_path=reverse("search"),
        social=tuple(
            Link(name, getattr(settings, field))
            for field, name in NETWORKS.items()
            if getattr(settings, field)
        ),
    )
