"""A working day: three people, one story, from signing in to a correction on the front page."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trial
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

SLOW = 90_000  # milliseconds that a busy machine may take
PASSWORD = "three quiet mangoes"
HEADLINE = "کراچی میں پانی کی نئی لائن جمعے سے کھلے گی"
WRITTEN = """
() => document.querySelector('[name="body-0-value"]').draftailEditor.getEditorState()
  .getCurrentContent().getPlainText()
"""
DECK = "ضلع وسطی کے 40 ہزار گھروں کو روزانہ پانی ملے گا"
RIGHT_DECK = DECK.replace("40", "45")
TEXT = (
    "شہر کے ضلع وسطی میں پانی کی نئی پائپ لائن جمعے سے کام شروع کر دے گی۔",
    "واٹر کارپوریشن کے ترجمان سلیم احمد نے بتایا کہ لائن کی لمبائی 12.5 کلومیٹر ہے۔",
    "سرکاری خبر رساں ادارے اے پی پی نے وزرات منصوبہ بندی کے حوالے سے بتایا کہ دوسرا مرحلہ"
    " اگلے سال مارچ میں مکمل ہو گا۔",
)
CORRECTION = "ذیلی سرخی میں گھروں کی تعداد 40 ہزار لکھی گئی تھی؛ درست تعداد 45 ہزار ہے۔"
FORM = re.compile(r"/(add|edit)/")
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Day:
    """The paper of the day, and a window for each of those who work at it."""

    folder: Path
    address: str
    open_window: Callable[[int], Page]

    def hire(self, name: str, role: str, urdu: str) -> None:
        """Make an account at the city desk."""
        where = ("--role", role, "--section", "shehr")
        trial.command(self.folder, "person", name, "--new", "--name", urdu, *where)

    def begin(self, name: str) -> Page:
        """Come in with a one-time code, and choose a password."""
        code = trial.command(self.folder, "login", name, "--new").split()[-1]
        page = self.open_window(1280)
        page.goto(f"{self.address}/newsroom/")
        page.fill("[name=username]", name)
        page.fill("[name=password]", code)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/security/welcome/**")
        page.locator("ol a").first.click()
        page.fill("[name=password1]", PASSWORD)
        page.fill("[name=password2]", PASSWORD)
        page.click("button.main")
        page.wait_for_url("**/security/welcome/**")
        return page

    def printed(self, reader: Page, path: str, place: str, words: str) -> Locator:
        """Reload one of the readers' pages until a place in it has some words."""
        found = reader.locator(place).filter(has_text=words).first
        until = time.monotonic() + SLOW / 1000
        while True:
            reader.goto(f"{self.address}{path}")
            if found.count() or time.monotonic() > until:
                expect(found).to_be_visible()
                return found
            time.sleep(0.3)


@pytest.fixture
def day(
    _paper_folder: tuple[Path, dict[str, str]], browser: Browser, tmp_path: Path
) -> Iterator[Day]:
    """A paper with its edition that asks publishers for a second factor."""
    folder = tmp_path / "paper"
    shutil.copytree(_paper_folder[0], folder)
    contexts = []

    def open_window(width: int) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="ur")
        context.set_default_timeout(SLOW)
        contexts.append(context)
        return context.new_page()

    with trial.served(folder, host="localhost", second_factor="publishers") as address:
        yield Day(folder, address, open_window)
        for context in contexts:
            context.close()


def picture(page: Page, name: str) -> None:
    """Keep a picture of the screen where the environment names a folder for it."""
    if folder := os.environ.get("PICTURES"):
        expect(page.locator(".copydesk-toast:visible")).to_have_count(0, timeout=SLOW)
        page.screenshot(path=f"{folder}/{name}.png")


def choose(page: Page, words: str, *, again: str = "") -> None:
    """Take one of the story form's actions, and wait until the form has gone."""
    if again:
        page.goto(again)
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    form = page.url
    page.locator("footer button:visible", has_text=re.compile(rf"^\s*{words}\s*$")).click()
    # An autosave gives a new story's form its address, too: that is the form still.
    page.wait_for_url(lambda url: url.split("#")[0] != form.split("#")[0] and not FORM.search(url))


def desk_tab(page: Page) -> None:
    page.get_by_role("tab", name="نیوز ڈیسک").click()


def write(page: Page) -> None:
    """Write the story: head, picture, text."""
    page.locator("main a", has_text="نئی خبر").first.click()
    page.locator("#id_kicker").wait_for()
    page.wait_for_load_state()  # its scripts listen
    page.fill("#id_kicker", "پانی")
    page.fill("#id_title", HEADLINE)
    page.fill("#id_deck", DECK)
    page.fill("#id_city", "کراچی")
    page.locator("#id_lead_image-chooser [data-chooser-action-choose]:visible").first.click()
    page.fill(".modal-body [name=q]", "نالے")
    # The pictures that were found take the place of the newest, and a click may fall between.
    page.locator(".modal-body #search-results h2[role=alert]").wait_for()
    page.locator(".modal-body a.image-choice", has_text="نالے").first.click()
    page.locator(".modal-body").wait_for(state="detached")
    page.locator("[id$='-body-content'] button").first.click()
    page.locator(".w-combobox [role=option]").first.click()
    page.locator(".public-DraftEditor-content").first.click()
    for number, paragraph in enumerate(TEXT):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(paragraph)
        # The editor takes letters a moment after they stand there; a key before that loses them.
        page.wait_for_function(f"(words) => ({WRITTEN})().endsWith(words)", arg=paragraph)


