"""What a reader can do with a story."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import trial
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FRAMES = {
    "www.youtube-nocookie.com",
    "www.tiktok.com",
    "platform.twitter.com",
    "t.me",
}
DARK, LIGHT = "rgb(23, 20, 16)", "rgb(251, 247, 238)"

# Keeps the ground's color in every frame that is painted.
WATCH_GROUND = """
window.__grounds = new Set();
requestAnimationFrame(function look() {
  if (document.body) __grounds.add(getComputedStyle(document.body).backgroundColor);
  requestAnimationFrame(look);
});
"""


# Keeps what the button for copying says, which takes it back by itself.
WATCH_COPY = """
() => {
  const button = document.querySelector(".share .copy");
  window.__said = [];
  new MutationObserver(() => __said.push(button.textContent.trim()))
    .observe(button, { childList: true, characterData: true, subtree: true });
}
"""


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def text_size(page):
    return page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.story-body p')).fontSize)"
    )


def test_embeds_ask_nobody_before_a_click(reader):
    page = reader.open("story")
    page.locator(".embed").last.scroll_into_view_if_needed()
    trial.settle(page)
    assert page.locator(".embed a").count() == len(FRAMES)
    assert page.locator("iframe").count() == 0
    assert reader.strangers == []


@pytest.mark.parametrize("host", sorted(FRAMES))
def test_a_click_opens_the_providers_frame(reader, host):
    page = reader.page
    page.route(
        lambda url: not reader.paper.owns(url),
        lambda route: route.fulfill(content_type="text/html", body="<title>stub</title>"),
    )
    reader.open("story")
    with page.expect_response(lambda answer: urlsplit(answer.url).netloc == host):
        page.locator(f'.embed a[data-src^="https://{host}/"]').click()
    frame = page.locator("iframe")
    frame.wait_for()
    assert urlsplit(frame.get_attribute("src")).netloc == host
    assert frame.get_attribute("sandbox")
    assert {urlsplit(url).netloc for url in reader.strangers} == {host}
    assert reader.errors == []


def test_every_frame_has_a_name(reader):
    """Also where the editor gave the film or post no title."""
    page = reader.open("story")
    names = page.locator(".embed a").evaluate_all("(links) => links.map((a) => a.dataset.title)")
    assert all(names), names


def test_copying_the_link(open_reader):
    reader = open_reader(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("story")
    done = page.locator(".share .copy").get_attribute("data-done")
    page.evaluate(WATCH_COPY)
    page.locator(".share .copy").click()
    page.wait_for_function("(done) => __said.some((one) => one.includes(done))", arg=done)
    assert page.evaluate("navigator.clipboard.readText()") == reader.paper.url("story")


def test_text_size_stays(reader):
    page = reader.open("story")
    larger = page.locator('.text-size [data-step="1"]')
    smaller = page.locator('.text-size [data-step="-1"]')
    first = text_size(page)
    larger.click()
    second = text_size(page)
    assert second > first
    page.reload()
    assert text_size(page) == second
    for _ in range(6):
        larger.click(force=True)
    expect(larger).to_have_attribute("aria-disabled", "true")
    for _ in range(6):
        smaller.click(force=True)
    expect(smaller).to_have_attribute("aria-disabled", "true")
    assert text_size(page) < first


@pytest.mark.parametrize(
    ("device", "before", "after"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)]
)
def test_the_theme_stays_and_does_not_flash(open_reader, device, before, after):
    reader = open_reader(color_scheme=device, reduced_motion="reduce")
    page = reader.open("front")
    assert ground(page) == before
    page.locator(".theme-toggle").click()
    assert ground(page) == after
    page.add_init_script(WATCH_GROUND)
    for again in (page.reload, lambda: page.goto(reader.paper.url("story"))):
        again()
        trial.settle(page)
        page.wait_for_function("() => __grounds.size > 0")
        assert page.evaluate("[...__grounds]") == [after]
    pressed = page.locator(".theme-toggle").get_attribute("aria-pressed")
    assert pressed == str(after == DARK).lower()


def test_a_page_is_readable_without_scripts(open_reader):
    reader = open_reader(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = reader.page
    page.goto(reader.paper.url("story"))
    assert page.locator("h1").is_visible()
    paragraphs = page.locator(".story-body p")
    assert paragraphs.count() > 5
    assert all(one.is_visible() for one in paragraphs.all())
    assert not any(one.is_visible() for one in page.locator(".js-only").all())
    for link in page.locator(".embed a").all():
        assert link.get_attribute("href").startswith("https://")
    page.locator('.sections a[href="/siyasat/"]').click()
    page.wait_for_url(f"{reader.paper.address}/siyasat/")
    assert page.locator(".card").count() > 0


def test_print_leaves_the_story_and_takes_the_rest(reader):
    page = reader.open("story")
    page.emulate_media(media="print")
    for gone in ("nav.sections", ".share", ".footer", ".related", ".text-size", ".embed", ".tags"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    for kept in ("h1", ".story-body p", ".byline", ".sources", ".corrections", ".story-picture"):
        assert page.locator(kept).first.is_visible(), kept
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate("getComputedStyle(document.querySelector('.story-body p')).color")
    assert ink == "rgb(0, 0, 0)"
