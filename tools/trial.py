"""A throw-away paper with the demo edition, and a browser to look at it with.

For tools and browser tests. Nothing outlives the `with` block, and nothing of
the installation's own paper is read or changed.
"""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOURCE = Path(__file__).resolve().parent.parent / "src"
HOST = "127.0.0.1"
PATIENCE = 180  # seconds until a paper that does not answer counts as broken
QUIET = 2_000  # milliseconds that a page may take to stop asking
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class TrialError(RuntimeError):
    """The paper could not be made or did not answer."""


@contextmanager
def trial_paper() -> Iterator[str]:
    """Make a paper with the demo edition, serve it, and yield its address."""
    with tempfile.TemporaryDirectory(prefix="roznama-trial-") as folder:
        prepare(Path(folder))
        with served(Path(folder)) as address:
            yield address


def prepare(folder: Path) -> None:
    """Found a paper in a folder, load and index the demo edition; takes about twenty seconds."""
    command(folder, "setup")
    load_demo(folder)


def load_demo(folder: Path) -> None:
    """Load and index the demo edition in a paper that is founded."""
    command(folder, "demo")
    command(folder, "reindex")


def command(folder: Path, *arguments: str, database: str = "") -> str:
    """Run one of the paper's commands on the paper in a folder; return what it printed.

    `database` is the address of one; the default is SQLite in the folder.
    """
    done = subprocess.run(
        [sys.executable, "-m", "roznama", *arguments],
        env=_environment(folder, database=database),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise TrialError(f"roznama {arguments[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


@contextmanager
def served(
    folder: Path, *, database: str = "", host: str = HOST, second_factor: str = "optional"
) -> Iterator[str]:
    """Serve the paper in a folder on a free port; yield its address without a slash at the end.

    Passkeys ask for a `host` that is a name, as `localhost` is.
    """
    port = free_port()
    address = f"http://{host}:{port}"
    environment = _environment(folder, address, database=database, second_factor=second_factor)
    log = folder / f"serve-{port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "roznama", "serve", "--host", HOST, "--port", str(port)],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, address, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def find_chromium() -> str | None:
    """Return the browser's path: CHROMIUM when it is set, else one on the PATH."""
    if given := os.environ.get("CHROMIUM"):
        return shutil.which(given)
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium without a window. Raises TrialError when there is none."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - heavy, and not for all

    path = find_chromium()
    if path is None:
        raise TrialError("no Chromium found; install it, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*CHROMIUM_OPTIONS])
        try:
            yield browser
        finally:
            browser.close()


def settle(page: Page) -> None:
    """Wait until a loaded page has its letters and asks the network for nothing more.

    What Chromium takes from its cache and renews behind the page (stale-while-revalidate) it never
    tells the end of: Playwright would wait half a minute for that.
    """
    from playwright.sync_api import (  # noqa: PLC0415 - heavy, and not for all
        TimeoutError as TimeoutOfPage,
    )

    page.evaluate("document.fonts.ready.then(() => true)")
    with suppress(TimeoutOfPage):
        page.wait_for_load_state("networkidle", timeout=QUIET)


def _environment(
    folder: Path,
    address: str = f"http://{HOST}:8000",
    *,
    database: str = "",
    second_factor: str = "optional",
) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROZNAMA_")}
    return {
        **kept,
        "PYTHONPATH": str(SOURCE),
        "DJANGO_SETTINGS_MODULE": "roznama.config.settings",
        "ROZNAMA_VAR": str(folder),
        "ROZNAMA_SITE_URL": address,
        "ROZNAMA_DATABASE_URL": database,
        # Those who try the paper log in without a phone at hand.
        "ROZNAMA_SECOND_FACTOR": second_factor,
    }


def free_port() -> int:
    """Return a port that nobody listens on, nor will by chance before it is used.

    Those that the system gives to whoever connects begin at 32768 on Linux.
    """
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with suppress(OSError), socket.create_server((HOST, port)):
            return port


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise TrialError(f"roznama serve ended: {log.read_text().strip()}")
        try:
            with urlopen(f"{address}/", timeout=PATIENCE):  # noqa: S310 - our own address
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TrialError(f"{address} did not answer within {PATIENCE} seconds")