def correct(page: Page) -> None:
    """Take what the copy desk proposes for the one slip."""
    page.locator('[data-side-panel-toggle="copydesk"]').click()
    card = page.locator(".copydesk-card", has_text="وزرات")
    expect(card).to_be_visible(timeout=SLOW)
    picture(page, "day-2-copydesk")
    card.locator('[data-act^="use"]').first.click()
    expect(card).to_have_count(0, timeout=SLOW)
    # The editor writes into its form a moment later, and the sources are looked for in that.
    expect(page.locator('[name="body-0-value"]')).to_have_value(re.compile("وزارت منصوبہ"))
    page.locator('[data-side-panel-toggle="copydesk"]').click()


def name_source(page: Page) -> None:
    """Confirm the claim that came through two hands."""
    desk_tab(page)
    page.locator("[data-suggestions]").scroll_into_view_if_needed()
    row = page.locator("[data-suggestion]", has_text="اے پی پی")
    row.locator("[data-accept]").click()
    expect(page.locator("[name='sources-0-value-claim']")).to_have_value(re.compile("دوسرا مرحلہ"))
    picture(page, "day-3-source")


def add_passkey(page: Page) -> None:
    """Set up the second factor that whoever publishes must have."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.locator("a.main").click()
    page.fill("[name=name]", "میرا فون")
    page.locator("form[data-passkey] button").click()
    page.wait_for_url("**/security/codes/")
    picture(page, "day-5-codes")


def opened(page: Page, address: str) -> None:
    """Open the story that waits at one's own desk."""
    page.goto(f"{address}/newsroom/my/")
    page.locator("main a", has_text=HEADLINE).first.click()
    expect(page.locator("#id_title")).to_have_value(HEADLINE)
    page.wait_for_load_state()  # its scripts listen


def put_in_the_lead(page: Page, day: Day) -> None:
    """Lead the front page with the story."""
    page.goto(f"{day.address}/newsroom/front/")
    page.locator("[data-front-tray] li", has_text=HEADLINE).locator("[data-act=to-lead]").click()
    expect(page.locator("[data-front-saved].is-saved")).to_be_visible(timeout=SLOW)
    picture(page, "day-6-front")
    page.click("[data-front=publish]")
    expect(page.locator("[data-front-notice]")).to_contain_text("شائع ہو گیا", timeout=SLOW)


def put_right(page: Page, story: str) -> None:
    """Put the deck right, and say so."""
    page.goto(story)
    page.fill("#id_deck", RIGHT_DECK)
    desk_tab(page)
    page.get_by_role("button", name="تصحیح شامل کریں").click()
    page.fill("[name=corrections-0-text]", CORRECTION)
    text = page.locator("[name=corrections-0-text]")
    text.evaluate("one => one.scrollIntoView({block: 'center'})")
    picture(page, "day-8-correction")


def test_from_signing_in_to_a_corrected_story_on_the_front_page(day: Day) -> None:
    day.hire("sana", "reporter", "ثنا اقبال")
    day.hire("bilal", "sub_editor", "بلال خان")
    day.hire("nadia", "desk_head", "نادیہ حسین")
    reporter = day.begin("sana")
    picture(reporter, "day-1-welcome")
    reporter.locator("form button").last.click()
    reporter.wait_for_url("**/newsroom/my/")
    write(reporter)
    correct(reporter)
    name_source(reporter)
    choose(reporter, "شہر ڈیسک کو بھیجیں")

    sub_editor = day.begin("bilal")
    sub_editor.locator("form button").last.click()
    sub_editor.wait_for_url("**/newsroom/my/")
    day.printed(sub_editor, "/newsroom/my/", "main", "1 نئی اطلاع")
    picture(sub_editor, "day-4-my-desk")
    opened(sub_editor, day.address)
    choose(sub_editor, "آگے بڑھائیں")

    head = day.begin("nadia")
    add_passkey(head)
    opened(head, day.address)
    story = head.url
    choose(head, "آگے بڑھائیں اور شائع کریں")

    reader = day.open_window(360)
    day.printed(reader, "/shehr/", "h2 a, h3 a", HEADLINE).click()
    reader.locator("article.story").wait_for()
    reader.wait_for_load_state()  # to its end
    text = reader.locator("article.story").inner_text()
    assert ("وزارت منصوبہ بندی" in text, "وزرات" in text) == (True, False)
    assert "اے پی پی" in reader.locator("#sources .claims").inner_text()
    printed = reader.url.removeprefix(day.address)

    put_in_the_lead(head, day)
    day.printed(reader, "/", ".splash .headline", HEADLINE)
    picture(reader, "day-7-front")

    put_right(head, story)
    choose(head, "شہر ڈیسک کو بھیجیں")
    choose(head, "آگے بڑھائیں", again=story)
    choose(head, "آگے بڑھائیں اور شائع کریں", again=story)

    day.printed(reader, printed, "main", CORRECTION)
    expect(reader.locator("main")).to_contain_text(RIGHT_DECK)
    reader.get_by_text(CORRECTION).first.scroll_into_view_if_needed()
    picture(reader, "day-9-corrected")
    day.printed(reader, "/corrections/", "main", CORRECTION)
    day.printed(reader, "/", ".splash .headline", HEADLINE)
    # What was corrected stands in the record: who wrote, who passed, who published.
    head.goto(f"{story.split('edit')[0]}history/")
    for name in ("ثنا اقبال", "بلال خان", "نادیہ حسین"):
        expect(head.locator("main")).to_contain_text(name)
    picture(head, "day-10-record")
