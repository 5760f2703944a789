"""Parts: how the words of a number add up."""

from fractions import Fraction


class NoNumberError(Exception):
    """What was read is not a number."""


class Parts:
    """The parts of a number, as it is read: in پانچ لاکھ بیس ہزار, five lakh and twenty thousand.

    Each part must be smaller than the grain of the one before, the step that was said with it:
    after five lakh may follow what is less than a lakh. A broken part has no grain, nothing
    follows ڈیڑھ لاکھ. A step multiplies all the parts that are smaller than it, for a number may
    count steps: اٹھارہ ہزار آٹھ سو ارب.
    """

    def __init__(self) -> None:
        self._parts: list[tuple[Fraction, int]] = []  # values and grains

    def add_number(self, value: Fraction) -> None:
        """Take a number that was said in one word, or written in digits."""
        if self._parts and value == 0:
            raise NoNumberError
        self._add(value, grain=1)

    def add_broken(self, value: Fraction) -> None:
        """Take a broken number, or the decimals."""
        self._add(value, grain=0)

    def scale(self, step: int) -> None:
        """Take a step: سو, ہزار, لاکھ. The first word of a number may be one: سو is a hundred."""
        count, counted = Fraction(), False
        while self._parts and self._parts[-1][0] < step:
            count += self._parts.pop()[0]
            counted = True
        if not counted and self._parts:
            raise NoNumberError
        self._add((count if counted else 1) * Fraction(step), grain=step)

    def total(self) -> Fraction:
        """The number that all parts make."""
        if not self._parts:
            raise NoNumberError
        return sum((value for value, _ in self._parts), Fraction())

    def _add(self, value: Fraction, grain: int) -> None:
        if self._parts and value >= self._parts[-1][1]:
            raise NoNumberError
        self._parts.append((value, grain if grain and value % grain == 0 else 0))
