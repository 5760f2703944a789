"""A reader and two doctors, from the question to its erasure, each in a browser of their own."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trial
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.asking import cut_off, say
from tests.browser.conftest import Paper
from tests.browser.desk_paper import PASSWORD
from tests.browser.desk_process import until_told

pytestmark = pytest.mark.browser

TOOLS = Path(trial.__file__).parent
# Offers stand long: a busy machine is slow, and this is not about running out.
SEED = f"""
import sys
sys.path.insert(0, {str(TOOLS)!r})
from desk_history import let_in, make_history
from roznama.desk.models import Team
let_in({PASSWORD!r})
make_history(12)
Team.objects.update(offer_seconds=600)
"""
SLOW = 60_000  # milliseconds that a busy machine may take
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
CUT = re.compile("ERR_INTERNET_DISCONNECTED|WebSocket is closed before")
QUESTION = "میرے والد کی طبیعت کل رات سے ٹھیک نہیں، وہ بہت تھک جاتے ہیں۔"
DANGER = "عمر 61 سال ہے، اور ابھی ان کے سینے میں شدید درد شروع ہو گیا ہے"
LATER = ("پہلا پیغام، رابطے کے بغیر", "دوسرا پیغام، رابطے کے بغیر")
MEANWHILE = "ایمبولینس آنے تک انہیں بٹھائے رکھیے"
COMMENT = "فوراً جواب ملا، شکریہ"
READ = """() => Object.entries(localStorage)
  .every(([name, kept]) => !/^desk:/.test(name) || !JSON.parse(kept).unread)"""


@pytest.fixture(scope="module")
def paper(
    _paper_folder: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Paper]:
    """The paper with the demo's desk as `make run` loads it, and some answers of the last weeks."""
    original, paths = _paper_folder
    folder = tmp_path_factory.mktemp("journey") / "paper"
    shutil.copytree(original, folder)
    trial.command(folder, "desk", "demo")
    trial.command(folder, "shell", "--no-imports", "-c", SEED)
    with trial.served(folder) as address:
        until_told(address, "doctors")
        yield Paper(address, paths, folder)


@pytest.fixture
def enter(open_reader: Any, paper: Paper) -> Any:
    """Opens the console for somebody."""

    def open_one(name: str) -> Page:
        window = open_reader(viewport=WIDE, reduced_motion="reduce")
        window.context.set_default_timeout(SLOW)
        page = window.page
        page.goto(f"{paper.address}/desk/login/")
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        expect(page.locator("#line")).to_have_attribute("data-state", "open", timeout=SLOW)
        return page

    return open_one


def soon(page: Page, selector: str, **more: Any) -> Any:
    """Expect something of an element, within what a busy machine may take."""
    return expect(page.locator(selector, **more))


def test_from_the_launcher_to_the_erasure(
    open_reader: Any, enter: Any, paper: Paper, tmp_path: Path
) -> None:
    phone = open_reader(viewport=PHONE, reduced_motion="reduce")
    phone.context.set_default_timeout(SLOW)
    reader, ayesha = phone.page, enter("dr-ayesha")
    asks_and_is_told_whom_to_call(reader, paper)
    is_taken_from_the_queue(reader, ayesha)
    talk(reader, ayesha)
    shows_a_picture(reader, ayesha, tmp_path / "ecg.png")
    is_cut_off_and_back(reader, ayesha)
    goes_on_after_a_reload(reader, ayesha)
    kamran = is_handed_on(reader, ayesha, enter)
    is_closed_and_rated(reader, kamran)
    takes_it_along(reader)
    erases_it(reader, (ayesha, kamran))
    assert [error for error in phone.errors if not CUT.search(error)] == []
    assert phone.strangers == []


def asks_and_is_told_whom_to_call(reader: Page, paper: Paper) -> None:
    reader.goto(paper.url("story"))
    reader.locator(".desk-launcher").click()
    reader.locator(".team").first.click()
    soon(reader, ".terms").to_contain_text("۹۰ دن")
    reader.fill("#question", QUESTION)
    reader.locator("form.start button[type=submit]").click()
    soon(reader, ".trouble").to_contain_text("رضامندی")
    reader.check("#agree")
    reader.locator("form.start button[type=submit]").click()
    soon(reader, ".said--bot").to_contain_text("عمر")
    say(reader, DANGER)
    soon(reader, ".urgent a[href='tel:1122']").to_be_visible()
    soon(reader, ".said--bot").to_have_count(1)
    # Nobody is on duty: no time is promised.
    soon(reader, ".queue").to_contain_text("وعدہ نہیں")


