"""What a reader's page is made of: plain values, ready for a template.

Assembly (models to sheets) happens once, in Python; templates only lay out
what they are given and never reach the database. That keeps every query of a
page in one place, where printing can record which keys the page read.

Times are aware datetimes in the paper's own time zone. Paths are absolute
paths on this site ("/dunya/…/"); `url` fields are absolute URLs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from roznama.paper.live_sheets import LiveBoard


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled path on this site."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One image in the sizes that a page offers. Width and height in pixels."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    licence: str = ""
    avif: str = ""
    """The same in AVIF, as a srcset; empty until it has been made."""


@dataclass(frozen=True, slots=True)
class SectionMark:
    """A section as it is named and colored on a page; `color` is a CSS class suffix."""

    title: str
    path: str
    color: str


@dataclass(frozen=True, slots=True)
class AuthorMark:
    """A byline's entry; `initial` stands in where there is no portrait."""

    name: str
    path: str
    role: str = ""
    initial: str = ""
    portrait: Picture | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A story as other pages point at it."""

    headline: str
    path: str
    kicker: str
    deck: str
    section: SectionMark
    published: datetime
    picture: Picture | None = None
    priority: Literal["breaking", "lead", "normal"] = "normal"
    minutes: int = 1
    is_live: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a story's body; `kind` names the template in paper/blocks/.

    kinds and the fields they use:
    paragraph: html (whole elements, `<p>…</p>` or a list, as rich text gives
    them; bare inline html is taken as one paragraph) ·
    subhead: text, anchor · quote: text, speaker ·
    image: picture · gallery: pictures · embed: embed · fact_box: title, html ·
    also_read: card
    """

    kind: str
    text: str = ""
    html: str = ""
    anchor: str = ""
    title: str = ""
    speaker: str = ""
    picture: Picture | None = None
    pictures: tuple[Picture, ...] = ()
    embed: EmbedFacade | None = None
    card: Card | None = None
    marks: tuple[Mark, ...] = ()
    """For the text, in a quote, or the html; in the order of their places."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Stands at `place`, behind the sentence of the story's claim number `number`."""

    number: int
    place: int


@dataclass(frozen=True, slots=True)
class EmbedFacade:
    """A third party's post or film, shown without asking the third party.

    `src` is the frame's address, loaded only after a click; `url` is the plain
    link that works without JavaScript.
    """

    provider: str
    provider_name: str
    url: str
    src: str
    title: str
    shape: Literal["wide", "tall", "post"] = "wide"


@dataclass(frozen=True, slots=True)
class HandMark:
    """One who said a claim or passed it on.

    `path` and `kind` are empty for a name that is in no register; `kind` is a value of SourceKind.
    """

    name: str
    path: str = ""
    kind: str = ""
    note: str = ""
    home_page: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A claim and the hands it passed through, first speaker first.

    `number` counts from 1 and names both ends of the way between the claim and its mark in the
    text; `is_marked` says whether there is one.
    """

    number: int
    claim: str
    hands: tuple[HandMark, ...]
    url: str = ""
    notes: tuple[str, ...] = ()
    is_own: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A dated notice under a story; `kind` is a value of CorrectionKind."""

    time: datetime
    text: str
    kind: str = "correction"


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A plain link that hands a story to another service."""

    service: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Head:
    """What goes into <head>: titles, descriptions, canonical and machine-readable data."""

    title: str
    description: str
    canonical: str
    og_type: str = "website"
    image_url: str = ""
    image_width: int = 0
    image_height: int = 0
    image_alt: str = ""
    square_url: str = ""
    """The square social card, of `square_side` pixels; empty where there is none."""

    square_side: int = 0
    published: datetime | None = None
    updated: datetime | None = None
    section: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    prev_path: str = ""
    next_path: str = ""
    feeds: tuple[Link, ...] = ()
    json_ld: tuple[str, ...] = ()
    robots: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper around a page: masthead, navigation, footer.

    `current` is the path of the section (or of the front page) that the
    navigation marks as current. `today` is shown on the front page only: other
    pages are printed once and must not carry a date that ages. `archive_path`
    and `search_path` bring up a link and a search form (`?q=`) when given.
    """

    name: str
    tagline: str
    today: date
    sections: tuple[SectionMark, ...]
    info: tuple[Link, ...]
    current: str = ""
    notice: str = ""
    social: tuple[Link, ...] = ()
    archive_path: str = ""
    search_path: str = ""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a thread: no picture, for a reader who follows what happened."""

    headline: str
    path: str
    deck: str
    section: SectionMark
    published: datetime


@dataclass(frozen=True, slots=True)
class ThreadBox:
    """A story's thread on its page: `count` stories with this one, the newest others named."""

    name: str
    path: str
    count: int
    newest: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleSheet:
    """paper/article.html"""

    frame: Frame
    head: Head
    section: SectionMark
    kicker: str
    headline: str
    deck: str
    authors: tuple[AuthorMark, ...]
    dateline_city: str
    dateline_credit: str
    published: datetime
    updated: datetime | None
    minutes: int
    picture: Picture | None
    body: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    corrections: tuple[CorrectionLine, ...]
    """Newest first; `note` stands over the story as well."""
    tags: tuple[Link, ...]
    share: tuple[ShareLink, ...]
    related: tuple[Card, ...]
    older: Card | None = None
    newer: Card | None = None
    thread: ThreadBox | None = None
    note: CorrectionLine | None = None
    latest: Card | None = None
    """A newer version of this very story."""
    live: LiveBoard | None = None
    number: int = 0
    """What the page names the story by where it tells that it was read."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One section's strip on the front page."""

    section: SectionMark
    lead: Card
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """paper/front.html

    The layout is drawn for four or seven second stories, up to ten latest
    ones, and strips of a lead and four cards; other numbers leave white space.
    """

    frame: Frame
    head: Head
    lead: Card | None
    breaking: Card | None
    second: tuple[Card, ...]
    latest: tuple[Card, ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list stands: page numbers from 1, paths empty at the ends."""

    number: int
    count: int
    newer_path: str = ""
    older_path: str = ""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """paper/section.html, paper/author.html, paper/tag.html

    `color` is the section's class suffix, empty for the other lists. `intro`
    is plain text. For an author, `author` is given.
    """

    frame: Frame
    head: Head
    title: str
    intro: str
    lead: Card | None
    cards: tuple[Card, ...]
    pager: Pager
    color: str = ""
    author: AuthorMark | None = None


@dataclass(frozen=True, slots=True)
class ArchiveSheet:
    """paper/archive.html: the stories of a day, with the days around it.

    `months` are links to months that have stories, `days` to days of the
    chosen month; `month_path` and `day_path` say which of them are shown now.
    """

    frame: Frame
    head: Head
    title: str
    cards: tuple[Card, ...]
    months: tuple[Link, ...]
    days: tuple[Link, ...]
    pager: Pager
    month_path: str = ""
    day_path: str = ""


@dataclass(frozen=True, slots=True)
class InfoSheet:
    """paper/info.html (about, contact, corrections policy) and paper/404.html"""

    frame: Frame
    head: Head
    title: str
    html: str = ""
    corrections: tuple[CorrectedStory, ...] = ()
    cards: tuple[Card, ...] = field(default=())
    pager: Pager = Pager(1, 1)
    notice: str = ""
    """What readers are told of a story that was withdrawn."""


@dataclass(frozen=True, slots=True)
class CorrectedStory:
    """A correction with the story that it stands under."""

    card: Card
    correction: CorrectionLine
