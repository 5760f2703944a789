"""Stories taken over almost word for word: found, listed, side by side, on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from wagtail.models import GroupPagePermission

from roznama.archive.following import Follower
from roznama.archive.reuse import Kind
from roznama.archive.reuse.finding import originals, taken_over
from roznama.newsroom.models import ArticlePage, User
from tests.factories import get_section, make_story
from tests.integration import markup
from tests.reused import AGENCY_LINES, OTHER_LINES

pytestmark = pytest.mark.django_db

LIST = "/newsroom/reuse/"


def make_rain(headline: str, hours: int = 0, **fields: object) -> ArticlePage:
    """A story whose text is the agency's, published so many hours ago."""
    time = now() - timedelta(hours=hours)
    return make_story(headline, body=AGENCY_LINES, published=time, **fields)


@pytest.fixture
def taken(archive: Follower) -> tuple[ArticlePage, ArticlePage]:
    """A story and the older one whose text it has, among others."""
    make_story("لاہور میں کتابوں کی نمائش", body=OTHER_LINES)
    older = make_rain("کراچی میں بارش", 5)
    newer = make_story(
        "شہر قائد میں بادل برس پڑے",
        body=[AGENCY_LINES[1].replace("ی", "ي"), *AGENCY_LINES[:1], OTHER_LINES[0]],
    )
    archive.follow()
    return newer, older


def reload(story: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=story.pk)


def test_the_older_story_is_the_original(taken: tuple[ArticlePage, ArticlePage]) -> None:
    newer, older = taken
    (found,) = originals(reload(newer))
    assert found.page == older
    assert 0.5 < found.reuse.share < 1
    assert originals(reload(older)) == []


def test_wire_copy_that_was_never_published_is_an_original(archive: Follower) -> None:
    draft = make_story("اے پی پی: کراچی میں بارش", body=AGENCY_LINES, draft=True)
    make_story("اے پی پی: نمائش", body=OTHER_LINES, draft=True)
    story = make_rain("کراچی میں بارش")
    archive.follow()
    (found,) = originals(reload(story))
    assert (found.page, found.reuse.kind, found.reuse.share) == (draft, Kind.WHOLLY, 1)


def test_a_draft_of_another_week_is_not_looked_at(archive: Follower) -> None:
    draft = make_story("اے پی پی: کراچی میں بارش", body=AGENCY_LINES, draft=True)
    long_ago = now() - timedelta(days=8)
    ArticlePage.objects.filter(pk=draft.pk).update(latest_revision_created_at=long_ago)
    story = make_rain("کراچی میں بارش")
    archive.follow()
    assert originals(reload(story)) == []


def test_without_an_index_drafts_are_still_found(db: None) -> None:
    draft = make_story("اے پی پی: کراچی میں بارش", body=AGENCY_LINES, draft=True)
    assert [one.page for one in originals(make_rain("کراچی میں بارش"))] == [draft]


def test_many_stories_cost_few_queries(
    archive: Follower, django_assert_max_num_queries: object
) -> None:
    make_story("لاہور میں کتابوں کی نمائش", body=OTHER_LINES)
    for number in range(4):
        make_story(f"مسودہ {number}", body=OTHER_LINES, draft=True)
        make_rain(f"کراچی میں بارش {number}", 4 - number)
    archive.follow()
    stories = list(ArticlePage.objects.live().exclude(first_published_at=None))
    with django_assert_max_num_queries(2 + 2 * len(stories)):  # type: ignore[operator]
        found = list(taken_over(stories))
    assert len(found) == 4


def test_the_list_names_story_and_original(
    newsroom: Client, taken: tuple[ArticlePage, ArticlePage]
) -> None:
    newer, older = taken
    document = markup.parse(newsroom.get(LIST))
    here = f"{LIST}{newer.pk}/{older.pk}/"
    (row,) = document.xpath(f"//ol[@class='reuse-list']/li[.//h2/a/@href='{here}']")
    assert newer.title in markup.text(row)
    assert older.title in markup.text(row)