def is_taken_from_the_queue(reader: Page, doctor: Page) -> None:
    row = "[data-list=queue] button.chat.urgent"
    soon(doctor, row).to_have_count(1)
    doctor.click("#duty")
    soon(doctor, ".offer.urgent").to_be_visible()
    soon(reader, ".queue").to_contain_text(re.compile(r"جواب .*[۰-۹]+ منٹ میں متوقع"))
    doctor.locator(".offer button.main").click()
    soon(doctor, "[data-list=mine] button.chat.urgent").to_have_count(1)
    soon(doctor, row).to_have_count(0)
    soon(reader, ".queue").to_be_hidden()
    soon(reader, ".head .badge").to_contain_text("نمونہ-۱۰۱")


def talk(reader: Page, doctor: Page) -> None:
    soon(doctor, "#log .said--reader").to_have_count(2)
    assert words(doctor, "reader") == [QUESTION, DANGER]
    soon(doctor, "#log .said--card").to_contain_text("1122")
    types(doctor, "#words", reader, ".typing")
    answer(doctor, "ابھی 1122 کو فون کیجیے")
    soon(reader, ".said--theirs p").to_have_text("ابھی 1122 کو فون کیجیے")
    soon(doctor, "#log .said--staff .read").to_be_visible()
    types(reader, ".composer textarea", doctor, "#typing")
    say(reader, "کر دیا ہے")
    soon(doctor, "#log").to_contain_text("کر دیا ہے")
    soon(reader, ".mark--seen").to_have_count(3)


def shows_a_picture(reader: Page, doctor: Page, file: Path) -> None:
    Image.new("RGB", (900, 600), "#357").save(file)
    reader.set_input_files("input[type=file]", file)
    reader.wait_for_function("() => document.querySelector('roznama-desk').foot.files[0]?.told")
    say(reader, "پرانی ای سی جی")
    soon(doctor, "#log .picture img").to_be_visible()
    doctor.wait_for_function(
        "() => document.querySelector('#log .picture img')?.naturalWidth === 900"
    )
    soon(reader, ".said--mine .file img").to_be_visible()


def is_cut_off_and_back(reader: Page, doctor: Page) -> None:
    cut_off(reader)
    for text in LATER:
        say(reader, text)
    soon(reader, ".mark--sending").to_have_count(2)
    soon(reader, "roznama-desk .note").to_contain_text("محفوظ")
    answer(doctor, MEANWHILE)
    soon(doctor, "#log .said--waiting").to_have_count(0)
    reader.context.set_offline(False)
    soon(reader, ".mark--sending").to_have_count(0)
    soon(reader, ".said--theirs").to_have_count(2)
    soon(doctor, "#log .said--reader").to_have_count(6)
    same_on_both(reader, doctor)


def goes_on_after_a_reload(reader: Page, doctor: Page) -> None:
    before = words(reader, "mine")
    reader.wait_for_function(READ)  # else the launcher tells of a new answer
    reader.reload()
    soon(reader, ".desk-launcher").to_contain_text("جاری ہے")
    reader.locator(".desk-launcher").click()
    soon(reader, ".said--mine").to_have_count(6)
    assert words(reader, "mine") == before
    say(reader, "ایمبولینس آ گئی ہے")
    soon(doctor, "#log .said--reader").to_have_count(7)
    same_on_both(reader, doctor)


def is_handed_on(reader: Page, doctor: Page, enter: Any) -> Page:
    colleague = enter("dr-kamran")
    doctor.click("[data-act=transfer]")
    # By its value: the words beside the name change with the colleague's duty.
    option = doctor.locator("#transfer-to option", has_text="کامران").get_attribute("value")
    doctor.locator("#transfer-to").select_option(option)
    doctor.fill("#transfer-why", "دل کا معاملہ ہے")
    doctor.click("#transfer button[type=submit]")
    colleague.click("[data-list=mine] button.chat")
    soon(colleague, "#log .said--note").to_contain_text("دل کا معاملہ ہے")
    soon(reader, ".head").to_contain_text("کامران")
    answer(colleague, "میں ڈاکٹر کامران ہوں، ہسپتال پہنچ کر بتائیے")
    soon(reader, ".said--theirs").to_have_count(3)
    same_on_both(reader, colleague)
    assert "دل کا معاملہ" not in reader.locator(".log").inner_text()
    soon(doctor, "#log").not_to_contain_text(QUESTION)
    return colleague


