"""What each story of the demo edition would be shown beside, to be read by eye.

`cd tools && ../.venv/bin/python -m bench_archive.demo_links`. A floor is right when nothing
irrelevant stands over the line. With DATA the stories are counted among the news of the public
set as well, as they would be in a big archive: rare words are rarer there.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from bench_urdu.data import DATA, ROOT

from bench_archive.texts import news
from roznama.archive.scoring import FLOOR, closeness, query
from roznama.archive.vectors import BESIDE, BODY, HEADLINE, pack, unpack, weigh
from roznama.urdu.stemming.terms import search_terms

_STORIES = ROOT / "src" / "roznama" / "newsroom" / "demo" / "stories"
_SHOWN, _BELOW = 6, 2  # links at most; how many under the floor are shown to compare
_NO_WORDS = ("kind", "story", "url", "picture")


def main() -> None:
    stories = [tomllib.loads(path.read_text("utf-8")) for path in sorted(_STORIES.glob("*.toml"))]
    weights = [weights_of(story) for story in stories]
    own = Counter(term for one in weights for term in one)
    print_links("alone", stories, weights, own.__getitem__, len(stories))
    if DATA:
        articles = news()
        both = own + Counter(term for article in articles for term in article.weights())
        total = len(stories) + len(articles)
        print_links("among the news", stories, weights, both.__getitem__, total)


def weights_of(story: dict[str, Any]) -> dict[str, float]:
    """The weights of a story as its file tells it."""
    topics = search_terms(" ".join(story["tags"]))
    beside = search_terms(f"{story.get('kicker', '')} {story.get('deck', '')}")
    body = search_terms(" ".join(chain.from_iterable(map(words, story["body"]))))
    fields = [(HEADLINE, search_terms(story["headline"])), (BESIDE, beside + topics), (BODY, body)]
    return weigh(fields, topics)


def words(value: Any) -> Iterator[str]:
    """The strings of a block that a reader reads."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _NO_WORDS:
                yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)


def print_links(
    where: str,
    stories: list[dict[str, Any]],
    weights: list[dict[str, float]],
    frequency: Callable[[str], int],
    total: int,
) -> None:
    """Every story with its links, and under a line the first that the floor keeps out."""
    print(f"\n{where}, floor {FLOOR}")
    stored = [unpack(pack(one)) for one in weights]
    for number, story in enumerate(stories):
        scores = closeness(query(weights[number], frequency, total), stored)
        order = [other for other in (-scores).argsort() if other != number]
        over = [other for other in order if scores[other] >= FLOOR][:_SHOWN]
        print(f"\n{story['headline']}")
        for other in over:
            print(f"   {scores[other]:.3f}  {stories[other]['headline']}")
        for other in order[len(over) : len(over) + _BELOW]:
            print(f"  ({scores[other]:.3f}) {stories[other]['headline']}")


if __name__ == "__main__":
    main()
