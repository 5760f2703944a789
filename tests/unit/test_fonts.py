"""The font that is shipped: small, whole for Urdu, variable, and able to shape it."""

from pathlib import Path

import pytest
from fonts import letters, samples
from fonts.shaping import Face
from fontTools.ttLib import TTFont

from roznama import paper

FONT = Path(paper.__file__).parent / "static/paper/fonts/noto-nastaliq-urdu.woff2"
FEATURES = {"init", "medi", "fina", "isol", "rlig", "ccmp"}
PLACEMENT = {"curs", "mark", "mkmk"}


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(FONT)


def test_font_keeps_its_byte_budget():
    assert FONT.stat().st_size <= 190_000


def test_font_is_woff2(font):
    assert font.flavor == "woff2"


def test_license_travels_with_the_font():
    text = FONT.with_name("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("row", letters.TABLE, ids=lambda row: row.reason)
def test_font_has_every_code_point(font, row):
    missing = row.code_points - font.getBestCmap().keys()
    assert not missing, [f"U+{point:04X}" for point in sorted(missing)]


def test_arabic_layout_is_kept(font):
    substitutions = font["GSUB"].table.FeatureList.FeatureRecord
    placements = font["GPOS"].table.FeatureList.FeatureRecord
    assert {record.FeatureTag for record in substitutions} >= FEATURES
    assert {record.FeatureTag for record in placements} >= PLACEMENT


def test_weight_runs_from_regular_to_bold(font):
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue) == (
        "wght",
        400,
        400,
        700,
    )


def test_samples_are_enough():
    read = samples.read()
    assert len(set(read.words)) >= 200
    assert len(set(read.sentences)) >= 60
    assert len(set(read.marks)) >= 16


@pytest.mark.parametrize("weight", [400, 550, 700])
def test_samples_have_no_missing_glyph(weight):
    face = Face(FONT, weight)
    holes = [text for text in samples.read().all() if any(g.number == 0 for g in face.shape(text))]
    assert not holes


def test_bold_is_drawn_bolder():
    regular, bold = (Face(FONT, weight).shape("خبر") for weight in (400, 700))
    assert [g.number for g in regular] == [g.number for g in bold]
    assert [g.outline for g in regular] != [g.outline for g in bold]


def test_letters_join():
    face = Face(FONT)
    joined = {g.number for g in face.shape("نستعلیق")}
    apart = {g.number for letter in "نستعلیق" for g in face.shape(letter)}
    assert joined - apart
