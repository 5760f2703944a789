"""Groups of a paper that stands: a newer version gives them what is new, and leaves the rest."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from roznama.newsroom.founding import found_paper
from roznama.newsroom.models import AuditEntry, DeskRole
from tests.factories import get_section

pytestmark = pytest.mark.django_db

CHIEF = "مدیرِ اعلیٰ"
OLD = {
    *("access_admin", "add_houseword", "change_houseword", "delete_houseword"),
    *("view_houseword", "change_rulesetting"),
}


def chief() -> Group:
    found: Group = Group.objects.get(name=CHIEF)
    return found


def has(group: Group) -> set[str]:
    return set(group.permissions.values_list("codename", flat=True)) | {
        codename
        for model in (GroupPagePermission, GroupCollectionPermission)
        for codename in model.objects.filter(group=group).values_list(
            "permission__codename", flat=True
        )
    }


def permission(codename: str) -> Permission:
    found: Permission = Permission.objects.get(
        codename=codename, content_type__app_label="newsroom"
    )
    return found


def give_silently(group: Group, rights: list[Permission]) -> None:
    """As a version did that kept no log."""
    through = Group.permissions.through
    through.objects.bulk_create(through(group=group, permission=one) for one in rights)


@pytest.fixture
def old() -> Group:
    """The editor-in-chief's group as a paper from before the audit log has it."""
    Group.objects.get(name=CHIEF).delete()
    group = Group.objects.create(name=CHIEF)
    give_silently(group, list(Permission.objects.filter(codename__in=OLD)))
    assert not AuditEntry.objects.filter(model="auth.group", object_id=str(group.pk)).exists()
    return group


def test_an_old_group_gets_what_is_new_and_once(old: Group) -> None:
    found_paper()
    assert {"kill", "lift_kill", "view_auditentry", "add_image", "add_document"} <= has(old)
    count = AuditEntry.objects.count()
    found_paper()
    assert AuditEntry.objects.count() == count


def test_what_was_taken_away_before_there_was_a_log_stays_away(old: Group) -> None:
    through = Group.permissions.through
    for codename in ("change_rulesetting", "delete_houseword"):
        through.objects.filter(group=old, permission=permission(codename)).delete()
    found_paper()
    assert not {"change_rulesetting", "delete_houseword", "publish_page"} & has(old)
    assert "kill" in has(old)


def test_what_an_administrator_changed_by_hand_stays(old: Group) -> None:
    found_paper()
    old.permissions.remove(permission("kill"))
    old.permissions.add(permission("delete_source"))
    GroupCollectionPermission.objects.get(
        group=old, permission__codename="delete_document"
    ).delete()
    found_paper()
    assert not {"kill", "delete_document"} & has(old)
    assert "delete_source" in has(old)


def test_a_group_of_a_new_paper_is_left_as_it_was_founded_and_changed() -> None:
    before = has(chief())
    chief().permissions.remove(permission("lift_kill"))
    found_paper()
    assert has(chief()) == before - {"lift_kill"}


def test_a_renamed_group_is_known_and_a_deleted_one_stays_deleted() -> None:
    group = chief()
    group.name = "ایڈیٹر"
    group.save()
    found_paper()
    assert not Group.objects.filter(name=CHIEF).exists()
    group.delete()
    found_paper()
    assert not Group.objects.filter(name=CHIEF).exists()


def test_a_desks_group_gets_a_right_that_its_version_did_not_know() -> None:
    role = DeskRole.objects.get(section=get_section("khel"), role="sub_editor")
    older = Group.objects.create(name="پرانا گروہ")
    give_silently(older, [Permission.objects.get(codename="access_admin")])
    DeskRole.objects.filter(pk=role.pk).update(group=older)
    found_paper()
    assert has(older) == has(role.group)
    assert "add_document" in has(older)
