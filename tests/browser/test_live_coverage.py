"""Live coverage in Chromium: who reads keeps the place to the pixel, who posts sees it at once."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from lxml import html as lxml_html
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.live_paper import PASSWORD
from tests.founding import found

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.live_paper import make_coverage
print(json.dumps(make_coverage()))
"""
SLOW = 60_000  # milliseconds that a busy machine may take
PHONE = {"width": 360, "height": 780}
TOLERANCE = 1.5  # pixels
TAGS = count(1)  # what a test posts has a number of its own
LONG = "دریائے راوی میں پانی کی سطح بلند ہو رہی ہے اور کناروں پر آبادیاں خالی ہو رہی ہیں۔ " * 4

LOOK = "document.dispatchEvent(new Event('visibilitychange'))"
READ_DEEP = """() => {
  const update = document.querySelectorAll(".updates .update")[10];
  update.scrollIntoView({ block: "start", behavior: "instant" });
  scrollBy({ top: 40, behavior: "instant" });
}"""
IN_SIGHT = """() => Object.fromEntries([...document.querySelectorAll(".updates .update")]
  .map((one) => [one.id, one.getBoundingClientRect().top])
  .filter(([, top]) => top > -300 && top < innerHeight))"""


@dataclass
class Covered:
    """A served paper with a live story, and an editor's window to change it with."""

    address: str
    path: str
    number: str
    editor: BrowserContext

    @property
    def desk(self) -> str:
        return f"{self.address}/newsroom/live/{self.number}/"

    def send(self, what: str, **fields: Any) -> None:
        cookies = {one["name"]: one["value"] for one in self.editor.cookies()}
        form = {"csrfmiddlewaretoken": cookies["csrftoken"], **fields}
        headers = {"Referer": self.desk}
        answer = self.editor.request.post(
            f"{self.desk}{what}", form=form, headers=headers, timeout=SLOW
        )
        assert answer.ok, answer.text()

    def post(self, text: str, token: int) -> None:
        self.send("post/", text=text, token=f"00000000-0000-0000-0000-{token:012}")

    def is_printed(self) -> bool:
        """Whether the page has all that the live file tells of, and nothing that went."""
        page = lxml_html.fromstring(fetched(self.address, self.path))
        (name,) = page.xpath("//section[@id='live']/@data-live")
        try:
            told = json.loads(fetched(self.address, f"/live/{name}.json"))
        except HTTPError:  # there is none yet
            return False
        there = {
            int(one.get("id").removeprefix("update-")): int(one.get("data-v"))
            for one in page.xpath("//article[starts-with(@id, 'update-')]")
        }
        wanted = {
            number: version
            for number, version, *_, is_top in told["updates"]
            if is_top or number >= told["first"]
        }
        return not there.keys() & set(told["gone"]) and all(
            there.get(number, -1) >= version for number, version in wanted.items()
        )


def fetched(address: str, path: str) -> str:
    with urlopen(address + quote(path, safe="/%"), timeout=SLOW / 1000) as answer:
        return str(answer.read().decode())


def window(browser: Browser, state: Any) -> BrowserContext:
    """A phone's window of whoever has signed in."""
    context = browser.new_context(viewport=PHONE, locale="ur", storage_state=state)  # type: ignore[arg-type]
    context.set_default_timeout(SLOW)
    return context


@pytest.fixture(scope="module")
def covered(
    run_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
    signed_in: Callable[..., Any],
) -> Iterator[Covered]:
    """A paper of its own with nothing but the live story."""
    folder = tmp_path_factory.mktemp("live") / "paper"
    shutil.copytree(found(run_folder, "").folder, folder)
    made = json.loads(trial.command(folder, "shell", "--no-imports", "-c", MAKE).splitlines()[-1])
    with trial.served(folder) as address:
        editor = window(browser, signed_in(address, "sana", PASSWORD))
        yield Covered(address, made["live"], made["number"], editor)
        editor.close()


