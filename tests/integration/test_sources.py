"""The register of sources, and which stories stand on whom."""

from __future__ import annotations

import json
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from wagtail.blocks import StreamValue
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from roznama.changes.log import end, news
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, Source, SourceAlias, SourceUse, User
from roznama.newsroom.sources.linking import link_names
from roznama.newsroom.sources.merging import MergeError, merge
from roznama.newsroom.sources.names import name_key
from roznama.newsroom.sources.register import (
    enter_source,
    fill_register,
    find_source,
    sources_named,
)
from roznama.newsroom.sources.uses import rebuild_uses
from tests.factories import make_story
from tests.integration import markup
from tests.integration.sources import claim, get_source, hands, make_sourced

pytestmark = pytest.mark.django_db

ADD = "/newsroom/snippets/newsroom/source/add/"


def uses(story: ArticlePage) -> list[tuple[Any, ...]]:
    rows = SourceUse.objects.filter(article=story.pk).order_by("number", "position")
    return list(rows.values_list("source__slug", "name", "number", "position", "of", "is_own"))


def told(cursor: Any) -> set[str]:
    return {key for change in news(cursor).changes for key in change.keys}


def test_a_new_paper_has_a_register() -> None:
    assert Source.objects.count() >= 80
    assert fill_register() == 0
    for name in (
        "AFP",
        "فرانس پریس",
        "كے سى اين اے",
        "وزارت خارجہ",
        "محکمہ موسمیات",
        "State Bank of Pakistan",
    ):
        assert find_source(name) is not None, name


def test_a_source_goes_by_its_own_names_and_no_other_may_have_them() -> None:
    source = Source.objects.create(name="نیا ادارہ", name_latin="New Agency", kind="agency")
    assert source.path == "/source/new-agency/"
    assert sources_named(["new agency", "نیا اِدارہ"]) == {
        "new agency": source,
        "نیا ادارہ": source,
    }
    source.name = "پرانا ادارہ"
    source.save()
    assert find_source("نیا ادارہ") == source
    assert source.path == "/source/new-agency/"
    alias = SourceAlias(source=get_source("afp"), text="نیا ادارہ")
    with pytest.raises(ValidationError, match="پرانا ادارہ"):
        alias.full_clean(exclude=["folded"])


def test_entering_a_name_that_is_there_finds_its_source() -> None:
    assert enter_source("AFP") == get_source("afp")
    entered = enter_source("وزارت ماحولیات")
    assert (entered.name, entered.kind) == ("وزارت ماحولیات", "ministry")
    assert enter_source("وزارتِ ماحولیات") == entered
    for bad in ("", "۔", "الف" * 100):
        with pytest.raises(ValueError, match="name"):
            enter_source(bad)


def source_form(**fields: Any) -> dict[str, Any]:
    empty = {"name_latin": "", "country": "", "home_page": "", "note": ""}
    given = {"kind": "agency", **empty, "aliases": inline_formset([]), **fields}
    return nested_form_data(given)


def test_editors_enter_a_source_with_its_names(newsroom: Client) -> None:
    aliases = inline_formset([{"text": "آزمائشی ایجنسی"}])
    response = newsroom.post(ADD, source_form(name="آزمائش", aliases=aliases))
    assert response.status_code == 302
    assert find_source("آزمائشی ایجنسی") == find_source("آزمائش")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": "اے ایف پی"}, "یہ نام پہلے سے اے ایف پی کا ہے۔"),
        ({"name": "۔۔۔"}, "اس نام میں کوئی حرف نہیں۔"),
        ({"name": "نیا", "name_latin": "REUTERS"}, "یہ نام پہلے سے رائٹرز کا ہے۔"),
        (
            {"name": "نیا", "aliases": inline_formset([{"text": "رائٹر"}])},
            "یہ نام پہلے سے رائٹرز کا ہے۔",
        ),
        (
            {"name": "نیا", "aliases": inline_formset([{"text": "وہی"}, {"text": "وہی۔"}])},
            "یہ نام فہرست میں پہلے سے ہے۔",
        ),
    ],
)
def test_a_name_that_is_taken_is_refused_in_one_line(
    newsroom: Client, fields: dict[str, Any], message: str
) -> None:
    response = newsroom.post(ADD, source_form(**fields))
    assert response.status_code == 200
    assert message in markup.text(markup.parse(response))
    assert find_source("نیا") is None


def test_publishing_writes_what_a_story_stands_on() -> None:
    story = make_sourced(
        claim("پل کھلا", "KCNA", "AFP", "کوئی گواہ"),
        claim("سڑک بنی", is_own=True),
        claim("بس چلی", "ویب ڈیسک"),
    )
    assert uses(story) == [
        ("kcna", "", 1, 1, 3, False),
        ("afp", "", 1, 2, 3, False),
        (None, name_key("کوئی گواہ"), 1, 3, 3, False),
        (None, "", 2, 1, 1, True),
        ("web-desk", "", 3, 1, 1, True),
    ]


