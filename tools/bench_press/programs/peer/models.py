"""A story: headline, lead picture and a body of rich text."""

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class StoryPage(Page):
    """What `include_block` lays out."""

    deck = models.TextField(blank=True)
    body = StreamField([("paragraph", blocks.RichTextBlock())])
    template = "peer/story.html"
