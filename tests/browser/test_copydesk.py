"""The copy desk in the editor: marks, the list, corrections and their undoing, in Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.copydesk_paper import PASSWORD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.copydesk_paper import make_copydesk
print([make_copydesk() for _ in range(20)])
"""
SLOW = 60_000  # milliseconds that a busy machine may take
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}
MARKED = """
() => Object.fromEntries([...CSS.highlights].map(([name, marks]) =>
  [name.replace("copydesk-", ""), [...marks].map(String).sort()]))
"""
SLIP, RIGHT = "وزرات", "وزارت"


@pytest.fixture(scope="module")
def desk(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, list[int]]]:
    """A served paper with drafts full of slips: its address and their numbers."""
    folder = tmp_path_factory.mktemp("copydesk") / "paper"
    shutil.copytree(_paper_folder[0], folder)
    numbers = json.loads(trial.command(folder, "shell", "--no-imports", "-c", MAKE))
    with trial.served(folder) as address:
        yield address, numbers


@pytest.fixture
def opened(
    desk: tuple[str, list[int]], browser: Browser, signed_in: Callable[..., Any]
) -> Iterator[Callable[..., Page]]:
    """Opens a draft of its own in the editor."""
    address, numbers = desk
    contexts = []

    def open_one(viewport: dict[str, int] = WIDE) -> Page:
        state = signed_in(address, "copy", PASSWORD)
        context = browser.new_context(viewport=viewport, locale="ur", storage_state=state)  # type: ignore[arg-type]
        context.set_default_timeout(SLOW)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/newsroom/pages/{numbers.pop()}/edit/")
        marked(page, warning=[SLIP, SLIP, "لاوروگ"])
        return page

    yield open_one
    for context in contexts:
        context.close()


def marked(page: Page, **expected: list[str]) -> None:
    """Wait until just these words are marked in the rich text."""
    want = json.dumps({name: sorted(words) for name, words in expected.items()})
    test = f"""(want) => {{ const now = ({MARKED})(); delete now.current;
      const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
      const keys = Object.keys(now).sort();
      return same(keys, Object.keys(want).sort()) && keys.every((k) => same(now[k], want[k]))
    }}"""
    page.wait_for_function(test, arg=json.loads(want), timeout=SLOW)


def panel(page: Page) -> Any:
    toggle = page.locator('[data-side-panel-toggle="copydesk"]')
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    found = page.locator("[data-copydesk]")
    expect(found).to_be_visible()
    return found


def card(page: Page, word: str, number: int = 0) -> Any:
    word_button = page.locator(".copydesk-word", has_text=word)
    return panel(page).locator(".copydesk-card", has=word_button).nth(number)


def body(page: Page) -> Any:
    return page.locator(".public-DraftEditor-content").first


def type_at(page: Page, words: str, offset: int, paragraph: int = 0) -> None:
    """Put the caret into a paragraph of the rich text and type."""
    page.evaluate(
        """([offset, paragraph]) => {
          const { EditorState, SelectionState } = window.DraftJS;
          const editor = document.querySelector('[name="body-0-value"]').draftailEditor;
          const state = editor.getEditorState();
          const block = state.getCurrentContent().getBlocksAsArray()[paragraph].getKey();
          const where = SelectionState.createEmpty(block)
            .merge({ anchorOffset: offset, focusOffset: offset, hasFocus: true });
          editor.onChange(EditorState.forceSelection(state, where));
        }""",
        [offset, paragraph],
    )
    page.keyboard.type(words, delay=20)


def test_a_slip_is_marked_while_it_is_typed(opened: Callable[..., Page]) -> None:
    page = opened()
    type_at(page, "خبر میں ہے کہ وزرات نے کہا۔ ", 0)
    marked(page, warning=[SLIP, SLIP, SLIP, "لاوروگ"])
    expect(panel(page).locator("[data-copydesk-sum]")).to_contain_text("6")
    counter = page.locator('[data-side-panel-toggle="copydesk"] [data-side-panel-toggle-counter]')
    expect(counter).to_have_text("6")


