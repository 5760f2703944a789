"""Chromium turns the SVG into pixels, Pillow into a JPEG of a bounded size."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from pictures.art import HEIGHT, WIDTH

LARGEST = 176_000
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
]


def browser_path() -> str | None:
    """The browser to draw with: ``CHROMIUM``, or one on the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next((path for path in found if path), None)


@contextmanager
def printing_page() -> Iterator[Page]:
    """A browser page the size of a picture."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path(), args=_FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        try:
            yield page
        finally:
            browser.close()


def pixels(page: Page, svg: str) -> Image.Image:
    """The picture as the browser paints it."""
    page.set_content(f"<style>*{{margin:0}}svg{{display:block}}</style>{svg}")
    return Image.open(io.BytesIO(page.screenshot(timeout=120_000))).convert("RGB")


def write_jpeg(image: Image.Image, path: Path) -> int:
    """Save at the best quality within the size allowed; returns the bytes."""
    data = b""
    for quality in range(86, 40, -4):
        sink = io.BytesIO()
        image.save(sink, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=2)
        data = sink.getvalue()
        if len(data) <= LARGEST:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)
