"""The first day of an editor: a one-time code, a password, a passkey; on a phone and wide."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import trial
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.founding import Founded
from tests.signing import digits

pytestmark = pytest.mark.browser

AXE = {"runOnly": ["wcag2a", "wcag2aa"]}
IN = re.compile("/newsroom/(stories/)?$")
PASSWORD = "three quiet mangoes"


@pytest.fixture(scope="module")
def served(
    founded: Founded, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """A paper that asks for second factors, under a name, as passkeys need it."""
    folder = tmp_path_factory.mktemp("signing") / "paper"
    shutil.copytree(founded.folder, folder)
    with trial.served(folder, host="localhost", second_factor="publishers") as address:
        yield folder, address


@pytest.fixture(params=[(360, 780), (1280, 900)], ids=["phone", "wide"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A browser whose device has a lock: Chromium's virtual authenticator."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="ur-PK")
    context.set_default_timeout(90_000)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    context.close()


def test_from_a_code_to_a_passkey(page: Page, served: tuple[Path, str]) -> None:
    folder, address = served
    wide = page.viewport_size["width"]
    name = f"editor{wide}"
    code = trial.command(folder, "login", name, "--new").split()[-1]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda told: errors.append(told.text) if "Content Security" in told.text else None,
    )

    page.goto(f"{address}/newsroom/")
    look(page, "login")
    fill_in(page, name, code)
    page.wait_for_url("**/security/welcome/**")
    look(page, "welcome")
    page.locator("ol a").first.click()
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    look(page, "password")
    page.click("button.main")

    page.wait_for_url("**/security/welcome/**")
    page.locator("a.main").click()
    page.fill("[name=name]", "میرا فون")
    look(page, "passkey")
    page.locator("form[data-passkey] button").click()
    page.wait_for_url("**/security/codes/")
    expect(page.locator(".codes li")).to_have_count(10)
    look(page, "codes")
    page.locator("a.main").click()
    expect(page.locator("bdi", has_text="میرا فون")).to_be_visible()
    look(page, "home")

    set_up_app(page, address)
    page.goto(f"{address}/newsroom/security/sessions/")
    look(page, "sessions")
    log_out(page, address)

    # The passkey alone opens the account, and leads where one was going.
    page.goto(f"{address}/newsroom/login/?next=/newsroom/authors/")
    page.locator("form[data-passkey] button").click()
    page.wait_for_url(f"{address}/newsroom/authors/")
    log_out(page, address)

    # After the password it is the second factor.
    page.goto(f"{address}/newsroom/login/")
    fill_in(page, name, PASSWORD)
    page.wait_for_url("**/login/second/")
    look(page, "second")
    page.locator("form[data-passkey] button").click()
    page.wait_for_url(IN)
    page.goto(f"{address}/newsroom/account/")
    page.click("#tab-label-actions")
    expect(page.locator("a[href='/newsroom/security/']")).to_be_visible()
    assert errors == []


def fill_in(page: Page, name: str, password: str) -> None:
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")


def set_up_app(page: Page, address: str) -> None:
    page.goto(f"{address}/newsroom/security/app/")
    expect(page.locator(".qr img")).to_be_visible()
    look(page, "app")
    page.fill("[name=code]", digits(page.locator("bdi.code").inner_text()))
    page.click("form button.main")
    page.wait_for_url(lambda url: "/security/app/" not in url)  # the code was taken


def log_out(page: Page, address: str) -> None:
    page.goto(f"{address}/newsroom/security/logout/")
    page.click("main button")
    page.wait_for_url(re.compile("/newsroom/login/$"))


def look(page: Page, name: str) -> None:
    """The screen reads from the right, fits its window, and has no fault that axe finds."""
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(over) <= 0, name
    if folder := os.environ.get("PICTURES"):
        page.screenshot(
            path=f"{folder}/signing-{name}-{page.viewport_size['width']}.png", full_page=True
        )
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
