"""The servers that are measured, each with the processes whose time counts."""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from trial import free_port

from bench_press.paper import PROGRAMS, Paper
from bench_press.processes import HOST, children, running

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_FRAME = """
load_module {module};
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_PLAIN = """
server {{
    listen {listen};
    root "{pages}";
    index index.html;
    charset utf-8;
    brotli_static on;
    gzip_static on;
    open_file_cache max=20000 inactive=60s;
    open_file_cache_valid 1s;
    {headers}
}}
"""

_PER_ANSWER = {"date", "connection", "transfer-encoding"}


@dataclass(frozen=True)
class Server:
    """Where a server answers, and its processes."""

    name: str
    address: str
    processes: tuple[int, ...]


@contextmanager
def front(paper: Paper) -> Iterator[Server]:
    """Ours, as `roznama serve` runs it; the printer beside it is a process of its own."""
    with paper.served() as process:
        yield Server("front", paper.address, (process,))


@contextmanager
def nginx(paper: Paper, name: str, site: str, port: int) -> Iterator[Server]:
    """The server nginx with a site's configuration and one worker."""
    folder = paper.folder / name.replace(" ", "-")
    folder.mkdir()
    (folder / "site.conf").write_text(site)
    frame = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    frame.write_text(_FRAME.format(folder=folder, module=MODULE, user=user))
    command = [str(NGINX), "-p", str(folder), "-c", str(frame), "-e", str(folder / "error.log")]
    address = f"http://{HOST}:{port}"
    with running(command, f"{address}/", folder / "log", paper.environment) as process:
        yield Server(name, address, (process, *children(process)))


@contextmanager
def our_nginx(paper: Paper) -> Iterator[Server]:
    """The configuration that `roznama press nginx` makes."""
    port = free_port()
    words = ("--listen", f"{HOST}:{port}", "--application", f"{HOST}:{paper.port}")
    with nginx(paper, "our nginx", paper.command("press", "nginx", *words), port) as server:
        yield server


@contextmanager
def plain_nginx(paper: Paper, headers: dict[str, str]) -> Iterator[Server]:
    """A site of eight lines on the same folder, with the same headers."""
    port = free_port()
    lines = "\n    ".join(f'add_header {name} "{value}";' for name, value in headers.items())
    site = _PLAIN.format(
        listen=f"{HOST}:{port}", pages=paper.folder / "press" / "pages", headers=lines
    )
    with nginx(paper, "plain nginx", site, port) as server:
        yield server


@contextmanager
def uvicorn(
    paper: Paper, name: str, program: str, page: "Page", options: Sequence[str] = (), **words: str
) -> Iterator[Server]:
    """One of `programs/` on uvicorn."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", f"{program}:application", "--host", HOST]
    command += ["--port", str(port), "--app-dir", str(PROGRAMS), "--log-level", "warning"]
    environment = {**paper.environment, **page.environment(paper), **words}
    environment.pop("DJANGO_SETTINGS_MODULE")
    address = f"http://{HOST}:{port}"
    log = paper.folder / f"{name}.log"
    with running([*command, *options], address + page.path, log, environment) as process:
        yield Server(name, address, (process,))


@dataclass(frozen=True)
class Page:
    """A page's path, with what our front says about it and its Brotli bytes."""

    path: str
    headers: dict[str, str]
    body: bytes

    def environment(self, paper: Paper) -> dict[str, str]:
        """What tells a program of this page."""
        file = paper.folder / "page.br"
        file.write_bytes(self.body)
        return {"PAGE": str(file), "HEADERS": json.dumps(self.headers), "ADDRESS": self.path}


def fetched(address: str, path: str) -> Page:
    """A page as a server hands it out for Brotli."""
    request = Request(address + path, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        body = answer.read()
        sent = {name: value for name, value in answer.getheaders() if name not in _PER_ANSWER}
    return Page(path, sent, body)
