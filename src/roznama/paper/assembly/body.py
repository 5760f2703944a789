"""A story's body: StreamField blocks to the blocks that templates lay out.

Read from the stored form: Wagtail's own blocks would fetch whole pages and pictures for every
reference, where the page needs a few fields of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wagtail.rich_text import expand_db_html

from roznama.newsroom.embeds import find_provider
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.also_read import AlsoReadSlots
from roznama.paper.assembly.pictures import Pictures
from roznama.paper.sheets import Block, EmbedFacade, Picture
from roznama.urdu.slugs import slug

# Stands between rich texts that are resolved together; no sign of a text.
_JOINT = "\x00"


def body_blocks(
    article: ArticlePage, slots: AlsoReadSlots, pictures: Pictures
) -> tuple[Block, ...]:
    """Return the body's blocks in order. Slots with nothing to show, and empty blocks, go."""
    return tuple(_blocks(article, slots, pictures))


def _blocks(article: ArticlePage, slots: AlsoReadSlots, pictures: Pictures) -> Iterator[Block]:
    anchors: set[str] = set()
    texts = _rich_texts(article)
    for kind, value in _stored(article):
        if kind == "also_read":
            if chosen := slots.fill():
                yield Block("also_read", card=chosen)
        elif kind == "subhead":
            yield Block("subhead", text=value, anchor=_anchor(value, anchors))
        elif kind == "paragraph":
            yield Block("paragraph", html=next(texts))
        elif kind == "fact_box":
            yield Block("fact_box", title=value.get("title", ""), html=next(texts))
        elif kind in BUILDERS and (block := BUILDERS[kind](value, pictures)):
            yield block


def _stored(article: ArticlePage) -> list[tuple[str, Any]]:
    """Return the kind and the value of each block, as the database has them."""
    return [(block["type"], block["value"]) for block in article.body.raw_data]


def _rich_texts(article: ArticlePage) -> Iterator[str]:
    """Yield the story's rich texts with the links of all of them looked up at once."""
    sources = [
        value if kind == "paragraph" else value.get("text", "")
        for kind, value in _stored(article)
        if kind in ("paragraph", "fact_box")
    ]
    together = _JOINT.join(source.replace(_JOINT, "") for source in sources)
    return iter(expand_db_html(together).split(_JOINT))


def body_images(article: ArticlePage) -> list[int | None]:
    """Return the ids of the pictures inside a story."""
    found: list[int | None] = []
    for kind, value in _stored(article):
        if kind == "image":
            found.append(value.get("image"))
        elif kind == "gallery":
            found += [item.get("image") for item in _items(value)]
    return found


def _items(values: list[Any]) -> list[dict[str, Any]]:
    """Return a list's values. Wagtail stores each with an id of its own; once it did not."""
    return [one["value"] if one.get("type") == "item" else one for one in values]


def _anchor(text: str, taken: set[str]) -> str:
    base = slug(text, limit=40)
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _quote(value: Any, pictures: Pictures) -> Block:
    return Block("quote", text=value.get("text", ""), speaker=value.get("speaker", ""))


def _chosen_picture(value: Any, pictures: Pictures) -> Picture | None:
    alt, caption = value.get("alt", ""), value.get("caption", "")
    return pictures.story(value.get("image"), alt=alt, caption=caption)


def _image(value: Any, pictures: Pictures) -> Block | None:
    picture = _chosen_picture(value, pictures)
    return Block("image", picture=picture) if picture else None


def _gallery(value: Any, pictures: Pictures) -> Block | None:
    chosen = (_chosen_picture(item, pictures) for item in _items(value))
    found = tuple(picture for picture in chosen if picture)
    return Block("gallery", pictures=found) if found else None


def _embed(value: Any, pictures: Pictures) -> Block | None:
    provider = find_provider(value["url"])
    if provider is None:
        return None
    facade = EmbedFacade(
        provider=provider.key,
        provider_name=provider.name,
        url=value["url"],
        src=provider.frame_url(value["url"]) or "",
        title=value.get("title", ""),
        shape=provider.shape,
    )
    return Block("embed", embed=facade)


BUILDERS: dict[str, Callable[[Any, Pictures], Block | None]] = {
    "quote": _quote,
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
}
