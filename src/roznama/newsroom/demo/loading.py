"""Loading the demo edition: text files and pictures to published stories."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.html import format_html_join
from django.utils.timezone import now

from roznama.newsroom.models import (
    ArticleAuthor,
    ArticlePage,
    Author,
    Correction,
    NewsImage,
    PaperSettings,
    SectionPage,
)
from roznama.newsroom.sources.register import hands_named

FOLDER = resources.files(__package__)
Progress = Callable[[Iterable[Any]], Iterable[Any]]


def load_demo(progress: Progress = iter) -> int:
    """Publish the demo edition in one transaction; return how many stories it has.

    `progress` wraps the loop over stories. The paper must have been founded.
    Raises Django's DoesNotExist where a story names a section or author that
    there is not.
    """
    people = _toml(FOLDER / "people.toml")
    files = sorted(
        (path for path in (FOLDER / "stories").iterdir() if path.name.endswith(".toml")),
        key=lambda path: path.name,
    )
    with transaction.atomic():
        _announce(people["notice"])
        for author in people["author"]:
            Author.objects.update_or_create(slug=author["slug"], defaults=author)
        _Edition(people, now()).publish({path.name[:-5]: _toml(path) for path in files}, progress)
    return len(files)


def _toml(path: Traversable) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _announce(notice: str) -> None:
    settings = PaperSettings.load()
    settings.notice = notice
    settings.save()


class _Edition:
    """The stories of one loading, which may point at each other."""

    def __init__(self, people: dict[str, Any], time: datetime) -> None:
        self._people = people
        self._time = time
        self._paper = PaperSettings.load().name
        self._pictures: dict[str, NewsImage] = {}
        self._pages: dict[str, ArticlePage] = {}

    def publish(self, stories: dict[str, dict[str, Any]], progress: Progress) -> None:
        """Publish oldest first; then set the links between stories, which need all of them."""
        for stem, story in stories.items():
            self._pictures[stem] = self._picture(stem, story)
        oldest_first = sorted(stories.items(), key=lambda item: -item[1]["hours_ago"])
        for stem, story in progress(oldest_first):
            self._pages[stem] = self._publish(story, self._pictures[story["picture"]])
        for stem, story in stories.items():
            self._link(self._pages[stem], story)

    def _picture(self, stem: str, story: dict[str, Any]) -> NewsImage:
        path = FOLDER / "pictures" / f"{stem}.jpg"
        with path.open("rb") as file:
            image = NewsImage(
                title=story["headline"],
                description=story["alt"],
                credit=self._people["picture_credit"],
                licence=self._people["picture_licence"],
            )
            image.file = ImageFile(file, name=f"{stem}.jpg")
            image.save()
        return image

    def _publish(self, story: dict[str, Any], picture: NewsImage) -> ArticlePage:
        time = self._before(story["hours_ago"])
        page = ArticlePage(
            title=story["headline"],
            kicker=story["kicker"],
            deck=story["deck"],
            city=story["city"],
            credit_line=story["credit_line"],
            priority=story["priority"],
            lead_image=picture,
            lead_caption=story["caption"],
            lead_alt=story["alt"],
            search_description=story["search_description"],
            body=[self._block(block) for block in story["body"]],
            sources=[("source", self._source(source)) for source in story.get("sources", ())],
            first_published_at=time,
            last_published_at=time,
        )
        section = SectionPage.objects.get(color=story["section"])
        section.add_child(instance=page)
        page.topics.add(*story["tags"])
        for slug in story["authors"]:
            page.bylines.add(ArticleAuthor(author=Author.objects.get(slug=slug)))
        for row in story.get("corrections", ()):
            page.corrections.add(Correction(time=self._before(row["hours_ago"]), text=row["text"]))
        self._save(page, time)
        return page

    def _source(self, source: dict[str, Any]) -> dict[str, Any]:
        """Return a claim; a chain that ends with the paper was told to its own people."""
        names = source["chain"]
        is_own = names[-1] == self._paper
        chain = hands_named(names[:-1] if is_own else names)
        return {**source, "chain": chain, "is_own": is_own}

    def _save(self, page: ArticlePage, time: datetime) -> None:
        """Publish a revision, then set the time back to when the story is said to have come."""
        page.save_revision().publish()
        ArticlePage.objects.filter(pk=page.pk).update(
            first_published_at=time, last_published_at=time
        )
        page.refresh_from_db()

    def _link(self, page: ArticlePage, story: dict[str, Any]) -> None:
        wanted = [block["story"] for block in story["body"] if block["kind"] == "also_read"]
        if not any(wanted):
            return
        slots = iter(wanted)
        page.body = [
            (child.block_type, self._also_read(next(slots)))
            if child.block_type == "also_read"
            else (child.block_type, child.value)
            for child in page.body
        ]
        self._save(page, page.first_published_at)

    def _also_read(self, stem: str) -> dict[str, Any]:
        return {"story": self._pages.get(stem), "title": ""}

    def _before(self, hours: float) -> datetime:
        return self._time - timedelta(hours=hours)

    def _block(self, block: dict[str, Any]) -> tuple[str, Any]:
        kind = block["kind"]
        if kind == "paragraph":
            return kind, f"<p>{block['text']}</p>"
        if kind == "subhead":
            return kind, block["text"]
        if kind == "fact_box":
            items = format_html_join("", "<li>{}</li>", ((item,) for item in block["items"]))
            return kind, {"title": block["title"], "text": f"<ul>{items}</ul>"}
        if kind == "gallery":
            pairs = zip(block["pictures"], block["captions"], strict=True)
            return kind, [
                {"image": self._pictures[stem], "caption": caption, "alt": ""}
                for stem, caption in pairs
            ]
        if kind == "also_read":
            return kind, self._also_read("")
        return kind, {key: value for key, value in block.items() if key != "kind"}
