"""What goes into the audit log by itself: Wagtail's own log, sign-ins, permissions and roles.

Whoever writes into Wagtail's log (`wagtail.log_actions.log`) is in the audit log as well. Saving
a draft is not: drafts are kept as revisions, and would be most of the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.models.audit_log import ModelLogEntry
from wagtail.models.pages import PageLogEntry
from wagtail.signals import page_published

from roznama.newsroom.models import BreakingLine, HouseWord, PaperSettings, RuleSetting, User
from roznama.newsroom.record.audit import note
from roznama.newsroom.record.versions import note_version

_DRAFTS = {"wagtail.edit", "wagtail.comments.create", "wagtail.comments.edit"}
_LONGEST = 2_000  # characters of a value in the details
_USER_FIELDS = ("username", "is_active", "is_superuser", "is_staff", "password")
_SETTINGS = (PaperSettings, BreakingLine)


def connect() -> None:
    """Listen."""
    page_published.connect(note_version)
    post_save.connect(_page_logged, PageLogEntry)
    post_save.connect(_model_logged, ModelLogEntry)
    user_logged_in.connect(_signed_in)
    user_logged_out.connect(_signed_out)
    user_login_failed.connect(_sign_in_failed)
    m2m_changed.connect(_roles_changed, User.groups.through)
    m2m_changed.connect(_rights_changed, User.user_permissions.through)
    m2m_changed.connect(_rights_changed, Group.permissions.through)
    for model in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(_place_right_given, model)
        post_delete.connect(_place_right_taken, model)
    pre_save.connect(_account_changes, User)
    for model in (*_SETTINGS, RuleSetting):
        pre_save.connect(_setting_changes, model)
    post_save.connect(_house_word_saved, HouseWord)
    post_delete.connect(_house_word_gone, HouseWord)


def _page_logged(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not created or raw or instance.action in _DRAFTS:
        return
    note(
        instance.action,
        instance.user,
        story=instance.page_id,
        about=("wagtailcore.page", instance.page_id, instance.label),
        at=instance.timestamp,
        **_details(instance),
    )


def _model_logged(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not created or raw:
        return
    kind = instance.content_type
    note(
        instance.action,
        instance.user,
        about=(
            f"{kind.app_label}.{kind.model}" if kind else "",
            instance.object_id,
            instance.label,
        ),
        at=instance.timestamp,
        **_details(instance),
    )


def _details(entry: Any) -> dict[str, Any]:
    """Return what a log entry has to say, as plain values."""
    told = {"data": _plain(entry.data)} if entry.data else {}
    if getattr(entry, "revision_id", None):
        told["revision"] = entry.revision_id
    return told


def _plain(data: Any) -> Any:
    """Return data as JSON gives it back, long texts cut, so that its digest never differs."""
    if isinstance(data, dict):
        return {str(name): _plain(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    plain = json.loads(json.dumps(data, cls=DjangoJSONEncoder))
    if isinstance(plain, float):
        return str(plain)  # databases write such numbers in their own ways
    return plain[:_LONGEST].replace("\x00", "") if isinstance(plain, str) else plain


def _signed_in(user: Any, **kwargs: Any) -> None:
    note("roznama.signin", user, about=("newsroom.user", user.pk, user.get_username()))


def _signed_out(user: Any, **kwargs: Any) -> None:
    if user is not None:
        note("roznama.signout", user, about=("newsroom.user", user.pk, user.get_username()))


def _sign_in_failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Keep for whom it was tried; not what was typed, which may be a password in the wrong box."""
    name = str(credentials.get(User.USERNAME_FIELD) or credentials.get("username") or "")[:150]
    found = User.objects.filter(username=name).first() if name and "\x00" not in name else None
    if found is None:
        note("roznama.signin.failed", known=False)
    else:
        note("roznama.signin.failed", about=("newsroom.user", found.pk, name), known=True)


def _roles_changed(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    if action not in {"post_add", "post_remove", "pre_clear"}:
        return
    names = _names(Group, pk_set) if not reverse else _names(User, pk_set)
    _note_rights("roznama.roles", instance, action, names)


def _rights_changed(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    if action in {"post_add", "post_remove", "pre_clear"} and not reverse:
        _note_rights("roznama.permissions", instance, action, _names(Permission, pk_set))


def _note_rights(what: str, instance: Model, action: str, names: list[str]) -> None:
    done = action.removeprefix("post_").removeprefix("pre_")
    note(
        f"{what}.{done}",
        get_active_log_context().user,
        about=(instance._meta.label_lower, instance.pk, str(instance)),
        names=names,
    )


def _names(model: type[Model], pks: Iterable[int] | None) -> list[str]:
    found = model._default_manager.filter(pk__in=pks or ())
    if model is Permission:
        return sorted(f"{one.content_type.app_label}.{one.codename}" for one in found)  # type: ignore[attr-defined]
    return sorted(str(one) for one in found)


def _place_right_given(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        _note_place_right("roznama.permissions.add", instance)


def _place_right_taken(instance: Any, **kwargs: Any) -> None:
    _note_place_right("roznama.permissions.remove", instance)


def _note_place_right(action: str, right: Any) -> None:
    place = right.page if isinstance(right, GroupPagePermission) else right.collection
    note(
        action,
        get_active_log_context().user,
        about=("auth.group", right.group_id, str(right.group)),
        names=[f"{right.permission.codename}: {place}"],
    )


def _account_changes(instance: User, raw: bool = False, **kwargs: Any) -> None:
    """Keep which of an account's weightier fields change; what a password was is nobody's."""
    names = _changed(instance, _USER_FIELDS, kwargs.get("update_fields")) if not raw else []
    if names:
        told = {name: getattr(instance, name) for name in names if name != "password"}
        _note_change("roznama.account", instance, names, told)


def _setting_changes(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    fields = [field.attname for field in instance._meta.concrete_fields]
    names = _changed(instance, fields, kwargs.get("update_fields")) if not raw else []
    if names:
        told = {name: _plain(getattr(instance, name)) for name in names}
        _note_change("roznama.settings", instance, names, told)


def _house_word_saved(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _note_house("add" if created else "change", instance)


def _house_word_gone(instance: Any, **kwargs: Any) -> None:
    _note_house("remove", instance)


def _note_house(done: str, word: Any) -> None:
    user = get_active_log_context().user
    about = (word._meta.label_lower, word.pk, str(word))
    note(f"roznama.house.{done}", user, about=about)


def _note_change(action: str, instance: Model, names: list[str], told: dict[str, Any]) -> None:
    note(
        action,
        get_active_log_context().user,
        about=(instance._meta.label_lower, instance.pk, str(instance)),
        fields=names,
        now=told,
    )


def _changed(instance: Model, fields: Iterable[str], only: Iterable[str] | None) -> list[str]:
    """Return those fields of a row that are about to change; none of a new one."""
    wanted = [name for name in fields if only is None or name in set(only)]
    if instance.pk is None or not wanted:
        return []
    row = type(instance)._default_manager.filter(pk=instance.pk).values(*wanted).first()
    return [name for name in wanted if row is not None and row[name] != getattr(instance, name)]