def is_closed_and_rated(reader: Page, doctor: Page) -> None:
    doctor.click("[data-act=close]")
    doctor.click("#ask-yes")
    reader.locator(".star input").nth(4).check()
    reader.fill(".rating textarea", COMMENT)
    reader.locator(".rating .strong").click()
    soon(reader, ".over > [role=status]").to_be_visible()
    soon(reader, ".over > [role=status]").to_contain_text("رائے کا شکریہ")
    soon(doctor, "#log").to_contain_text(COMMENT)
    soon(doctor, "[data-list=closed] button[aria-current]").to_contain_text("★★★★★")


def takes_it_along(reader: Page) -> None:
    reader.click(".menu summary")
    kept = json.loads(download(reader, "JSON"))
    texts = [one["text"] for one in kept["events"] if one.get("text")]
    assert [text for text in texts if text in {QUESTION, *LATER}] == [QUESTION, *LATER]
    to_read = download(reader, "پڑھنے کے لیے")
    for text in (QUESTION, DANGER, *LATER, MEANWHILE):
        assert to_read.count(text) == 1
    assert "دل کا معاملہ" not in to_read


def erases_it(reader: Page, doctors: tuple[Page, ...]) -> None:
    open_one = doctors[-1].locator("#lists button.chat[aria-current]")
    row = f"#lists button[data-chat='{open_one.get_attribute('data-chat')}']"
    reader.get_by_text("گفتگو مٹا دیں").click()
    reader.locator(".sure .danger").click()
    soon(reader, ".empty").to_contain_text("گفتگو مٹا دی گئی")
    for doctor in doctors:
        soon(doctor, row).to_have_count(0)
        soon(doctor, "#log").not_to_contain_text(QUESTION)
        doctor.reload()
        soon(doctor, "#lists button.chat").not_to_have_count(0)
        soon(doctor, row).to_have_count(0)
    reader.reload()
    reader.locator(".desk-launcher").click()
    soon(reader, ".teams").to_be_visible()
    soon(reader, ".said--mine").to_have_count(0)


def answer(doctor: Page, text: str) -> None:
    doctor.fill("#words", text)
    doctor.press("#words", "Enter")


def words(page: Page, whose: str) -> list[str]:
    return page.locator(f".said--{whose} p:is(.words, [dir=auto])").all_text_contents()


def types(page: Page, field: str, other: Page, shown: str) -> None:
    """Type until the other side is told: it is told once in a few seconds."""
    until = time.monotonic() + SLOW / 1000
    while time.monotonic() < until:
        page.locator(field).press_sequentially("ا")
        other.wait_for_timeout(250)
        if other.locator(shown).text_content():
            return
    pytest.fail("nobody was told that somebody types")


def same_on_both(reader: Page, doctor: Page) -> None:
    """Each word stands once on either screen, and in the same order.

    What was acknowledged is gone from the reader's screen until its event comes.
    """
    until = time.monotonic() + SLOW / 1000
    mine, theirs = on_screen(reader, doctor)
    while mine != theirs and time.monotonic() < until:
        reader.wait_for_timeout(200)
        mine, theirs = on_screen(reader, doctor)
    assert mine == theirs
    assert len(set(mine[0])) == len(mine[0])


def on_screen(reader: Page, doctor: Page) -> tuple[tuple[list[str], ...], ...]:
    """Return the reader's words and the staff's, on the reader's screen and on the doctor's."""
    return (
        (words(reader, "mine"), words(reader, "theirs")),
        (words(doctor, "reader"), words(doctor, "staff")),
    )


def download(reader: Page, label: str) -> str:
    with reader.expect_download() as told:
        reader.get_by_text(label).click()
    return told.value.path().read_text("utf-8")
