"""A paper with the demo edition on a port of its own, and Chromium to read it with."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest
import trial
from bench_page import FACE
from filelock import FileLock
from playwright.sync_api import expect

from tests.browser.desk_process import Doctor, doctors, until_told
from tests.founding import found

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120_000  # milliseconds
SLOW = 60_000  # milliseconds until what is expected must be there; by itself Playwright waits 5,000
MAKE_STORY = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.every_block import make_story_of_every_block
print(json.dumps(make_story_of_every_block()))
"""


DRAW = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.drawn import draw_all
draw_all()
"""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a browser, skip before a paper is made for nothing; not where it must be there."""
    if "browser" in getattr(item, "fixturenames", ()) and trial.find_chromium() is None:
        reason = "no Chromium found; install it, or name one in CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@dataclass
class Paper:
    """A served paper: its address, the paths of its kinds of pages, and where it is kept."""

    address: str
    paths: dict[str, str]
    folder: Path

    def url(self, name: str) -> str:
        return self.address + self.paths[name]

    def owns(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in {"data", "blob", "about"} or (
            parts.netloc == urlsplit(self.address).netloc
        )


@dataclass
class Reader:
    """A reader's window: opens pages and keeps what went wrong on the way."""

    paper: Paper
    context: BrowserContext
    page: Page
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, name: str) -> Page:
        """Open a page in Nastaliq; the first visit of a busy machine may be too late for it."""
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            self.page.goto(self.paper.url(name))
            trial.settle(self.page)
            if self.page.evaluate(FACE) == "nastaliq":
                return self.page
        pytest.fail("the Nastaliq never came in time")

    def _note_request(self, request: Any) -> None:
        if not self.paper.owns(request.url):
            self.strangers.append(request.url)

    def _note_message(self, message: Any) -> None:
        # Chromium says of a page that is missing that it is missing.
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            self.errors.append(message.text)


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    """Let what is expected take as long as on a busy machine."""
    expect.set_options(timeout=SLOW)


@pytest.fixture(scope="session")
def _paper_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict]]:
    """Found the paper once a run: the first worker does it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, ready = shared / "paper", shared / "paper.json"
    with FileLock(shared / "paper.lock"):
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(found(shared, "").folder, folder)
            trial.load_demo(folder)
            made = trial.command(folder, "shell", "--no-imports", "-c", MAKE_STORY)
            trial.command(folder, "shell", "--no-imports", "-c", DRAW)
            ready.write_text(made)
    yield folder, json.loads(ready.read_text())


@pytest.fixture(scope="session")
def paper(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Paper]:
    """The served paper. Each worker serves its own copy: printed pages carry the address."""
    original, made = _paper_folder
    folder = tmp_path_factory.mktemp("served") / "paper"
    shutil.copytree(original, folder)
    paths = {
        "front": "/",
        "section": "/dunya/",
        "archive": "/archive/",
        "info": "/about/",
        "corrections": "/corrections/",
        "search": "/search/",
        "results": f"/search/?q={quote('پاکستان')}",
        "missing": "/there-is-no-such-page/",
        **made,
    }
    with trial.served(folder) as address:
        yield Paper(address, paths, folder)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. A module has its own: Playwright's event loop must not outlive browser tests."""
    with trial.open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def signed_in(browser: Browser) -> Callable[[str, str, str], Any]:
    """Tells what a browser keeps of whoever signed in to the newsroom, for further windows."""
    kept: dict[tuple[str, str], Any] = {}

    def sign_in(address: str, name: str, password: str) -> Any:
        if (address, name) not in kept:
            context = browser.new_context(locale="ur")
            context.set_default_timeout(SLOW)
            page = context.new_page()
            page.goto(f"{address}/newsroom/login/")
            page.fill("[name=username]", name)
            page.fill("[name=password]", password)
            page.click("button[type=submit]")
            page.wait_for_url("**/newsroom/stories/")
            kept[address, name] = context.storage_state()
            context.close()
        return kept[address, name]

    return sign_in


@pytest.fixture
def open_reader(browser: Browser, paper: Paper) -> Iterator[Any]:
    """Opens windows with the options of a browser context (viewport, color_scheme, …)."""
    with ExitStack() as stack:

        def open_one(**options: Any) -> Reader:
            context = browser.new_context(**options)
            context.set_default_timeout(SLOW)
            # A paper that has just started prints its first pages while it is asked for them.
            context.set_default_navigation_timeout(PATIENCE)
            stack.callback(context.close)
            return Reader(paper, context, context.new_page())

        yield open_one


@pytest.fixture
def reader(open_reader: Any) -> Reader:
    """A reader with a phone."""
    return open_reader(viewport={"width": 360, "height": 780})


@pytest.fixture
def page(reader: Reader) -> Page:
    """The page in a reader's window."""
    return reader.page


@pytest.fixture(scope="module")
def doctor(paper: Paper) -> Iterator[Doctor]:
    """A doctors' team in the served paper, as long as a module asks it."""
    with doctors(paper.folder, paper.address) as one:
        yield one


@pytest.fixture
def quiet_desk(doctor: Doctor, paper: Paper) -> None:
    """Nothing asked so far, and somebody on duty."""
    doctor("forget")
    doctor("duty", True)
    until_told(paper.address, "clinic", is_online=True)


@pytest.fixture
def phone(open_reader: Any) -> Reader:
    """A reader's phone, on which nothing moves by itself."""
    return open_reader(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
