"""How pictures are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.newsroom.pictures.crops import CROPS, crop_box, point

SIDES = st.integers(1, 8000)
SHARES = st.floats(0, 1)


@given(SIDES, SIDES, st.sampled_from(sorted(CROPS)), st.none() | st.tuples(SHARES, SHARES))
def test_a_crop_is_inside_and_as_large_as_can_be(width, height, name, own):
    left, top, right, bottom = crop_box((width, height), CROPS[name].ratio, None, own)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left >= width - 1 or bottom - top >= height - 1


@given(SIDES, SIDES, st.sampled_from(sorted(CROPS)), SHARES, SHARES)
def test_a_small_focal_area_is_inside(width, height, name, u, v):
    x, y = u * width, v * height
    focus = (max(0, x - 1), max(0, y - 1), min(width, x + 1), min(height, y + 1))
    left, top, right, bottom = crop_box((width, height), CROPS[name].ratio, focus)
    if right - left > 4 and bottom - top > 4:
        assert left - 1 <= focus[0]
        assert focus[2] <= right + 1
        assert top - 1 <= focus[1]
        assert focus[3] <= bottom + 1


def test_without_a_focal_area_the_middle_is_cut():
    assert crop_box((400, 100), 1.0) == (150, 0, 250, 100)


def test_the_editors_point_comes_first():
    focus = (380.0, 40.0, 400.0, 60.0)
    assert crop_box((400, 100), 1.0, focus)[2] == 400
    assert crop_box((400, 100), 1.0, focus, (0.0, 0.5)) == (0, 0, 100, 100)


@pytest.mark.parametrize("text", ["1", "2,0", "a,b", "0.5,-1", "0,0,0", "nan,0"])
def test_what_is_no_point_is_refused(text):
    with pytest.raises(ValueError):
        point(text)
    assert point("") is None
    assert point("0.250,1") == (0.25, 1.0)
