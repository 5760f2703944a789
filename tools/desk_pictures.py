"""The desk's pictures for `screenshots.py`: a phone, the console, the board."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import trial
from bench_page import fetch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "only for these pictures"  # noqa: S105 - of a paper that is thrown away
CONVERSATIONS = 240
PHONE = {"width": 360, "height": 780}
WIDE = {"width": 1280, "height": 900}
BOARD = {"width": 1280, "height": 1480}
SLOW = 60_000  # milliseconds
SEED = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from desk_history import let_in, make_history
let_in({PASSWORD!r})
make_history({CONVERSATIONS})
"""
QUESTION = "میرے والد کی طبیعت کل رات سے ٹھیک نہیں، وہ بہت تھک جاتے ہیں۔"
DANGER = "عمر 61 سال ہے، اور ابھی ان کے سینے میں درد شروع ہو گیا ہے"
ANSWER = "ابھی 1122 کو فون کیجیے، اور انہیں بٹھائے رکھیے۔"
DONE = "فون کر دیا ہے"
NOTE = "ای سی جی کی تصویر مانگی ہے"
WAITING = "بچے کو کل سے ہلکا بخار اور کھانسی ہے۔"


def prepare(folder: Path, address: str) -> None:
    """Give a served paper with the demo edition the demo's desk, and a past to it."""
    trial.command(folder, "desk", "demo")
    trial.command(folder, "shell", "--no-imports", "-c", SEED)
    deadline = time.monotonic() + trial.PATIENCE
    while "doctors" not in fetch(f"{address}/live/desk.json"):  # written every few seconds
        if time.monotonic() > deadline:
            raise trial.TrialError("the live file never named the desk's teams")
        time.sleep(0.5)


def take_all(browser: Browser, address: str, story: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures with their names: a conversation is had for them."""
    with _window(browser, WIDE) as doctor, _window(browser, PHONE) as phone:
        _enter(doctor, address, "dr-ayesha")
        doctor.click("#duty")
        doctor.locator("#duty[aria-checked=true]").wait_for()
        _ask(phone, story, QUESTION)
        phone.locator(".said--bot").wait_for()
        _say(phone, DANGER)
        doctor.locator(".offer button.main").click()
        _answer(doctor, ANSWER)
        phone.locator(".said--theirs").wait_for()
        yield "desk-360.png", _picture(phone)
        _say(phone, DONE)
        doctor.locator("#log", has_text=DONE).wait_for()
        doctor.check("[name=kind][value=note]")
        _answer(doctor, NOTE)
        with _window(browser, PHONE) as other:
            _ask(other, story, WAITING)
            other.locator(".said--bot").wait_for()
            _say(other, "4 سال")
            other.locator(".choices button").first.click()
            doctor.locator(".offer").wait_for()
            doctor.check("[name=kind][value=reply]")
            yield "desk-console-1280.png", _picture(doctor)
            yield "desk-board-1280.png", _board(browser, address)


@contextmanager
def _window(browser: Browser, size: dict[str, int]) -> Iterator[Page]:
    page = browser.new_page(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_default_timeout(SLOW)
    try:
        yield page
    finally:
        page.context.close()


def _enter(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/desk/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.locator("#line[data-state=open]").wait_for()


def _board(browser: Browser, address: str) -> bytes:
    with _window(browser, BOARD) as page:
        _enter(page, address, "editor")
        page.goto(f"{address}/desk/board/doctors/", wait_until="networkidle")
        return _picture(page)


def _ask(page: Page, story: str, text: str) -> None:
    page.goto(story)
    page.locator(".desk-launcher").click()
    page.locator(".team").first.click()
    page.fill("#question", text)
    page.check("#agree")
    page.click("form.start button[type=submit]")


def _say(page: Page, text: str) -> None:
    page.fill(".composer textarea", text)
    page.click(".icon--send")


def _answer(page: Page, text: str) -> None:
    page.fill("#words", text)
    page.press("#words", "Enter")


def _picture(page: Page) -> bytes:
    """Return the window as PNG, once its letters are there and its marks have settled."""
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(1500)
    return page.screenshot()
