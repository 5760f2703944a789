"""The house list: how this paper writes names, words and titles, as its editors wrote it down."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roznama.copydesk.copy import key_of
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.segmentation.tokenizer import tokens

KINDS = ("name", "word", "title", "english", "banned", "accepted")
"""What an entry is: see `HouseEntry`."""


@dataclass(frozen=True, slots=True)
class HouseEntry:
    """One line of the house list: `written` is to be `preferred`.

    `kind` is "name" (a person or a place), "word", "title", "english" (a Latin word with an Urdu
    form of the house), "banned" (`preferred` may be empty) or "accepted" (never report
    `written`; `preferred` is empty). `note` is for editors.
    """

    kind: str
    written: str
    preferred: str = ""
    note: str = ""


Keys = tuple[str, ...]


def keys_of(text: str) -> Keys:
    """The words and marks of `text` in their search form, as entries are found by."""
    return tuple(key_of(token.text) for token in tokens(text))


class HouseList:
    """An immutable set of entries, found by the search form of what they say is `written`.

    Of several entries with the same `written` the last one is in force, whatever its kind; what
    they disagree on is told by `conflicts`.
    """

    __slots__ = ("_accepted", "_all", "_by_first", "_in_force")

    def __init__(self, entries: Iterable[HouseEntry] = ()) -> None:
        self._all = tuple(entry for entry in entries if keys_of(entry.written))
        self._in_force: dict[Keys, HouseEntry] = {}
        for entry in self._all:
            self._in_force[keys_of(entry.written)] = entry
        self._by_first = _by_first(self._in_force)
        self._accepted = frozenset(
            form
            for entry in self._all
            # Two spellings that fold to one may both be right: کم and کِم.
            if entry.kind == self._in_force[keys_of(entry.written)].kind == "accepted"
            for form in (entry.written.strip(), normalize(entry.written).strip())
        )

    @property
    def entries(self) -> tuple[HouseEntry, ...]:
        """The entries in force, in the order in which their words first came."""
        return tuple(self._in_force.values())

    def conflicts(self) -> list[tuple[HouseEntry, ...]]:
        """Entries that say different things of one word, each group in the order given."""
        together: dict[Keys, list[HouseEntry]] = defaultdict(list)
        for entry in self._all:
            together[keys_of(entry.written)].append(entry)
        return [
            tuple(same)
            for same in together.values()
            if len({(entry.kind, entry.preferred) for entry in same}) > 1
        ]

    @property
    def forms(self) -> dict[str, list[tuple[Keys, HouseEntry]]]:
        """The entries in force by their first word's search form, longer ones first."""
        return self._by_first

    def has(self, keys: Keys) -> bool:
        """Whether an entry is about the words with these search forms."""
        return keys in self._in_force

    def accepts(self, text: str) -> bool:
        """Whether an editor said never to report `text`; it is found in the house form too."""
        return bool(self._accepted) and (
            text.strip() in self._accepted or normalize(text).strip() in self._accepted
        )

    def __len__(self) -> int:
        return len(self._in_force)

    def __repr__(self) -> str:
        return f"<HouseList of {len(self)}>"


def _by_first(entries: dict[Keys, HouseEntry]) -> dict[str, list[tuple[Keys, HouseEntry]]]:
    found: dict[str, list[tuple[Keys, HouseEntry]]] = defaultdict(list)
    for keys, entry in sorted(entries.items(), key=lambda item: -len(item[0])):
        found[keys[0]].append((keys, entry))
    return dict(found)


NO_HOUSE = HouseList()
"""A house without a list."""
