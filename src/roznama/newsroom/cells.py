"""The plain cells of long lists, put together without a template each.

A list of 25 stories has 200 cells. Wagtail renders a template and some more inside it for each:
a third of what a list took. What they say and how they are marked up is the same.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.dateformat import format as formatted
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn, ParentPageColumn

from roznama.newsroom.templatetags.newsroom_dates import since

_LINKED = (
    '<a href="{}" class="w-status w-status--primary" title="{}" target="_blank" rel="noreferrer">'
    '<span class="w-sr-only">{}</span> {}</a>'
)
_TOLD = '<span class="w-status{}"><span class="w-sr-only">{}</span> {}</span>'
_WHEN = (
    '<button type="button" class="w-human-readable-date" data-controller="w-tooltip"'
    ' data-w-tooltip-content-value="{}" data-w-tooltip-placement-value="top">'
    '<time class="w-human-readable-date__date" datetime="{}">{}</time></button>'
)


def _cell(content: Any) -> SafeString:
    return format_html("<td>{}</td>", content)


class TextColumn(Column):
    """A cell of plain words."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell."""
        return _cell(self.get_value(instance) or "")


class WhenColumn(Column):
    """How long ago something was; the whole time is under the pointer."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell, empty where there is no time."""
        time = self.get_value(instance)
        if time is None:
            return _cell("")
        here = localtime(time)
        whole = date_format(here, "DATETIME_FORMAT")
        return _cell(format_html(_WHEN, whole, formatted(here, "c"), since(time)))


class SectionColumn(ParentPageColumn):
    """The section that a story stands in, and the way there."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell."""
        section = self.get_value(instance)
        name = section.specific_deferred.get_admin_display_title()
        address = reverse("wagtailadmin_explore", args=[section.pk])
        return _cell(format_html('<a href="{}">{}</a>', address, name))


class StandingColumn(BaseColumn):
    """Where a page stands; a published one leads to what readers see."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell."""
        words = (_("Current page status:"), instance.status_string)
        if instance.live and (address := instance.get_url(parent_context.get("request"))):
            return _cell(format_html(_LINKED, address, _("Visit the live page"), *words))
        return _cell(format_html(_TOLD, " w-status--primary" if instance.live else "", *words))


def plain(column: BaseColumn) -> BaseColumn:
    """Return one of Wagtail's columns with the cells of this module, where it has such."""
    kinds = {DateColumn: WhenColumn, PageStatusColumn: StandingColumn}
    if (kind := kinds.get(type(column))) is None:
        return column
    return kind(column.name, label=column.label, sort_key=column.sort_key, width=column.width)
