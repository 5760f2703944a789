"""A reader asks a doctor, on the pages that are printed."""

from __future__ import annotations

import re
from typing import Any

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.asking import (
    QUESTION,
    ask,
    ends_with,
    open_desk,
    queued,
    say,
    texts,
    until,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quiet_desk")]

PHONE = {"width": 360, "height": 740}
DANGER = "میرے والد کے سینے میں شدید درد ہے اور سانس نہیں آ رہی"


def test_nothing_is_kept_or_connected_before_the_desk_is_opened(phone):
    sockets, asked = [], []
    phone.page.on("websocket", lambda socket: sockets.append(socket.url))
    phone.page.on("request", lambda request: asked.append(request.url))
    phone.page.goto(phone.paper.url("story"))
    button = phone.page.locator(".desk-launcher")
    button.wait_for()
    assert "ڈاکٹروں کی ٹیم سے پوچھیں" in button.text_content()
    assert "آن لائن" in button.text_content()
    trial.settle(phone.page)  # what begins by itself has begun
    assert sockets == []
    assert not [url for url in asked if re.search(r"/desk/chat\.|/desk/api/", url)]
    assert phone.context.cookies() == []
    assert phone.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert phone.errors == []


def test_from_the_question_to_the_rating(phone, doctor):
    page = open_desk(phone)
    page.locator("form.start button[type=submit]").click()
    expect(page.locator(".trouble")).not_to_be_empty()
    assert phone.paper.address in page.url
    ask(page)
    page.locator(".choices button").first.click()
    expect(page.locator(".queue")).to_be_visible()
    expect(page.locator(".queue")).to_contain_text("قطار")
    doctor("take")
    doctor("send", "بخار کب سے ہے؟")
    doctor("read")
    page.locator(".said--theirs").wait_for()
    expect(page.locator(".head .badge")).to_contain_text("45871-P")
    page.locator(".mark--seen").first.wait_for()
    say(page, "دو دن سے")
    # Those of a message come with its event, after its acknowledgment.
    until(page, ".said--mine .tools", 3)
    page.locator(".said--mine .tools button").nth(-2).click()
    page.locator(".editor textarea").fill("تین دن سے")
    page.locator(".editor .strong").click()
    page.get_by_text("ترمیم شدہ").wait_for()
    ends_with(page, 3, "تین دن سے")
    page.locator(".said--mine .tools button").last.click()
    page.locator(".said--mine .deleted").wait_for()
    doctor("transfer")
    page.get_by_text("کے سپرد کر دی گئی").wait_for()
    doctor("back")
    page.get_by_text("دوبارہ قطار میں ہے").wait_for()
    doctor("take")
    doctor("close")
    page.locator(".star input").nth(3).check()
    page.locator(".rating textarea").fill("بہت شکریہ")
    page.locator(".rating .strong").click()
    page.get_by_text("رائے کا شکریہ").wait_for()
    assert doctor("state")["stars"] == 4
    assert phone.errors == []
    assert phone.strangers == []


def test_a_second_tab_follows(phone, doctor):
    page = open_desk(phone)
    queued(page)
    other = phone.context.new_page()
    other.goto(phone.paper.url("story"))
    other.locator(".desk-launcher").click()
    until(other, ".said--mine", 2)
    say(other, "دوسرے ٹیب سے")
    until(page, ".said--mine", 3)
    say(page, "پہلے ٹیب سے")
    for one in (page, other):
        until(one, ".said--mine:not(:has(.mark--sending))", 4)
    assert texts(page) == texts(other)


@pytest.mark.parametrize("is_stream_blocked", [False, True], ids=["stream", "asking"])
def test_without_sockets_it_goes_all_the_same(phone, doctor, is_stream_blocked):
    page, used = phone.page, []
    page.route_web_socket("**/desk/socket", lambda socket: socket.close())
    page.on("request", lambda request: used.append(request.url))
    if is_stream_blocked:
        page.route("**/desk/api/stream*", lambda route: route.abort())
    open_desk(phone)
    queued(page)
    doctor("take")
    doctor("send", "پہلا جواب")
    page.locator(".said--theirs").wait_for()
    say(page, "ٹھیک")
    until(page, ".said--mine:not(:has(.mark--sending))", 3)
    doctor("send", "دوسرا جواب")
    until(page, ".said--theirs", 2)
    way = "events" if is_stream_blocked else "stream"
    assert any(f"/desk/api/{way}" in url for url in used)


def test_a_danger_shows_the_numbers_before_any_queue(phone, doctor):
    page = open_desk(phone)
    ask(page, DANGER)
    card = page.locator(".urgent")
    card.wait_for()
    calls = card.locator("a").evaluate_all("(all) => all.map(({ href }) => href)")
    assert "tel:1122" in calls
    assert all(re.fullmatch(r"tel:[+\d]+", one) for one in calls)
    assert doctor("state")["urgent"] is True
    page.locator(".queue").wait_for()  # past all questions
    assert page.locator(".choices").count() == 0


def test_when_nobody_is_there_no_time_is_promised(phone, doctor):
    doctor("duty", False)
    page = open_desk(phone)
    page.locator(".start .notice").wait_for()
    expect(page.locator(".start .notice")).to_contain_text("وعدہ نہیں")
    queued(page)
    page.locator("#email").fill("reader@example.org")
    page.locator(".queue form button").click()
    page.get_by_text("ای میل پر بھی").wait_for()
    assert doctor("state")["has_contact"] is True


def test_a_link_opens_the_conversation_and_leaves_the_address_bar(phone, open_reader, doctor):
    page = open_desk(phone)
    queued(page)
    token = page.evaluate("JSON.parse(localStorage['desk:clinic']).token")
    friend = open_reader(viewport=PHONE)
    other, asked = friend.page, []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(f"{phone.paper.address}/desk/chat/#{token}")
    until(other, ".said--mine", 2)
    assert other.evaluate("location.href") == f"{phone.paper.address}/desk/chat/"
    assert not [url for url in asked if token in url.partition("#")[0]]
    assert other.evaluate("localStorage.length") == 0
    other.reload()
    until(other, ".said--mine", 2)
    assert friend.errors == []


def test_erased_it_is_gone_in_every_tab(phone, doctor):
    page = open_desk(phone)
    queued(page)
    page.locator(".menu summary").click()
    with page.expect_download() as told:
        page.get_by_text("JSON").click()
    assert QUESTION in told.value.path().read_text("utf-8")
    page.get_by_text("گفتگو مٹا دیں").click()
    page.locator(".sure .danger").click()
    page.get_by_text("گفتگو مٹا دی گئی").wait_for()
    assert page.evaluate("JSON.parse(localStorage['desk:clinic']).token") is None
    assert page.locator(".said").count() == 0


def test_a_picture_is_shown_to_its_conversation_alone(phone, doctor, tmp_path):
    from PIL import Image  # noqa: PLC0415

    picture = tmp_path / "xray.png"
    Image.new("RGB", (2400, 1200), "#246").save(picture)
    page = open_desk(phone)
    queued(page)
    page.locator("input[type=file]").set_input_files(picture)
    page.wait_for_function("() => document.querySelector('roznama-desk').foot.files[0]?.told")
    say(page, "ایکسرے")
    image = page.locator(".said--mine .file img")
    image.wait_for()
    # Until its event comes the message may be gone, and then it is drawn anew.
    until(page, ".said--mine .tools", 3)
    page.wait_for_function(
        "() => document.querySelector('roznama-desk').shadowRoot"
        ".querySelector('.file img')?.naturalWidth > 0"
    )
    expect(image).to_have_attribute("src", re.compile("^blob:"))
    until(page, ".mark--sending", 0)
    assert phone.errors == []


def test_the_keyboard_opens_and_closes_it(open_reader):
    reader = open_reader(viewport={"width": 1280, "height": 800})
    page = reader.page
    page.goto(reader.paper.url("story"))
    button = page.locator(".desk-launcher")
    button.focus()
    page.keyboard.press("Enter")
    page.locator("#question").wait_for()
    page.wait_for_function("() => document.activeElement.tagName === 'ROZNAMA-DESK'")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.desk")).to_be_hidden()
    expect(page.locator("button.desk-launcher")).to_be_focused()


def test_english_is_written_from_left_to_right(phone):
    page = open_desk(phone)
    page.locator("#question").fill(QUESTION)
    page.locator(".language").click()
    page.get_by_text("Your question").wait_for()
    expect(page.locator(".desk")).to_have_attribute("dir", "ltr")
    expect(page.locator("#question")).to_have_value(QUESTION)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing(open_reader, doctor, scheme, width):
    size = {"width": width, "height": 740}
    reader = open_reader(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = open_desk(reader)
    page.locator("#question").wait_for()
    found = violations(page, "start")
    queued(page)
    doctor("take")
    doctor("send", "جواب")
    page.locator(".said--theirs").wait_for()
    page.locator(".menu summary").click()
    found += violations(page, "chat")
    page.locator(".menu summary").click()
    doctor("close")
    page.locator(".rating").wait_for()
    found += violations(page, "end")
    assert found == []
    wide = "() => document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(wide)


def violations(page, where: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{where}: {one['id']}: {[n['target'] for n in one['nodes']][:3]}" for one in found]


def test_without_scripts_there_are_pages(open_reader, doctor):
    reader = open_reader(java_script_enabled=False, viewport=PHONE)
    page = reader.page
    page.goto(reader.paper.url("story"))
    page.locator('footer a[href="/desk/"]').click()
    page.locator('a[href="/desk/clinic/"]').click()
    page.locator("#text").fill(QUESTION)
    page.locator("[name=consent]").check()
    page.locator("form.plain-form button").click()
    page.wait_for_url("**/desk/mine/clinic/")
    page.locator("#text").fill("۱۲ سے ۶۰ سال")
    page.locator("button", has_text="بھیجیں").first.click()
    expect(page.locator("#email")).to_have_count(1)
    doctor("take")
    doctor("send", "پانی زیادہ پلائیں")
    page.get_by_text("نئے پیغام دیکھیں").click()
    page.get_by_text("پانی زیادہ پلائیں").wait_for()
    page.locator("button[value=close]").click()
    page.locator("[name=stars]").nth(4).check()
    page.get_by_text("رائے بھیجیں").click()
    page.get_by_text("رائے کا شکریہ").wait_for()
    page.locator("button[value=erase]").click()
    page.locator("button[value=yes]").click()
    page.get_by_text("گفتگو مٹا دی گئی").wait_for()
    (cookie,) = [one for one in reader.context.cookies() if one["name"] == "csrftoken"]
    assert cookie["sameSite"] == "Lax"
    assert "desk_clinic" not in {one["name"] for one in reader.context.cookies()}


FOLD = """
async ([address, steps]) => {
  const { apply, begin, renew } = await import(address);
  const [, first] = steps.shift();
  let chat = { ...begin(first), place: first.place };
  const sums = [];
  for (const [event, fresh] of steps) {
    const before = JSON.stringify(chat);
    const next = apply(chat, event);
    if (JSON.stringify(chat) !== before) throw new Error(`${event.kind} changed the old chat`);
    if (apply(next, event) !== next) throw new Error(`${event.kind} counts twice`);
    sums.push(next.state);
    chat = next.state.stale ? renew(next, fresh) : next;
  }
  return [sums, chat.items];
}
"""
# What an event may leave to be asked for; the sum then says that it is stale.
ASKED_FOR = {"professional", "team", "team_name", "team_name_en", "takes_files", "stars"}


def test_old_state_and_events_are_the_fresh_state(phone, doctor):
    """In the spirit of Zulip's `verify_action`, for every kind that a reader is told."""
    page = open_desk(phone)
    page.locator("#question").wait_for()
    # Only now: it makes a second team, and a desk with two asks first for which one.
    steps: list[Any] = doctor("every_kind")
    address = page.evaluate(
        "() => performance.getEntriesByType('resource').map(({ name }) => name)"
        ".find((name) => /desk\\/state\\./.test(name))"
    )
    sums, items = page.evaluate(FOLD, [address, steps])
    for (event, fresh), total in zip(steps[1:], sums, strict=True):
        is_stale = total.pop("stale")
        if fresh is None:  # more events of the same command follow
            continue
        left = ASKED_FOR if is_stale else set()
        assert {key: total[key] for key in set(fresh) - left} == {
            key: fresh[key] for key in set(fresh) - left
        }, event["kind"]
        assert set(total) == set(fresh)
    assert {event["kind"] for event, _ in steps[1:]} >= {
        "message", "asked", "queued", "edited", "deleted", "taken", "read", "urgency",
        "transferred", "returned", "contact", "closed", "reopened", "rated", "story",
    }  # fmt: skip
    first = next(one for one in items if one["kind"] == "message")
    assert (first["deleted"], first["text"]) == (True, "")
