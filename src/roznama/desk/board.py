"""The desk head's numbers: how many asked, how soon they were answered, how they liked it.

Counted is what is still kept: a conversation that its reader erased, or that is older than the
team keeps any, is in no number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models.functions import Coalesce
from django.utils.timezone import get_default_timezone

from roznama.desk.models import Conversation, Professional, Team
from roznama.desk.promise import quantile

_HEADING = (
    "day",
    "time",
    "state",
    "urgent",
    "language",
    "professional",
    "promised_minutes",
    "first_word_seconds",
    "closed_after_seconds",
    "stars",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
    """A conversation as the board counts it; times are in the paper's zone.

    `first_word` is in seconds from the queue to the first word, None without one, and `lasted`
    from the opening to the end; `promised` is in minutes, None where nothing was.
    """

    opened: datetime
    state: str
    urgent: bool
    language: str
    professional: int | None
    promised: int | None
    first_word: float | None
    lasted: float | None
    stars: int | None


@dataclass(slots=True)
class Numbers:
    """Numbers of some conversations; seconds are None where nobody was answered."""

    conversations: int = 0
    answered: int = 0
    urgent: int = 0
    first_word_median: float | None = None
    first_word_p80: float | None = None
    first_word_p95: float | None = None
    promised: int = 0
    """Answered or ended conversations whose reader was promised a time."""
    kept: int = 0
    """Those of them in which the first word came in that time."""
    ratings: list[int] = field(default_factory=lambda: [0] * 5)
    """How many gave one star, two, and so on."""
    stars: float | None = None
    """The mean of the stars given."""

    @property
    def kept_share(self) -> float | None:
        """How many of a hundred promises were kept, None where none was made."""
        return 100 * self.kept / self.promised if self.promised else None


@dataclass(slots=True)
class Board:
    """A team's numbers from one day to another, both of them counted.

    `hours` has 24 counts of conversations by the hour of opening, `weekdays` seven from Monday,
    `days` one a day; `professionals` are named, the one with most conversations first.
    """

    first: date
    last: date
    total: Numbers
    hours: list[int]
    weekdays: list[int]
    days: list[tuple[date, int]]
    professionals: list[tuple[str, Numbers]]

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON, days as `YYYY-MM-DD`."""
        return {
            **asdict(self),
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "days": [[day.isoformat(), count] for day, count in self.days],
        }


def board(team: Team, first: date, last: date) -> Board:
    """Return a team's numbers, in two queries."""
    return _board(list(_rows(team, first, last)), first, last)


def export(team: Team, first: date, last: date) -> Iterator[list[str]]:
    """Yield the lines of a CSV file: a heading, and each conversation without a word of it.

    Two queries. Empty cells are what is not known; a name cannot start a formula.
    """
    rows = list(_rows(team, first, last))
    names = _names(rows)
    yield list(_HEADING)
    for row in rows:
        yield [
            f"{row.opened:%Y-%m-%d}",
            f"{row.opened:%H:%M}",
            row.state,
            "1" if row.urgent else "0",
            row.language,
            _cell(names.get(row.professional or 0, "")),
            _number(row.promised),
            _number(row.first_word),
            _number(row.lasted),
            _number(row.stars),
        ]


def numbers(rows: Sequence[Row]) -> Numbers:
    """Return the numbers of some conversations."""
    waits = [row.first_word for row in rows if row.first_word is not None]
    stars = [row.stars for row in rows if row.stars is not None]
    promised = [
        (60.0 * row.promised, row.first_word)
        for row in rows
        if row.promised and (row.first_word is not None or row.lasted is not None)
    ]
    found = Numbers(
        conversations=len(rows),
        answered=len(waits),
        urgent=sum(row.urgent for row in rows),
        promised=len(promised),
        kept=sum(word is not None and word <= limit for limit, word in promised),
    )
    if waits:
        found.first_word_median = quantile(waits, 0.5)
        found.first_word_p80 = quantile(waits, 0.8)
        found.first_word_p95 = quantile(waits, 0.95)
    if stars:
        found.ratings = [stars.count(number) for number in range(1, 6)]
        found.stars = sum(stars) / len(stars)
    return found


def _board(rows: Sequence[Row], first: date, last: date) -> Board:
    hours = Counter(row.opened.hour for row in rows)
    weekdays = Counter(row.opened.weekday() for row in rows)
    days = Counter(row.opened.date() for row in rows)
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return Board(
        first,
        last,
        total=numbers(rows),
        hours=[hours[hour] for hour in range(24)],
        weekdays=[weekdays[day] for day in range(7)],
        days=[(day, days[day]) for day in span],
        professionals=_professionals(rows),
    )


def _professionals(rows: Sequence[Row]) -> list[tuple[str, Numbers]]:
    names = _names(rows)
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.professional is not None:
            groups[row.professional].append(row)
    found = [(names[pk], numbers(group)) for pk, group in groups.items()]
    return sorted(found, key=lambda one: (-one[1].conversations, one[0]))


def _names(rows: Iterable[Row]) -> dict[int, str]:
    wanted = {row.professional for row in rows if row.professional is not None}
    return dict(Professional.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _rows(team: Team, first: date, last: date) -> Iterator[Row]:
    zone = get_default_timezone()
    begin = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    found = (
        Conversation.objects.filter(team=team, opened__gte=begin, opened__lt=end)
        .exclude(state="erased")
        .order_by("opened", "pk")
        .annotate(who=Coalesce("professional", "last_professional"))
        .values_list(
            "opened", "state", "urgent", "language", "who", "promised", "stars",
            "first_waited", "first_answered", "closed_at",
        )
    )  # fmt: skip
    for opened, state, urgent, language, who, promised, stars, *times in found.iterator():
        waited, answered, closed = times
        yield Row(
            opened=opened.astimezone(zone),
            state=state,
            urgent=urgent,
            language=language,
            professional=who,
            promised=promised,
            first_word=_seconds(waited or opened, answered),
            lasted=_seconds(opened, closed),
            stars=stars,
        )


def _seconds(begin: datetime, end: datetime | None) -> float | None:
    return max(0.0, (end - begin).total_seconds()) if end else None


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def _cell(text: str) -> str:
    """Return text that a spreadsheet takes for text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
