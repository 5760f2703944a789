"""The front page desk in Chromium: mouse, finger and keys; undo, conflict, preview, print."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.front_paper import PASSWORD
from tests.browser.waiting import comes_to

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.front_paper import make_editors
make_editors()
"""
SLOW = 60_000  # milliseconds that a busy machine may take
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}


@pytest.fixture(scope="module")
def address(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A served paper with the demo edition and two editors."""
    folder = tmp_path_factory.mktemp("front") / "paper"
    shutil.copytree(_paper_folder[0], folder)
    trial.command(folder, "shell", "--no-imports", "-c", MAKE)
    with trial.served(folder) as address:
        yield address


@pytest.fixture
def opened(
    address: str, browser: Browser, signed_in: Callable[..., Any]
) -> Iterator[Callable[..., Page]]:
    """Opens the desk for an editor, with an automatic draft."""
    contexts = []

    def open_one(name: str = "sana", viewport: dict[str, int] = WIDE, **options: Any) -> Page:
        options["storage_state"] = signed_in(address, name, PASSWORD)
        context = browser.new_context(viewport=viewport, locale="ur", **options)  # type: ignore[arg-type]
        context.set_default_timeout(SLOW)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/newsroom/front/")
        expect(page.locator("[data-front-tray] li").first).to_be_attached(timeout=SLOW)
        return page

    yield open_one
    for context in contexts:
        context.close()


def place(page: Page, key: str) -> Locator:
    return page.locator(f'[data-place="{key}"]')


def tray(page: Page, number: int) -> Locator:
    return page.locator("[data-front-tray] li").nth(number)


def number_of(item: Locator) -> str:
    return item.get_attribute("data-story") or ""


def headline(item: Locator) -> str:
    return item.locator(".front-headline").inner_text()


def stands(page: Page, key: str, story: str) -> None:
    """Wait until a story is pinned in a place and the server has it."""
    wanted = page.locator(f'[data-place="{key}"][data-story="{story}"].is-pinned')
    expect(wanted).to_be_visible(timeout=SLOW)
    saved(page)


def saved(page: Page) -> None:
    expect(page.locator("[data-front-saved].is-saved")).to_be_visible(timeout=SLOW)


def drag(page: Page, item: Locator, target: Locator) -> None:
    handle = item.locator(".front-handle").first
    page.evaluate("document.fonts.ready.then(() => true)")  # lines that come anew move it
    for one in (handle, target):
        expect(one).to_be_in_viewport(timeout=SLOW)
    start, end = handle.bounding_box(), target.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 30, steps=3)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 40, steps=6)
    expect(target).to_have_class("front-slot is-auto is-target", timeout=SLOW)
    page.mouse.up()


def on_the_front(page: Page, address: str, words: str) -> None:
    """Wait until the printed front page leads with a story."""
    reader = page.context.new_page()
    until = time.monotonic() + SLOW / 1000
    while time.monotonic() < until:
        reader.goto(f"{address}/")
        if words in reader.locator(".splash .headline").inner_text():
            reader.close()
            return
        reader.wait_for_timeout(500)
    pytest.fail("the front page was not printed")


def automatic(page: Page) -> None:
    """Begin from the automatic arrangement, whatever another test left."""
    page.click("#front-tab-history")
    page.click("[data-front=restore-auto]")
    # Where nothing was pinned this alone tells of the answer, and it moves all below it.
    notice = page.locator("[data-front-notice]")
    expect(notice).to_contain_text("پرانی ترتیب دوبارہ مسودہ بن گئی", timeout=SLOW)
    expect(page.locator("[data-front-board] .is-pinned")).to_have_count(0, timeout=SLOW)
    saved(page)
    page.click("#front-tab-tray")
    expect(tray(page, 0)).to_be_visible(timeout=SLOW)


def test_a_press_is_not_lost_to_an_answer(opened: Callable[..., Page]) -> None:
    """An answer draws the tray anew; what is pressed just then must still be clicked."""
    page = opened()
    automatic(page)
    first, second = (number_of(tray(page, at)) for at in (0, 1))
    held: list[Any] = []
    page.route("**/front/save/", lambda route: held.append(route), times=1)  # noqa: PLW0108
    tray(page, 0).locator('[data-act="to-lead"]').click()
    button = tray(page, 1).locator('[data-act="to-second"]')
    button.hover()
    page.mouse.down()
    comes_to(page, lambda: len(held), 1)
    with page.expect_response("**/front/save/"):
        held[0].continue_()
    saved(page)
    page.mouse.up()
    stands(page, "lead", first)
    expect(page.locator(f'[data-place^="second"][data-story="{second}"].is-pinned')).to_be_visible()
    saved(page)


def test_a_story_is_dragged_to_the_lead_taken_back_put_again_and_printed(
    opened: Callable[..., Page], address: str
) -> None:
    page = opened()
    automatic(page)
    item = tray(page, 2)
    story, words = number_of(item), headline(item)
    drag(page, item, place(page, "lead"))
    stands(page, "lead", story)
    page.click("[data-front=undo]")
    expect(place(page, "lead")).to_have_class("front-slot is-auto", timeout=SLOW)
    page.reload()
    page.click("[data-front=redo]")
    stands(page, "lead", story)
    page.click("[data-front=publish]")
    expect(page.locator("[data-front-notice]")).to_contain_text("شائع ہو گیا", timeout=SLOW)
    on_the_front(page, address, words)


def test_keys_alone_are_enough(opened: Callable[..., Page], address: str) -> None:
    page = opened()
    automatic(page)
    item = tray(page, 3)
    story, words = number_of(item), headline(item)
    item.locator(".front-handle").focus()
    page.keyboard.press("Enter")
    said = page.locator("[data-front-said]")
    expect(said).to_contain_text("اٹھائی گئی")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(said).to_contain_text("اہم خبریں، جگہ 2 از 4")
    page.keyboard.press("Home")
    expect(said).to_contain_text("لیڈ")
    page.keyboard.press("Enter")
    stands(page, "lead", story)
    expect(said).to_contain_text("اب یہاں ہے: لیڈ")
    # The focus went with the story; there it is picked up again, and put back where it was.
    expect(place(page, "lead").locator(".front-handle")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(said).to_contain_text("منسوخ")
    page.keyboard.press("Control+z")
    expect(place(page, "lead")).to_have_class("front-slot is-auto", timeout=SLOW)
    page.keyboard.press("Control+Shift+z")
    stands(page, "lead", story)
    page.locator("[data-front=publish]").focus()
    page.keyboard.press("Enter")
    on_the_front(page, address, words)


def test_buttons_move_without_dragging(opened: Callable[..., Page]) -> None:
    page = opened()
    automatic(page)
    one, two = (number_of(tray(page, number)) for number in (6, 7))
    tray(page, 6).locator("[data-act=to-second]").click()
    stands(page, "second:0", one)
    tray(page, 7).locator("[data-act=to-second]").click()
    stands(page, "second:1", two)
    place(page, "second:1").locator("[data-act=up]").click()
    stands(page, "second:0", two)
    stands(page, "second:1", one)
    place(page, "second:1").locator("[data-act=to-lead]").click()
    stands(page, "lead", one)
    place(page, "lead").locator("[data-act=unpin]").click()
    expect(place(page, "lead")).to_have_class("front-slot is-auto")
    saved(page)  # the board is drawn anew with the answer
    strips = page.locator("[data-strip]")
    first = strips.first.get_attribute("data-strip")
    strips.first.locator("[data-act=strip-down]").click()
    expect(strips.nth(1)).to_have_attribute("data-strip", first or "")
    saved(page)


def test_a_finger_carries_a_story_from_the_sheet_to_the_lead(opened: Callable[..., Page]) -> None:
    page = opened(viewport=PHONE, has_touch=True, is_mobile=True)
    page.tap("[data-front=fold]")
    item = tray(page, 0)
    page.evaluate("document.fonts.ready.then(() => true)")
    expect(item.locator(".front-handle")).to_be_in_viewport()
    story = number_of(item)
    start, end = item.locator(".front-handle").bounding_box(), place(page, "lead").bounding_box()
    assert start and end
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touch.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )

    finger("touchStart", (start["x"] + 12, start["y"] + 12))
    finger("touchMove", (start["x"] - 10, start["y"] - 20))
    finger("touchMove", (end["x"] + 100, end["y"] + 40))
    expect(place(page, "lead")).to_have_class(re.compile("is-target"))
    finger("touchEnd")
    stands(page, "lead", story)


def test_front_words_are_kept_and_shown_in_the_preview(opened: Callable[..., Page]) -> None:
    page = opened()
    automatic(page)
    tray(page, 2).locator("[data-act=to-lead]").click()
    saved(page)
    place(page, "lead").locator("[data-act=edit]").click()
    page.fill("[data-front-dialog=edit] [name=headline]", "صفحۂ اول کے لیے سرخی")
    page.locator("[data-front-dialog=edit] [name=picture]").uncheck()
    page.locator("[data-front-dialog=edit] [value=keep]").click()
    expect(place(page, "lead").locator(".front-headline")).to_have_text("صفحۂ اول کے لیے سرخی")
    saved(page)
    page.click("[data-front=preview]")
    frame = page.frame_locator("[data-front-iframe]")
    expect(frame.locator(".splash .headline")).to_have_text("صفحۂ اول کے لیے سرخی", timeout=SLOW)
    expect(frame.locator(".splash img")).to_have_count(0)
    width = "() => document.querySelector('[data-front-iframe]').contentWindow.innerWidth"
    page.wait_for_function(f"{width} === 360")
    page.click("[data-front-frame=desktop]")
    page.wait_for_function(f"{width} === 1280")


def test_of_two_editors_neither_loses_anything(opened: Callable[..., Page]) -> None:
    sana, aslam = opened("sana"), opened("aslam")
    automatic(sana)
    aslam.reload()
    expect(tray(aslam, 0)).to_be_visible(timeout=SLOW)
    aslam.route("**/front/state/**", lambda route: route.abort())
    hers, his = number_of(tray(sana, 8)), number_of(tray(aslam, 9))
    tray(sana, 8).locator("[data-act=to-lead]").click()
    stands(sana, "lead", hers)
    tray(aslam, 9).locator("[data-act=to-lead]").click()
    notice = aslam.locator("[data-front-notice]")
    expect(notice).to_contain_text("اس دوران sana نے صفحۂ اول بدل دیا", timeout=SLOW)
    stands(aslam, "lead", hers)
    notice.get_by_role("button", name="میری ترتیب واپس لائیں").click()
    stands(aslam, "lead", his)
    stands(sana, "lead", his)  # the other screen follows by itself


def test_what_the_server_did_not_take_is_sent_again(opened: Callable[..., Page]) -> None:
    page = opened()
    automatic(page)
    page.route("**/front/save/", lambda route: route.abort())
    story = number_of(tray(page, 4))
    tray(page, 4).locator("[data-act=to-lead]").click()
    expect(page.locator("[data-front-saved].is-unsaved")).to_be_visible(timeout=SLOW)
    page.unroute("**/front/save/")
    stands(page, "lead", story)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    stands(page, "lead", story)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(opened: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = opened(viewport=viewport)
    found = Axe().run(page, context="[data-front-desk]")
    assert found.violations_count == 0, found.generate_report()
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] == widths[1]
