"""nginx before the paper: printed pages from the disk, the rest from the application."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli
import pytest
import trial
from django.core.management import call_command
from django.core.management.base import CommandError

from roznama.newsroom.models import ArticlePage
from roznama.press.nginx import NginxError, configuration
from roznama.press.service import edition
from tests.factories import make_story
from tests.integration.press_store import STORIES, Press, path_of, rename

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
FILES = {
    "static/site.0123456789ab.css": "a {}",
    "static/x.css": "b {}",
    "static/.stamp": "s",
    "media/images/a.webp": "p",
    "media/images/a.html": "h",
    "press/live/breaking.json": "{}",
}
MARK = b"the application answered"
FRAME = """
{modules}
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 100; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""

pytestmark = [
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed"),
    pytest.mark.any_database,
]


@dataclass
class Site:
    """nginx in front of a printed store and a small application."""

    port: int
    press: Press
    story: ArticlePage
    application: ThreadingHTTPServer

    def get(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body

    def is_passed_on(self, path: str, method: str = "GET") -> bool:
        return self.get(path, method)[2] == MARK


class _Application(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(MARK)))
        self.send_header("X-Host", self.headers["Host"])
        self.end_headers()
        self.wfile.write(MARK)

    do_POST = do_GET  # noqa: N815 - the method's name

    def log_message(self, *words: Any) -> None:
        pass


@pytest.fixture
def site(db: None, tmp_path: Path, settings: Any) -> Iterator[Site]:
    folder = tmp_path / "a paper"
    settings.PRESS_ROOT = folder / "press"
    settings.STATIC_ROOT, settings.MEDIA_ROOT = folder / "static", folder / "media"
    for name, words in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words)
    press = Press(settings.PRESS_ROOT)
    story = make_story(STORIES[0])
    press.printer.begin(edition())
    press.want("/", "/dunya/", "/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml")
    press.want("/robots.txt", path_of(story))
    press.work()
    later = folder / "press" / "pages" / "dunya" / "@page=2.html"
    later.write_bytes(b"second page")
    application = ThreadingHTTPServer(("127.0.0.1", 0), _Application)
    threading.Thread(target=application.serve_forever, args=[0.05], daemon=True).start()
    with _nginx(tmp_path, application.server_port) as port:
        yield Site(port, press, story, application)
    application.shutdown()
    application.server_close()


@contextmanager
def _nginx(folder: Path, application: int) -> Iterator[int]:
    port = trial.free_port()
    text = configuration(
        application=f"127.0.0.1:{application}",
        listen=f"127.0.0.1:{port}",
        brotli=MODULE.exists(),
    )
    (folder / "site.conf").write_text(text)
    modules = f"load_module {MODULE};" if MODULE.exists() else ""
    user = "user root;" if os.getuid() == 0 else ""  # else the workers may not read the folder
    conf, log = folder / "nginx.conf", folder / "error.log"
    conf.write_text(FRAME.format(folder=folder, modules=modules, user=user))
    with log.open("w") as errors:
        command = [str(NGINX), "-p", str(folder), "-c", str(conf)]
        process = subprocess.Popen(command, stderr=errors)
    try:
        for _ in range(400):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def test_pages_come_from_the_disk_in_the_best_form(site: Site) -> None:
    path = path_of(site.story)
    plain = site.get(path)[2]
    assert STORIES[0] in plain.decode()
    status, headers, body = site.get(path, accept_encoding="gzip")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == plain
    if MODULE.exists():
        status, headers, body = site.get(path, accept_encoding="gzip, br")
        assert (status, headers["content-encoding"]) == (200, "br")
        assert brotli.decompress(body) == plain
    status, headers, body = site.get(path, "HEAD")
    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(plain))
    assert site.get(path, if_none_match=headers["etag"])[0] == 304


