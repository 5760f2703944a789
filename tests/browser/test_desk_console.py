"""The console in a browser: two doctors and a reader, by mouse and by keyboard alone."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.desk_paper import PASSWORD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SEED = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.desk_paper import make_desk
make_desk()
"""
CUT = re.compile("ERR_INTERNET_DISCONNECTED|WebSocket is closed before")
WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SLOW = 60_000  # milliseconds that a busy machine may take
QUESTION = "میری بیٹی کو دو دن سے بخار ہے۔"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


class Reader:
    """Somebody who asks, by the addresses that the widget uses."""

    def __init__(self, address: str, text: str = QUESTION, **more: str) -> None:
        self.address, self.token = address, secrets.token_urlsafe(32)
        asked = {"team": "doctors", "reader": secrets.token_urlsafe(32), "token": self.token}
        asked |= {"consent": 1, "text": text, "uuid": str(uuid4()), "page": "/sehat/bukhar-1"}
        self.state = self._ask("open", {**asked, **more})
        self.name = self.state["id"][:4].upper()
        # What is shown is a part of it, and another's may be the same.
        self.row = f"""button.chat[data-parts*='"{self.state["id"]}"']"""

    def do(self, what: str, **more: Any) -> None:
        self._ask("do", {"do": what, "uuid": str(uuid4()), **more})

    def events(self) -> list[dict[str, Any]]:
        frames = self._ask("events?after=0&wait=5")["frames"]
        return [event for frame in frames for event in frame.get("events", [])]

    def messages(self) -> list[dict[str, Any]]:
        return [one["body"] for one in self.events() if one["kind"] == "message"]

    def said(self) -> list[str]:
        return [one["text"] for one in self.messages()]

    def _ask(self, path: str, body: Any = None) -> Any:
        request = Request(
            f"{self.address}/desk/api/{path}",
            json.dumps(body).encode() if body else None,
            {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)


@pytest.fixture(scope="module")
def address(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A served paper with a desk."""
    folder = tmp_path_factory.mktemp("desk") / "paper"
    shutil.copytree(_paper_folder[0], folder)
    trial.command(folder, "shell", "--no-imports", "-c", SEED)
    with trial.served(folder) as served:
        yield served


@pytest.fixture
def enter(browser: Any, address: str) -> Iterator[Any]:
    """Opens the console for somebody; nothing may go wrong in it, nor come from elsewhere."""
    contexts, wrong = [], []

    def open_one(name: str, *, viewport: Any = WIDE, language: str = "ur") -> Page:
        context = browser.new_context(viewport=viewport, reduced_motion="reduce")
        contexts.append(context)
        context.set_default_timeout(SLOW)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: _note(message, wrong))
        page.goto(f"{address}/desk/login/")
        if language == "en":
            page.get_by_role("button", name="English").click()
            # What is written before the page has come anew goes with the old one.
            page.locator('button[name="language"][value="ur"]').wait_for()
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url("**/desk/console/")
        expect(page.locator("#line")).to_have_attribute("data-state", "open", timeout=SLOW)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def _note(message: Any, wrong: list[str]) -> None:
    # Chromium says of a network that a test has cut that it is cut.
    if message.type in {"error", "warning"} and not CUT.search(message.text):
        wrong.append(message.text)


def row(page: Page, group: str, reader: Reader) -> Any:
    return page.locator(f'[data-list="{group}"] {reader.row}')


def offered(page: Page, reader: Reader) -> Any:
    chat = page.locator(f"#lists {reader.row}").get_attribute("data-chat")
    return page.locator(f'.offer[data-chat="{chat}"]')


def take(page: Page, reader: Reader) -> None:
    page.locator(f"#lists {reader.row}").click()
    page.locator('[data-act="take"]').click()
    expect(row(page, "mine", reader)).to_be_visible(timeout=SLOW)


def say(page: Page, text: str) -> None:
    page.fill("#words", text)
    page.press("#words", "Enter")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def test_a_question_is_taken_answered_noted_and_handed_on(enter: Any, address: str) -> None:
    reader = Reader(address)
    sana, bilal = enter("sana"), enter("bilal")
    expect(row(bilal, "queue", reader)).to_be_visible(timeout=SLOW)
    take(sana, reader)
    expect(row(bilal, "queue", reader)).to_have_count(0, timeout=SLOW)
    expect(sana.locator("#log")).to_contain_text(QUESTION)
    expect(sana.locator("#facts")).to_contain_text("/sehat/bukhar-1")
    say(sana, "کتنا بخار ہے؟")
    expect(sana.locator(".said--staff")).to_contain_text("کتنا بخار ہے؟")
    sana.locator('[name="kind"][value="note"]').check()
    say(sana, "والدہ گھبرائی ہوئی ہیں")
    expect(sana.locator(".said--note")).to_contain_text("والدہ گھبرائی ہوئی ہیں", timeout=SLOW)
    expect(sana.locator(".said--waiting")).to_have_count(0, timeout=SLOW)
    assert reader.said() == [QUESTION, "کتنا بخار ہے؟"]
    reader.do("read", up_to=len(reader.events()))
    expect(sana.locator(".said--staff .read")).to_be_visible(timeout=SLOW)
    sana.locator('[data-act="transfer"]').click()
    sana.locator("#transfer-to").select_option(option(sana, "بلال"))
    sana.fill("#transfer-why", "آپ کا شعبہ ہے")
    sana.locator('#transfer button[type="submit"]').click()
    expect(row(bilal, "mine", reader)).to_be_visible(timeout=SLOW)
    row(bilal, "mine", reader).click()
    expect(bilal.locator(".said--note")).to_have_count(2)
    # Somebody who no longer has it sees its words no longer.
    expect(sana.locator("#talk-why")).to_be_visible(timeout=SLOW)
    expect(sana.locator("#log")).not_to_contain_text(QUESTION)


def option(page: Page, name: str) -> str:
    """Return the value of a colleague: the words beside the name change with their duty."""
    return page.locator("#transfer-to option", has_text=name).get_attribute("value") or ""


def test_all_of_it_by_keyboard_alone(enter: Any, address: str) -> None:
    reader = Reader(address, "کیبورڈ کا سوال")
    page = enter("bilal")
    expect(row(page, "queue", reader)).to_be_visible(timeout=SLOW)
    page.keyboard.press("Alt+l")
    _walk_to(page, reader)
    page.keyboard.press("Enter")
    expect(page.locator("#talk-name")).to_be_focused()
    page.keyboard.press("Alt+k")
    expect(row(page, "mine", reader)).to_be_visible(timeout=SLOW)
    expect(page.locator("#words")).to_be_visible(timeout=SLOW)
    page.keyboard.press("Alt+m")
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("/سلا")
    expect(page.locator("#canned [role=option]")).to_have_count(1, timeout=SLOW)
    page.keyboard.press("Enter")
    text = f"السلام علیکم قاری {reader.name}، میں ڈاکٹر بلال احمد ہوں۔"
    expect(page.locator("#words")).to_have_value(text)
    page.keyboard.press("Enter")
    expect(page.locator(".said--staff:not(.said--waiting)")).to_contain_text(text, timeout=SLOW)
    page.keyboard.press("Alt+n")
    expect(page.locator("#composer")).to_have_class(re.compile("is-note"))
    page.keyboard.type("نوٹ")
    page.keyboard.press("Enter")
    expect(page.locator(".said--note:not(.said--waiting)")).to_be_visible(timeout=SLOW)
    page.keyboard.press("Alt+u")
    expect(page.locator("#talk-urgent")).to_be_visible(timeout=SLOW)
    page.keyboard.press("Alt+/")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("Alt+x")
    expect(page.locator("#ask")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#ask-yes")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row(page, "closed", reader)).to_be_visible(timeout=SLOW)
    assert reader.events()[-1]["kind"] == "closed"


def _walk_to(page: Page, reader: Reader) -> None:
    for _ in range(30):
        if page.locator(f"{reader.row}:focus").count():
            return
        page.keyboard.press("ArrowDown")
    pytest.fail("the arrows never came to the reader")


def test_words_written_without_a_network_arrive_once(enter: Any, address: str) -> None:
    reader = Reader(address, "رابطے کا سوال")
    page = enter("bilal")
    take(page, reader)
    page.context.set_offline(True)
    until_cut(page)
    say(page, "یہ بعد میں پہنچے گا")
    expect(page.locator(".said--waiting")).to_be_visible()
    page.fill("#words", "ایک مسودہ")
    page.context.set_offline(False)
    expect(page.locator(".said--waiting")).to_have_count(0, timeout=SLOW * 2)
    assert reader.said().count("یہ بعد میں پہنچے گا") == 1
    page.reload()
    expect(page.locator("#words")).to_have_value("ایک مسودہ", timeout=SLOW)
    expect(page.locator("#log")).to_contain_text("یہ بعد میں پہنچے گا", timeout=SLOW)


def until_cut(page: Page) -> None:
    """Wait until the console has seen that the network is gone: until then it sends."""
    expect(page.locator("#line")).not_to_have_attribute("data-state", "open", timeout=SLOW)


def test_a_message_is_changed_and_taken_back(enter: Any, address: str) -> None:
    reader = Reader(address, "ترمیم کا سوال")
    page = enter("bilal")
    take(page, reader)
    say(page, "غلط لفظ")
    page.locator(".said--staff .small").first.click()
    expect(page.locator("#words")).to_have_value("غلط لفظ")
    say(page, "درست لفظ")
    expect(page.locator(".said--staff")).to_contain_text("درست لفظ", timeout=SLOW)
    page.locator(".said--staff .small").nth(1).click()
    page.locator("#ask-yes").click()
    expect(page.locator(".said--staff .gone")).to_be_visible(timeout=SLOW)
    # That the question was read may be written any time.
    kinds = [one["kind"] for one in reader.events() if one["kind"] != "read"]
    assert kinds[-2:] == ["edited", "deleted"]


def test_a_picture_goes_to_the_reader(enter: Any, address: str) -> None:
    reader = Reader(address, "تصویر کا سوال")
    page = enter("bilal")
    take(page, reader)
    file = {"name": "نسخہ.png", "mimeType": "image/png", "buffer": PICTURE}
    page.set_input_files("#files", file)
    expect(page.locator(".going--ready")).to_be_visible(timeout=SLOW)
    page.locator("#send").click()
    expect(page.locator(".picture img")).to_be_visible(timeout=SLOW)
    page.wait_for_function("() => document.querySelector('.picture img')?.naturalWidth === 1")
    assert reader.messages()[-1]["files"][0]["kind"].startswith("image/")


def test_an_offer_comes_up_and_new_words_are_counted(enter: Any, address: str) -> None:
    page = enter("sana")
    page.locator("#duty").click()
    expect(page.locator("#duty")).to_have_attribute("aria-checked", "true", timeout=SLOW)
    first, second = Reader(address, "پہلا"), Reader(address, "دوسرا")
    offer = offered(page, first)
    expect(offer.locator(".left")).to_contain_text(re.compile(r"\d:\d\d"), timeout=SLOW)
    offer.get_by_role("button").first.click()
    expect(row(page, "mine", first)).to_be_visible(timeout=SLOW)
    offered(page, second).get_by_role("button").first.click()
    expect(row(page, "mine", second)).to_have_attribute("aria-current", "true", timeout=SLOW)
    first.do("send", text="سن رہے ہیں؟")
    expect(row(page, "mine", first).locator(".unread")).to_be_visible(timeout=SLOW)
    row(page, "mine", first).click()
    expect(row(page, "mine", first).locator(".unread")).to_have_count(0, timeout=SLOW)
    page.locator("#duty").click()
    expect(page.locator("#duty")).to_have_attribute("aria-checked", "false", timeout=SLOW)


def test_a_press_on_a_row_is_not_lost_to_new_words(enter: Any, address: str) -> None:
    """New words change the row's lines; the press is the row's."""
    page, reader, other = enter("bilal"), Reader(address), Reader(address)
    take(page, reader)
    take(page, other)
    expect(page.locator(f"{other.row}[aria-current]")).to_be_visible()
    where = row(page, "mine", reader)
    where.locator(".who").hover(force=True)
    page.mouse.down()
    reader.do("send", text="ایک بات اور")
    expect(where.locator(".unread")).to_be_visible()
    page.mouse.up()
    expect(page.locator(f"{reader.row}[aria-current]")).to_be_visible()


def test_a_session_that_ended_is_told(enter: Any, address: str) -> None:
    page = enter("omar")
    page.context.clear_cookies()
    page.context.set_offline(True)
    until_cut(page)
    page.context.set_offline(False)
    expect(page.locator("#ended")).to_be_visible(timeout=SLOW * 2)


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_stands_in_the_way_of_anybody(
    enter: Any, address: str, viewport: Any, language: str
) -> None:
    reader = Reader(address, "سب کے لیے")
    page = enter("hina", viewport=viewport, language=language)
    row(page, "queue", reader).wait_for(timeout=SLOW)
    assert violations(page) == []
    assert not _is_too_wide(page)
    row(page, "queue", reader).click()
    page.locator('[data-act="take"]').click()
    expect(page.locator('[name="kind"][value="reply"]')).to_be_checked(timeout=SLOW)
    say(page, "جواب")
    page.locator('[name="kind"][value="note"]').check()
    say(page, "نوٹ")
    expect(page.locator(".said--note:not(.said--waiting)")).to_be_visible(timeout=SLOW)
    assert violations(page) == []
    assert not _is_too_wide(page)
    if viewport is PHONE:
        page.locator("#to-side").click()
        expect(page.locator("#side-name")).to_be_visible()
        assert violations(page) == []
    page.locator("summary").click()
    assert violations(page) == []
    page.goto(f"{address}/desk/board/doctors/")
    assert violations(page) == []
    assert not _is_too_wide(page)


def _is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_door_and_its_refusal_stand_in_nobodys_way(browser: Any, address: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/desk/login/")
    assert violations(page) == []
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/desk/console/")
    assert violations(page) == []
    page.close()
