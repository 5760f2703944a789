"""Places: where each spelling of a text stands, alone or as two words, and beside what."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from roznama.urdu.spelling.inflections import is_accepted
from roznama.urdu.spelling.lexicon import is_listed, is_people_name, share
from roznama.urdu.spelling.wording import Word

_SHORTEST_TELLING = 3  # letters
_SHORT = 4  # a word with fewer letters is compared only beside the same telling word
_TELLING_NAME = 2e-5  # a name so rare tells who is named
_REACH = 5  # words within which اور may join two names with their titles and surnames
_APART = 2  # words between two names that are not told as a list
_AND = frozenset({"اور", "یا", "جبکہ"})
_ENOUGH = 200  # places of one spelling that are looked at
_TELLING_WORD = 5e-6  # as does any word so rare


@dataclass
class Places:
    """Where one spelling stands: word numbers, the telling words before and after each."""

    size: int
    at: list[int] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)

    @property
    def is_known(self) -> bool:
        """Whether the text tells anything of the spelling: it comes again or beside a name."""
        return len(self.at) > 1 or bool(self.before or self.after)

    def shares_neighbor(self, other: "Places") -> bool:
        """Whether a telling word stands on the same side of both."""
        return not (self.before.isdisjoint(other.before) and self.after.isdisjoint(other.after))


def places_of(words: list[Word]) -> dict[str, Places]:
    """The places of every single word, by its form."""
    found: dict[str, Places] = defaultdict(lambda: Places(1))
    for at, word in enumerate(words):
        _add(found[word.form], words, at)
    return found


def pair_places(words: list[Word]) -> dict[str, Places]:
    """The places of every two neighboring words, by their forms with a space between."""
    found: dict[str, Places] = defaultdict(lambda: Places(2))
    for at in range(len(words) - 1):
        if words[at + 1].follows:
            _add(found[f"{words[at].form} {words[at + 1].form}"], words, at)
    return found


def short_places(words: list[Word]) -> dict[str, Places]:
    """The places of words of two or three letters before a telling word, by both forms."""
    found: dict[str, Places] = defaultdict(lambda: Places(1))
    for one, (at, after) in zip(words, enumerate(words[1:]), strict=False):
        if 1 < len(one.form) < _SHORT and after.follows and is_telling(after.form):
            found[f"{one.form} \n{after.form}"].at.append(at)
    return found


def _add(places: Places, words: list[Word], at: int) -> None:
    places.at.append(at)
    after = at + places.size
    if words[at].follows and is_telling(words[at - 1].form):
        places.before.add(words[at - 1].form)
    if after < len(words) and words[after].follows and is_telling(words[after].form):
        places.after.add(words[after].form)


def are_told_together(words: list[Word], one: Places, other: Places) -> bool:
    """Whether the two stand side by side or joined by a word like اور: two names for two people."""
    two = other.at[:_ENOUGH]
    for at in one.at[:_ENOUGH]:
        near = two[bisect_left(two, at - _REACH) : bisect_right(two, at + _REACH)]
        if any(_are_joined(words, *sorted((at, place))) for place in near):
            return True
    return False


def _are_joined(words: list[Word], first: int, last: int) -> bool:
    between = words[first + 1 : last]
    return len(between) < _APART or any(word.form in _AND for word in between)


@lru_cache(maxsize=50_000)
def is_telling(form: str) -> bool:
    """Whether `form` beside a name tells whose it is: an unknown word, a name or a rare word."""
    if len(form) < _SHORTEST_TELLING:
        return False
    rare = _TELLING_NAME if is_people_name(form) else _TELLING_WORD
    return not is_accepted(form) or (is_listed(form) and share(form) < rare)
