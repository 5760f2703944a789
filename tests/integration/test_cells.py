"""The plain cells of long lists say what Wagtail's own say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.timezone import now
from django.utils.translation import override
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, Table
from wagtail.admin.ui.tables.pages import PageStatusColumn, ParentPageColumn
from wagtail.models import Page

from roznama.newsroom.cells import SectionColumn, TextColumn, plain
from roznama.newsroom.models import ArticlePage
from tests.factories import get_section, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

STANDING, UPDATED = PageStatusColumn("status"), DateColumn("latest_revision_created_at")
FIRST, SECTION = DateColumn("first_published_at"), ParentPageColumn("parent")
TITLE = Column("title")


def rendered(column: BaseColumn, story: ArticlePage, language: str) -> Any:
    request = RequestFactory().get("/newsroom/stories/")
    request.user = AnonymousUser()
    with override(language):
        html = Table([column], [story]).render_html({"request": request})
    cell = lxml.html.fromstring(html).xpath("//tbody//td")[0]
    return [
        (one.tag, sorted(one.attrib.items()), (one.text or "").split(), (one.tail or "").split())
        for one in cell.iter()
    ]


def stories() -> list[ArticlePage]:
    changed = make_story("شائع شدہ، پھر بدلی گئی")
    changed.deck = "نیا خلاصہ"
    changed.save_revision()
    planned = make_story("طے شدہ", draft=True, go_live_at=now() + timedelta(hours=1))
    planned.get_latest_revision().publish()
    made = [make_story("<b>موٹی</b> سرخی"), changed, planned, make_story("مسودہ", draft=True)]
    return list(ArticlePage.objects.filter(pk__in=[story.pk for story in made]))


@pytest.mark.parametrize("language", ["ur", "en"])
def test_the_same_cells(language: str) -> None:
    section = get_section()
    Page.objects.filter(pk=section.pk).update(title="<i>دنیا</i>", draft_title="<i>دنیا</i>")
    pairs = [
        (STANDING, plain(STANDING)),
        (UPDATED, plain(UPDATED)),
        (FIRST, plain(FIRST)),
        (SECTION, SectionColumn("parent")),
        (TITLE, TextColumn("title")),
    ]
    for story in stories():
        for theirs, ours in pairs:
            assert type(ours) is not type(theirs)
            assert rendered(ours, story, language) == rendered(theirs, story, language)


def test_a_column_that_has_no_plain_cell_stays() -> None:
    assert plain(SECTION) is SECTION
