"""Reading the engine's dictionaries before the first story needs them: that takes seconds."""

from __future__ import annotations

from functools import cache
from threading import Thread

from roznama.copydesk import Kind, Piece, Story, check


@cache
def warm() -> Thread:
    """Begin to read them, once in a process, beside what it does; return the thread."""
    thread = Thread(target=_check, name="copydesk-warming", daemon=True)
    thread.start()
    return thread


def _check() -> None:
    words = "لاہور میں سرگئی لاوروف نے کہا کہ وزرات خارجہ کا اجلاس 5 مئی کو ہو گا۔"
    check(Story((Piece("", Kind.HEADLINE, words), Piece("p", Kind.PARAGRAPH, words))))
