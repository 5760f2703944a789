"""Fills the disk under a printer; run as a program. Its argument says how the disk is full.

"mounted": the store is a small file system of its own. "limited": this process may write no file
beyond a few bytes, which is what is left to somebody who may mount nothing.
"""

from __future__ import annotations

import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402

from roznama.newsroom.models import ArticlePage  # noqa: E402
from roznama.press.health import health  # noqa: E402
from roznama.press.service import Service  # noqa: E402
from tests.factories import make_story  # noqa: E402
from tests.integration.press_store import Press  # noqa: E402

BEFORE, AFTER = "خبر جو چھپ چکی ہے", "خبر جو جگہ ملنے پر چھپی"
PATIENCE = 60.0  # seconds


def main(how: str) -> None:
    """Fill the disk, see that nothing is lost, free it, and see that all is printed."""
    folder = settings.PRESS_ROOT
    press = Press(folder)
    story = make_story(BEFORE)
    service = Service(folder)
    working = threading.Thread(target=service.run, daemon=True)
    working.start()
    wait(lambda: BEFORE in text(press, story))
    free = fill(folder, how)
    story.title = AFTER
    story.save_revision().publish()
    if how == "limited":  # after it, or the paper's own database could not be written
        limit(200)
    wait(lambda: health(folder)["status"] == "degraded")
    assert BEFORE in text(press, story)
    print("; ".join(health(folder)["reasons"]) or "silent")
    free()
    wait(lambda: AFTER in text(press, story))
    wait(lambda: health(folder)["status"] == "ok")
    service.stop()
    working.join()


def text(press: Press, story: ArticlePage) -> str:
    """Return what a reader gets."""
    press.front.refresh()
    path = story.url
    assert path
    status, _, body = press.get(path)
    assert status in (200, 599), status
    return body.decode()


def fill(folder: Path, how: str) -> Callable[[], None]:
    """Leave no room; return what makes room again."""
    if how == "limited":
        return lambda: limit(resource.RLIM_INFINITY)
    filling = folder / "filling"
    with filling.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    return filling.unlink


def limit(size: int) -> None:
    """Let this process write no file longer than `size` bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


def wait(done: Callable[[], bool]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


if __name__ == "__main__":
    main(sys.argv[1])