@pytest.fixture(params=["anchoring", "none, as in Safari"])
def page(browser: Browser, covered: Covered, request: Any) -> Iterator[Page]:
    """A reader's window; in one of them the browser itself does not keep any place."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    context.set_default_timeout(SLOW)
    page = context.new_page()
    if request.param != "anchoring":
        style = "* { overflow-anchor: none !important; }"
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => {"
            f"const sheet = new CSSStyleSheet(); sheet.replaceSync({json.dumps(style)});"
            "document.adoptedStyleSheets = [sheet]; })"
        )
    # What another test posted would come in as news of this one.
    later(covered.is_printed)
    page.goto(covered.address + covered.path)
    trial.settle(page)
    yield page
    context.close()


def look_until(page: Page, words: str, *, shown: bool = True) -> None:
    """Let the page look into the live file until an update with some words is there, or gone."""
    feed = page.locator(".live")
    until = time.monotonic() + SLOW / 1000
    while time.monotonic() < until:
        page.evaluate(LOOK)
        page.wait_for_timeout(500)
        if (words in (feed.text_content() or "")) is shown:
            return
    pytest.fail(f"{words!r} came no more")


def later(test: Callable[[], bool]) -> None:
    """Wait until something is so that the printer has to do first."""
    until = time.monotonic() + SLOW / 1000
    while not test() and time.monotonic() < until:
        time.sleep(0.3)
    assert test()


def assert_kept(page: Page, before: dict[str, float], *but: str) -> None:
    after = page.evaluate(IN_SIGHT)
    kept = {name: after.get(name) for name in before if name not in but}
    assert len(kept) >= 1
    for name, top in kept.items():
        assert top == pytest.approx(before[name], abs=TOLERANCE), (name, before, after)


def test_a_reader_deep_in_the_page_keeps_the_place(page: Page, covered: Covered) -> None:
    tag = f"{next(TAGS):09}"
    page.evaluate(READ_DEEP)
    page.wait_for_timeout(300)
    before = page.evaluate(IN_SIGHT)
    newest = page.locator(".updates .update").first.get_attribute("id")
    for step in range(3):
        covered.post(f"{LONG}\n{LONG} {tag}-{step}", int(tag) * 10 + step)
    look_until(page, f"{tag}-2")
    assert page.locator(".updates .update").first.get_attribute("id") != newest
    assert_kept(page, before)
    button = page.locator(".live-new")
    expect(button).to_be_visible()
    assert "3" in (button.text_content() or "")
    assert "3" in (page.locator("[data-live-said]").text_content() or "")
    # What changes above the window moves nothing either, nor what goes.
    first = page.locator(".updates .update").first
    number = (first.get_attribute("id") or "").removeprefix("update-")
    covered.send(
        f"{number}/change/", text=f"مختصر {tag}", time="2026-01-01T00:00",
        seen=first.get_attribute("data-v"),
    )  # fmt: skip
    second = page.locator(".updates .update").nth(1).get_attribute("id") or ""
    covered.send(f"{second.removeprefix('update-')}/remove/")
    look_until(page, f"{tag}-1", shown=False)
    assert page.locator(f"#{second}").count() == 0
    assert_kept(page, before)
    button.click()
    expect(page.locator(".updates .update").first).to_be_in_viewport()
    expect(button).to_be_hidden()


def test_what_is_in_sight_waits_for_the_button(page: Page, covered: Covered) -> None:
    tag = f"{next(TAGS):09}"
    page.locator("#live").evaluate("(one) => one.scrollIntoView({behavior: 'instant'})")
    page.locator(".updates").evaluate(
        "(one) => scrollBy({top: one.getBoundingClientRect().top - 200, behavior: 'instant'})"
    )
    before = page.evaluate(IN_SIGHT)
    covered.post(f"سامنے کی بات {tag}", int(tag) * 10 + 7)
    button = page.locator(".live-new")
    until = time.monotonic() + SLOW / 1000
    while not button.is_visible() and time.monotonic() < until:
        page.evaluate(LOOK)
        page.wait_for_timeout(500)
    expect(button).to_be_visible()
    assert_kept(page, before)
    assert tag not in (page.locator(".updates").text_content() or "")
    button.click()
    expect(page.locator(".updates .update").first).to_contain_text(tag)
    expect(page.locator(".updates .update").first).to_be_focused()


def test_an_editor_posts_from_a_phone_and_sees_a_colleague(
    browser: Browser, covered: Covered, signed_in: Callable[..., Any]
) -> None:
    mine = covered.editor.new_page()
    mine.goto(covered.desk)
    other = window(browser, signed_in(covered.address, "aslam", PASSWORD))
    theirs = other.new_page()
    theirs.goto(covered.desk)
    mine.fill("[name=text]", "موقع سے *پہلی* اطلاع\n- ایک\n- دو")
    mine.click("[data-live-send]")
    row = mine.locator(".live-row").first
    expect(row).to_contain_text("موقع سے پہلی اطلاع", timeout=SLOW)
    expect(row.locator("li")).to_have_count(2)
    expect(mine.locator("[name=text]")).to_have_value("")
    expect(theirs.locator(".live-row").first).to_contain_text("موقع سے پہلی", timeout=SLOW)
    # Without an answer the words stay, over a reload too, and are posted once.
    mine.route("**/post/", lambda route: route.abort())
    mine.fill("[name=text]", "سگنل نہیں ہے")
    mine.click("[data-live-send]")
    expect(mine.locator("[data-live-error]")).to_be_visible()
    mine.unroute("**/post/")
    mine.reload()
    expect(mine.locator("[name=text]")).to_have_value("سگنل نہیں ہے")
    mine.click("[data-live-send]")
    expect(mine.locator(".live-row").first).to_contain_text("سگنل نہیں ہے", timeout=SLOW)
    first = mine.locator(".live-row").first
    first.locator("summary").click()
    first.locator("[data-live-act] .no").click()
    expect(mine.locator(".live-row").first).not_to_contain_text("سگنل", timeout=SLOW)
    assert mine.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    found = Axe().run(mine, context=".live-desk").response["violations"]
    assert [one["id"] for one in found] == []
    other.close()
    mine.close()
