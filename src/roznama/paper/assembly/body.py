"""A story's body: StreamField blocks to the blocks that templates lay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wagtail.rich_text import expand_db_html

from roznama.newsroom.embeds import find_provider
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.also_read import AlsoReadSlots
from roznama.paper.assembly.pictures import story_picture
from roznama.paper.sheets import Block, EmbedFacade, Picture
from roznama.urdu.slugs import slug


def body_blocks(article: ArticlePage, slots: AlsoReadSlots) -> tuple[Block, ...]:
    """Return the body's blocks in order. Slots with nothing to show, and empty blocks, go."""
    return tuple(_blocks(article, slots))


def _blocks(article: ArticlePage, slots: AlsoReadSlots) -> Iterator[Block]:
    anchors: set[str] = set()
    for child in article.body:
        if child.block_type == "also_read":
            if chosen := slots.fill(child.value):
                yield Block("also_read", card=chosen)
        elif child.block_type == "subhead":
            yield Block("subhead", text=child.value, anchor=_anchor(child.value, anchors))
        elif block := BUILDERS[child.block_type](child.value):
            yield block


def _anchor(text: str, taken: set[str]) -> str:
    base = slug(text, limit=40)
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _paragraph(value: Any) -> Block:
    return Block("paragraph", html=expand_db_html(value.source))


def _quote(value: Any) -> Block:
    return Block("quote", text=value["text"], speaker=value["speaker"])


def _fact_box(value: Any) -> Block:
    return Block("fact_box", title=value["title"], html=expand_db_html(value["text"].source))


def _chosen_picture(value: Any) -> Picture | None:
    return story_picture(value["image"], alt=value["alt"], caption=value["caption"])


def _image(value: Any) -> Block | None:
    picture = _chosen_picture(value)
    return Block("image", picture=picture) if picture else None


def _gallery(value: Any) -> Block | None:
    pictures = tuple(picture for item in value if (picture := _chosen_picture(item)))
    return Block("gallery", pictures=pictures) if pictures else None


def _embed(value: Any) -> Block | None:
    provider = find_provider(value["url"])
    if provider is None:
        return None
    facade = EmbedFacade(
        provider=provider.key,
        provider_name=provider.name,
        url=value["url"],
        src=provider.frame_url(value["url"]) or "",
        title=value["title"],
        shape=provider.shape,
    )
    return Block("embed", embed=facade)


BUILDERS: dict[str, Callable[[Any], Block | None]] = {
    "paragraph": _paragraph,
    "quote": _quote,
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "fact_box": _fact_box,
}
