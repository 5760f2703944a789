"""A story beside the text it was taken from, on a phone and on a wide screen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.taken_over import PASSWORD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SEED = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.taken_over import make_taken
make_taken()
"""


@pytest.fixture(scope="module")
def address(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A served paper with a story that was taken over."""
    folder = tmp_path_factory.mktemp("taken") / "paper"
    shutil.copytree(_paper_folder[0], folder)
    trial.command(folder, "shell", "--no-imports", "-c", SEED)
    with trial.served(folder) as served:
        yield served


@pytest.fixture(params=[(1280, 900), (360, 780)], ids=["wide", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The list of taken-over stories, with the editor logged in."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="ur-PK")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(f"{address}/newsroom/login/?next=/newsroom/reuse/")
    page.fill("input[name=username]", "taken-editor")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/newsroom/reuse/")
    yield page
    context.close()


def test_passages_are_marked_on_both_sides(page: Page) -> None:
    look(page, "list")
    page.locator(".reuse-list a", has_text="بادل").click()
    expect(page.locator(".reuse-text")).to_have_count(2)
    ours, theirs = page.locator(".reuse-text").all()
    expect(ours).to_have_css("direction", "rtl")
    assert ours.locator("mark").count() == theirs.locator("mark").count() >= 2
    one, other = ours.bounding_box(), theirs.bounding_box()
    assert one is not None
    assert other is not None
    if page.viewport_size["width"] > 800:  # type: ignore[index]
        assert one["x"] > other["x"] + other["width"] - 1  # ours stands first, on the right
    else:
        assert other["y"] > one["y"] + one["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look(page, "pair")
    ours.locator("mark a").first.click()
    expect(theirs.locator("mark:target")).to_be_in_viewport()
    found = Axe().run(page, context="main", options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert found.violations_count == 0, found.generate_report()


def look(page: Page, name: str) -> None:
    """Keep a picture where somebody wants to look: PICTURES names the folder."""
    if folder := os.environ.get("PICTURES"):
        width = page.viewport_size["width"]  # type: ignore[index]
        page.screenshot(path=f"{folder}/reuse-{name}-{width}.png", full_page=True)
