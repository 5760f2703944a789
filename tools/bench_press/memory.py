"""Memory: what the serving process takes when readers ask for many pages."""

import http.client
from collections.abc import Iterator, Sequence

from bench_press import servers
from bench_press.paper import Paper
from bench_press.processes import HOST, BenchError, resident
from bench_press.report import Row
from bench_press.sizes import HOT

NEEDS = ()


def rows(paper: Paper) -> Iterator[Row]:
    """The part's table."""
    paths = paper.printed["stories"][:HOT]
    with servers.front(paper) as front:
        before = resident(front.processes[0])
        size = _ask(paper.port, paths)
        _ask(paper.port, paths)
        after, own = resident(front.processes[0]), resident(front.processes[0], "RssAnon")
    yield "memory of the serving process after its start", f"{before:.0f} MB", ""
    hot = f"{len(paths):,} pages asked for, {size / 1e6:.0f} MB in Brotli"
    yield f"memory with {hot}", f"{after:.0f} MB", "< 200 MB"
    yield "of that without mapped files", f"{own:.0f} MB", ""


def _ask(port: int, paths: Sequence[str]) -> int:
    """Ask for pages one after the other; the bytes of them all."""
    line = http.client.HTTPConnection(HOST, port, timeout=30)
    size = 0
    for path in paths:
        line.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = line.getresponse()
        size += len(answer.read())
        if answer.status != 200:
            raise BenchError(f"{path} answered {answer.status}")
    line.close()
    return size
