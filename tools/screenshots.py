"""Take the pictures of the paper in docs/screenshots/, from a throw-away demo edition.

python tools/screenshots.py          all of them
python tools/screenshots.py --desk   those of the reader desk alone
python tools/screenshots.py --day    those of the newsroom's working day alone

Nothing of the installation's own paper is read or changed.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

import desk_pictures
from bench_page import FACE, demo_stories, read_down
from PIL import Image
from trial import TrialError, open_browser, prepare, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screenshots"
DAY = "tests/browser/test_working_day.py"  # plays the day, and keeps a picture of each step
HEIGHTS = {360: 780, 768: 1024, 1280: 1600}
LARGEST = 350 * 1024
SOUGHT = "پاکستان"
ATTEMPTS = 5  # a busy machine may be too late for the page's own deadline
COLORS = (256, 192, 128, 96, 64)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which page, how wide, in which theme."""

    page: str
    width: int
    theme: Literal["light", "dark"] = "light"

    @property
    def name(self) -> str:
        """The picture's file name."""
        ending = "-dark" if self.theme == "dark" else ""
        return f"{self.page}-{self.width}{ending}.png"


SHOTS = (
    *(Shot(page, width) for page in ("front", "article", "section") for width in HEIGHTS),
    *(Shot(page, width, "dark") for page in ("front", "article") for width in (360, 1280)),
    *(Shot("search", width) for width in (360, 1280)),
)


def take(browser: Browser, url: str, shot: Shot) -> bytes:
    """Return one screen of a page as PNG, with its pictures and letters loaded."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": HEIGHTS[shot.width]}, color_scheme=shot.theme
    )
    for _ in range(ATTEMPTS):
        page.goto(url, wait_until="networkidle")
        if page.evaluate(FACE) == "nastaliq":
            break
    else:
        raise TrialError("the Nastaliq never came in time for a picture")
    read_down(page)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_timeout(300)
    picture = page.screenshot()
    page.close()
    return picture


def shrink(picture: bytes) -> bytes:
    """Return the picture with as many colors as fit the size that a repository can carry."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colors in COLORS:
        packed = io.BytesIO()
        image.quantize(colors, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        if packed.tell() <= LARGEST:
            return packed.getvalue()
    raise TrialError(f"a picture is over {LARGEST} bytes even with {COLORS[-1]} colors")


def of_the_paper(browser: Browser, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the paper's pages with their names."""
    story = demo_stories(address)[1]
    urls = {
        "front": f"{address}/",
        "article": story.url,
        "section": story.url.rsplit("/", 2)[0] + "/",
        "search": f"{address}/search/?{urlencode({'q': SOUGHT})}",
    }
    for shot in SHOTS:
        yield shot.name, take(browser, urls[shot.page], shot)


def keep(pictures: Iterator[tuple[str, bytes]]) -> None:
    """Write pictures into the folder, as small as they have to be."""
    for name, picture in pictures:
        packed = shrink(picture)
        (FOLDER / name).write_bytes(packed)
        print(f"{name:<24}{len(packed) / 1024:>6.0f} KB")


def of_the_day(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Play the working day, and yield its pictures with their names."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", DAY]
    environment = {**os.environ, "PICTURES": str(folder)}
    played = subprocess.run(command, check=False, cwd=ROOT, env=environment)
    if played.returncode:
        raise TrialError("the working day did not come to its end")
    for path in sorted(folder.glob("day-*.png")):
        yield path.name, path.read_bytes()


def take_them(folder: Path, *, only_desk: bool) -> None:
    """Take the pictures anew, of a paper that is made in a folder for it."""
    prepare(folder)
    with served(folder) as address, open_browser() as browser:
        if not only_desk:  # before there are teams: no button stands in the corner
            keep(of_the_paper(browser, address))
        desk_pictures.prepare(folder, address)
        keep(desk_pictures.take_all(browser, address, demo_stories(address)[1].url))


def main() -> int:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(description="Renew the pictures in docs/screenshots/.")
    parser.add_argument("--desk", action="store_true", help="those of the reader desk alone")
    parser.add_argument("--day", action="store_true", help="those of the working day alone")
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="roznama-pictures-") as folder:
            if not asked.desk:
                keep(of_the_day(Path(folder)))
            if not asked.day:
                paper = Path(folder) / "paper"
                paper.mkdir()
                take_them(paper, only_desk=asked.desk)
    except TrialError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
