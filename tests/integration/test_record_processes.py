"""A story withdrawn from a paper that is being served: how soon nobody gets it any more."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import trial

from tests.founding import Founded

# Printing is the same on both; the rows are tried on both elsewhere.
pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0  # seconds; the machine may be busy
SOON = 30.0
"""Seconds until the story must be gone on a busy machine; docs/record.md has what was measured."""
HEADLINE = "گلگت کے سینما کی بحالی کا منصوبہ"
NOTICE = "یہ خبر واپس لے لی گئی ہے۔"
PREPARE = """
import json, sys
from datetime import timedelta
sys.path.insert(0, {root!r})
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from roznama.newsroom.models import BreakingLine, User
from tests.factories import make_author, make_image, make_story
author = make_author("ثنا اقبال", slug="sana")
# Hours ago: the index counts seconds, and suggestions are the six newest.
for ago in range(8, 0, -1):
    make_story(f"گلگت کے سینما کی خبر {{ago}}", body=["سینما کی بحالی۔"], tags=["سینما"],
               published=timezone.now() - timedelta(hours=ago))
lead = make_image(size=(900, 600), credit="اے ایف پی", licence="ایجنسی", description="سینما")
body = ["سینما کی بحالی۔"]
story = make_story({headline!r}, lead_image=lead, authors=[author], tags=["سینما"], body=body)
line = BreakingLine.load()
line.text, line.story = {headline!r}, story
line.save()
user = User.objects.create_superuser("chief", password="a long pass phrase")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
tag = story.topics.get().slug
print(json.dumps({{"pk": story.pk, "path": story.url, "tag": tag, "key": session.session_key}}))
"""


class Reader:
    """Somebody who asks the paper, each time anew: the server ends a connection left idle."""

    def __init__(self, address: str, cookies: str = "") -> None:
        self._netloc = urlsplit(address).netloc
        self._cookies = {"Cookie": cookies} if cookies else {}

    def get(self, path: str) -> tuple[int, str]:
        status, body = self._ask("GET", path, headers=self._cookies)
        return status, body.decode()

    def status(self, path: str) -> int:
        return self._ask("GET", path)[0]

    def post(self, path: str, fields: dict[str, str]) -> int:
        kind = {"Content-Type": "application/x-www-form-urlencoded", **self._cookies}
        return self._ask("POST", path, body=urlencode(fields), headers=kind)[0]

    def _ask(self, method: str, path: str, **more: Any) -> tuple[int, bytes]:
        with closing(HTTPConnection(self._netloc, timeout=60)) as line:
            line.request(method, path, **more)
            answer = line.getresponse()
            return answer.status, answer.read()


def wait(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"{what} never came"
        time.sleep(0.2)


def test_a_killed_story_is_gone_from_a_served_paper(
    own_paper: Founded, record_property: Callable[[str, object], None]
) -> None:
    code = PREPARE.format(root=str(ROOT), headline=HEADLINE)
    made = json.loads(trial.command(own_paper.folder, "shell", "--no-imports", "-c", code))
    shown = ["/", "/dunya/", "/author/sana/", f"/tag/{made['tag']}/", "/feed.rss", "/feed.json"]
    shown += ["/dunya/feed.atom", "/sitemap-dunya.xml", "/sitemap-news.xml", "/live/breaking.json"]
    question = urlencode({"q": "سینما"})
    shown += [f"/search/?{question}", f"/search/suggest.json?{urlencode({'q': 'گلگت'})}"]
    with trial.served(own_paper.folder) as address:
        reader = Reader(address)

        def names(path: str) -> bool:
            page = reader.get(path)[1]
            return HEADLINE in page or (made["path"] in page and "feed" not in path)

        wait(lambda: reader.get(made["path"])[0] == 200, "the story")
        for path in shown:
            wait(lambda path=path: names(path), path)  # type: ignore[misc]
        wait(lambda: "/media/images/social-" in reader.get(made["path"])[1], "the card")
        pictures = set(re.findall(r"/media/images/[\w.-]+", reader.get(made["path"])[1]))
        assert {reader.status(path) for path in pictures} == {200}
        token = "a" * 32
        chief = Reader(address, f"sessionid={made['key']}; csrftoken={token}")
        fields = {"reason": "ذریعہ غلط نکلا", "notice": NOTICE, "csrfmiddlewaretoken": token}
        assert chief.post(f"/newsroom/record/{made['pk']}/kill/", fields) == 302
        killed = time.monotonic()
        assert {reader.status(path) for path in pictures} == {404}
        took = {}
        while len(took) <= len(shown):
            assert time.monotonic() - killed < SOON, set(shown) - set(took)
            for path in shown:
                if path not in took and not names(path):
                    took[path] = time.monotonic() - killed
            if made["path"] not in took and reader.get(made["path"])[0] == 410:
                took[made["path"]] = time.monotonic() - killed
        assert NOTICE in reader.get(made["path"])[1]
    slowest = max(took, key=lambda path: took[path])
    record_property("gone", f"{len(took)} addresses, {slowest} last, {took[slowest]:.2f} s")
