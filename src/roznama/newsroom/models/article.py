"""The story: a page under its section."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, PagePermissionTester
from wagtail.search import index

from roznama.newsroom.blocks import BodyBlock
from roznama.newsroom.models.author import Author
from roznama.newsroom.models.images import NewsImage
from roznama.newsroom.models.related import StoryForm
from roznama.newsroom.models.story_number import StoryNumber
from roznama.newsroom.models.timing import TimedPage
from roznama.newsroom.models.topic import ArticleTopic, TopicsField
from roznama.newsroom.panels import CandidatesPanel
from roznama.newsroom.record.dating import date_corrections
from roznama.newsroom.record.standing import refuse_killed
from roznama.newsroom.references import noted_once
from roznama.newsroom.sources.blocks import SourcesBlock
from roznama.newsroom.sources.panel import SuggestionsPanel
from roznama.newsroom.text import draft_lines, plain_text
from roznama.newsroom.timing.panel import TimesPanel
from roznama.newsroom.widgets import LatinSlugInput
from roznama.urdu.reading import word_count
from roznama.urdu.slugs import slug


class Priority(models.TextChoices):
    """How loudly the front page tells a story."""

    BREAKING = "breaking", _("Breaking")
    LEAD = "lead", _("Lead")
    NORMAL = "normal", _("Normal")


class ArticlePage(TimedPage):
    """A story. `title` is its headline; the parent page is its section."""

    kicker = models.CharField(
        _("kicker"), max_length=60, blank=True, help_text=_("A few words over the headline.")
    )
    deck = models.TextField(
        _("deck"), blank=True, max_length=400, help_text=_("A sentence under the headline.")
    )
    city = models.CharField(_("city"), max_length=60, blank=True)
    credit_line = models.CharField(_("credit line"), max_length=100, blank=True)
    priority = models.CharField(
        _("priority"), max_length=10, choices=Priority, default=Priority.NORMAL
    )
    lead_image = models.ForeignKey(
        NewsImage,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.CharField(_("caption"), max_length=300, blank=True)
    lead_alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("For readers who cannot see the picture; empty takes the picture's own."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    sources = StreamField(SourcesBlock(), verbose_name=_("sources"), blank=True)
    topics = TopicsField(through=ArticleTopic, blank=True, verbose_name=_("tags"))

    words = models.PositiveIntegerField(default=0, editable=False)
    """How many words the body has; lists tell how long a story takes without reading it."""

    change_note = models.CharField(
        _("what was changed"),
        max_length=200,
        blank=True,
        help_text=_("For the record in the newsroom; readers do not see it."),
    )
    changed_at = models.DateTimeField(null=True, editable=False)
    """When readers were last given other words than before; None where they never were."""

    content_panels = [
        FieldPanel("kicker"),
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("deck"),
        InlinePanel("bylines", heading=_("Byline"), label=_("author")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("city"), FieldPanel("credit_line")])],
            heading=_("Dateline"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("lead_image", heading=_("Picture")),
                FieldPanel("lead_caption"),
                FieldPanel("lead_alt"),
            ],
            heading=_("Lead picture"),
        ),
        FieldPanel("body"),
    ]
    desk_panels = [
        FieldPanel("priority"),
        FieldPanel("topics"),
        InlinePanel("corrections", heading=_("Corrections"), label=_("correction")),
        FieldPanel("change_note"),
        FieldPanel("sources"),
        SuggestionsPanel(heading=_("What the text says it has from others")),
        InlinePanel(
            "related_choices",
            heading=_("Related stories"),
            label=_("related story"),
            help_text=_("Your choices come before what the archive finds by itself."),
        ),
        CandidatesPanel("related_choices", heading=_("What the archive proposes")),
    ]
    time_panels = [TimesPanel()]
    promote_panels = [
        FieldPanel("slug", widget=LatinSlugInput),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Story")),
            ObjectList(desk_panels, heading=_("Desk")),
            ObjectList(time_panels, heading=_("Time")),
            ObjectList([*promote_panels, CommentPanel()], heading=_("Address")),
        ]
    )

    search_fields = [
        *TimedPage.search_fields,
        index.SearchField("kicker"),
        index.SearchField("deck"),
        index.SearchField("searched_text"),
        index.AutocompleteField("kicker"),
        index.AutocompleteField("deck"),
        index.AutocompleteField("searched_text"),
        index.FilterField("priority"),
    ]
    search_auto_update = False  # see search/once.py
    base_form_class = StoryForm
    parent_page_types = ["newsroom.SectionPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the body's words counted, and what is published of it dated."""
        if kwargs.get("update_fields") is None:
            self.words = word_count(plain_text(self))
            if self.live:
                refuse_killed(self)
                date_corrections(self)
        with noted_once(self, kwargs.get("update_fields")):
            super().save(*args, **kwargs)

    @transaction.atomic
    def publish(self, *args: Any, **kwargs: Any) -> Any:
        """Publish or schedule. Raises KilledError where the story is withdrawn."""
        # Nobody withdraws the story while it is being published.
        ArticlePage.objects.select_for_update().filter(pk=self.pk).values("pk").first()
        refuse_killed(self)
        return super().publish(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> ArticlePage:
        """Return the story as a revision has it, without what is no revision's to say."""
        found: ArticlePage = super().with_content_json(content)
        found.changed_at = self.changed_at
        return found

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Return what a user may do with the story."""
        from roznama.newsroom.record.permissions import StoryPermissions  # noqa: PLC0415

        return StoryPermissions(user, self)

    def searched_text(self) -> str:
        """Return what editors find the story by, beside its fields: the body, and the draft."""
        return "\n".join([plain_text(self), *draft_lines(self)])

    @property
    def is_live(self) -> bool:
        """Whether it is covered live now."""
        coverage = getattr(self, "coverage", None)
        return coverage is not None and coverage.is_on

    def new_slug(self) -> str:
        """Return a short Latin address with a number that no other story has."""
        return f"{slug(self.title)}-{StoryNumber.take()}"


class ArticleAuthor(Orderable):
    """An author of a story, in the byline's order."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="bylines"
    )

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        verbose_name = _("author of a story")
