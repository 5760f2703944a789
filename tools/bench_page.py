"""Measure an article page as a reader on a slow phone gets it.

    python tools/bench_page.py               bytes, requests, layout shift, largest paint
    python tools/bench_page.py --extraction  how exactly extractors read our pages

Serves a throw-away paper with the demo edition and looks at its longest story.
Nothing is stored. The exit status is 1 when a budget is missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import statistics
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import brotli
from bench_import import EXTRACTORS, tokens
from lxml import html as lxml_html
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from trial import TrialError, open_browser, trial_paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

# A cheap phone on a slow mobile network.
SLOW_PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
CPU_SLOWDOWN = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
RUNS = 5
FACE = "document.documentElement.dataset.face"
SETTLED = 1.5  # seconds without a request after which a page counts as quiet
LONGEST = 15.0  # seconds that are waited for that

TEXT_BUDGET = 30 * 1024
FONT_BUDGET = 190 * 1024
SHIFT_BUDGET = 0.005  # 0.00 in the two decimals in which layout shift is told
PAINT_BUDGET = 1500.0  # milliseconds

KINDS = {
    "Document": "HTML",
    "Stylesheet": "CSS",
    "Script": "JS",
    "Font": "fonts",
    "Image": "images",
}
TEXT_KINDS = ("HTML", "CSS", "JS")

# Runs before the page's own scripts and keeps what the browser observes.
OBSERVE = """
window.__seen = { shift: 0, shifts: [], paint: 0, element: "" };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    __seen.shift += entry.value;
    for (const source of entry.sources) {
      const node = source.node;
      const place = node?.nodeType === 1 ? node : node?.parentElement;
      if (!place) continue;
      const name = `${place.tagName.toLowerCase()}.${place.className}`;
      __seen.shifts.push(`${name} ${entry.value.toFixed(4)}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const place = entry.element;
    __seen.paint = entry.startTime;
    __seen.element = place
      ? `<${place.tagName.toLowerCase()}> in .${place.closest("[class]")?.className ?? ""}`
      : entry.url;
  }
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


# The demo's stories ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Story:
    """A story of the demo edition: its address, and its own text as its writer left it."""

    url: str
    headline: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole story, without what stands around it."""
        return "\n".join(self.parts)


def demo_stories(address: str) -> list[Story]:
    """Return the demo's stories as the feeds of a paper list them, longest first."""
    written = _written()
    addresses = {
        item["title"]: item["url"]
        for path in sorted(_section_paths(address))
        for item in json.loads(fetch(f"{address}{path}feed.json"))["items"]
    }
    stories = [
        Story(addresses[headline], headline, _parts(story))
        for headline, story in written.items()
        if headline in addresses
    ]
    return sorted(stories, key=lambda story: -len(story.text))


def fetch(url: str) -> str:
    """Return a page's text."""
    with urlopen(url, timeout=60) as response:  # noqa: S310 - our own address
        text: str = response.read().decode()
    return text


@cache
def _written() -> dict[str, dict[str, Any]]:
    folder = resources.files("roznama.newsroom.demo") / "stories"
    files = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    stories = (tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in files)
    return {story["headline"]: story for story in stories}


def _section_paths(address: str) -> set[str]:
    page = lxml_html.fromstring(fetch(f"{address}/"))
    return set(page.xpath("//nav[@class='sections']//a[contains(@class, 'c-')]/@href"))


def _parts(story: dict[str, Any]) -> tuple[str, ...]:
    dateline = f"{story['city']} {story['credit_line']}"
    return (dateline, *(_plain(text) for block in story["body"] for text in _texts(block)))


def _texts(block: dict[str, Any]) -> Iterator[str]:
    kind = block["kind"]
    if kind in {"paragraph", "subhead", "quote"}:
        yield block["text"]
    if kind == "quote":
        yield block["speaker"]
    if kind == "fact_box":
        yield block["title"]
        yield from block["items"]


def _plain(text: str) -> str:
    return str(lxml_html.fromstring(f"<p>{text}</p>").text_content())


# Extraction -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """How an extractor read one page: token F1, parts left out, tokens from elsewhere."""

    f1: float
    lost: tuple[str, ...]
    foreign: int


def read_with(name: str, html: str, story: Story) -> Reading:
    """Let an extractor read a page, and compare with the story's own text."""
    found = tokens(EXTRACTORS[name](html))
    wanted = tokens(story.text)
    got, gold = Counter(found), Counter(wanted)
    f1 = 2 * (got & gold).total() / (len(found) + len(wanted))
    run = f" {' '.join(found)} "
    lost = tuple(part for part in story.parts if f" {' '.join(tokens(part))} " not in run)
    return Reading(f1, lost, (got - gold).total())


def print_extraction(address: str) -> int:
    """Print how exactly each extractor reads the demo's stories."""
    stories = demo_stories(address)
    pages = [(fetch(story.url), story) for story in stories]
    print(f"{len(pages)} demo stories; token-bag F1 against the text as written")
    print(f"{'':<22}{'mean':>7}{'worst':>7}{'longest':>9}{'exact':>7}{'lost':>6}{'foreign':>9}")
    for name in EXTRACTORS:
        try:
            readings = [read_with(name, html, story) for html, story in pages]
        except ImportError:
            print(f"{name} is not installed; left out.", file=sys.stderr)
            continue
        scores = [reading.f1 for reading in readings]
        print(
            f"{name:<22}{statistics.mean(scores):>7.3f}{min(scores):>7.3f}{scores[0]:>9.3f}"
            f"{scores.count(1.0):>7}{sum(len(r.lost) for r in readings):>6}"
            f"{sum(r.foreign for r in readings):>9}"
        )
    print("exact: pages read exactly; lost: paragraphs and other parts; foreign: tokens too many")
    return 0


# A slow phone ---------------------------------------------------------------


@dataclass(slots=True)
class Visit:
    """What one visit to a page asked for, and what the reader saw."""

    requests: dict[str, str] = field(default_factory=dict)  # address to kind
    transferred: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    shift: float = 0.0
    shifts: list[str] = field(default_factory=list)
    paint: float = 0.0
    element: str = ""
    face: str = ""  # whether the Nastaliq came in time, as prefs.js settled it
    cookies: int = 0

    def strangers(self, address: str) -> list[str]:
        """Return the requests that went elsewhere."""
        home = urlsplit(address).netloc
        schemes = {"http", "https", "ws", "wss"}
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme in schemes and urlsplit(url).netloc != home
        ]


@contextmanager
def slow_phone(browser: Browser) -> Iterator[BrowserContext]:
    """Open an empty browser profile with a slow phone's screen."""
    context = browser.new_context(**SLOW_PHONE)
    context.add_init_script(OBSERVE)
    try:
        yield context
    finally:
        context.close()


def visit(context: BrowserContext, url: str) -> Visit:
    """Open a page on the slow phone, wait until it is quiet, and read down to its end."""
    seen = Visit()
    page = context.new_page()
    session = context.new_cdp_session(page)
    _throttle(session)
    _listen(session, seen)
    page.goto(url, wait_until="load")
    _settle(page)
    noted = page.evaluate("({ paint: __seen.paint, element: __seen.element })")
    seen.paint, seen.element = noted["paint"], noted["element"]
    read_down(page)
    noted = page.evaluate("({ shift: __seen.shift, shifts: __seen.shifts })")
    seen.shift, seen.shifts = noted["shift"], noted["shifts"]
    seen.face = page.evaluate(FACE) or ""
    seen.cookies = len(context.cookies())
    page.close()
    return seen


def read_down(page: Page) -> None:
    """Scroll to the page's end a screen at a time, so that lazy pictures come."""
    height = page.evaluate("document.documentElement.scrollHeight")
    step = page.evaluate("innerHeight")
    for top in range(0, height, step):
        page.evaluate("(top) => scrollTo({ top, behavior: 'instant' })", top)
        page.wait_for_timeout(120)
    _quiet(page)


def _throttle(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})


def _listen(session: CDPSession, seen: Visit) -> None:
    kinds: dict[str, str] = {}

    def asked(event: dict[str, Any]) -> None:
        kind = KINDS.get(event.get("type", ""), "other")
        kinds[event["requestId"]] = kind
        seen.requests[event["request"]["url"]] = kind

    def arrived(event: dict[str, Any]) -> None:
        seen.transferred[kinds.get(event["requestId"], "other")] += event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", arrived)


def _quiet(page: Page) -> None:
    """Wait until nothing is on its way; what comes from the cache is not always told to be over."""
    with suppress(PlaywrightTimeout):
        page.wait_for_load_state("networkidle", timeout=LONGEST * 1000)


def _settle(page: Page) -> None:
    _quiet(page)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(SETTLED * 1000)


# Bytes ----------------------------------------------------------------------


@dataclass(slots=True)
class Weight:
    """The bytes of one kind of file: plain, as brotli would make them, as they were served."""

    files: int = 0
    plain: int = 0
    brotli: int = 0
    served: int = 0
    encodings: set[str] = field(default_factory=set)


def weigh(requests: dict[str, str]) -> dict[str, Weight]:
    """Ask for every file of a visit again and weigh it."""
    weights: dict[str, Weight] = defaultdict(Weight)
    for url, kind in requests.items():
        if not url.startswith("http"):
            continue
        asked = Request(url, headers={"Accept-Encoding": "gzip, br"})  # noqa: S310
        with urlopen(asked, timeout=60) as response:  # noqa: S310 - our own address
            body = response.read()
            encoding = response.headers.get("Content-Encoding", "")
        plain = _decoded(body, encoding)
        weight = weights[kind]
        weight.files += 1
        weight.plain += len(plain)
        weight.brotli += min(len(plain), len(brotli.compress(plain, quality=11)))
        weight.served += len(body)
        weight.encodings.add(encoding or "plain")
    return weights


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.decompress(body)
    return bytes(brotli.decompress(body)) if encoding == "br" else body


# The report -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Check:
    """A measured value beside its budget."""

    name: str
    value: str
    budget: str
    kept: bool


def print_page(address: str) -> int:
    """Print the longest story's table; return 1 when a budget is missed."""
    story = demo_stories(address)[0]
    fetch(story.url)  # the server's first rendering is not the phone's time
    with open_browser() as browser:
        visits = []
        for _ in range(RUNS):
            with slow_phone(browser) as context:
                visits.append(visit(context, story.url))
        with slow_phone(browser) as context:
            visit(context, story.url)
            again = visit(context, story.url)
    weights = weigh(visits[0].requests)
    print(f"The demo's longest story: {urlsplit(story.url).path}")
    print(f"{len(story.text)} characters, {len(tokens(story.text))} words")
    _print_weights(weights)
    checks = _checks(address, weights, visits, again)
    print(
        f"\nA slow phone: 360x640 at 2x, CPU slowed {CPU_SLOWDOWN} times, 1.6 Mbit/s down,"
        f" 750 kbit/s up, 150 ms; {RUNS} cold runs, median (least-most)"
    )
    print(f"{'':<34}{'measured':<24}budget")
    for check in checks:
        print(f"{check.name:<34}{check.value:<24}{check.budget}{'' if check.kept else '   MISSED'}")
    print(f"largest paint was {Counter(v.element for v in visits).most_common(1)[0][0]}")
    faces = ", ".join(f"{n} x {face}" for face, n in Counter(v.face for v in visits).items())
    print(f"face on the first visits: {faces}; on the second: {again.face}")
    for shift in sorted({shift for one in visits for shift in one.shifts}):
        print(f"shifted: {shift}")
    return 0 if all(check.kept for check in checks) else 1


def _print_weights(weights: dict[str, Weight]) -> None:
    print(f"\n{'':<8}{'files':>6}{'plain':>10}{'brotli 11':>11}{'as served':>11}  encoding")
    for kind in [*KINDS.values(), "other"]:
        if kind in weights:
            one = weights[kind]
            print(
                f"{kind:<8}{one.files:>6}{one.plain:>10,}{one.brotli:>11,}{one.served:>11,}"
                f"  {', '.join(sorted(one.encodings))}"
            )
    everything = [sum(getattr(w, n) for w in weights.values()) for n in ("files", "plain")]
    everything += [sum(getattr(w, n) for w in weights.values()) for n in ("brotli", "served")]
    files, plain, small, served = everything
    print(f"{'all':<8}{files:>6}{plain:>10,}{small:>11,}{served:>11,}")


def _checks(
    address: str, weights: dict[str, Weight], visits: list[Visit], again: Visit
) -> list[Check]:
    small = sum(weights[kind].brotli for kind in TEXT_KINDS)
    served = sum(weights[kind].served for kind in TEXT_KINDS)
    fonts = weights["fonts"].served
    shifts = [one.shift for one in visits]
    paints = [one.paint for one in visits]
    paint = statistics.median(paints)
    strangers = {url for one in [*visits, again] for url in one.strangers(address)}
    cookies = max(one.cookies for one in [*visits, again])
    warm = again.transferred["fonts"]
    return [
        Check("HTML + CSS + JS, brotli 11", _kb(small), _kb(TEXT_BUDGET), small <= TEXT_BUDGET),
        Check("HTML + CSS + JS, as served", _kb(served), _kb(TEXT_BUDGET), served <= TEXT_BUDGET),
        Check("fonts", _kb(fonts), _kb(FONT_BUDGET), fonts <= FONT_BUDGET),
        Check("fonts on the second visit", _kb(warm), _kb(0), warm == 0),
        Check("requests", str(len(visits[0].requests)), "-", True),
        Check("requests to third parties", str(len(strangers)), "0", not strangers),
        Check("cookies", str(cookies), "0", not cookies),
        Check(
            "layout shift (CLS, whole page)",
            f"{statistics.median(shifts):.3f} ({min(shifts):.3f}-{max(shifts):.3f})",
            "0.00",
            max(shifts) < SHIFT_BUDGET,
        ),
        Check(
            "largest paint (LCP)",
            f"{paint / 1000:.2f} s ({min(paints) / 1000:.2f}-{max(paints) / 1000:.2f})",
            f"{PAINT_BUDGET / 1000:.1f} s",
            paint < PAINT_BUDGET,
        ),
    ]


def _kb(size: int) -> str:
    return f"{size / 1024:.1f} KB"


def main(arguments: list[str] | None = None) -> int:
    """Run the measurement that was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--extraction", action="store_true", help="how exactly extractors read our pages"
    )
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    try:
        with trial_paper() as address:
            return print_extraction(address) if options.extraction else print_page(address)
    except TrialError as failure:
        print(failure, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
