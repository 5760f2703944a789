"""Writing Urdu in the story's form: the keyboard, pasting, direction, a session that ends."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import trial
from playwright.sync_api import Browser, Page, expect

from roznama.urdu import encode_inpage
from tests.browser.waiting import comes_to
from tests.browser.writing_paper import HEADLINE, PARAGRAPH, PASSWORD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.waiting import comes_to
from tests.browser.writing_paper import make_drafts
print(make_drafts(12))
"""
SLOW = 60_000  # milliseconds that a busy machine may take
RICH = ".public-DraftEditor-content"
PASTE = """
([selector, text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const event = new ClipboardEvent("paste",
    { clipboardData: data, bubbles: true, cancelable: true });
  const field = document.querySelector(selector);
  field.focus();
  // What a browser does with what nobody took.
  if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
}
"""
BLOCKS = """
() => document.querySelector('[name="body-0-value"]').draftailEditor.getEditorState()
  .getCurrentContent().getBlocksAsArray().map((block) => [block.getType(), block.getText()])
"""
BOLD = """
() => document.querySelector('[name="body-0-value"]').draftailEditor.getEditorState()
  .getCurrentContent().getBlocksAsArray().flatMap((block) => [...block.getText()]
    .filter((_, at) => block.getInlineStyleAt(at).has("BOLD"))).join("")
"""
INPAGE = encode_inpage("آج کی خبر۔\nملک میں بارش ہے").decode("latin-1")
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal {font-family: "Jameel Noori Nastaleeq"}</style></head><body>
<p class=MsoNormal dir=RTL><span style='font-size:14pt;color:red'></span></p>
<p class=MsoNormal dir=RTL><span lang=UR style='font-family:Arial'>“کتاب” می‌خواهم <b>موٹا</b>
<a href="https://example.org/">ربط</a> <a href="javascript:x()">برا</a><o:p></o:p></span></p>
<h2>سرخی</h2>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·
</span>نکتہ</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.
</span>گنا ہوا</p></body></html>"""


@pytest.fixture(scope="module")
def drafts(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, list[int]]]:
    """A served paper with drafts: its address and their numbers."""
    folder = tmp_path_factory.mktemp("writing") / "paper"
    shutil.copytree(_paper_folder[0], folder)
    numbers = json.loads(trial.command(folder, "shell", "--no-imports", "-c", MAKE))
    with trial.served(folder) as address:
        yield address, numbers


@pytest.fixture
def opened(
    drafts: tuple[str, list[int]], browser: Browser, signed_in: Callable[..., Any]
) -> Iterator[Callable[..., Page]]:
    """Opens a draft of its own in the editor."""
    address, numbers = drafts
    contexts = []

    def open_one() -> Page:
        state = signed_in(address, "writer", PASSWORD)
        size = {"width": 1280, "height": 900}
        context = browser.new_context(viewport=size, locale="ur", storage_state=state)  # type: ignore[arg-type]
        context.set_default_timeout(SLOW)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/newsroom/pages/{numbers.pop()}/edit/")
        expect(page.locator(RICH).first).to_be_visible()
        expect(page.locator(".urdu-dock")).to_be_visible()
        return page

    yield open_one
    for context in contexts:
        context.close()


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/newsroom/login/")
    page.fill("[name=username]", "writer")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/newsroom/stories/")


def blocks(page: Page) -> Any:
    return page.evaluate(BLOCKS)


def to_the_end(page: Page) -> None:
    page.locator(RICH).first.click()
    page.keyboard.press("Control+End")


def test_the_keyboard_types_urdu_in_lines_and_in_rich_text(opened: Callable[..., Page]) -> None:
    page = opened()
    kicker = page.locator("#id_kicker")
    kicker.click()
    page.keyboard.press("Control+Space")
    expect(page.locator(".urdu-dock__main")).to_have_attribute("aria-pressed", "true")
    page.keyboard.type("xbr")
    expect(kicker).to_have_value("شبر")
    page.keyboard.press("Control+Space")
    page.keyboard.type(" BBC")
    expect(kicker).to_have_value("شبر BBC")
    to_the_end(page)
    page.keyboard.press("Alt+u")
    page.keyboard.press("Enter")
    page.keyboard.type("- ")
    page.keyboard.press("Shift+KeyA")
    page.keyboard.press("Shift+KeyJ")
    both = [["unstyled", PARAGRAPH], ["unordered-list-item", "آض"]]
    comes_to(page, lambda: blocks(page), both)
    page.keyboard.press("Backspace")
    comes_to(page, lambda: blocks(page)[-1][1], "آ")
    page.keyboard.press("Control+z")
    comes_to(page, lambda: blocks(page)[-1][1], "آض")
    page.locator("#id_title").click()
    page.locator(".urdu-dock__open").click()
    page.locator('.urdu-key[data-code="KeyT"]').click()
    expect(page.locator("#id_title")).to_have_value(f"{HEADLINE}ت")
    page.reload()
    to_the_end(page)
    expect(page.locator(".urdu-dock__main")).to_have_attribute("aria-pressed", "true")


def test_letters_typed_just_before_saving_are_saved(opened: Callable[..., Page]) -> None:
    """The editor of rich text puts them into the form a quarter of a second later."""
    page = opened()
    to_the_end(page)
    with page.expect_navigation(timeout=SLOW):
        page.evaluate(
            """() => {
              const detail = { response: null }; // signed in, as an autosave has just told
              document.dispatchEvent(new CustomEvent("w-autosave:success", { detail }));
              const { EditorState, Modifier } = window.DraftJS;
              const form = document.querySelector("[data-edit-form]");
              const editor = form.elements["body-0-value"].draftailEditor;
              const state = editor.getEditorState();
              const [content, where] = [state.getCurrentContent(), state.getSelection()];
              const typed = Modifier.insertText(content, where, " تازہ");
              editor.onChange(EditorState.push(state, typed, "insert-characters"));
              form.requestSubmit();
            }"""
        )
    comes_to(page, lambda: blocks(page)[-1][1], f"{PARAGRAPH} تازہ")


def test_a_story_of_empty_paragraphs_is_sent_all_the_same(opened: Callable[..., Page]) -> None:
    page = opened()
    to_the_end(page)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    comes_to(page, lambda: [text for _, text in blocks(page)], ["", "", ""])
    with page.expect_navigation(timeout=SLOW):
        page.locator("footer button[type=submit], button.action-save").first.click()
    expect(page.locator(RICH).first).to_be_visible()


def test_inpage_becomes_unicode_and_can_be_taken_back(opened: Callable[..., Page]) -> None:
    page = opened()
    to_the_end(page)
    page.evaluate(PASTE, [RICH, INPAGE, ""])
    buttons = page.locator(".writing-notice button")
    expect(buttons).to_have_count(3)
    lines = [f"{PARAGRAPH}آج کی خبر۔", "ملک میں بارش ہے"]
    comes_to(page, lambda: [text for _, text in blocks(page)], lines)
    buttons.first.click()
    comes_to(page, lambda: blocks(page), [["unstyled", PARAGRAPH]])
    # Without its marks it is a guess: nothing is written before the answer.
    page.evaluate(PASTE, ["#id_deck", INPAGE.replace("\x04", ""), ""])
    expect(page.locator(".writing-notice blockquote")).to_contain_text("آج کی خبر۔")
    expect(page.locator("#id_deck")).to_have_value("")
    buttons.first.click()
    expect(page.locator("#id_deck")).to_have_value("آج کی خبر۔\nملک میں بارش ہے")


def test_a_document_of_word_comes_in_clean(opened: Callable[..., Page]) -> None:
    page = opened()
    to_the_end(page)
    page.keyboard.press("Enter")
    comes_to(page, lambda: len(blocks(page)), 2)
    page.evaluate(PASTE, [RICH, "x", WORD])
    came = [
        ["unstyled", "“کتاب” می\u200cخواهم موٹا ربط برا"],
        ["unstyled", "سرخی"],
        ["unordered-list-item", "نکتہ"],
        ["ordered-list-item", "گنا ہوا"],
    ]
    comes_to(page, lambda: blocks(page)[1:], came)
    assert page.evaluate(BOLD) == "موٹاسرخی"
    # The editor writes into its form a moment later.
    expect(page.locator('[name="body-0-value"]')).to_have_value(re.compile("https://example.org/"))
    page.keyboard.press("Control+z")
    comes_to(page, lambda: blocks(page)[1:], [["unstyled", ""]])


def test_what_a_line_does_not_take_is_told_not_cut(opened: Callable[..., Page]) -> None:
    page = opened()
    title = page.locator("#id_title")
    line = page.locator("[data-writing-limits]")
    title.fill("")
    page.evaluate(PASTE, ["#id_title", "ا" * 400, ""])
    expect(title).to_have_value("ا" * 400)
    expect(line).to_contain_text("400")
    title.fill("خبر \u202eالٹی")
    expect(line).to_contain_text("U+202E")
    line.get_by_role("button").click()
    expect(title).to_have_value("خبر الٹی")
    expect(line).to_have_count(0)


def test_lines_go_from_right_to_left_and_nothing_is_cut(opened: Callable[..., Page]) -> None:
    page = opened()
    to_the_end(page)
    page.keyboard.press("Enter")
    lines = page.locator(RICH).first.locator(".public-DraftStyleDefault-block")
    expect(lines).to_have_count(2)
    # In an empty paragraph the caret stands on the right; one that begins in Latin turns around.
    expect(lines.last).to_have_css("direction", "rtl")
    words = "COP30 میں 12.5 فیصد"
    page.keyboard.insert_text(words)
    expect(lines.last).to_have_text(words)
    comes_to(page, lambda: blocks(page)[-1][1], words)
    places = page.evaluate(
        f"""() => {{
          const leaves = document.querySelectorAll("{RICH} [data-text]");
          const node = [...leaves].at(-1).firstChild;
          return [[0, 5], [6, 9], [10, 14]].map(([from, to]) => {{
            const range = new Range();
            range.setStart(node, from);
            range.setEnd(node, to);
            return range.getBoundingClientRect().left;
          }});
        }}"""
    )
    assert places == sorted(places, reverse=True)
    for selector in (
        RICH,
        "#id_title",
        "#id_deck",
        ".w-panel__heading",
        ".w-panel__heading--label",
    ):
        ratio = page.locator(selector).first.evaluate(
            "(e) => parseFloat(getComputedStyle(e).lineHeight)"
            " / parseFloat(getComputedStyle(e).fontSize)"
        )
        assert ratio > 2.3, selector


def test_the_menu_behind_a_headline_comes_when_it_is_asked_for(opened: Callable[..., Page]) -> None:
    page = opened()
    page.goto(page.url.split("/newsroom/")[0] + "/newsroom/stories/")
    rows = page.locator("table.listing tbody tr")
    button = rows.nth(0).locator("[data-row-menu]")
    label = button.get_attribute("aria-label")
    assert label
    assert rows.nth(0).locator("td.title a").inner_text().strip() in label
    button.focus()
    page.keyboard.press("Enter")
    shown = page.locator("[data-tippy-root] [data-theme=dropdown]")
    expect(shown.get_by_role("link", name="ترمیم", exact=True)).to_be_visible(timeout=SLOW)
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    toggle = rows.nth(0).locator("[data-w-dropdown-target=toggle]")
    expect(toggle).to_be_focused()
    expect(toggle).to_have_attribute("aria-label", label)
    toggle.click()  # Wagtail's own from here on
    expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)  # it lies over the next line
    # No connection: a line, and the button is there still.
    page.context.set_offline(True)
    rows.nth(1).locator("[data-row-menu]").click()
    expect(rows.nth(1).get_by_role("alert")).to_contain_text("دوبارہ کوشش کریں", timeout=SLOW)
    page.context.set_offline(False)
    rows.nth(1).locator("[data-row-menu]").click()
    expect(shown).to_be_visible(timeout=SLOW)
    expect(rows.nth(1).get_by_role("alert")).to_have_count(0)


def put_away(page: Page) -> None:
    """Close the dialog; an autosave that was on its way may bring it back once more."""
    page.locator(".writing-session button").last.click()
    page.wait_for_function(
        """() => {
          const dialog = document.querySelector(".writing-session");
          dialog?.querySelector("button:last-of-type").click();
          return !dialog;
        }"""
    )


def test_a_session_that_ends_loses_nothing(opened: Callable[..., Page]) -> None:
    page = opened()
    address = page.url.split("/newsroom/")[0]
    title = page.locator("#id_title")
    page.context.clear_cookies(name="sessionid")
    dialog = page.locator(".writing-session")
    # Wagtail remembers the form a moment after it is shown; earlier changes count as none.
    until = time.monotonic() + SLOW / 1000
    for number in count(1):
        title.fill(f"بدلی ہوئی سرخی {number}")
        page.wait_for_timeout(3000)
        if dialog.count() or time.monotonic() > until:  # nothing is typed behind it
            break
    typed = title.input_value()
    assert typed.startswith("بدلی")
    expect(dialog).to_contain_text("ضائع نہیں ہوا", timeout=SLOW)
    put_away(page)
    # The button sends nothing either, even where an autosave has brought the dialog back before.
    page.locator("footer button[type=submit], button.action-save").first.dispatch_event("click")
    expect(dialog).to_be_visible(timeout=SLOW)
    other = page.context.new_page()
    sign_in(other, address)
    other.close()
    expect(dialog).to_have_count(0, timeout=SLOW)
    expect(title).to_have_value(typed)
    with page.expect_navigation():  # it waits for the autosave that is on its way
        page.locator("footer button[type=submit], button.action-save").first.click()
    page.reload()
    expect(title).to_have_value(typed)
