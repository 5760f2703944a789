"""Relay chains that come back to where they were."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from roznama.newsroom.sources.chains import Relays

CHAINS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=8)


def test_a_chain_names_each_source_once() -> None:
    assert Relays().add(["a", "b", "c"]) is None
    assert Relays().add(["a", "b", "a"]) == (0, 2)
    assert Relays().add(["a", "a"]) == (0, 1)
    assert Relays().add([]) is None


def test_two_chains_can_lead_in_a_circle() -> None:
    relays = Relays()
    assert relays.add(["a", "b"]) is None
    assert relays.add(["b", "c"]) is None
    assert relays.add(["c", "a"]) == (0, 1)
    assert relays.add(["a", "c"]) is None  # the refused one left nothing behind


@given(CHAINS)
def test_what_was_taken_in_has_an_order(chains: list[list[str]]) -> None:
    relays = Relays()
    kept = [chain for chain in chains if relays.add(chain) is None]
    onward = {pair for chain in kept for pair in pairwise(chain)}
    left = {one for pair in onward for one in pair}
    while left:
        sources = {one for one in left if not any(b == one and a in left for a, b in onward)}
        assert sources, f"a circle among {left}"
        left -= sources
