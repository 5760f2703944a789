"""Drafts from plain text that another room has, such as a reader's question with its answer."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.html import escape

from roznama.newsroom.models import ArticlePage, SectionPage, User

LONGEST_TITLE = 255


class DraftError(Exception):
    """The paper has no section that the draft could stand in."""


def draft_from_question(title: str, paragraphs: Iterable[str], user: User) -> str:
    """Make an unpublished story of plain paragraphs, in one transaction.

    It stands in the first section where `user` may add stories, else in the paper's first; who
    may edit it there is the newsroom's rule and nobody else's. Returns the address of its form,
    empty where `user` may not open that.

    Raises:
        DraftError: there is no section.

    """
    section = _section_for(user)
    page = ArticlePage(
        title=title[:LONGEST_TITLE],
        body=[("paragraph", f"<p>{escape(text)}</p>") for text in paragraphs],
        owner=user,
        live=False,
    )
    with transaction.atomic():
        section.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
    may_edit = page.permissions_for_user(user).can_edit()
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else ""


def _section_for(user: User) -> SectionPage:
    sections = list(SectionPage.objects.order_by("path"))
    if not sections:
        raise DraftError("the paper has no section")
    own = (one for one in sections if one.permissions_for_user(user).can_add_subpage())
    return next(own, sections[0])
