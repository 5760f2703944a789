"""Which thread a story belongs to, decided from plain values."""

from __future__ import annotations

from collections.abc import Mapping

from roznama.archive.deciding import ENOUGH, LASTS, Decision, Join, Neighbor, Open, Places, decide

NOW = 1_800_000_000
FAR = ENOUGH - 0.01
NEAR = ENOUGH
NOTHING = Places({}, {})


def decided(
    scores: Mapping[tuple[int, int], float],
    places: Places = NOTHING,
    *,
    times: Mapping[int, int] | None = None,
) -> Decision:
    """Decide about story 1; `scores` are of pairs, whatever their order."""
    times = times or {}

    def neighbors(pk: int) -> list[Neighbor]:
        found = [
            Neighbor(sum(pair) - pk, score, times.get(sum(pair) - pk, NOW))
            for pair, score in scores.items()
            if pk in pair
        ]
        return sorted(found, key=lambda near: -near.score)

    return decide(1, NOW, neighbors, places)


def test_three_stories_that_are_close_to_each_other_open_a_thread() -> None:
    triangle = {(1, 2): 0.6, (1, 3): NEAR, (2, 3): 0.5}
    assert decided(triangle) == Open(frozenset({1, 2, 3}))


def test_two_that_are_close_to_the_story_but_not_to_each_other_do_not() -> None:
    assert decided({(1, 2): 0.9, (1, 3): 0.9, (2, 3): FAR}) is None


def test_two_stories_are_no_thread() -> None:
    assert decided({(1, 2): 0.9}) is None


def test_what_is_not_close_enough_opens_nothing() -> None:
    assert decided({(1, 2): 0.6, (1, 3): FAR, (2, 3): 0.9}) is None


def test_a_group_is_found_behind_a_closer_loner() -> None:
    scores = {(1, 2): 0.9, (1, 3): 0.6, (1, 4): 0.5, (3, 4): 0.5, (2, 3): FAR, (2, 4): FAR}
    assert decided(scores) == Open(frozenset({1, 3, 4}))


def test_a_thread_opens_with_all_that_are_close_to_each_other() -> None:
    scores = {(one, two): 0.5 for one in range(1, 6) for two in range(one + 1, 6)}
    assert decided(scores) == Open(frozenset({1, 2, 3, 4, 5}))


def test_a_story_joins_the_thread_of_its_closest_neighbor_in_one() -> None:
    scores = {(1, 2): 0.9, (1, 3): 0.6, (1, 4): 0.5}
    places = Places({3: 30, 4: 40}, {30: NOW, 40: NOW})
    assert decided(scores, places) == Join(30)


def test_a_story_does_not_join_by_a_neighbor_that_is_too_far() -> None:
    assert decided({(1, 3): FAR}, Places({3: 30}, {30: NOW})) is None


def test_a_thread_ends_when_nothing_came_for_long() -> None:
    places = Places({3: 30}, {30: NOW - LASTS})
    assert decided({(1, 3): 0.9}, places) == Join(30)
    assert decided({(1, 3): 0.9}, Places({3: 30}, {30: NOW - LASTS - 1})) is None


def test_a_thread_goes_on_by_its_newest_story_not_by_the_one_that_is_close() -> None:
    places = Places({3: 30}, {30: NOW - 60})
    assert decided({(1, 3): 0.9}, places, times={3: NOW - 3 * LASTS}) == Join(30)


def test_old_stories_open_no_thread_with_new_ones() -> None:
    triangle = {(1, 2): 0.6, (1, 3): 0.6, (2, 3): 0.6}
    assert decided(triangle, times={3: NOW - LASTS - 1}) is None


def test_what_an_editor_took_out_opens_no_thread_and_leads_into_none() -> None:
    triangle = {(1, 2): 0.6, (1, 3): 0.6, (2, 3): 0.6}
    assert decided(triangle, Places({3: None}, {})) is None


def test_a_story_that_has_a_place_keeps_it() -> None:
    triangle = {(1, 2): 0.6, (1, 3): 0.6, (2, 3): 0.6}
    assert decided(triangle, Places({1: 10}, {10: NOW})) is None
    assert decided(triangle, Places({1: None, 2: 20}, {20: NOW})) is None
