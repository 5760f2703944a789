"""What the copy desk reports of a story: findings with their weight, less what was dismissed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from roznama.copydesk import RULES, Finding, HouseList, Story, check
from roznama.newsroom.checking.house import house_list
from roznama.newsroom.checking.models import Dismissal, Severity, words_key
from roznama.newsroom.checking.severities import severities
from roznama.newsroom.checking.words import message


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding with what it weighs."""

    finding: Finding
    severity: Severity

    @property
    def group(self) -> str:
        """The code of the group that it is shown in."""
        return str(RULES[self.finding.rule].group)

    @property
    def message(self) -> str:
        """What it says, in the language in force."""
        return message(self.finding)

    @property
    def key(self) -> tuple[str, str]:
        """The rule and the words, which tell it apart whatever its place."""
        return self.finding.rule, words_key(self.finding.text)


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported of one story, and how much of it is ignored there."""

    found: tuple[Reported, ...]
    ignored: int = 0


def report(
    story: Story, page_id: int | None = None, rules: Collection[str] | None = None
) -> Report:
    """Check a story by the rules that are not off, or by those of `rules`, which then are none.

    What was dismissed on the page is left out, unless it is blocking: that takes a reason.
    """
    weights = severities()
    named = [code for code, weight in weights.items() if weight != Severity.OFF]
    codes = frozenset(named if rules is None else rules)
    weights = {code: weights[code] if code in named else Severity.HINT for code in codes}
    found = [Reported(one, weights[one.rule]) for one in findings(story, codes)]
    gone = dismissed(page_id)
    kept = [one for one in found if one.severity == Severity.BLOCKING or one.key not in gone]
    return Report(tuple(kept), len(found) - len(kept))


def findings(story: Story, codes: frozenset[str]) -> tuple[Finding, ...]:
    """Return what the rules find, with the house list as it is now."""
    return _checked(story, codes, house_list())


def dismissed(page_id: int | None) -> set[tuple[str, str]]:
    """Return the rules and words that are to be ignored on a page."""
    if page_id is None:
        return set()
    return set(Dismissal.objects.filter(page_id=page_id).values_list("rule", "text"))


# A publication asks twice for the same text: the door, and the net behind it.
@lru_cache(maxsize=8)
def _checked(story: Story, codes: frozenset[str], house: HouseList) -> tuple[Finding, ...]:
    return tuple(check(story, house, codes))
