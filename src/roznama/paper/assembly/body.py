"""A story's body: StreamField blocks to the blocks that templates lay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wagtail.rich_text import RichText, expand_db_html

from roznama.newsroom.embeds import find_provider
from roznama.newsroom.models import ArticlePage, NewsImage
from roznama.paper.assembly.also_read import AlsoReadSlots
from roznama.paper.assembly.pictures import story_picture
from roznama.paper.sheets import Block, EmbedFacade, Picture
from roznama.urdu.slugs import slug

# Stands between rich texts that are resolved together; no sign of a text.
_JOINT = "\x00"


def body_blocks(article: ArticlePage, slots: AlsoReadSlots) -> tuple[Block, ...]:
    """Return the body's blocks in order. Slots with nothing to show, and empty blocks, go."""
    return tuple(_blocks(article, slots))


def _blocks(article: ArticlePage, slots: AlsoReadSlots) -> Iterator[Block]:
    anchors: set[str] = set()
    texts = _rich_texts(article)
    for child in article.body:
        if child.block_type == "also_read":
            if chosen := slots.fill(child.value):
                yield Block("also_read", card=chosen)
        elif child.block_type == "subhead":
            yield Block("subhead", text=child.value, anchor=_anchor(child.value, anchors))
        elif child.block_type == "paragraph":
            yield Block("paragraph", html=next(texts))
        elif child.block_type == "fact_box":
            yield Block("fact_box", title=child.value["title"], html=next(texts))
        elif block := BUILDERS[child.block_type](child.value):
            yield block


def _rich_texts(article: ArticlePage) -> Iterator[str]:
    """Yield the story's rich texts with the links of all of them looked up at once."""
    values = [
        child.value for child in article.body if child.block_type in ("paragraph", "fact_box")
    ]
    sources = [
        value.source if isinstance(value, RichText) else value["text"].source for value in values
    ]
    together = _JOINT.join(source.replace(_JOINT, "") for source in sources)
    return iter(expand_db_html(together).split(_JOINT))


def body_images(article: ArticlePage) -> list[NewsImage | None]:
    """Return the pictures inside a story."""
    found: list[NewsImage | None] = []
    for child in article.body:
        if child.block_type == "image":
            found.append(child.value["image"])
        elif child.block_type == "gallery":
            found += [item["image"] for item in child.value]
    return found


def _anchor(text: str, taken: set[str]) -> str:
    base = slug(text, limit=40)
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _quote(value: Any) -> Block:
    return Block("quote", text=value["text"], speaker=value["speaker"])


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
    "quote": _quote,
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
}
