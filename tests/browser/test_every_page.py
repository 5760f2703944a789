"""What must hold on every kind of page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from bench_page import read_down
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

KINDS = (
    "front",
    "section",
    "story",
    "author",
    "tag",
    "archive",
    "thread",
    "source",
    "info",
    "corrections",
    "search",
    "results",
    "missing",
)
WIDTHS = (320, 360, 768, 1280)
# A dark page is the light one in other colors, so only what axe says of colors can differ.
FAULTS = {"resultTypes": ["violations"]}
THEMES = {"light": FAULTS, "dark": {**FAULTS, "runOnly": ["cat.color"]}}

# Elements that stick out of the window, unless something around them scrolls.
OUTSIDE = """
() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const scrolls = (place) => {
    for (let one = place.parentElement; one; one = one.parentElement)
      if (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  return [...document.body.querySelectorAll("*")]
    .filter((place) => {
      const box = place.getBoundingClientRect();
      return (box.right > innerWidth + 1 || box.left < -1) && !scrolls(place);
    })
    .map((place) => `${place.tagName}.${place.className}`)
    .concat(`${document.documentElement.scrollWidth} pixels wide`);
}
"""

IMAGES = """
() => [...document.images].map((image) => ({
  src: image.currentSrc,
  given: [image.getAttribute("width"), image.getAttribute("height")].map(Number),
  natural: [image.naturalWidth, image.naturalHeight],
}))
"""

# A picture that failed is complete too, and then has no size of its own. One that was passed by
# before the browser looked comes when it is gone to.
ARE_COMPLETE = """
() => {
  const left = [...document.images].find((image) => !image.complete);
  left?.scrollIntoView({ block: "center", behavior: "instant" });
  return !left;
}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_reader, kind):
    reader = open_reader(reduced_motion="reduce")
    page = reader.open(kind)
    found = []
    for theme, options in THEMES.items():
        page.emulate_media(color_scheme=theme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for violation in Axe().run(page, options=options).response["violations"]:
                targets = [node["target"] for node in violation["nodes"]][:3]
                found.append(f"{theme} {width}: {violation['id']}: {targets}")
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_pages_load_cleanly_and_fit_every_width(reader, kind):
    """One visit: no error, no stranger, nothing kept, whole pictures, nothing too wide."""
    page = reader.open(kind)
    read_down(page)
    page.wait_for_function(ARE_COMPLETE)
    assert reader.errors == []
    assert reader.strangers == []
    assert reader.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    for image in page.evaluate(IMAGES):
        check_dimensions(image)
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("(width) => innerWidth === width", arg=width)
        wide[width] = page.evaluate(OUTSIDE)
    assert not any(wide.values()), wide


def check_dimensions(image):
    assert all(image["given"]), image
    assert all(image["natural"]), f"did not load: {image}"
    given, natural = (image[key][0] / image[key][1] for key in ("given", "natural"))
    assert given == pytest.approx(natural, rel=0.02), image


def test_the_largest_text_does_not_scroll_sideways(reader):
    page = reader.open("story")
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate("document.documentElement.dataset.text = '4'")
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("kind", ["front", "story"])
def test_every_stop_of_the_tab_key_shows_itself(open_reader, kind):
    page = open_reader(reduced_motion="reduce").open(kind)
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const place = document.activeElement;
                const look = getComputedStyle(place);
                const box = place.getBoundingClientRect();
                return {
                    place: `${place.tagName}.${place.className} ${place.textContent.trim()}`,
                    outline: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
                    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight
                        && box.right > 0 && box.left < innerWidth,
                };
            }"""
        )
        assert seen["outline"], seen
        assert seen["inside"], seen


def test_the_skip_link_leads_to_the_story(reader):
    page = reader.open("story")
    page.keyboard.press("Tab")
    box = page.locator(".skip").bounding_box()
    assert page.evaluate("document.activeElement.className") == "skip"
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()  # in the frame after the one that scrolls
    page.keyboard.press("Tab")
    page.wait_for_function(
        """() => {
            const main = document.querySelector("main");
            return main !== document.activeElement && main.contains(document.activeElement);
        }"""
    )
