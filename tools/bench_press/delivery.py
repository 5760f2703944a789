"""Delivery: what a request costs beside nginx, bare uvicorn and Django; latency while it prints."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from bench_press import servers
from bench_press.load import done, start, wrk
from bench_press.paper import Paper
from bench_press.processes import BenchError, precise_seconds
from bench_press.publish import publishing
from bench_press.report import Row
from bench_press.servers import Page, Server
from bench_press.sizes import EVERY, HOT, ROUNDS, SECONDS

CONNECTIONS = 16
READERS = 64
_SENT_BY_NGINX = {"content-type", "content-length", "content-encoding", "etag", "last-modified"}
NEEDS = ("wrk", "nginx")


def rows(paper: Paper) -> Iterator[Row]:
    """The part's table."""
    path = paper.printed["stories"][0]
    with ExitStack() as stack:
        front = stack.enter_context(servers.front(paper))
        page = servers.fetched(front.address, path)
        told = {name: text for name, text in page.headers.items() if name not in _SENT_BY_NGINX}
        cached = {name: text for name, text in told.items() if name not in _TAGS}
        rivals = [
            servers.our_nginx(paper),
            servers.plain_nginx(paper, cached),
            servers.uvicorn(paper, "bare uvicorn", "bare", page, ("--no-access-log",)),
            servers.uvicorn(paper, "Django, async view", "view", page, VIEW="asynchronous"),
            servers.uvicorn(paper, "Django, plain view", "view", page, VIEW="plain"),
        ]
        all_servers = [front, *map(stack.enter_context, rivals)]
        _check(all_servers, page)
        costs = _costs(all_servers, path)
    yield from _cost_rows(costs, len(page.body))
    yield from _latency_rows(paper)


_TAGS = ("surrogate-key", "cache-tag")


def _check(all_servers: list[Server], page: Page) -> None:
    for server in all_servers:
        if servers.fetched(server.address, page.path).body != page.body:
            raise BenchError(f"{server.name} hands out other bytes")


def _costs(all_servers: list[Server], path: str) -> dict[str, float]:
    """Medians of microseconds of CPU a request, by server; each round asks each of them."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(ROUNDS):
        turn = number % len(all_servers)
        for server in all_servers[turn:] + all_servers[:turn]:
            before = precise_seconds(*server.processes)
            load = wrk(server.address + path, seconds=SECONDS, connections=CONNECTIONS)
            used = precise_seconds(*server.processes) - before
            found[server.name].append(used / load.requests * 1e6)
    return {name: median(values) for name, values in found.items()}


def _cost_rows(costs: dict[str, float], size: int) -> Iterator[Row]:
    ours, nginx = costs["front"], costs["our nginx"]
    for name, cost in costs.items():
        yield f"CPU a request, {name}; {size:,} bytes", f"{cost:.1f} µs", ""
    django = min(cost for name, cost in costs.items() if name.startswith("Django"))
    yield "front / nginx", f"{ours / nginx:.2f}", "<= 2.0"
    yield "front / bare uvicorn", f"{ours / costs['bare uvicorn']:.2f}", ""
    yield "cheaper Django view / front", f"{django / ours:.1f}", ">= 6"
    yield "our nginx / plain nginx", f"{nginx / costs['plain nginx']:.2f}", "1.0"


def _latency_rows(paper: Paper) -> Iterator[Row]:
    paths = [*paper.printed["lists"], *paper.printed["stories"][:HOT]]
    stories = max(3, min(20, int(60 / EVERY)))
    with servers.front(paper) as front, publishing(paper, stories) as published:
        load = done(start(front.address, seconds=60, connections=READERS, paths=paths))
    yield (
        f"{load.requests / 60:,.0f} requests a second for {len(paths):,} pages, p50",
        (f"{load.p50:.2f} ms"),
        "",
    )
    yield (
        f"the same, p99, while {len(published)} stories are published",
        (f"{load.p99:.2f} ms"),
        "< 10 ms",
    )
