"""Cards as drawn: shaped, inside their edges, the same each time."""

import re
from importlib import resources

import pytest
from PIL import Image, ImageChops

from roznama.paper.social.drawing import as_jpeg, draw, ink
from roznama.paper.social.faces import nastaliq
from roznama.paper.social.layout import HEAVY, MOST_LINES, SHAPES, WIDE, fitted
from roznama.paper.social.setting import Line, broken
from roznama.paper.social.tones import TONES
from roznama.paper.social.words import Words

LONG = (
    "وفاقی کابینہ نے پانی کی تقسیم کے نئے فارمولے کی منظوری دے دی، صوبوں کو 30 دن میں اعتراضات "
    "جمع کرانے کی ہدایت جبکہ بلوچستان کا احتجاج برقرار"
)
HEADLINES = {
    "short": "سیلاب",
    "usual": "پشاور میں نئی بس سروس کا آغاز",
    "mixed": "ورلڈ کپ 2027: ICC نے 12 پاکستانیوں کو شامل کر لیا، PCB کا خیر مقدم",
    "deep": "کلبھوشن کیس میں ججوں کے پینل پر تنقید، جج نے بچّے کی تحویل کا فیصلہ سنا دیا",
    "long": LONG,
    "longest": (LONG + " ").strip() * 2,
    "one word": "ناقابلِفراموشناقابلِفراموشناقابلِفراموشناقابلِفراموش",
    "latin": "FIFA U-17 World Cup qualifiers",
}
SAFE = 30  # pixels; no shape's margin is smaller, tips of letters may reach into it


def words(headline, **changed):
    rest = {"kicker": "آبی وسائل", "section": "سیاست", "color": "politics"}
    paper = {"masthead": "روزنامہ", "credit": "تصویر: اے ایف پی"}
    return Words(**{"headline": headline, **rest, **paper, **changed})


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES.keys())
def test_no_ink_touches_an_edge(headline, shape):
    left, top, right, bottom = ink(words(headline), shape).getbbox()
    assert left >= SAFE
    assert top >= SAFE
    assert right <= shape.width - SAFE
    assert bottom <= shape.height - SAFE


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES.keys())
def test_lines_of_a_headline_do_not_meet(headline, shape):
    found = fitted(headline, shape)
    assert 1 <= len(found.lines) <= MOST_LINES
    assert found.height <= shape.room
    lows = [
        down - line.bounds[1] * found.size
        for line, down in zip(found.lines, found.baselines, strict=True)
    ]
    tops = [
        down - line.bounds[3] * found.size
        for line, down in zip(found.lines, found.baselines, strict=True)
    ]
    assert all(low < top for low, top in zip(lows, tops[1:], strict=False))


def test_all_of_a_long_headline_is_there_and_of_a_longer_one_as_much_as_fits():
    assert " ".join(line.text for line in fitted(LONG, WIDE).lines) == LONG
    cut = " ".join(line.text for line in fitted(f"{LONG} {LONG}", WIDE).lines)
    assert cut.endswith("…")
    assert f"{LONG} {LONG}".startswith(cut.removesuffix("…").strip())


def test_a_short_headline_is_set_larger():
    sizes = [fitted(HEADLINES[name], WIDE).size for name in ("short", "deep", "long")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_lines_are_even():
    lines = broken(LONG, HEAVY, 3)
    widths = [line.width for line in lines]
    assert max(widths) < 1.25 * min(widths)


def test_letters_are_joined_in_nastaliq():
    text = HEADLINES["usual"]
    line = Line(text, HEAVY)
    letters = [Line(letter, HEAVY) for letter in text]
    # Joined letters are narrower than letters apart, have other shapes, and climb.
    assert line.advance < 0.85 * sum(letter.advance for letter in letters)
    apart = {glyph.number for letter in letters for glyph in letter.glyphs}
    assert len({glyph.number for glyph in line.glyphs} - apart) > 5
    heights = [glyph.y for glyph in Line("لمحہ", HEAVY).glyphs]
    assert max(heights) - min(heights) > 0.1


def test_marks_are_placed_over_their_letters():
    with_mark, without = Line("مدّت", HEAVY), Line("مدت", HEAVY)
    assert with_mark.bounds[3] > without.bounds[3]
    assert with_mark.advance == pytest.approx(without.advance, abs=0.05)


def test_no_line_of_the_raster_is_cut():
    for line in [line for text in HEADLINES.values() for line in fitted(text, WIDE).lines]:
        drawn = line.ink(80)
        left, low, right, top = (edge * 80 for edge in line.bounds)
        assert drawn.left <= left + 1
        assert drawn.left + drawn.mask.width >= right - 1
        assert drawn.top <= -top + 1
        assert drawn.top + drawn.mask.height >= -low - 1


def test_numbers_and_latin_words_stand_in_the_lines_order():
    glyphs = Line("اب 12 جد", HEAVY).glyphs
    one, two = (nastaliq(HEAVY).get_nominal_glyph(ord(sign)) for sign in "12")
    places = {glyph.number: glyph.x for glyph in glyphs}
    assert places[one] < places[two]


def test_a_card_is_drawn_the_same_each_time():
    picture = Image.linear_gradient("L").convert("RGB").resize((1200, 630))
    first, second = (as_jpeg(draw(words(LONG), WIDE, picture)) for _ in range(2))
    assert first == second
    assert len(first) < 300_000  # WhatsApp shows no larger ones


def test_what_a_card_says_is_to_be_seen():
    plain = draw(words(HEADLINES["usual"]), WIDE)
    for changed in ({"kicker": "بجٹ"}, {"section": "کھیل"}, {"masthead": "اخبار"}, {"credit": ""}):
        other = draw(words(HEADLINES["usual"], **changed), WIDE)
        assert ImageChops.difference(plain, other).getbbox()
    green = draw(words(HEADLINES["usual"], color="business"), WIDE)
    assert green.getpixel((600, 2)) == TONES["business"][0]


def test_the_headline_can_be_read_over_a_bright_picture():
    white = Image.new("RGB", (1200, 630), "white")
    card = draw(words(LONG), WIDE, white).convert("L")
    box = fitted(LONG, WIDE)
    behind = card.crop((0, 630 - 56 - int(box.height) - 60, 30, 630)).getextrema()[1]
    assert behind < 110  # 4.5:1 against paper's white


def test_tones_are_those_of_the_style_sheet():
    css = (resources.files("roznama.paper") / "static/paper/css/site.css").read_text("utf-8")
    names = dict(re.findall(r"\.c-(\w+) \{ --tone: var\(--(\w+)\); \}", css))
    light, dark = (css.index(mark) for mark in (":root {", "@media (prefers-color-scheme: dark)"))
    for section, (pale, deep) in TONES.items():
        found = [
            re.compile(rf"--{names[section]}: (#\w+);").search(css, at) for at in (light, dark)
        ]
        assert [one[1] for one in found] == [f"#{bytes(tone).hex()}" for tone in (pale, deep)]
    assert names.keys() == TONES.keys()
