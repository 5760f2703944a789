"""Answers in memory: the ones asked for last, within so many bytes."""

from __future__ import annotations

from collections import OrderedDict

from roznama.press.front.answers import Answer

_LARGEST_SHARE = 16  # an answer may take a sixteenth of the whole


class Memory:
    """The least recently used answer goes first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bytes = 0
        self._answers: OrderedDict[str, tuple[Answer, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, name: str) -> Answer | None:
        """Return an answer, None where it is not in memory."""
        found = self._answers.get(name)
        if found is None:
            return None
        self._answers.move_to_end(name)
        return found[0]

    def keep(self, name: str, answer: Answer) -> None:
        """Keep an answer in the place of what was there under its name."""
        self.drop(name)
        size = answer.size()
        if size * _LARGEST_SHARE > self.limit:
            return
        self._answers[name] = (answer, size)
        self.bytes += size
        while self.bytes > self.limit:
            _, (_, gone) = self._answers.popitem(last=False)
            self.bytes -= gone

    def count_again(self, answer: Answer) -> None:
        """Count an answer that has grown by a form, if it is here."""
        found = self._answers.get(answer.name)
        if found is not None and found[0] is answer:
            self.keep(answer.name, answer)

    def drop(self, name: str) -> None:
        """Forget an answer."""
        found = self._answers.pop(name, None)
        if found is not None:
            self.bytes -= found[1]

    def clear(self) -> None:
        """Forget all."""
        self._answers.clear()
        self.bytes = 0
