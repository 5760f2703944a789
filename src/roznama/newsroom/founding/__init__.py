"""Founding: the front page, sections, pages and groups that a new paper starts with."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from roznama.newsroom.flow.equipping import equip_all
from roznama.newsroom.founding.groups import found_groups
from roznama.newsroom.models import FrontPage, InfoPage, Licence, PaperSettings, SectionPage
from roznama.newsroom.models.licence import IMPORTED


def found_paper() -> bool:
    """Make the paper's frame from paper.toml; return False when there is a front page already.

    The site's address follows SITE_URL each time, and groups and desks that an older paper lacks
    are made.
    """
    found_groups(_plan()["group"])
    _licences(_plan()["pictures"]["licences"])
    if FrontPage.objects.exists():
        _point_site(FrontPage.objects.get())
        equip_all()
        return False
    with transaction.atomic():
        plan = _plan()
        front = _front_page(plan["paper"])
        for section in plan["section"]:
            front.add_child(instance=SectionPage(show_in_menus=True, **section))
        for info in plan["page"]:
            front.add_child(instance=InfoPage(**info))
    return True


def _plan() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("paper.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _licences(names: list[str]) -> None:
    """Make the list of licences where there is none; one that is there is the house's own."""
    if not Licence.objects.exclude(order=IMPORTED).exists():
        for place, name in enumerate(names, start=1):
            Licence.objects.get_or_create(name=name, defaults={"order": place * 10})


def _front_page(paper: dict[str, Any]) -> FrontPage:
    about = PaperSettings.load()
    for name, value in paper.items():
        setattr(about, name, value)
    about.save()
    root = Page.get_first_root_node()
    front: FrontPage = root.add_child(instance=FrontPage(title=paper["name"], slug="roznama"))
    old = list(root.get_children().exclude(pk=front.pk))
    _point_site(front)
    for page in old:
        page.delete()
    front.refresh_from_db()
    return front


def _point_site(front: FrontPage) -> None:
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname,
            "port": port,
            "root_page": front,
            "site_name": front.title,
        },
    )
