"""The paper's frame: the front page, its sections, and pages about the paper."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from roznama.newsroom.front.layout import Layout
from roznama.newsroom.models.pages import PaperPage


class FrontPage(PaperPage):
    """The front page; the root of the site."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.SectionPage", "newsroom.InfoPage"]
    shown_layout: Layout | None = None
    """The arrangement that a preview shows in the place of the published one."""

    class Meta:
        verbose_name = _("front page")


RESERVED = frozenset(
    {
        *("archive", "author", "desk", "feed", "live", "media", "newsroom", "pages", "preview"),
        *("search", "silsila", "static", "tag"),
    }
)
"""Addresses at the top that lead elsewhere: a page of this name would never be seen."""


class TopPage(PaperPage):
    """A page right under the front page, whose address stands beside the paper's own."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an address that leads elsewhere."""
        super().clean()
        if self.slug in RESERVED:
            taken = _("This address leads to another part of the paper. Choose another.")
            raise ValidationError({"slug": taken})


class SectionColor(models.TextChoices):
    """The colors that the paper's style sheet knows, named by what they were made for."""

    POLITICS = "politics", _("Politics: crimson")
    WORLD = "world", _("World: indigo")
    BUSINESS = "business", _("Business: teal")
    SPORT = "sport", _("Sport: green")
    HEALTH = "health", _("Health: rose")
    SCIENCE = "science", _("Science: blue")
    CULTURE = "culture", _("Culture: plum")
    CITIES = "cities", _("Cities: orange")


class SectionPage(TopPage):
    """A section: the parent of its stories. Their order in the tree is the menu's order."""

    color = models.CharField(
        _("color"), max_length=20, choices=SectionColor, default=SectionColor.POLITICS
    )
    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [FieldPanel("title"), FieldPanel("intro"), FieldPanel("color")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types = ["newsroom.ArticlePage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class InfoPage(TopPage):
    """A page about the paper: who we are, how to reach us, how we correct."""

    body = RichTextField(
        _("text"), features=["h2", "h3", "bold", "link", "document-link", "ol", "ul"]
    )
    lists_corrections = models.BooleanField(
        _("lists corrections"),
        default=False,
        help_text=_("Shows the latest corrections of all stories under the text."),
    )

    content_panels = [FieldPanel("title"), FieldPanel("body"), FieldPanel("lists_corrections")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page about the paper")
        verbose_name_plural = _("pages about the paper")