def test_the_setting_leads_to_the_list(settings: object) -> None:
    assert reverse(settings.ROZNAMA_REUSE_URL) == LIST  # type: ignore[attr-defined]


def test_the_list_is_in_the_menu(newsroom: Client) -> None:
    assert LIST in newsroom.get("/newsroom/stories/").content.decode()


def test_an_empty_paper_and_odd_pages(newsroom: Client, archive: Follower) -> None:
    for page in ("", "0", "9", "x"):
        assert newsroom.get(LIST, {"p": page}).status_code == 200


def test_both_texts_stand_side_by_side(
    newsroom: Client, taken: tuple[ArticlePage, ArticlePage]
) -> None:
    newer, older = taken
    document = markup.parse(newsroom.get(f"{LIST}{newer.pk}/{older.pk}/"))
    ours, theirs = document.xpath("//*[@class='reuse-text']")
    marks = [" ".join(side.xpath(".//mark/text()")) for side in (ours, theirs)]
    assert OTHER_LINES[0][:20] not in marks[0]
    assert marks[1].replace("۔", "").split() == " ".join(AGENCY_LINES).replace("۔", "").split()
    targets = document.xpath("//mark/a/@href")
    assert targets
    assert all(document.xpath(f"//mark[@id='{target[1:]}']") for target in targets)


def test_two_apart_say_so(newsroom: Client, archive: Follower) -> None:
    one, other = make_rain("کراچی میں بارش"), make_story("نمائش", body=OTHER_LINES)
    document = markup.parse(newsroom.get(f"{LIST}{one.pk}/{other.pk}/"))
    assert not document.xpath("//mark")
    assert newsroom.get(f"{LIST}{one.pk}/999999/").status_code == 404


def test_only_who_may_edit_sees_them(
    taken: tuple[ArticlePage, ArticlePage], section_editor: Client
) -> None:
    newer, older = taken
    assert newer.title not in section_editor.get(LIST).content.decode()
    answer = section_editor.get(f"{LIST}{newer.pk}/{older.pk}/")
    assert answer.status_code in {302, 403}
    assert Client().get(LIST).status_code == 302


@pytest.fixture
def section_editor(db: None) -> Client:
    """Somebody who may edit another section."""
    group = Group.objects.create(name="مدیر")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(codename="change_page", content_type__model="page")
    GroupPagePermission.objects.create(group=group, page=get_section("khel"), permission=permission)
    user = User.objects.create_user("khel-editor", password="a long pass phrase")
    user.groups.add(group)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_command_tells_a_story_s_originals(
    taken: tuple[ArticlePage, ArticlePage], capsys: pytest.CaptureFixture[str]
) -> None:
    newer, older = taken
    call_command("reuse", "--story", str(newer.pk), "--json")
    (told,) = json.loads(capsys.readouterr().out)
    assert told["id"] == older.pk
    assert told["passages"][0]["other_text"] in "\n".join(AGENCY_LINES)
    call_command("reuse", "--story", str(older.pk))
    assert "no original" in capsys.readouterr().out


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = []
    for name, lines in (("story", AGENCY_LINES), ("wire", (*AGENCY_LINES, *OTHER_LINES))):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        names.append(str(path))
    return names


def test_the_command_compares_files(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    call_command("reuse", *files)
    assert "wholly derived, 100% of its words" in capsys.readouterr().out


def test_the_command_compares_a_story_and_a_file(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    draft = make_story("نمائش", body=OTHER_LINES, draft=True)
    call_command("reuse", "--story", str(draft.pk), files[1], "--json")
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["share"]) == ("wholly", 1)


def test_bad_input_is_one_line(files: list[str], tmp_path: Path) -> None:
    draft = make_story("نمائش", body=OTHER_LINES, draft=True)
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for given in (
        [],
        files[:1],
        ["--story", "999999"],
        ["--story", str(draft.pk)],
        ["--story", str(draft.pk), *files],
        [files[0], str(tmp_path / "none")],
        [files[0], str(binary)],
        [files[0], str(tmp_path)],
    ):
        with pytest.raises(CommandError) as error:
            call_command("reuse", *given)
        assert len(str(error.value).splitlines()) == 1