def test_a_draft_changes_nothing_and_a_withdrawn_story_stands_on_nothing() -> None:
    story = make_sourced(claim("پل کھلا", "AFP"))
    before = uses(story)
    cursor = end()
    story.sources = [claim("پل کھلا", "رائٹرز")]
    story.save_revision()
    assert (uses(story), told(cursor)) == (before, set())
    story.get_latest_revision().publish()
    assert uses(story)[0][0] == "reuters"
    found = {keys.taken(get_source(slug).pk) for slug in ("afp", "reuters")}
    assert {*found, keys.SOURCES} <= told(cursor)
    cursor = end()
    ArticlePage.objects.get(pk=story.pk).unpublish()
    assert uses(story) == []
    assert keys.taken(get_source("reuters").pk) in told(cursor)
    assert uses(make_sourced(claim("پل", "AFP"), draft=True)) == []


def test_a_publication_that_fails_leaves_the_rows() -> None:
    story = make_sourced(claim("پل کھلا", "AFP"))
    story.sources = [claim("پل کھلا", "رائٹرز")]
    revision = story.save_revision()
    with pytest.raises(RuntimeError), transaction.atomic():
        revision.publish()
        raise RuntimeError
    assert uses(story)[0][0] == "afp"


def test_the_rows_are_made_anew_by_a_command() -> None:
    stories = [make_sourced(claim("پل کھلا", "AFP", "جیو")), make_story()]
    expected = [uses(story) for story in stories]
    SourceUse.objects.all().delete()
    draft = make_sourced(claim("پل", "AFP"), draft=True)
    SourceUse.objects.create(article=draft, number=1, claim="", position=1, of=1)
    out = StringIO()
    call_command("sources", "uses", stdout=out)
    assert [uses(story) for story in stories] == expected
    assert uses(draft) == []
    assert rebuild_uses() == int(out.getvalue().split()[0]) >= 1


def test_two_sources_become_one_and_nothing_is_lost(editor: User) -> None:
    old = Source.objects.create(name="ایجنس فرانس", kind="agency", note="نوٹ")
    old.aliases.add(SourceAlias(text="فرانسیسی ایجنسی"))
    old.save()
    afp = get_source("afp")
    story = make_sourced(claim("پل کھلا", "ایجنس فرانس"), claim("بس", "AFP"))
    draft = make_sourced(claim("سڑک", "ایجنس فرانس"), draft=True)
    changed = make_sourced(claim("سڑک", "رائٹرز"))
    changed.sources = [claim("سڑک", "ایجنس فرانس")]
    changed.save_revision()
    cursor = end()
    assert merge(old, afp, editor) == 3
    assert hands(story) == [(afp.pk, "ایجنس فرانس")]
    assert [row[0] for row in uses(story)] == ["afp", "afp"]
    for one in (story, draft, changed):
        now = ArticlePage.objects.get(pk=one.pk).get_latest_revision_as_object()
        assert now.sources[0].value["chain"][0]["source"] == afp
    assert hands(changed) == [(get_source("reuters").pk, "رائٹرز")]
    assert find_source("فرانسیسی ایجنسی") == find_source("ایجنس فرانس") == afp
    afp.refresh_from_db()
    assert afp.note == "نوٹ"
    assert {keys.source(old.pk), keys.source(afp.pk), keys.taken(afp.pk)} <= told(cursor)
    entry = ModelLogEntry.objects.get(action="roznama.source.merged")
    assert (entry.user, entry.object_id, entry.data["stories"]) == (editor, str(afp.pk), 3)
    assert "ایجنس فرانس" in entry.message


def test_a_source_is_merged_once_and_not_into_itself() -> None:
    one, two, three = (
        Source.objects.create(name=name, kind="person") for name in ("الف", "ب", "ج")
    )
    with pytest.raises(MergeError):
        merge(one, one)
    merge(one, two)
    with pytest.raises(MergeError):
        merge(one, three)
    merge(two, three)
    one.refresh_from_db()
    assert one.merged_into == three
    assert find_source("الف") == three


def test_a_form_that_was_open_during_a_merge_gets_the_one_that_stayed() -> None:
    one, two = (Source.objects.create(name=name, kind="person") for name in ("الف", "ب"))
    story = make_story(draft=True, sources=[claim("پل", "الف")])
    value = story.sources[0].value
    merge(one, two)
    one.refresh_from_db()
    value["chain"][0]["source"] = one
    assert value.block.clean(value)["chain"][0]["source"] == two
    # And where nothing cleans it, the story stands on the other all the same.
    story.sources = [("source", value)]
    ArticlePage.objects.filter(pk=story.pk).update(sources=story.sources)
    story.get_latest_revision().publish()
    assert uses(story)[0][0] == two.slug


