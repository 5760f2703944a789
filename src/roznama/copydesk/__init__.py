"""The copy desk: what to look at in a story before it is printed. Pure; its page: docs/copydesk.md.

`check` runs the rules over a `Story` and gives `Finding`s with places and suggestions. It never
changes a text and has no words for people: those are the newsroom's.
"""

from roznama.copydesk.checking import check
from roznama.copydesk.findings import Finding, Place
from roznama.copydesk.house import HouseEntry, HouseList
from roznama.copydesk.registry import RULES, Rule, Severity
from roznama.copydesk.story import Kind, Piece, Story

__all__ = [
    "RULES",
    "Finding",
    "HouseEntry",
    "HouseList",
    "Kind",
    "Piece",
    "Place",
    "Rule",
    "Severity",
    "Story",
    "check",
]
