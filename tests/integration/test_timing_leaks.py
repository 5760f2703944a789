"""Nothing tells of a story before its time: every public address is asked for its words."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils.timezone import localdate, now

from roznama.archive.following import Follower
from roznama.newsroom.models import (
    ArticlePage,
    BreakingLine,
    RelatedChoice,
    Source,
    Topic,
    User,
)
from roznama.newsroom.timing.doing import do_due
from roznama.newsroom.timing.due import clock_time
from roznama.paper.feed_links import FORMATS
from roznama.press.live import Live
from tests.factories import get_section, make_author, make_image, make_story
from tests.integration.press_store import Press
from tests.integration.sources import claim
from tests.integration.timing import HOUR, fresh, make_embargoed, make_scheduled

pytestmark = pytest.mark.django_db

WORD = "قنطورس"
LATIN = "qntvrs"
BESIDE = "ساحل"
"""Stands beside the word and is searched for; the word itself would be echoed."""


@pytest.fixture
def hidden(archive: Follower) -> list[ArticlePage]:
    """Stories that are not out: a draft, one under embargo, one scheduled, an update of one out."""
    Source.objects.create(name=WORD, slug=LATIN)
    fields: dict[str, Any] = {
        "body": [f"{BESIDE} پر {WORD}"],
        "deck": f"{WORD} کا خلاصہ",
        "authors": [make_author(slug="sana")],
        "tags": [WORD],
        "lead_image": make_image(),
        "lead_caption": WORD,
        "sources": [claim(WORD, WORD)],
        "corrections": [(now(), WORD)],
        "priority": "breaking",
    }
    draft = make_story(f"{WORD} {BESIDE} ایک", draft=True, **fields)
    held = make_embargoed(f"{WORD} {BESIDE} دو", embargo_note=WORD, **fields)
    held.get_latest_revision().publish()
    planned = make_scheduled(f"{WORD} {BESIDE} تین", **fields)
    updated = make_story(f"{BESIDE} کی خبر", body=["سمندر"])
    change = fresh(updated)
    change.title, change.deck, change.embargo_until = f"{WORD} نئی", WORD, now() + HOUR
    change.save_revision().publish()
    stories = [draft, held, planned]
    _point_at(stories)
    archive.follow()
    return [*map(fresh, stories), fresh(updated)]


def _point_at(stories: list[ArticlePage]) -> None:
    """Make what is published name them, wherever an editor can."""
    links = "".join(f'<a linktype="page" id="{one.pk}">ربط</a> ' for one in stories)
    also = [("also_read", {"story": one, "title": ""}) for one in stories]
    out = make_story(f"{BESIDE} پر رش", body=[links, *also], tags=["سیاحت"])
    for one in stories:
        out.related_choices.add(RelatedChoice(story=one, kind="pinned"))
    out.save_revision().publish()
    line = BreakingLine.load()
    line.text, line.story = "تازہ خبر", stories[1]
    line.save()


def patterns(resolver: Any, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every route that the URL configuration knows, with the names of its parameters."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        elif isinstance(one, URLPattern):
            is_route = isinstance(one.pattern, RoutePattern)
            yield route if is_route else f"re:{route}", list(one.pattern.regex.groupindex)


def addresses(stories: Iterable[ArticlePage]) -> set[str]:
    """Fill in every public route with what a guesser would try."""
    values = _guesses(list(stories))
    found = set()
    for route, names in patterns(get_resolver()):
        if route.removeprefix("re:").startswith("newsroom/"):
            continue
        choices = [values[name] for name in names]
        for chosen in itertools.product(*choices):
            found.add("/" + _filled(route, dict(zip(names, chosen, strict=True))))
    return found | {one.url for one in stories} | {f"{one.url}amp/" for one in stories}


def _guesses(stories: list[ArticlePage]) -> dict[str, list[Any]]:
    """A route with a parameter that nobody thought of here fails the test by its name."""
    today = localdate(now() + HOUR)
    slugs = [*(one.slug for one in stories), "dunya", "sana", LATIN]
    slugs += Topic.objects.values_list("slug", flat=True)
    numbers = [1, *(one.pk for one in stories)]
    return {
        "slug": slugs, "section": ["dunya", "siyasat"], "kind": list(FORMATS),
        "year": [today.year], "month": [today.month], "day": [today.day],
        "name": slugs, "pk": numbers, "team": slugs,
        "chat": numbers, "page_id": numbers, "page_view_restriction_id": [1], "restriction_id": [1],
        "path": slugs, "file": ["00000000-0000-4000-8000-000000000000"],
    }  # fmt: skip


def _filled(route: str, values: dict[str, Any]) -> str:
    if route.startswith("re:"):
        plain = re.sub(r"\(\?P<(\w+)>.*?\)", lambda m: str(values[m[1]]), route[3:])
        return re.sub(r"[\^$\\]|\(.*\)", "", plain)
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda m: str(values[m[1]]), route)


def tells(response: Any, stories: Iterable[ArticlePage]) -> bool:
    body = b"".join(response) if response.streaming else response.content
    said = body.decode("utf-8", "replace") + json.dumps(dict(response.headers))
    said = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), said)
    asked = response.request["PATH_INFO"]  # a way to the login page leads back to it
    for echo in (asked, quote(asked, safe=""), quote(asked)):
        said = said.replace(echo, "")
    return any(
        word in said for word in (WORD, LATIN, *(one.slug for one in stories if not one.live))
    )


def test_no_public_address_tells_of_a_story_before_its_time(
    client: Client, hidden: list[ArticlePage]
) -> None:
    asked = addresses(hidden)
    assert len(asked) > 60
    queries = ["", f"?q={BESIDE}", "?page=2", f"?q={BESIDE}&author=sana&sort=newest"]
    told = [
        path + query
        for path in sorted(asked)
        for query in (queries if "search" in path else queries[:1])
        if tells(client.get(path + query, follow=False), hidden)
    ]
    assert told == []
    # The same questions find the word once the time has come: the test can see.
    for one in hidden[:3]:
        ArticlePage.objects.filter(pk=one.pk).update(embargo_until=None, go_live_at=None)
        fresh(one).save_revision().publish()
    assert sum(tells(client.get(path), hidden) for path in sorted(asked)) > 10


def test_a_story_before_its_time_answers_as_one_that_never_was(
    client: Client, hidden: list[ArticlePage]
) -> None:
    for path in ("/dunya/{}/", "/tag/{}/", "/source/{}/", "/silsila/{}/", "/preview/{}/"):
        nothing = client.get(path.format("nothing-at-all"))
        for slug in (*(one.slug for one in hidden[:3]), LATIN, Topic.objects.get(name=WORD).slug):
            answer = client.get(path.format(slug))
            assert answer.status_code == nothing.status_code == 404
            assert answer.content == nothing.content
            assert dict(answer.headers) == dict(nothing.headers)


def test_a_changed_address_of_a_draft_leads_nowhere(
    client: Client, hidden: list[ArticlePage], django_capture_on_commit_callbacks: Any
) -> None:
    story = hidden[1]
    old = story.url
    with django_capture_on_commit_callbacks(execute=True):
        story.slug = f"{LATIN}-new"
        story.save()
    assert client.get(old).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        out = make_story("کھلی خبر")
        before = out.url
        out.slug = "khuli-khabar"
        out.save()
    assert client.get(before).status_code == 301


def test_live_files_and_printed_pages_do_not_tell(
    tmp_path: Path, hidden: list[ArticlePage]
) -> None:
    press = Press(tmp_path / "press")
    press.want("/", "/dunya/", *(one.url for one in hidden))
    press.work()
    live = Live(press.folder)
    live.keep(press.printer.records, changed=True)
    files = [
        path for path in press.folder.rglob("*") if path.is_file() and ".sqlite" not in path.name
    ]
    assert len(files) > 3
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        assert WORD not in text + str(path)
        assert not any(one.slug in text + str(path) for one in hidden[:3])


def test_a_picture_has_a_name_that_nobody_guesses() -> None:
    names = {Path(make_image().file.name).name for _ in range(2)}
    assert len(names) == 2
    assert all(re.search(r"-[0-9a-f]{16}\.", name) for name in names)


def test_the_newsroom_tells_only_who_may_see(client: Client, hidden: list[ArticlePage]) -> None:
    stranger = User.objects.create_user("stranger", password="a long pass phrase")
    beginner = User.objects.create_user("beginner", password="a long pass phrase")
    beginner.user_permissions.add(Permission.objects.get(codename="access_admin"))
    paths = [route for route, names in patterns(get_resolver()) if route.startswith("newsroom/")]
    # Wagtail's own trial of the page for errors raises one.
    paths = ["/" + path for path in paths if "<" not in path and "failwhale" not in path]
    paths += [
        f"/newsroom/pages/{one.pk}/{what}" for one in hidden
        for what in ("edit/", "view_draft/", "history/", "edit/preview/", "usage/", "status/")
    ]  # fmt: skip
    for one in hidden:
        paths += [f"/newsroom/api/main/pages/{one.pk}/", f"/newsroom/timing/{one.pk}/links/"]
        paths += [f"/newsroom/related/{one.pk}/", f"/newsroom/reuse/{one.pk}/{hidden[0].pk}/"]
    paths += ["/newsroom/api/main/pages/", f"/newsroom/pages/search/?q={BESIDE}"]
    for user in (None, stranger, beginner):
        if user:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        told = [path for path in paths if tells(client.get(path), hidden)]
        assert told == [], user


def test_at_its_minute_the_story_is_everywhere(client: Client, hidden: list[ArticlePage]) -> None:
    story = hidden[2]
    revision = story.scheduled_revision
    ArticlePage.objects.filter(pk=story.pk).update(go_live_at=now())
    revision.content["go_live_at"] = now().isoformat()
    revision.approved_go_live_at = now()
    revision.save()
    do_due(clock_time())
    for path in ("/", f"/{get_section().slug}/", story.url, "/feed.rss", "/sitemap-news.xml"):
        assert story.slug in client.get(path).content.decode()
