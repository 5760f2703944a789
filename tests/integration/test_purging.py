"""A cache outside drops what has changed, once the new page is there."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from roznama.press.caches import CacheError, Cloudflare, Fastly, outside_cache
from roznama.press.purging import Purger
from tests.conftest import SITE_URL
from tests.factories import make_story
from tests.integration.press_store import STORIES, Press, path_of, rename


@dataclass
class Network:
    """A cache outside that notes what it is told."""

    address: str
    told: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    status: int = 200

    def tags(self) -> set[str]:
        found = {tag for *_, body in self.told for tag in next(iter(body.values()))}
        self.told.clear()
        return found

    def paths(self) -> set[str]:
        found = {path for _, path, *_ in self.told}
        self.told.clear()
        return found


@pytest.fixture
def network() -> Iterator[Network]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            words = json.loads(body) if body else None
            network.told.append((self.command, self.path, dict(self.headers), words))
            answer = b'{"success": true}'
            self.send_response(network.status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_PURGE = do_POST  # noqa: N815 - the method's name

        def log_message(self, *words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    network = Network(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    yield network
    server.shutdown()
    server.server_close()


@pytest.fixture
def press(db: None, tmp_path: Path) -> Press:
    return Press(tmp_path / "press")


@pytest.fixture(params=["cloudflare", "fastly"])
def tagged(
    request: pytest.FixtureRequest, network: Network, monkeypatch: pytest.MonkeyPatch, press: Press
) -> Purger:
    monkeypatch.setattr(Cloudflare, "endpoint", f"{network.address}/zones/{{zone}}/purge_cache")
    monkeypatch.setattr(Fastly, "endpoint", f"{network.address}/service/{{service}}/purge")
    cache = outside_cache(f"{request.param}:paper", "secret")
    assert cache
    press.printer.purges = True
    return Purger(press.folder, cache)


def test_tags_are_purged_once_their_pages_are_printed(
    press: Press, tagged: Purger, network: Network
) -> None:
    story = make_story(STORIES[0])
    press.want("/", path_of(story))
    press.work()
    tagged.purge()
    network.told.clear()
    rename(story, STORIES[1])
    press.printer.follow()
    tagged.purge()
    assert f"article:{story.pk}" not in network.tags()
    press.work()
    tagged.purge()
    ((_, path, headers, _),) = network.told
    assert "paper" in path
    assert "secret" in str(headers)
    assert {f"article:{story.pk}", "front"} <= network.tags()
    tagged.purge()
    assert network.told == []


def test_pages_carry_the_tags_that_are_purged(
    press: Press, tagged: Purger, network: Network
) -> None:
    story = make_story(STORIES[0])
    press.work()
    headers = press.get(path_of(story))[1]
    rename(story, STORIES[1])
    press.work()
    tagged.purge()
    tags = network.tags()
    assert tags & set(headers["surrogate-key"].split())
    assert tags & set(headers["cache-tag"].split(","))


def test_what_the_cache_does_not_take_stays_due(
    press: Press, tagged: Purger, network: Network
) -> None:
    story = make_story(STORIES[0])
    press.work()
    network.status = 503
    with pytest.raises(CacheError, match="503"):
        tagged.purge()
    network.told.clear()
    network.status = 200
    tagged.purge()
    assert f"article:{story.pk}" in network.tags()


def test_addresses_are_purged_when_their_pages_read_differently(
    press: Press, network: Network
) -> None:
    """Pages that were printed anew but came out the same stay where they are."""
    story, other = make_story(STORIES[0]), make_story("کھیل کی خبر", section="khel")
    paths = ["/", path_of(story), path_of(other), "/about/"]
    press.want(*paths)
    press.work()
    cache = outside_cache(network.address, "")
    assert cache
    purger = Purger(press.folder, cache)
    assert purger.purge() == 0
    rename(story, STORIES[1])
    press.printer.records.mark_all()
    press.work()
    while purger.purge():
        pass
    told = network.told
    assert {method for method, *_ in told} == {"PURGE"}
    assert {headers["Host"] for _, _, headers, _ in told} == {SITE_URL.partition("//")[2]}
    assert {"/", path_of(story)} <= {path for _, path, *_ in told}
    assert "/about/" not in network.paths()
    story.unpublish()
    press.work()
    purger.purge()
    assert path_of(story) in network.paths()


@pytest.mark.parametrize(
    ("place", "token"),
    [("cloudflare", "t"), ("cloudflare:zone", ""), ("akamai:x", "t"), ("http://", "")],
)
def test_a_setting_that_names_no_cache_is_refused(place: str, token: str) -> None:
    with pytest.raises(CacheError):
        outside_cache(place, token)


def test_without_a_setting_there_is_no_cache() -> None:
    assert outside_cache("", "") is None