def test_marks_follow_the_text_before_the_server_answers(opened: Callable[..., Page]) -> None:
    page = opened()
    page.route("**/copydesk/check/**", lambda route: route.abort())
    type_at(page, "آغاز 🙂 ", 0)
    page.wait_for_timeout(300)
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])
    # A letter more, and it is another word, which nobody has looked at.
    offset = page.evaluate(
        """() => document.querySelector('[name="body-0-value"]').draftailEditor
          .getEditorState().getCurrentContent().getBlocksAsArray()[0].getText()
          .indexOf("وزرات") + 5"""
    )
    type_at(page, "یں", offset)
    marked(page, warning=[SLIP, "لاوروگ"])
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])


def test_one_click_corrects_and_ctrl_z_takes_it_back(opened: Callable[..., Page]) -> None:
    page = opened()
    card(page, "لاوروگ").get_by_text("لاوروف", exact=True).click()
    marked(page, warning=[SLIP, SLIP])
    expect(body(page)).not_to_contain_text("لاوروگ")
    body(page).click()
    page.keyboard.press("Control+z")
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])


def at_rest(page: Page) -> None:
    """Wait until the text as it stands was looked at."""
    page.locator('[data-copydesk-list][aria-busy="false"]').wait_for(state="attached")


def test_a_button_that_is_pressed_stays_while_other_cards_come(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    button = card(page, "لاوروگ").get_by_text("لاوروف", exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.evaluate(
        """() => { const title = document.querySelector("#id_title");
          title.value += " ہوگیا ہوگیا";
          title.dispatchEvent(new Event("input", { bubbles: true })) }"""
    )
    expect(page.locator(".copydesk-card", has_text="ہوگیا").first).to_be_visible()
    page.mouse.up()
    marked(page, warning=[SLIP, SLIP])
    expect(body(page)).not_to_contain_text("لاوروگ")


def test_a_card_goes_by_the_last_answer(opened: Callable[..., Page]) -> None:
    """A change before the word and one after it: each alone can be followed, both not."""
    page = opened()
    type_at(page, "آج ", 0, paragraph=1)
    at_rest(page)
    page.route("**/copydesk/check/**", lambda route: route.abort())
    length = page.evaluate(
        """() => document.querySelector('[name="body-0-value"]').draftailEditor
          .getEditorState().getCurrentContent().getBlocksAsArray()[1].getText().length"""
    )
    type_at(page, " کل", length, paragraph=1)
    card(page, "لاوروگ").get_by_text("لاوروف", exact=True).click()
    expect(body(page)).not_to_contain_text("لاوروگ")


def test_cards_of_the_same_slip_are_told_apart(opened: Callable[..., Page]) -> None:
    """When the first of them goes, the second is still itself, under whoever presses it."""
    page = opened()
    second = card(page, SLIP, 1).element_handle()
    page.locator("#id_title").fill(f"{RIGHT} خارجہ کا بیان")
    expect(card(page, SLIP, 2)).to_have_count(0)
    at_rest(page)
    assert card(page, SLIP, 0).evaluate("(card, second) => card === second", second)


def test_a_bold_word_stays_bold(opened: Callable[..., Page]) -> None:
    page = opened()
    text = body(page).locator("span", has_text=SLIP).last
    assert text.evaluate("(e) => getComputedStyle(e).fontWeight") == "700"
    panel(page).locator('[data-act="all spelling"]').click()
    marked(page, warning=["لاوروگ"])
    bold = page.evaluate(
        """() => { const block = document.querySelector('[name="body-0-value"]').draftailEditor
          .getEditorState().getCurrentContent().getBlocksAsArray()[1];
          return [...block.getText()].filter((_, at) =>
            block.getInlineStyleAt(at).has("BOLD")).join("") }"""
    )
    assert bold == RIGHT


def test_a_group_is_corrected_at_once_and_taken_back(opened: Callable[..., Page]) -> None:
    page = opened()
    title = page.locator("#id_title")
    panel(page).locator('[data-act="all spelling"]').click()
    marked(page, warning=["لاوروگ"])
    expect(title).to_have_value(f"{RIGHT} خارجہ کا بیان")
    expect(body(page)).not_to_contain_text(SLIP)
    panel(page).locator('[data-act="undo"]').click()
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])
    expect(title).to_have_value(f"{SLIP} خارجہ کا بیان")


