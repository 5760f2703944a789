"""Taking the pictures of a withdrawn story away from where readers found them.

A picture that readers saw in this story alone loses its sizes and gets another name: what the
newsroom's screens and previews cut of it afterwards has addresses that nobody was given. The
picture itself stays in the library.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from roznama.newsroom.models import ArticlePage, NewsImage
from roznama.newsroom.pictures.rights import body_pictures, used_pictures
from roznama.newsroom.record.versions import stream

logger = logging.getLogger(__name__)


def withdraw_pictures(story: ArticlePage) -> int:
    """Take away the sizes of pictures that nothing else shows; return how many pictures those are.

    For the transaction of the withdrawal: files go when it is committed.
    """
    pictures = NewsImage.objects.filter(pk__in=only_in(story))
    for picture in pictures:
        picture.renditions.all().delete()
        _rename(picture)
    return len(pictures)


def drop_leftovers(story: ArticlePage) -> None:
    """Remove sizes under old names, cut by somebody who had begun before the withdrawal."""
    for picture in NewsImage.objects.filter(pk__in=only_in(story)):
        secret = PurePath(picture.file.name).stem.rpartition("-")[2]
        picture.renditions.exclude(file__contains=secret).delete()


def only_in(story: ArticlePage) -> set[int]:
    """Return the pictures that readers saw in a story, now or earlier, and see nowhere else."""
    shown = set(_shown(story))
    return shown - _elsewhere(shown, story) if shown else set()


def _shown(story: ArticlePage) -> Iterator[int]:
    yield from used_pictures(story)
    contents = story.versions.values_list("revision__content", flat=True)
    for content in contents.iterator(chunk_size=50):
        yield from filter(None, [content.get("lead_image")])
        yield from body_pictures(stream(content, "body"))


def _elsewhere(pictures: set[int], story: ArticlePage) -> set[int]:
    """Those that another published page has, or anything that is no page, an author for one."""
    to = ReferenceIndex._get_base_content_type(NewsImage)
    pages = ReferenceIndex._get_base_content_type(ArticlePage).pk
    found = ReferenceIndex.objects.filter(
        to_content_type=to, to_object_id__in=[str(pk) for pk in pictures]
    )
    rows = set(found.values_list("to_object_id", "base_content_type", "object_id"))
    there = [int(page) for _, kind, page in rows if kind == pages]
    others = Page.objects.live().filter(pk__in=there).exclude(pk=story.pk)
    live = set(others.values_list("pk", flat=True))
    return {int(pk) for pk, kind, of in rows if kind != pages or int(of) in live}


def _rename(picture: NewsImage) -> None:
    """Give a picture's file another secret; the old file goes with the commit."""
    old, storage = picture.file.name, picture.file.storage
    try:
        with storage.open(old) as file:
            new = storage.save(picture.get_upload_to(PurePath(old).name), file)
    except OSError as error:
        logger.error("picture %s keeps its name: %s", picture.pk, error)
        return
    NewsImage.objects.filter(pk=picture.pk).update(file=new)
    transaction.on_commit(partial(storage.delete, old), robust=True)
