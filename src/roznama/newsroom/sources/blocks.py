"""A story's claims as the form has them: what was said, and the hands that it passed through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from roznama.newsroom.sources.chains import Relays
from roznama.newsroom.sources.names import claim_key, name_key


class HandBlock(blocks.StructBlock):
    """One who passed a claim on: a source of the register, else a name as the story writes it.

    A plain string is such a name; so sources were kept once, and so code may give them.
    """

    source = SnippetChooserBlock("newsroom.Source", label=_("source"), required=False)
    name = blocks.CharBlock(
        label=_("or a name as written"), required=False, max_length=150, search_index=False
    )

    class Meta:
        icon = "group"
        label = _("passed on by")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Ask for one of the two; a source that was merged gives way to the one it went into."""
        cleaned = super().clean(value)
        source = cleaned["source"]
        if source is not None:
            cleaned["source"] = source = source.merged_into or source
            cleaned["name"] = cleaned["name"] or source.name
        elif not name_key(cleaned["name"]):
            message = _("Choose a source, or write its name.")
            raise blocks.StructBlockValidationError({"name": ValidationError(message)})
        return cleaned

    def to_python(self, value: Any) -> blocks.StructValue:
        """Take what is stored."""
        return super().to_python(_as_hand(value))

    def bulk_to_python(self, values: Iterable[Any]) -> list[blocks.StructValue]:
        """Take what is stored, of many at once."""
        found: list[blocks.StructValue] = super().bulk_to_python([_as_hand(one) for one in values])
        return found

    def normalize(self, value: Any) -> blocks.StructValue:
        """Take what code gives."""
        return super().normalize(_as_hand(value))


def _as_hand(value: Any) -> Any:
    return {"source": None, "name": value} if isinstance(value, str) else value


class SourceBlock(blocks.StructBlock):
    """A claim, and the hands it passed through: who said it first, then who relayed it."""

    claim = blocks.TextBlock(label=_("claim"), help_text=_("As it stands in the story."))
    chain = blocks.ListBlock(
        HandBlock(), label=_("said by, then relayed by"), min_num=0, default=[]
    )
    is_own = blocks.BooleanBlock(
        label=_("own reporting"),
        required=False,
        help_text=_("Our own people heard, saw or read it themselves."),
    )
    url = blocks.URLBlock(label=_("original"), required=False)
    note = blocks.CharBlock(label=_("note for readers"), required=False, max_length=200)

    class Meta:
        icon = "group"
        label = _("source")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Ask for a source, or own reporting; refuse a chain that comes back to a source."""
        cleaned = super().clean(value)
        hands = list(cleaned["chain"])
        if not hands and not cleaned["is_own"]:
            raise _chain_error(_("Say who said it, or mark it as own reporting."))
        if twice := Relays().add([_identity(hand) for hand in hands]):
            hand = hands[twice[1]]
            raise _chain_error(_("The chain names %s twice.") % (hand["source"] or hand["name"]))
        return cleaned


def _chain_error(message: Any) -> blocks.StructBlockValidationError:
    return blocks.StructBlockValidationError({"chain": ValidationError(message)})


def _identity(hand: Any) -> str:
    return f"#{hand['source'].pk}" if hand["source"] else name_key(hand["name"])


class SourcesBlock(blocks.StreamBlock):
    """All claims of a story."""

    source = SourceBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        """Refuse chains of one claim that together lead in a circle: A has it from B, B from A."""
        cleaned = super().clean(value)
        relays: dict[str, Relays] = {}
        for number, child in enumerate(cleaned):
            seen = relays.setdefault(claim_key(child.value["claim"]), Relays())
            if seen.add([_identity(hand) for hand in child.value["chain"]]):
                message = _("With another entry of this claim, the chain leads in a circle.")
                raise blocks.StreamBlockValidationError(
                    block_errors={number: _chain_error(message)}
                )
        return cleaned
