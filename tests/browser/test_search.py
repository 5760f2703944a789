"""Searching in a browser: headlines while somebody types, and Urdu without an Urdu keyboard."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect

pytestmark = pytest.mark.browser

CHOSEN = '#suggestions [aria-selected="true"]'


@pytest.fixture
def desk(open_reader):
    """A reader with a keyboard, on the search page."""
    reader = open_reader(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    reader.open("search")
    yield reader
    assert reader.errors == []
    assert reader.strangers == []
    assert reader.context.cookies() == []


@pytest.fixture
def field(desk):
    return desk.page.get_by_role("combobox")


def test_headlines_come_and_are_walked_through(desk, field):
    page = desk.page
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("پشاور")  # at once: letter by letter the first ones may bring a list of their own
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#suggestions-told")).to_have_text(f"تجاویز: {options.count()}")
    assert all("پشاور" in text for text in options.all_text_contents())
    last = options.count() - 1
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggestion-0")
    field.press("ArrowUp")
    expect(page.locator(CHOSEN)).to_have_count(0)
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile(""))
    field.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", f"suggestion-{last}")
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("پشاور")
    field.press("ArrowDown")
    expect(options.first).to_be_visible()


def test_enter_opens_the_chosen_story_or_searches(desk, field):
    page = desk.page
    field.fill("پشاور")
    headline = page.get_by_role("option").first.text_content()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    expect(page.locator("h1")).to_contain_text(headline)
    page.go_back()
    field.fill("پشاور")
    field.press("Enter")
    page.wait_for_url(lambda url: "q=" in url)
    expect(page.locator("article mark").first).to_be_visible()


def test_a_headline_is_clicked(desk, field):
    # At once: after the first letters a list of theirs may go while it is clicked.
    with desk.page.expect_response("**/suggest.json*") as told:
        field.fill("پشاور")
    headline = told.value.json()["stories"][0]["title"]
    option = desk.page.get_by_role("option").first
    expect(option).to_have_text(headline)
    option.click()
    expect(desk.page.locator("h1")).to_contain_text(headline)


def test_nothing_moves_and_a_slow_answer_blocks_nothing(desk, field):
    page = desk.page
    held = []

    def hold(route):
        held.append(route)  # never answers

    page.route("**/suggest.json*", hold)
    field.press_sequentially("پشاور")
    field.press("Enter")
    page.wait_for_url(lambda url: "q=" in url)
    for route in held:
        with suppress(Error):  # the page that asked is gone
            route.abort()
    page.unroute("**/suggest.json*")
    page.go_back()
    trial.settle(page)
    field.fill("")
    before = page.locator(".hints").bounding_box()
    field.press_sequentially("پشاور")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator(".hints").bounding_box() == before


def test_the_keys_on_the_screen_type_urdu(desk, field):
    page = desk.page
    keys = page.locator("#urdu-keys")
    expect(keys).to_be_hidden()
    toggle = page.get_by_role("button", name="اردو کی بورڈ")
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(field).to_be_focused()
    for key in ("ک", "ر"):
        keys.get_by_role("button", name=key, exact=True).click()
    keys.get_by_role("button", name="شفٹ").click()
    keys.get_by_role("button", name="ٹ", exact=True).click()
    keys.get_by_role("button", name="فاصلہ").click()
    keys.get_by_role("button", name="ٹ", exact=True).wait_for(state="detached")
    keys.get_by_role("button", name="ل", exact=True).click()
    expect(field).to_have_value("کرٹ ل")
    expect(field).to_be_focused()
    for _ in range(3):
        keys.get_by_role("button", name="مٹائیں").click()
    expect(field).to_have_value("کر")
    expect(page.get_by_role("option").first).to_be_visible()
    field.evaluate("(input) => input.setSelectionRange(1, 1)")
    keys.get_by_role("button", name="ا", exact=True).click()
    expect(field).to_have_value("کار")


def test_the_keys_are_one_stop_of_the_tab_key(desk, field):
    page = desk.page
    page.get_by_role("button", name="اردو کی بورڈ").click()
    keys = page.locator("#urdu-keys")
    assert keys.locator('[tabindex="0"]').count() == 1
    page.get_by_role("button", name="تلاش کریں").focus()
    page.keyboard.press("Tab")
    expect(keys.get_by_role("button", name="ق", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(keys.get_by_role("button", name="س", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("س")


def test_the_keys_of_a_us_keyboard_type_phonetic_urdu(desk, field):
    page = desk.page
    switch = page.get_by_role("switch")
    field.press("a")
    expect(field).to_have_value("a")
    field.fill("")
    switch.check()
    expect(field).to_be_focused()
    for key in ("k", "r", "Shift+K", "Space", "a"):
        page.keyboard.press(key)
    expect(field).to_have_value("کرخ ا")
    page.keyboard.press("Backspace")
    page.keyboard.press("Control+a")
    page.keyboard.press("Shift+T")
    expect(field).to_have_value("ٹ")
    page.reload()
    expect(switch).to_be_checked()
    switch.uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_axe_finds_nothing_in_what_opens(desk, field):
    page = desk.page
    page.get_by_role("button", name="اردو کی بورڈ").click()
    page.locator("summary").click()
    field.fill("پشاور")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    found = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            for violation in Axe().run(page).response["violations"]:
                targets = [node["target"] for node in violation["nodes"]][:3]
                found.append(f"{theme} {width}: {violation['id']}: {targets}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


def test_without_scripts_the_form_searches(open_reader):
    reader = open_reader(java_script_enabled=False)
    page = reader.page
    page.goto(reader.paper.url("search"))
    expect(page.locator("#urdu-keys-toggle")).to_be_hidden()
    page.locator('main [name="q"]').fill("پشاور")
    page.locator('main [name="q"]').press("Enter")
    expect(page.locator("article mark").first).to_be_visible()


def test_a_mark_changes_no_letter(reader):
    """Marked words are as wide and their lines as high as they would be unmarked."""
    page = reader.open("results")
    assert page.locator("article mark").count() > 0
    measure = """() => [...document.querySelectorAll(".hit .headline, .hit .deck")].map(
        (place) => {
            const range = document.createRange();
            range.selectNodeContents(place);
            return [range.getBoundingClientRect().width, place.getBoundingClientRect().height];
        })"""
    marked = page.evaluate(measure)
    page.evaluate(
        """() => document.querySelectorAll("mark").forEach((mark) => {
            const parent = mark.parentNode;
            mark.replaceWith(...mark.childNodes);
            parent.normalize();
        })"""
    )
    for before, after in zip(marked, page.evaluate(measure), strict=True):
        assert before == pytest.approx(after, abs=0.5)
