"""The bench's synthetic archives, made of the demo stories: the same by seed, and like news."""

from collections.abc import Iterator
from statistics import median

import bench_archive.pool
import pytest
from bench_archive.archives import KINDS, queries, stories
from bench_archive.coining import name


@pytest.fixture(autouse=True)
def demo_stories(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(bench_archive.pool, "DATA", None)
    bench_archive.pool.pool.cache_clear()
    yield
    bench_archive.pool.pool.cache_clear()


def test_a_seed_tells_the_archive() -> None:
    once, again, other = (list(stories(40, seed)) for seed in (1, 1, 2))
    assert once == again
    assert [story.body for story in once] != [story.body for story in other]


def test_stories_are_of_a_newspapers_length_and_in_order() -> None:
    made = list(stories(400, 1))
    assert [story.pk for story in made] == list(range(1, 401))
    assert made == sorted(made, key=lambda story: story.published)
    assert 230 < median(story.words for story in made) < 320
    whole = [f"{story.headline} {story.deck} {story.body}".split() for story in made]
    assert [story.words for story in made] == [len(words) for words in whole]


def test_the_vocabulary_goes_on_growing() -> None:
    made = [set(story.body.split()) for story in stories(2000, 1)]
    early, late = set[str]().union(*made[:1000]), set[str]().union(*made)
    assert len(late) > 1.3 * len(early)


@pytest.mark.parametrize("kind", KINDS)
def test_queries(kind: str) -> None:
    asked = queries(kind, 30, 1)
    assert asked == queries(kind, 30, 1)
    assert len(set(asked)) > 15
    assert all(asked)


def test_coined_names_are_all_different() -> None:
    assert len({name(number) for number in range(100_000)}) == 100_000