def test_a_plain_field_has_chips(opened: Callable[..., Page]) -> None:
    page = opened()
    chip = page.locator(".w-field", has=page.locator("#id_title")).locator(".copydesk-chip")
    expect(chip).to_have_text(SLIP)
    chip.click()
    bubble = page.locator(".copydesk-bubble")
    expect(bubble).to_be_visible()
    bubble.get_by_text(RIGHT, exact=True).click()
    expect(page.locator("#id_title")).to_have_value(f"{RIGHT} خارجہ کا بیان")
    expect(chip).to_have_count(0)
    page.locator("#id_title").focus()
    page.keyboard.press("Control+z")
    expect(page.locator("#id_title")).to_have_value(f"{SLIP} خارجہ کا بیان")
    expect(chip).to_have_text(SLIP)


def test_ignored_here_stays_so_and_can_be_shown_again(opened: Callable[..., Page]) -> None:
    page = opened()
    card(page, "لاوروگ").locator('[data-act="here"]').click()
    marked(page, warning=[SLIP, SLIP])
    page.reload()
    marked(page, warning=[SLIP, SLIP])
    panel(page).locator("[data-copydesk-ignored] button").click()
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])


def test_accepted_always_is_accepted_in_every_story(opened: Callable[..., Page]) -> None:
    page, other = opened(), opened()
    card(page, "لاوروگ").locator('[data-act="always"]').click()
    marked(page, warning=[SLIP, SLIP])
    type_at(other, "آج ", 0)
    marked(other, warning=[SLIP, SLIP])
    panel(page).locator('[data-act="undo"]').click()
    marked(page, warning=[SLIP, SLIP, "لاوروگ"])


def test_a_click_on_a_marked_word_opens_its_card(opened: Callable[..., Page]) -> None:
    page = opened()
    body(page).scroll_into_view_if_needed()
    spot = page.evaluate(
        """() => { const [range] = CSS.highlights.get("copydesk-warning");
          const box = range.getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2] }"""
    )
    page.mouse.click(*spot)
    bubble = page.locator(".copydesk-bubble")
    expect(bubble).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()


def test_with_the_keys_alone(opened: Callable[..., Page]) -> None:
    page = opened()
    bubble = page.locator(".copydesk-bubble")
    page.keyboard.press("F8")
    expect(bubble.locator(".copydesk-word")).to_have_text(SLIP)
    page.keyboard.press("Shift+F8")
    expect(bubble.locator(".copydesk-word")).to_have_text("کہ کہ")
    bubble.locator('[data-act^="use"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[name="body-1-value-text"]')).to_have_value("انہوں نے کہا کہ سب ٹھیک ہے۔")


def test_on_a_phone_the_list_makes_way_for_the_word(opened: Callable[..., Page]) -> None:
    page = opened(PHONE)
    card(page, "لاوروگ").locator(".copydesk-word").click()
    expect(page.locator("[data-copydesk]")).to_be_hidden()
    bubble = page.locator(".copydesk-bubble")
    expect(bubble).to_be_visible()
    box = bubble.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert page.evaluate("document.scrollingElement.scrollLeft") == 0


def test_nothing_is_changed_without_a_click(opened: Callable[..., Page]) -> None:
    page = opened()
    before = body(page).inner_text()
    type_at(page, "آج ", 0)
    page.wait_for_timeout(2000)
    assert body(page).inner_text() == f"آج {before}"


def test_the_panel_passes_axe(opened: Callable[..., Page]) -> None:
    page = opened()
    panel(page)
    found = Axe().run(page, context="[data-copydesk]")
    assert not found.response["violations"], found.generate_report()
