"""What a reader does at the desk, and what the desk then shows, as several tests need it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

QUESTION = "میرے بیٹے کو دو دن سے 102 بخار ہے، کیا Paracetamol دوں؟"
SAID = ".said--mine:not(:has(.mark--sending)) p"


def open_desk(reader: Any, name: str = "story") -> Page:
    page: Page = reader.page
    page.goto(reader.paper.url(name))
    page.locator(".desk-launcher").click()
    return page


def ask(page: Page, text: str = QUESTION) -> None:
    page.locator("#question").fill(text)
    page.locator("#agree").check()
    page.locator("form.start button[type=submit]").click()


def queued(page: Page) -> None:
    ask(page)
    page.locator(".choices button").first.click()
    page.locator(".queue").wait_for()


def say(page: Page, text: str) -> None:
    page.locator(".composer textarea").fill(text)
    page.locator(".icon--send").click()


def texts(page: Page, selector: str = SAID) -> list[str]:
    return page.locator(selector).all_text_contents()


def ends_with(page: Page, count: int, *last: str) -> None:
    """Wait until so many words of one's own are there and end with some.

    A message is gone from the screen from its acknowledgment until its event comes.
    """
    until(page, SAID, count)
    assert texts(page)[-len(last) :] == list(last)


def until(page: Page, selector: str, count: int) -> None:
    page.wait_for_function(
        """([selector, count]) => {
            const desk = document.querySelector("roznama-desk");
            return desk?.shadowRoot?.querySelectorAll(selector).length === count;
        }""",
        arg=[selector, count],
    )


def cut_off(page: Page) -> None:
    """Take the network away, and wait until the desk has seen it: until then it sends."""
    page.context.set_offline(True)
    expect(page.locator("roznama-desk .note")).to_contain_text("محفوظ")
