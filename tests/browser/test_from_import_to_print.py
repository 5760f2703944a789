"""A page as the web has it: imported, through the copy desk, and published with its sources.

The page is written for the test; where the paper's own example lies beside the repository, that
one goes the same way.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import trial
from playwright.sync_api import Page

from tests.browser.test_sources import log_in, save_and_publish

pytestmark = pytest.mark.browser

SLOW = 90_000  # milliseconds that a busy machine may take
EXAMPLE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "page.txt"
CLAIM = (
    "ڈان نیوز نے خبر رساں ایجنسی ’اے ایف پی‘ کی رپورٹ کے حوالے سے بتایا کہ پیونگیانگ کے سرکاری"
    " میڈیا نے بتایا کہ کِم جونگ اُن نے سرگئی لاوروف کو مدد کی پیشکش کی ہے۔"
)
WRITTEN = f"""\
شمالی کوریا کی روس کو مدد کی پیشکش

شمالی کوریا اور روس کے وزرائے خارجہ کی ملاقات

پیونگیانگ (خبر نگار) شمالی کوریا کے رہنما کِم جونگ اُن نے سرگئی لاوروف سے ملاقات کی ہے۔

یہ بھی پڑھیں: پہاڑی علاقوں میں برف باری، سیاحوں کو احتیاط کی ہدایت

{CLAIM}

روسی وزرات خارجہ کی جانب سے جاری بیان میں کہا گیا کہ سر گئی لاوروف نے پیونگیانگ میں تین دن گزارے۔

یہ بھی پڑھیں: کراچی میں پانی کی فراہمی دو دن بند رہے گی

روسی خبر رساں ادارے ٹاس نے رپورٹ کیا ہے کہ سرگئی لاوروف نے کِم جونگ اُن کا شکریہ ادا کیا۔

پیانگ یانگ میں سرگئی لاوروگ کے اعزاز میں ضیافت دی گئی اور مہمانوں کا شکریہ ادا کیا گی۔

Related Articles

Doctors Team
Last active less than 5 minutes ago
Send us a message. We will reply as soon as we can!
"""
PATH = "from roznama.newsroom.models import ArticlePage as A; print(A.objects.get(pk=%s).url)"
SLIPS = ("لاوروگ", "سر گئی لاوروف", "وزرات", "ادا کیا گی۔", "Doctors Team", "یہ بھی پڑھیں:")
CHAIN = ("سرکاری میڈیا", "اے ایف پی", "ڈان نیوز")
PAGES = {"written": WRITTEN.encode()}
if EXAMPLE.is_file():
    PAGES["example"] = EXAMPLE.read_bytes()


def imported(folder: Path, page: bytes, place: Path) -> int:
    """Import a page into the section of the world; return the draft's number."""
    file = place / "page.txt"
    file.write_bytes(page)
    told = trial.command(folder, "importpage", str(file), "--section", "dunya")
    return int(re.search(r"/pages/(\d+)/edit/", told)[1])  # type: ignore[index]


def copydesk(page: Page) -> Any:
    toggle = page.locator('[data-side-panel-toggle="copydesk"]')
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    return page.locator("[data-copydesk]")


def corrected(page: Page) -> None:
    """Take the first suggestion of every finding that has one, as often as there is one."""
    desk = copydesk(page)
    suggestion = desk.locator('.copydesk-card [data-act^="use"]')
    for _ in range(60):
        # What is clicked changes the text, and the text is looked at once more.
        desk.locator('[data-copydesk-list][aria-busy="false"]').wait_for(
            state="attached", timeout=SLOW
        )
        if suggestion.count() == 0:
            return
        suggestion.first.click()
    raise AssertionError("the copy desk has no end")


def sourced(page: Page) -> None:
    """Take the first claim that went through three hands."""
    page.get_by_role("tab", name="ڈیسک").click()
    page.locator("[data-suggestions]").scroll_into_view_if_needed()  # it is asked for when seen
    rows = page.locator("[data-suggestion]")
    rows.first.wait_for(timeout=SLOW)
    row = rows.filter(has_text=CHAIN[1]).first
    row.locator("[data-accept]").click()
    page.locator("#sources-root textarea[name='sources-0-value-claim']").wait_for(timeout=SLOW)


def headline_in_section(page: Page, address: str, path: str) -> Any:
    """Reload the section until it is printed with the story: publishing does not wait for that."""
    headline = page.locator(f'h2 a[href="{path}"], h3 a[href="{path}"]').first
    until = time.monotonic() + SLOW / 1000
    while True:
        page.goto(address)
        if headline.count() or time.monotonic() > until:
            return headline
        time.sleep(0.2)


def whole_story(page: Page) -> None:
    """Wait until the page that was clicked is there to its end."""
    page.locator("article.story").wait_for()
    page.wait_for_load_state()


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page where the environment names a folder for it."""
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")


@pytest.mark.parametrize("which", sorted(PAGES))
def test_an_imported_page_is_published_clean_with_its_sources(
    open_reader: Any, paper: Any, tmp_path: Path, which: str
) -> None:
    number = imported(paper.folder, PAGES[which], tmp_path)
    page = open_reader(viewport={"width": 1280, "height": 1000}).page
    page.set_default_timeout(SLOW)
    log_in(page, paper)
    page.goto(f"{paper.address}/newsroom/pages/{number}/edit/")
    copydesk(page).locator(".copydesk-card").first.wait_for(timeout=SLOW)
    picture(page, f"{which}-found")
    corrected(page)
    picture(page, f"{which}-corrected")
    sourced(page)
    picture(page, f"{which}-sourced")
    save_and_publish(page)
    path = trial.command(paper.folder, "shell", "--no-imports", "-c", PATH % number).strip()
    headline_in_section(page, f"{paper.address}/dunya/", path).click()
    whole_story(page)
    text = page.locator("article.story").inner_text()
    assert [slip for slip in SLIPS if slip in text] == []
    hands = page.locator("#sources .claims > li").first.locator(".hand")
    told = " ".join(hands.all_inner_texts())
    places = [told.find(name) for name in CHAIN]
    assert -1 not in places, told
    assert places == sorted(places)
    page.locator("#from-1").scroll_into_view_if_needed()
    picture(page, f"{which}-mark")
    page.locator("#sources").scroll_into_view_if_needed()
    picture(page, f"{which}-box")