def test_a_deleted_source_leaves_its_name() -> None:
    source = Source.objects.create(name="الف ادارہ", kind="company")
    story = make_sourced(claim("پل", "الف ادارہ"))
    cursor = end()
    source_key = keys.source(source.pk)
    source.delete()
    assert uses(story) == [(None, "الف ادارہ", 1, 1, 1, False)]
    assert source_key in told(cursor)
    assert rebuild_uses() >= 1
    assert uses(story) == [(None, "الف ادارہ", 1, 1, 1, False)]


def test_names_are_linked_when_their_source_comes() -> None:
    story = make_sourced(claim("پل", "نیا ادارہ", "AFP"))
    draft = make_sourced(claim("پل", "نیا ادارہ"), draft=True)
    source = Source.objects.create(name="نیا ادارہ", kind="agency")
    cursor = end()
    assert link_names() >= 2
    assert [row[0] for row in uses(story)] == [source.slug, "afp"]
    assert hands(draft) == [(source.pk, "نیا ادارہ")]
    assert {keys.article(story.pk), keys.taken(source.pk)} <= told(cursor)
    assert link_names() == 0


def test_the_command_merges_by_name_or_address() -> None:
    Source.objects.create(name="الف ادارہ", kind="company")
    out = StringIO()
    call_command("sources", "merge", "الف ادارہ", "afp", stdout=out)
    assert "اے ایف پی" in out.getvalue()
    for words, message in (
        (["merge", "afp"], "two sources"),
        (["merge", "afp", "AFP"], "not into itself"),
        (["merge", "کوئی نہیں", "afp"], "no source is called"),
        (["uses", "afp"], "no sources"),
    ):
        with pytest.raises(CommandError, match=message):
            call_command("sources", *words)


def block_error(value: tuple[str, Any], *more: tuple[str, Any]) -> str:
    field = ArticlePage._meta.get_field("sources")
    with pytest.raises(ValidationError) as caught:
        field.stream_block.clean(field.to_python([]).__class__(field.stream_block, [value, *more]))
    error: Any = caught.value
    (block,) = error.block_errors.values()
    (inner,) = block.as_data() if hasattr(block, "as_data") else [block]
    return str(inner.block_errors["chain"].message)


def test_a_chain_that_comes_back_is_refused_in_one_line() -> None:
    afp = "اے ایف پی"
    assert afp in block_error(claim("پل", "AFP", "جیو", "فرانس پریس"))
    assert "دو بار" in block_error(claim("پل", "گواہ", "گواہ"))
    assert "اپنی رپورٹنگ" in block_error(claim("پل"))
    circle = block_error(claim("پل کھلا", "AFP", "جیو"), claim("پل کھلا۔", "جیو", "AFP"))
    assert "گھوم کر" in circle


OLD = [{"type": "item", "id": "a", "value": "اے ایف پی"}, "گواہ", "روزنامہ"]


def test_chains_of_strings_are_carried_over() -> None:
    """In stories and in revisions; a chain that ended with the paper is own reporting."""
    story = make_sourced(claim("پل", "AFP"))
    old = [{"type": "source", "id": "b", "value": {"claim": "پل", "chain": OLD, "url": ""}}]
    stored = StreamValue(story.sources.stream_block, old, is_lazy=True)
    ArticlePage.objects.filter(pk=story.pk).update(sources=stored)
    revision = story.get_latest_revision()
    revision.content["sources"] = json.dumps(old)
    revision.save()
    (operation,) = import_module(
        "roznama.newsroom.migrations.0009_source_chains"
    ).Migration.operations
    for _ in range(2):  # a second time changes nothing
        operation.migrate_stream_data_forward(apps, None)
        revision.refresh_from_db()
        for one in (ArticlePage.objects.get(pk=story.pk), revision.as_object()):
            value = one.sources[0].value
            assert [hand["name"] for hand in value["chain"]] == ["اے ایف پی", "گواہ"]
            assert value["is_own"] is True
    SourceUse.objects.filter(article=story.pk).delete()
    rebuild_uses()
    link_names()
    found = [(slug, of, own) for slug, _, _, _, of, own in uses(story)]
    assert found == [("afp", 2, True), (None, 2, True)]
    now = ArticlePage.objects.get(pk=story.pk)
    assert [hand["source"] for hand in now.sources[0].value["chain"]] == [get_source("afp"), None]


def test_a_revision_from_before_is_read() -> None:
    story = make_story(sources=[claim("پل", "AFP")])
    revision = story.get_latest_revision()
    old = '[{"type": "source", "value": {"claim": "پل", "chain": ["AFP"], "url": "", "note": ""}}]'
    revision.content["sources"] = old
    revision.save()
    (hand,) = revision.as_object().sources[0].value["chain"]
    assert (hand["source"], hand["name"]) == (None, "AFP")
