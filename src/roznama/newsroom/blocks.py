"""The blocks that a story's body is built from."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from roznama.newsroom.embeds import PROVIDERS, find_provider

# No italics: Nastaliq has none. No headings: subheads are blocks.
INLINE = ["bold", "link", "document-link"]
PROSE = [*INLINE, "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with the name."""

    text = blocks.TextBlock(label=_("words"))
    speaker = blocks.CharBlock(label=_("speaker"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("quote")


class PictureBlock(blocks.StructBlock):
    """A picture in the text. An empty alternative text takes the picture's own."""

    image = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=300)
    alt = blocks.CharBlock(label=_("alternative text"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("picture")


class EmbedBlock(blocks.StructBlock):
    """A film or post that stays with its host until a reader asks for it."""

    url = blocks.URLBlock(label=_("address"), max_length=500)
    title = blocks.CharBlock(label=_("title"), required=False, max_length=200)

    class Meta:
        icon = "media"
        label = _("film or post")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Accept only addresses of hosts that we know how to show."""
        cleaned = super().clean(value)
        if find_provider(cleaned["url"]) is None:
            names = ", ".join(provider.name for provider in PROVIDERS)
            message = _("Not an address of a film or post that can be shown (%s).") % names
            raise blocks.StructBlockValidationError({"url": ValidationError(message)})
        return cleaned


class FactBoxBlock(blocks.StructBlock):
    """Facts beside the story."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=PROSE)

    class Meta:
        icon = "list-ul"
        label = _("fact box")


class AlsoReadBlock(blocks.StructBlock):
    """A place inside the text for another story.

    With a story chosen, that one stands there. Without, the paper puts the
    closest related one there, or nothing. `title` keeps the words of a
    reference that came with an imported page.
    """

    story = blocks.PageChooserBlock(
        label=_("story"), required=False, page_type="newsroom.ArticlePage"
    )
    title = blocks.CharBlock(label=_("title as imported"), required=False, max_length=300)

    class Meta:
        icon = "link"
        label = _("also read")


class BodyBlock(blocks.StreamBlock):
    """A story's body."""

    paragraph = blocks.RichTextBlock(label=_("paragraph"), features=PROSE, icon="pilcrow")
    subhead = blocks.CharBlock(label=_("subhead"), max_length=150, icon="title")
    quote = QuoteBlock()
    image = PictureBlock()
    gallery = blocks.ListBlock(PictureBlock(), label=_("gallery"), icon="image", min_num=2)
    embed = EmbedBlock()
    fact_box = FactBoxBlock()
    also_read = AlsoReadBlock()
