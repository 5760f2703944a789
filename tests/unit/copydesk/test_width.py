"""Widths told from the table, against the font."""

from pathlib import Path
from statistics import mean

import pytest
from fonts import samples
from fonts.shaping import Face

from roznama import paper
from roznama.copydesk.width import width
from roznama.urdu import normalize

FONT = Path(paper.__file__).parent / "static/paper/fonts/noto-nastaliq-urdu.woff2"
HEADLINES = [line for line in samples.read().sentences if 20 < len(line) < 90]


@pytest.fixture(scope="module")
def face() -> Face:
    return Face(FONT, 700)


def test_headlines_come_out_within_a_few_percent(face):
    assert len(HEADLINES) > 20
    off = [width(normalize(line)) / face.width(normalize(line)) - 1 for line in HEADLINES]
    assert abs(mean(off)) < 0.02
    assert mean(map(abs, off)) < 0.03
    assert max(map(abs, off)) < 0.10


@pytest.mark.parametrize("text", ["", " ", "\u200f", "abc", "\ud800", "آ" * 1000])
def test_any_text_has_a_width(text):
    assert width(text) >= 0