@pytest.mark.parametrize(
    "path", ["/", "/dunya/", "/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt"]
)
def test_headers_are_those_of_the_application(site: Site, path: str) -> None:
    own = site.press.get(path, accept_encoding="gzip")[1]
    there = site.get(path, accept_encoding="gzip")[1]
    policy = "content-security-policy"
    assert set(there.pop(policy).split("; ")) == set(own.pop(policy).split("; "))
    for name in ("etag", "last-modified", "surrogate-key", "cache-tag"):
        own.pop(name)
    assert {name: there.get(name) for name in own} == own


def test_parameters_choose_a_page_or_make_no_difference(site: Site) -> None:
    first = site.get("/dunya/")[2]
    for query in ("fbclid=x", "utm_source=a&utm_medium=b", "page=1", "p=1"):
        assert query == "p=1" or site.get(f"/dunya/?{query}")[2] == first
    assert site.get("/dunya/?page=2")[2] == b"second page"
    for query in ("page=3", "page=0", "page=../x", "page=02", "p=4"):
        assert site.is_passed_on(f"/dunya/?{query}"), query


@pytest.mark.parametrize(
    "path",
    ["/newsroom/", "/newsroom/login/", "/khel/", "/no-such.xml", "/dunya", "/index.html",
     "/dunya/index.html", "/dunya/index.html.br", "/index.html.gz", "/dunya/@page=2.html",
     "/feed.rss.gz", "/dunya//", "/records.sqlite3", "/media/images/",
     "/media/images/a.html", "/live/health.json", "/live/", "/printer.sock", "/unavailable.html",
     "/search/", "/search/?q=x", "/search/?q=x&page=2", "/search/suggest.json?q=x"],
)  # fmt: skip
def test_the_rest_is_passed_on(site: Site, path: str) -> None:
    assert site.is_passed_on(path)


def test_what_is_sent_is_passed_on(site: Site) -> None:
    assert site.is_passed_on("/dunya/", "POST")
    assert site.is_passed_on("/feed.rss", "POST")
    assert site.get("/newsroom/")[1]["x-host"] == f"127.0.0.1:{site.port}"


def test_files_that_never_change_are_kept_forever(site: Site) -> None:
    for path in ("/static/site.0123456789ab.css", "/media/images/a.webp"):
        status, headers, _ = site.get(path)
        assert status == 200
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert site.get("/static/x.css")[1]["cache-control"] == "public, max-age=60"
    assert site.get("/static/x.css")[1]["content-type"] == "text/css; charset=utf-8"
    assert site.get("/static/.stamp")[0] == 404
    assert site.get("/static/%2e%2e/%2e%2e/press/records.sqlite3")[0] == 400


def test_live_files_hold_for_seconds(site: Site) -> None:
    status, headers, body = site.get("/live/breaking.json")
    assert (status, body) == (200, b"{}")
    assert "max-age=2," in headers["cache-control"]


def test_a_page_printed_anew_is_seen(site: Site) -> None:
    path = path_of(site.story)
    site.get(path)
    rename(site.story, STORIES[1])
    site.press.work()
    end = time.monotonic() + 20
    while STORIES[1] not in site.get(path)[2].decode():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_story_taken_back_is_the_applications_to_tell(site: Site) -> None:
    path = path_of(site.story)
    site.story.unpublish()
    site.press.work()
    assert site.is_passed_on(path)


def test_without_the_application_printed_pages_stay(site: Site) -> None:
    site.application.shutdown()
    site.application.server_close()
    assert site.get(path_of(site.story))[0] == 200
    status, headers, body = site.get("/khel/")
    assert status == 502
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "یہ صفحہ اس وقت دستیاب نہیں" in body.decode()


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("press", "nginx", "--no-brotli", "--names", "paper.example www.paper.example")
    text = capsys.readouterr().out
    assert "server_name paper.example www.paper.example;" in text
    assert "brotli_static on" not in text


@pytest.mark.parametrize("words", ["x; include /etc/passwd", 'a"b', "${x}", "a\nb"])
def test_what_nginx_would_misread_is_refused(words: str, settings: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("press", "nginx", "--names", words)
    settings.MEDIA_ROOT = tmp_path / words
    if any(sign in words for sign in '"$\n'):
        with pytest.raises(NginxError):
            configuration()
