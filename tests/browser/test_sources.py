"""Where a story comes from: for a reader with a keyboard, without scripts, and for an editor."""

from __future__ import annotations

import re
import time

import pytest
import trial
from playwright.sync_api import expect

from tests.browser.every_block import CLAIM

pytestmark = pytest.mark.browser

SLOW = 60_000  # milliseconds that a busy machine may take
MARK, BACK = "#from-1", "#source-1 .back"
MAKE_DRAFT = """
from roznama.newsroom.models import ArticlePage, SectionPage
page = ArticlePage(title="پل گر گیا", live=False, body=[("paragraph", "<p>%s</p>")])
SectionPage.objects.get(slug="dunya").add_child(instance=page)
page.save_revision()
print(page.pk)
"""
TEXT = (
    "اے ایف پی کے مطابق پل کا ایک حصہ گر گیا ہے۔ ترجمان علی احمد نے کہا کہ کوئی زخمی نہیں ہوا۔"
    " عینی شاہدین نے بتایا کہ پل رات کو گرا۔"
)


def test_the_box_is_reached_by_keyboard_and_left_again(open_reader):
    page = open_reader(viewport={"width": 360, "height": 780}, reduced_motion="reduce").open(
        "story"
    )
    page.locator(MARK).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#source-1$"))
    # The browser scrolls and leaves the mark some frames after the address has changed.
    expect(page.locator("#source-1 .claim")).to_be_in_viewport()
    expect(page.locator(MARK)).not_to_be_focused()
    assert CLAIM in page.locator("#source-1 .claim").inner_text()
    page.keyboard.press("Tab")  # from the entry, not from the mark
    expect(page.locator(BACK)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#from-1$"))
    expect(page.locator(MARK)).to_be_in_viewport()


def test_a_screen_reader_hears_lists_and_names(open_reader):
    page = open_reader(viewport={"width": 1280, "height": 900}).open("story")
    box = page.get_by_role("complementary", name="خبر کہاں سے آئی")
    assert box.get_by_role("list").count() == 5  # the claims, and a chain for each
    hands = box.get_by_role("list", name="یہ بات ہم تک یوں پہنچی").first.get_by_role("listitem")
    assert [hand.inner_text().split("\n")[-1].strip() for hand in hands.all()] == [
        "کے سی این اے",
        "اے ایف پی",
        "ڈان نیوز",
        "روزنامہ",
    ]
    marks = page.locator("article").get_by_role("link", name="یہ بات کہاں سے آئی")
    assert marks.count() == 2


def test_the_box_works_without_scripts(open_reader):
    reader = open_reader(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = reader.page
    page.goto(reader.paper.url("story"))
    page.locator(MARK).click()
    page.wait_for_url(re.compile("#source-1$"))
    assert page.locator("#source-1 .claim").is_visible()
    page.locator(BACK).click()
    page.wait_for_url(re.compile("#from-1$"))
    page.locator("#source-1 .hand a", has_text="اے ایف پی").click()
    page.wait_for_url(re.compile("/source/afp/$"))
    assert page.locator("h1").inner_text() == "اے ایف پی"
    assert page.locator(".taken > li").count() > 1


def test_nothing_of_the_marks_reaches_copied_text(open_reader):
    page = open_reader().open("story")
    text = page.locator("article p", has=page.locator(MARK)).inner_text()
    assert "یہ بات کہاں سے آئی" not in text
    size = page.locator(MARK).bounding_box()
    assert min(size["width"], size["height"]) >= 24


def log_in(page, paper):
    words = trial.command(paper.folder, "login", "chief", "--new")
    page.goto(f"{paper.address}/newsroom/login/")
    page.fill("input[name=username]", "chief")
    page.fill("input[name=password]", words.split()[-1])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/newsroom/(?!login)"))
    if "/welcome/" in page.url:  # a first code asks for a password; not today
        page.locator("form button").last.click()
        page.wait_for_url(lambda url: "/welcome/" not in url)


def test_an_editor_takes_what_the_text_says(open_reader, paper):
    pk = trial.command(paper.folder, "shell", "--no-imports", "-c", MAKE_DRAFT % TEXT).strip()
    reader = open_reader(viewport={"width": 1280, "height": 1000})
    page = reader.page
    page.set_default_timeout(SLOW)
    log_in(page, paper)
    page.goto(f"{paper.address}/newsroom/pages/{pk}/edit/")
    page.get_by_role("tab", name="ڈیسک").click()
    page.locator("[data-suggestions]").scroll_into_view_if_needed()  # it is asked for when seen
    rows = page.locator("[data-suggestion]")
    expect(rows).to_have_count(3)
    rows.nth(0).locator("[data-accept]").click()
    claim = page.locator("#sources-root textarea[name='sources-0-value-claim']")
    expect(claim).to_have_value("پل کا ایک حصہ گر گیا ہے")
    expect(page.locator("#sources-root")).to_contain_text("اے ایف پی", use_inner_text=True)
    rows.nth(0).locator("[data-enter]").click()
    page.locator("[data-suggestion] b", has_text="علی احمد").wait_for()
    expect(rows).to_have_count(2)  # what was taken is not proposed again
    rows.nth(0).locator("[data-accept]").click()
    rows.nth(0).locator("[data-dismiss]").click()
    page.locator("[data-suggestion]").wait_for(state="detached")
    page.locator("[data-suggestions-again]").click()
    page.locator("[data-suggestions-list] > p.help").wait_for()
    expect(rows).to_have_count(0)  # nor what was dismissed
    save_and_publish(page)
    named = page.locator("h2", has_text="پل گر گیا")
    until = time.monotonic() + SLOW / 1000
    page.goto(f"{paper.address}/source/afp/")
    while not named.count() and time.monotonic() < until:  # until it is printed
        page.wait_for_timeout(500)
        page.reload()
    assert named.count() == 1
    page.locator("h2 a", has_text="پل گر گیا").click()
    expect(page.locator("#sources .claims > li")).to_have_count(2)
    expect(page.locator("article .from")).to_have_count(2)


def save_and_publish(page):
    """Send the form with Wagtail's own publish button, wherever its menu has it."""
    with page.expect_navigation(timeout=120_000):
        page.evaluate(
            """() => {
                const button = document.querySelector("button[name='action-publish']");
                button.form.requestSubmit(button);
            }"""
        )
