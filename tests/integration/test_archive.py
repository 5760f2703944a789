"""The archive's index: it tells what is published, a moment later, whatever happens to it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction

from roznama.archive import rebuilding
from roznama.archive.following import Follower
from roznama.archive.index.folder import begun, current
from roznama.archive.index.reading import Reader, Snapshot
from roznama.archive.rebuilding import BusyError, rebuild
from roznama.archive.related import reached_by, related_to
from roznama.archive.search.building import Filters
from roznama.archive.search.searching import Results, Search, search
from roznama.changes.models import Change
from roznama.newsroom.live import doing
from roznama.newsroom.live.writing import to_html
from roznama.newsroom.models import ArticlePage, User
from tests.factories import get_section, make_author, make_story
from tests.integration.live import add, cover

HEADLINE = "پشاور میں کتابوں کی نمائش"


def find(archive: Follower, text: str, **options: Any) -> Results:
    """Search after the index has followed the log."""
    archive.follow()
    snapshot = Reader(archive.folder).snapshot()
    assert snapshot is not None
    return search(snapshot, Search(text, **options))


def test_a_story_is_found_when_it_is_published_and_not_before(archive: Follower) -> None:
    story = make_story(HEADLINE, draft=True)
    assert find(archive, "کتاب").total == 0
    story.save_revision().publish()
    assert find(archive, "کتاب").stories == (story.pk,)
    story.title = "کراچی میں مچھلی کا بازار"
    story.save_revision()
    assert find(archive, "مچھلی").total == 0
    story.save_revision().publish()
    assert find(archive, "کتاب").total == 0
    assert find(archive, "مچھلی").stories == (story.pk,)
    ArticlePage.objects.get(pk=story.pk).unpublish()
    assert find(archive, "مچھلی").total == 0


def test_a_story_is_found_by_its_live_updates_while_they_stand(
    archive: Follower, editor: User
) -> None:
    coverage = cover(editor)
    story = coverage.article
    assert find(archive, "زیارت").total == 0
    update = add(coverage, "زیارت میں برف باری شروع ہو گئی۔", editor)
    assert find(archive, "زیارت").stories == (story.pk,)
    words = doing.Words(to_html("کوئٹہ میں برف باری۔"))
    update = doing.change(update, words, editor, seen=update.version)
    assert find(archive, "زیارت").total == 0
    assert find(archive, "کوئٹہ").stories == (story.pk,)
    doing.remove(update, editor)
    assert find(archive, "کوئٹہ").total == 0
    assert find(archive, "لاہور").stories == (story.pk,)


def test_a_deleted_story_is_gone(archive: Follower) -> None:
    story = make_story(HEADLINE)
    assert find(archive, "کتاب").total == 1
    story.delete()
    assert find(archive, "کتاب").total == 0


def test_a_private_section_is_not_searched(archive: Follower) -> None:
    make_story(HEADLINE)
    restriction = PageViewRestriction.objects.create(
        page=get_section(), restriction_type=PageViewRestriction.LOGIN
    )
    assert find(archive, "کتاب").total == 0
    restriction.delete()
    assert find(archive, "کتاب").total == 1


def test_an_author_who_is_renamed_is_found_by_the_new_name(archive: Follower) -> None:
    author = make_author("ثنا اقبال")
    story = make_story(HEADLINE, authors=[author])
    assert find(archive, "اقبال").stories == (story.pk,)
    author.name = "ثنا درانی"
    author.save()
    assert find(archive, "اقبال").total == 0
    assert find(archive, "درانی").stories == (story.pk,)


def test_only_what_changed_is_named(archive: Follower) -> None:
    first, second = make_story(HEADLINE), make_story("کرکٹ ٹیم کا اعلان")
    assert archive.follow().stories == {first.pk, second.pk}
    assert archive.follow().stories == frozenset()
    second.title = "ہاکی ٹیم کا اعلان"
    second.save_revision().publish()
    assert archive.follow().stories == {second.pk}


@pytest.mark.parametrize(
    ("query", "in_story"),
    [
        ("كتاب", "کتابیں"),
        ("کتاب", "كتابوں"),
        ("ا\u0653ندھی", "آندھی"),
        ("پیونگ یانگ", "پیونگیانگ"),
        ("وزیراعظم", "وزیر اعظم"),
        ("کِتاب", "کتاب"),
        ("لئے کتاب", "کے لیے کتاب"),
        ("۲۰۲۵", "2025"),
    ],
)
def test_every_variant_finds_the_same(archive: Follower, query: str, in_story: str) -> None:
    story = make_story("ایک خبر", body=[f"اس میں {in_story} ہے۔"])
    make_story("کرکٹ ٹیم کا اعلان")
    assert find(archive, query).stories == (story.pk,)


def test_roman_urdu_finds_urdu(archive: Follower) -> None:
    story = make_story("لاہور میں آج موسلا دھار بارش")
    make_story("کراچی میں گرمی")
    assert find(archive, "lahore barish").stories == (story.pk,)


def test_a_part_finds_its_compound(archive: Follower) -> None:
    story = make_story("شمالی کوریا کے رہنما کم جونگ ان کی تقریر")
    make_story("کرکٹ ٹیم کا اعلان")
    for query in ("کوریا", "کم جونگ", "kim jong un", "shumali korea", "شمالی کوریا"):
        assert find(archive, query).stories == (story.pk,), query


def test_phrases_exclusion_and_filters(archive: Follower) -> None:
    north = make_story("روس کو نئی پیشکش پر بحث")
    south = make_story("نئی بحث میں پرانی پیشکش", section="khel")
    assert find(archive, '"نئی پیشکش"').stories == (north.pk,)
    assert set(find(archive, "نئی پیشکش").stories) == {north.pk, south.pk}
    assert find(archive, "پیشکش -روس").stories == (south.pk,)
    khel = get_section("khel").pk
    found = find(archive, "پیشکش", filters=Filters(section=khel))
    assert found.stories == (south.pk,)
    assert found.sections == {khel: 1, get_section().pk: 1}
    assert found.years == {localdate(south.first_published_at).year: 1}
    assert find(archive, "پیشکش", filters=Filters(until=1)).total == 0


def test_words_that_no_story_has_together_are_found_apart(archive: Follower) -> None:
    story = make_story("لاہور میں بارش اور آندھی")
    found = find(archive, "لاہور آندھی سیلاب")
    assert (found.stories, found.is_loose) == ((story.pk,), True)


def test_a_slip_is_noticed(archive: Follower) -> None:
    for number in range(3):
        make_story(f"لاہور میں موسلا دھار بارش، دن {number}")
    assert find(archive, "لاہوور بارش").meant == "لاہور بارش"
    assert find(archive, "لاہور بارش").meant == ""


@pytest.mark.parametrize(
    "text", ["", "؟", "( AND", "a:b^2 [1 TO", '"', "-", "\u202e", "\0", "کے" * 5000, "x" * 10000,
             "/.*/", "*", "all:*", "{}", "\\"]
)  # fmt: skip
def test_no_query_fails(archive: Follower, text: str) -> None:
    make_story(HEADLINE)
    assert find(archive, text).total == 0


@pytest.mark.parametrize("page", [-5, 0, 10**9])
def test_no_page_number_fails(archive: Follower, page: int) -> None:
    make_story(HEADLINE)
    assert find(archive, "کتاب", page=page).total == 1


def test_the_newest_come_first_when_asked(archive: Follower) -> None:
    stories = [make_story(f"{HEADLINE} {number}") for number in range(3)]
    for day, story in enumerate(stories):
        time = datetime(2020 + day, 6, 1, 12, tzinfo=UTC)
        ArticlePage.objects.filter(pk=story.pk).update(first_published_at=time)
    rebuild(archive.folder)
    newest = find(archive, "کتاب", newest=True).stories
    assert newest == tuple(story.pk for story in reversed(stories))


# Faults


def test_a_rebuild_goes_on_where_it_was_broken_off(
    archive: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        make_story(f"{HEADLINE} {number}")
    archive.follow()
    monkeypatch.setattr(rebuilding, "_AT_ONCE", 2)
    monkeypatch.setattr(rebuilding, "_COMMIT_EVERY", 2)

    def broken(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(archive.folder, broken)
    assert begun(archive.folder) is not None
    assert find(archive, "کتاب").total == 6  # the old index serves meanwhile
    begins: list[int] = []
    rebuild(archive.folder, lambda done, total: begins.append(done))
    assert begins[0] >= 2
    assert begun(archive.folder) is None
    assert find(archive, "کتاب").total == 6


def test_what_changes_during_a_rebuild_is_in_the_new_index(archive: Follower) -> None:
    stories = [make_story(f"{HEADLINE} {number}") for number in range(2)]
    archive.follow()

    def meanwhile(done: int, total: int) -> None:
        if done == total:
            stories[0].unpublish()
            make_story(f"{HEADLINE} اور آندھی")

    rebuild(archive.folder, meanwhile)
    assert find(archive, "کتاب").total == 2
    assert find(archive, "آندھی").total == 1


@pytest.mark.parametrize("how", ["gone", "torn", "another format", "no state"])
def test_an_index_that_cannot_be_used_is_made_anew(archive: Follower, how: str) -> None:
    story = make_story(HEADLINE)
    archive.follow()
    archive.close()
    used = current(archive.folder)
    assert used is not None
    damage(used.folder, how)
    assert find(Follower(archive.folder), "کتاب").stories == (story.pk,)


def damage(folder: Path, how: str) -> None:
    if how == "gone":
        shutil.rmtree(folder)
    elif how == "torn":
        for file in folder.glob("*.idx"):
            file.write_bytes(file.read_bytes()[:20])
    elif how == "another format":
        state = folder / "state.json"
        state.write_text(state.read_text().replace('"format": ', '"format": 9'))
    else:
        (folder / "state.json").write_text("{")


def test_a_log_that_begins_again_is_noticed(archive: Follower) -> None:
    story = make_story(HEADLINE)
    archive.follow()
    used = current(archive.folder)
    assert used is not None
    used.move('{"horizon": 999999999, "seen": [], "time": 1}')
    Change.objects.all().delete()
    assert find(archive, "کتاب").stories == (story.pk,)


def test_one_index_is_made_by_one_process(archive: Follower) -> None:
    def meanwhile(done: int, total: int) -> None:
        with pytest.raises(BusyError):
            rebuild(archive.folder)

    rebuild(archive.folder, meanwhile)


# The command line


def test_search_on_the_command_line(archive: Follower, capsys: pytest.CaptureFixture[str]) -> None:
    story = make_story(HEADLINE)
    archive.follow()
    call_command("search", "کتاب", "--section", "dunya")
    assert story.title in capsys.readouterr().out
    call_command("search", "کتاب", "--json")
    assert f'"id": {story.pk}' in capsys.readouterr().out
    with pytest.raises(CommandError, match="no section"):
        call_command("search", "کتاب", "--section", "none")


def test_reindex_on_the_command_line(archive: Follower, capsys: pytest.CaptureFixture[str]) -> None:
    make_story(HEADLINE)
    call_command("reindex")
    assert "1 stories indexed" in capsys.readouterr().out


def test_the_stories_beside_one_are_looked_up_once_a_commit(
    archive: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    best = Snapshot.best
    monkeypatch.setattr(Snapshot, "best", lambda *given: asked.append(1) or best(*given))
    text = "دریائے سندھ میں سیلاب سے متاثرہ دیہات کی بحالی کا کام شروع"
    story, other = make_story(text), make_story(f"{text} ہو گیا")
    make_story(HEADLINE)
    archive.follow()
    related_to(story)
    assert reached_by(story) == [other.pk]
    assert len(asked) == 1
    other.unpublish()
    archive.follow()
    assert reached_by(story) == []
