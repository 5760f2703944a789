"""Nastaliq: nothing cuts the letters, and the lines stand still when the font arrives."""

from __future__ import annotations

import io

import pytest
import trial
from bench_page import OBSERVE, SHIFT_BUDGET, demo_stories, slow_phone, visit
from PIL import Image, ImageChops

pytestmark = pytest.mark.browser

# Nastaliq's ink stays within about two lines of its own.
AROUND = 48

# What cuts its contents, but for what only readers of the text are to hear.
# Each gets a number, so that it can be opened later.
FIND_CUTTERS = """
() => [...document.querySelectorAll("body *")].filter((place) => {
  const look = getComputedStyle(place);
  const cuts = [look.overflowX, look.overflowY].some((one) => one !== "visible")
    || look.clipPath !== "none" || look.contain.match(/paint|strict|content/);
  return cuts && place.textContent.trim() && !place.closest(".unseen, svg, iframe");
}).map((place, number) => {
  place.dataset.cutter = number;
  return { number, name: `${place.tagName}.${place.className}` };
})
"""
# Pictures are no letters, and may be resampled between two looks.
HIDE_PICTURES = """
() => {
  for (const image of document.images) image.style.setProperty("visibility", "hidden");
}
"""
SHOW = """
(number) => {
  const place = document.querySelector(`[data-cutter="${number}"]`);
  // A row that is half a pixel off its start would move when it is opened.
  place.style.setProperty("scroll-snap-type", "none");
  place.scrollLeft = 0;
  place.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = place.getBoundingClientRect();
  return { x, y, width, height };
}
"""
PAINTED = """
() => new Promise((done) => {
  const look = () =>
    performance.getEntriesByName("first-contentful-paint").length
      ? done() : requestAnimationFrame(look);
  look();
})
"""
SET = """
([number, open]) => {
  const { style } = document.querySelector(`[data-cutter="${number}"]`);
  for (const [name, value] of [["overflow", "visible"], ["clip-path", "none"], ["contain", "none"]])
    open ? style.setProperty(name, value, "important") : style.removeProperty(name);
}
"""


def take(page, box):
    return Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")


@pytest.mark.parametrize("kind", ["front", "section", "story", "archive", "author", "missing"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_box_cuts_the_letters(open_reader, kind, width):
    """Opens every box that cuts, and looks whether ink appears over or under it."""
    reader = open_reader(viewport={"width": width, "height": 1200}, reduced_motion="reduce")
    page = reader.open(kind)
    # What lies beside a row that scrolls must not widen the page once it is opened.
    page.evaluate(
        """() => {
            document.documentElement.style.setProperty("overflow-x", "hidden");
            document.body.style.setProperty("overflow-x", "clip");
        }"""
    )
    page.evaluate(HIDE_PICTURES)
    cut = []
    for cutter in page.evaluate(FIND_CUTTERS):
        place = page.evaluate(SHOW, cutter["number"])
        left, top = max(place["x"], 0), max(place["y"] - AROUND, 0)
        box = {
            "x": left,
            "y": top,
            "width": min(place["x"] + place["width"], width) - left,
            "height": place["y"] + place["height"] + AROUND - top,
        }
        # What comes into the page between two looks is a difference too, but not twice.
        for _ in range(3):
            before = take(page, box)
            page.evaluate(SET, [cutter["number"], True])
            difference = ImageChops.difference(before, take(page, box)).getbbox()
            page.evaluate(SET, [cutter["number"], False])
            if not difference:
                break
        else:
            cut.append((cutter["name"], difference))
    assert cut == []


def test_single_lines_are_as_high_as_their_letters(reader):
    """A box that is lower than its text would cut it as soon as somebody hid the overflow."""
    page = reader.open("front")
    low = page.evaluate(
        """[...document.querySelectorAll(".headline, .kicker, .sections a, .label, .button, .card")]
            .filter((place) => getComputedStyle(place).overflowY !== "visible"
                && place.scrollHeight > place.clientHeight)
            .map((place) => place.className)"""
    )
    assert low == []


@pytest.mark.parametrize("kind", ["story", "front"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_late_font_moves_nothing(open_reader, kind, width):
    """Holds the font back until the page is painted without it."""
    reader = open_reader(viewport={"width": width, "height": 800})
    reader.context.add_init_script(OBSERVE)
    page, held, let_go = reader.page, [], []
    # One that is asked for only after the others were let go is held by nobody.
    page.route("**/*.woff2", lambda route: route.continue_() if let_go else held.append(route))
    page.goto(reader.paper.url(kind), wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    page.wait_for_timeout(500)
    let_go.append(True)
    for route in held:
        route.continue_()
    trial.settle(page)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(500)
    seen = page.evaluate("__seen")
    assert held
    assert seen["shift"] < SHIFT_BUDGET, seen["shifts"]


def test_a_story_stands_still_on_a_slow_phone(browser, paper):
    story = demo_stories(paper.address)[0]
    with slow_phone(browser) as phone:
        seen = visit(phone, story.url)
    assert seen.shift < SHIFT_BUDGET, seen.shifts
    assert seen.transferred["fonts"] > 0
    assert seen.strangers(paper.address) == []


def test_a_second_visit_asks_for_no_font(browser, paper):
    with slow_phone(browser) as phone:
        first, second = (visit(phone, paper.url("story")) for _ in range(2))
    assert first.transferred["fonts"] > 0
    assert second.transferred["fonts"] == 0
