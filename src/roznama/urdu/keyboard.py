"""Keyboards: which key of a US keyboard types which Urdu character."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from roznama.urdu.tables import rows

_TITLES = {"phonetic": "فونیٹک", "standard": "معیاری"}

LAYOUTS = tuple(_TITLES)
"""The names of the layouts: "phonetic" (CRULP v1.1) and "standard" (Muqtadira, Windows)."""


class Key(NamedTuple):
    """The characters of one key: alone, with shift, with AltGr; "" where it types none."""

    plain: str
    shift: str
    altgr: str


@dataclass(frozen=True)
class Layout:
    """A keyboard layout: its name, its Urdu title, and its keys by `KeyboardEvent.code`."""

    name: str
    title: str
    keys: Mapping[str, Key]


@cache
def layout(name: str) -> Layout:
    """The layout of that name, one of `LAYOUTS`; ValueError for another name.

    The sources of each layout, and the cells that could not be verified, stand in
    `data/keyboard_NAME.tsv`.
    """
    if name not in _TITLES:
        raise ValueError(f"no keyboard layout {name!r}; there are {', '.join(LAYOUTS)}")
    keys = {code: _key(cells) for code, *cells in rows(f"keyboard_{name}")}
    return Layout(name, _TITLES[name], MappingProxyType(keys))


def _key(cells: list[str]) -> Key:
    plain, shift, altgr = (*map(_character, cells[:3]), "", "")[:3]
    return Key(plain, shift, altgr)


def _character(cell: str) -> str:
    return chr(int(cell.removeprefix("U+"), 16)) if cell.startswith("U+") else cell


def as_json(name: str) -> str:
    """The layout of that name for the browser; ValueError for a name not in `LAYOUTS`.

    {"name": …, "title": …, "keys": {"KeyQ": ["ق", "ْ", ""], …}}, each key with its characters
    alone, with shift and with AltGr. Escape it for the page as any other JSON.
    """
    chosen = layout(name)
    keys = {code: list(key) for code, key in chosen.keys.items()}
    document = {"name": chosen.name, "title": chosen.title, "keys": keys}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
