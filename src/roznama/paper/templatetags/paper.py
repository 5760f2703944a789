"""What the paper's templates need beyond Django's own: dates, icons, safe data blocks."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Parser, Token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from roznama.changes.reads import read_once
from roznama.paper.sheets import Block
from roznama.urdu import dates

register = template.Library()

_JSON_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
_FIRST_PARAGRAPH = re.compile(r"<p\b[^>]*>")
_OPENS_WITH_BLOCK = re.compile(r"\s*<(?:p|ul|ol|div|table|h[2-6]|blockquote)\b")
_FEED_TYPES = {"json": "application/feed+json", "atom": "application/atom+xml"}


@register.filter
def urdu_date(value: date | None) -> str:
    """پیر، 23 نومبر 2026ء"""
    return dates.format_date(value) if value else ""


@register.filter
def urdu_day(value: date | None) -> str:
    """23 نومبر 2026ء"""
    return dates.format_day(value) if value else ""


@register.filter
def urdu_moment(value: datetime | None) -> str:
    """A day with its time, as a byline says it."""
    return dates.format_moment(value) if value else ""


@register.filter
def urdu_time(value: datetime | None) -> str:
    """شام 5:40"""
    return dates.format_time(value) if value else ""


@register.filter
def stamp(value: datetime | None, today: date | None = None) -> str:
    """The time alone on the paper's own day, the day alone before it."""
    if not value:
        return ""
    if today and value.date() == today:
        return dates.format_time(value)
    return dates.format_day(value)


@register.filter
def urdu_count(value: int) -> str:
    """A number with its lakhs and crores set apart: 1,250 and 12,50,000."""
    digits = str(value)
    return re.sub(r"(?<=\d)(?=(?:\d\d)*\d{3}$)", ",", digits)


@register.filter
def host(url: str) -> str:
    """The name of the site at an address, as people say it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@register.filter
def iso(value: date | None) -> str:
    """A machine's form of a day or a moment, for <time datetime>."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if value else ""


@register.filter
def data_block(value: str) -> SafeString:
    """JSON made safe inside a script element: no `<` can end it early."""
    return mark_safe(value.translate(_JSON_ESCAPES))  # noqa: S308


@register.filter
def paragraphs(html: str) -> SafeString:
    """Rich text as whole elements: bare inline text becomes one paragraph."""
    whole = html if _OPENS_WITH_BLOCK.match(html) else f"<p>{html}</p>"
    return mark_safe(whole)  # noqa: S308


@register.filter
def trusted(html: str) -> SafeString:
    """Rich text that was made here, by nobody's browser."""
    return mark_safe(html)  # noqa: S308


@register.filter
def marked(block: Block) -> str:
    """A block's html with its marks: small links to where the story's claims come from."""
    html = block.html
    for one in reversed(block.marks):
        html = html[: one.place] + _mark(one.number) + html[one.place :]
    return html


@cache
def _mark(number: int) -> str:
    return render_to_string("paper/parts/mark.html", {"number": number}).strip()


@register.simple_tag
def opening(html: str, city: str, credit: str) -> SafeString:
    """The story's first paragraph with its dateline run in: «کراچی (اے ایف پی)»."""
    whole = paragraphs(html)
    place = " ".join(part for part in (city, f"({credit})" if credit else "") if part)
    if not place:
        return whole
    line = format_html('<b class="place">{}</b> ', place)
    return mark_safe(_FIRST_PARAGRAPH.sub(lambda tag: tag[0] + line, whole, count=1))  # noqa: S308


@register.filter
def feed_type(path: str) -> str:
    """The media type that a feed's address promises."""
    stem, _, ending = urlsplit(path).path.strip("/").rpartition(".")
    return _FEED_TYPES.get(ending or stem, "application/rss+xml")


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """One drawing from the sprite; it says nothing, its neighbour text does."""
    sprite = static("paper/icons/sprite.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        sprite,
        name,
    )


class Shared(template.Node):
    """What stands between `{% shared … %}` and `{% endshared %}`."""

    def __init__(self, inside: template.NodeList, name: str, told: list[FilterExpression]) -> None:
        self.inside = inside
        self.name = name
        self.told = told

    def render(self, context: template.Context) -> str:
        """Return it as it was laid out before, or lay it out."""
        told = " ".join(str(value.resolve(context)) for value in self.told)
        html: str = read_once(f"{self.name} {told}", lambda: str(self.inside.render(context)))
        return mark_safe(html)  # noqa: S308


@register.tag
def shared(parser: Parser, token: Token) -> Shared:
    """Lay out once what stands alike on many pages: `{% shared "footer" frame.current %}`.

    The values after the name are all in which it differs from page to page; apart from them
    it may hold only what `read_once` keeps, and what the site's own key stands for.
    """
    _, name, *told = token.split_contents()
    inside = parser.parse(("endshared",))
    parser.delete_first_token()
    return Shared(inside, name.strip('"'), [parser.compile_filter(value) for value in told])


@register.simple_tag
def reader_parts() -> list[SafeString]:
    """What other rooms put into the footer's list: the templates that a setting names."""
    return [render_to_string(name) for name in settings.ROZNAMA_READER_PARTS]
