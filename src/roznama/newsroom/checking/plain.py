"""Stories as plain text, and reports as plain text and JSON: the copy desk on the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import Any

from roznama.copydesk import RULES, Kind, Piece, Story
from roznama.newsroom.checking.models import Severity
from roznama.newsroom.checking.pieces import page_story
from roznama.newsroom.checking.reporting import Report, Reported, report
from roznama.newsroom.models import ArticlePage

NOT_IN_TEXT = frozenset({"no_credit", "no_dateline"})
"""Rules about what a plain text does not hold; only when they are asked for by name."""

WEIGHTS = {Severity.HINT: 0, Severity.WARNING: 1, Severity.BLOCKING: 2}
WORST = 20
"""How many stories the report over the archive names."""


def text_story(text: str) -> Story:
    """Return a story of plain text: the first line is its headline, each other one a paragraph."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    kinds = [Kind.HEADLINE, *[Kind.PARAGRAPH] * (len(lines) - 1)]
    pairs = zip(kinds, lines, strict=False)
    return Story(tuple(Piece(str(at), kind, line) for at, (kind, line) in enumerate(pairs, 1)))


def text_rules() -> frozenset[str]:
    """Return the rules for a plain text, where none are named."""
    return frozenset(RULES) - NOT_IN_TEXT


def lines(story: Story, found: Report) -> Iterator[str]:
    """Yield a line for each finding: where, how heavy, which rule, what stands there, what may."""
    kinds = {piece.key: piece.kind.value for piece in story.pieces}
    for one in found.found:
        finding = one.finding
        where = "story"
        if finding.piece:
            kind = kinds[finding.piece]
            where = f"{kind} {finding.piece}:{finding.start}-{finding.end}"
        better = " | ".join(f"«{words}»" for words in finding.suggestions)
        text = " ".join(finding.text.split())
        said = [where, one.severity.value, finding.rule, f"«{text}»" if text else "-"]
        yield "\t".join([*said, better] if better else said)


def as_rows(found: Report) -> list[dict[str, Any]]:
    """Return the findings for JSON; offsets are code points."""
    return [_row(one) for one in found.found]


def _row(one: Reported) -> dict[str, Any]:
    finding = one.finding
    return {
        "rule": finding.rule,
        "group": one.group,
        "severity": one.severity.value,
        "piece": finding.piece,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "message": one.message,
    }


def heaviest(found: Iterable[Reported]) -> int:
    """Return the weight of the heaviest finding, -1 where there is none."""
    return max((WEIGHTS[one.severity] for one in found), default=-1)


@dataclass
class Survey:
    """What the copy desk finds in many stories: counts, and the stories with the most."""

    stories: int = 0
    with_findings: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    heaviest: int = -1
    _worst: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, story: ArticlePage, found: Report) -> None:
        """Count a story in; no more than WORST stories are kept."""
        count = len(found.found)
        self.stories += 1
        self.with_findings += bool(count)
        self.rules.update(one.finding.rule for one in found.found)
        self.heaviest = max(self.heaviest, heaviest(found.found))
        if count:
            # Of two with as many, the older one.
            row = (count, -story.pk, story.title)
            (heappush if len(self._worst) < WORST else heappushpop)(self._worst, row)

    @property
    def worst(self) -> list[tuple[int, int, str]]:
        """The stories with the most findings: how many, the page's number, the headline."""
        return [(count, -pk, title) for count, pk, title in sorted(self._worst, reverse=True)]


def survey(rules: Collection[str] | None) -> Survey:
    """Check every published story, one after the other."""
    found = Survey()
    for story in ArticlePage.objects.live().order_by("pk").iterator(chunk_size=100):
        found.add(story, report(page_story(story), story.pk, rules))
    return found
