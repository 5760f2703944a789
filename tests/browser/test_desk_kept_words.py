"""What a reader has written is there whatever happens: a reload, no network, what others do."""

from __future__ import annotations

import pytest
import trial
from playwright.sync_api import expect

from tests.browser.asking import QUESTION, cut_off, ends_with, open_desk, queued, say, texts, until
from tests.browser.waiting import comes_to

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quiet_desk")]


def test_words_being_changed_stay_while_their_message_is_read(phone, doctor):
    page = open_desk(phone)
    queued(page)
    doctor("take")
    until(page, ".said--mine .tools", 2)
    page.locator(".said--mine .tools button").first.click()
    page.locator(".editor textarea").fill("بخار 103 ہے")
    doctor("read")
    doctor("send", "جی")
    page.locator(".said--theirs").wait_for()
    page.locator(".said--mine .mark--seen").first.wait_for()  # the answer to the bot's question
    expect(page.locator(".editor textarea")).to_have_value("بخار 103 ہے")
    page.locator(".editor .strong").click()
    expect(page.locator(".said--mine p").first).to_have_text("بخار 103 ہے")


def test_a_form_that_is_being_written_is_not_made_anew(phone, doctor):
    """Each minute it is: who is on duty may have changed. The team is asked for first."""
    page = open_desk(phone)
    page.locator("#question").wait_for()
    asked = []
    page.route("**/desk/api/team/**", lambda route: asked.append(route))  # noqa: PLW0108
    page.evaluate("() => { document.querySelector('roznama-desk').begin() }")
    comes_to(page, lambda: len(asked), 1)
    page.locator("#question").press_sequentially("میرے بیٹے کو")
    with page.expect_response("**/desk/api/team/**"):
        asked[0].continue_()
    trial.settle(page)
    page.locator("#question").press_sequentially(" بخار ہے")
    expect(page.locator("#question")).to_have_value("میرے بیٹے کو بخار ہے")


def test_a_reload_goes_on_where_it_was(phone, doctor):
    page = open_desk(phone)
    queued(page)
    page.reload()
    button = page.locator(".desk-launcher")
    button.get_by_text("جاری ہے").wait_for()
    button.click()
    until(page, ".said--mine", 2)
    assert texts(page)[0] == QUESTION
    assert doctor("state")["messages"] == 2


def test_what_is_written_offline_is_sent_once_the_network_is_back(phone, doctor):
    page = open_desk(phone)
    queued(page)
    cut_off(page)
    say(page, "پہلا")
    say(page, "دوسرا")
    until(page, ".mark--sending", 2)
    page.locator("roznama-desk .note").get_by_text("محفوظ").wait_for()
    doctor("take")
    doctor("send", "جواب")
    phone.context.set_offline(False)
    page.locator(".said--theirs").wait_for()
    until(page, ".mark--sending", 0)
    ends_with(page, 4, "پہلا", "دوسرا")
    assert doctor("state")["messages"] == 5


def test_what_was_not_acknowledged_survives_a_reload(phone, doctor):
    page = open_desk(phone)
    queued(page)
    cut_off(page)
    say(page, "آخری لفظ")
    until(page, ".mark--sending", 1)
    phone.page.close()
    phone.context.set_offline(False)
    phone.page = page = phone.context.new_page()
    open_desk(phone)
    ends_with(page, 3, "آخری لفظ")
    assert doctor("state")["messages"] == 3
