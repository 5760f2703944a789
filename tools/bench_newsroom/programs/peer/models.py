"""A story: headline, deck and a body of blocks; an index page is its section."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index


class SectionIndex(Page):
    """The parent of stories."""


class StoryPage(Page):
    """A story."""

    deck = models.TextField(blank=True)
    body = StreamField(
        [
            ("paragraph", blocks.RichTextBlock()),
            ("subhead", blocks.CharBlock()),
            ("quote", blocks.StructBlock(
                [("text", blocks.TextBlock()), ("speaker", blocks.CharBlock(required=False))]
            )),
        ]
    )  # fmt: skip
    content_panels = [*Page.content_panels, FieldPanel("deck"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("deck"), index.SearchField("body")]
    template = "peer/story.html"
