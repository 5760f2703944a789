"""What an entry of the audit log tells beside its action, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.models import TaskState, WorkflowState

from roznama.newsroom.models import AuditEntry

_LABELS: dict[str, Any] = {
    "reason": gettext_lazy("Reason"),
    "notice": gettext_lazy("Notice for readers"),
    "published": gettext_lazy("Published at once"),
    "kind": gettext_lazy("kind"),
    "text": gettext_lazy("text"),
    "names": gettext_lazy("Names"),
    "known": gettext_lazy("A known account"),
    "fields": gettext_lazy("Changed"),
    "revision": gettext_lazy("Number of the revision"),
    "id": gettext_lazy("number"),
    "title": gettext_lazy("title"),
    "status": pgettext_lazy("of a step", "State"),
    "workflow": gettext_lazy("Workflow"),
    "task": pgettext_lazy("of a workflow", "Step"),
    "next": gettext_lazy("Next step"),
    "comment": gettext_lazy("Comment"),
    "page": pgettext_lazy("of a story", "Page"),
    "source": pgettext_lazy("where from", "From"),
    "destination": pgettext_lazy("where to", "To"),
    "old": pgettext_lazy("before a change", "Before"),
    "new": pgettext_lazy("after a change", "Now"),
    "created": gettext_lazy("Made"),
    "go_live_at": gettext_lazy("Time of publication"),
    "has_live_version": gettext_lazy("Published before"),
    "keep_live": gettext_lazy("Published as well"),
    "restriction": gettext_lazy("Who may see it"),
    "type": gettext_lazy("kind"),
    "into": gettext_lazy("Roles given"),
    "out": gettext_lazy("Roles taken away"),
    "by_mail": gettext_lazy("By e-mail"),
    "holder": gettext_lazy("Who had the lock"),
    "reader": gettext_lazy("Given to"),
    "added": gettext_lazy("Added"),
    "changed": gettext_lazy("Changed"),
    "section": gettext_lazy("Section"),
    "role": gettext_lazy("role"),
    "before": pgettext_lazy("before a change", "Before"),
    "after": pgettext_lazy("after a change", "Now"),
    "rule": gettext_lazy("Rule"),
    "rules": gettext_lazy("Rules"),
    "findings": gettext_lazy("What the copy desk found"),
    "severity": gettext_lazy("Severity"),
}
_RIGHTS: dict[str, Any] = {
    "access_admin": gettext_lazy("Enter the newsroom"),
    "kill": gettext_lazy("Withdraw a story"),
    "lift_kill": gettext_lazy("Lift the withdrawal of a story"),
    "arrange_front": gettext_lazy("Arrange the front page"),
    "view_source_report": gettext_lazy("See the report on sources"),
}
_VERBS: dict[str, Any] = {
    "add": gettext_lazy("Add: %s"),
    "change": gettext_lazy("Change: %s"),
    "delete": gettext_lazy("Delete: %s"),
    "bulk_delete": gettext_lazy("Delete with all below: %s"),
    "view": gettext_lazy("See: %s"),
    "choose": gettext_lazy("Choose: %s"),
    "publish": gettext_lazy("Publish: %s"),
    "lock": gettext_lazy("Lock: %s"),
    "unlock": gettext_lazy("Unlock: %s"),
}
_STATES: dict[str, Any] = {**dict(TaskState.STATUS_CHOICES), **dict(WorkflowState.STATUS_CHOICES)}
_CODENAME = re.compile(rf"({'|'.join(sorted(_VERBS, key=len, reverse=True))})_(\w+)")
_RIGHT = re.compile(r"(?:\w+\.)?(?P<codename>\w+)(?:: (?P<place>.*))?")
_WHERE_IN_ANOTHER = frozenset({"id", "task_state_id", "created"})
"""What Wagtail's log tells of things inside others that is of use to programs alone."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing told: its technical name, what people call it, and what it is."""

    name: str
    label: str
    value: str


def details_of(entry: AuditEntry) -> list[Detail]:
    """Return what an entry tells, in its order; the log itself and its CSV keep technical names."""
    told = entry.details
    if not isinstance(told, dict):
        return [Detail("", "", _plain(told))]
    model = _model(entry.model)
    is_of_rights = entry.action.startswith("roznama.permissions")
    return [
        one
        for name, value in {**told, **_part(told, "data")}.items()
        if name != "data" and value != ""
        for one in _told(name, value, model, is_of_rights=is_of_rights)
    ]


def _told(
    name: str, value: Any, model: type[Model] | None, *, is_of_rights: bool
) -> Iterator[Detail]:
    if name == "now" and isinstance(value, dict):
        yield from (Detail(key, _field(model, key), _plain(one)) for key, one in value.items())
    elif name == "fields" and isinstance(value, list):
        yield Detail(name, _label(name), "، ".join(_field(model, str(one)) for one in value))
    elif name == "names" and is_of_rights and isinstance(value, list):
        yield Detail(name, _label(name), "، ".join(right_label(str(one)) for one in value))
    else:
        yield Detail(name, _label(name), _plain(value))


def right_label(text: str) -> str:
    """Return what a permission is called that the log names `app.codename`, `codename: place`."""
    found = _RIGHT.fullmatch(text)
    if found is None:
        return text
    label = _right(found["codename"])
    return f"{label} ({found['place']})" if found["place"] else label


def _right(codename: str) -> str:
    if codename in _RIGHTS:
        return str(_RIGHTS[codename])
    found = _CODENAME.fullmatch(codename)
    name = _names_of_models().get(found[2]) if found else None
    return str(_VERBS[found[1]]) % name if found and name else codename


@lru_cache(maxsize=1)
def _models() -> dict[str, type[Model]]:
    """All models by the name that permissions have; ours before others of the same name."""
    found = sorted(apps.get_models(), key=lambda one: one._meta.app_label == "newsroom")
    return {str(one._meta.model_name): one for one in found}


def _names_of_models() -> dict[str, str]:
    return {name: str(model._meta.verbose_name) for name, model in _models().items()}


def _model(label: str) -> type[Model] | None:
    try:
        found: type[Model] = apps.get_model(label)
    except (LookupError, ValueError):
        return None  # an app that is gone, or nothing at all
    return found


def _field(model: type[Model] | None, name: str) -> str:
    """Return what a field is called in forms; its own name where it has no other."""
    fields = model._meta.concrete_fields if model else ()
    found = next((one for one in fields if name in (one.name, one.attname)), None)
    return capfirst(str(found.verbose_name)) if found is not None else name


def _label(name: str) -> str:
    return str(_LABELS.get(name, name))


def _part(told: dict[str, Any], name: str) -> dict[str, Any]:
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None:
        return "–"
    if isinstance(value, list):
        return "، ".join(map(_plain, value))
    if isinstance(value, dict):
        return _inside(value)
    return str(value)


def _inside(value: dict[str, Any]) -> str:
    """Return something inside another in one line; where it has a title, by that first."""
    rows = {key: one for key, one in value.items() if key not in _WHERE_IN_ANOTHER and one != ""}
    title = [_plain(rows.pop("title"))] if isinstance(rows.get("title"), str) else []
    if (state := rows.get("status")) in _STATES:
        rows["status"] = str(_STATES[state])
    rest = [f"{_label(key)}: {_plain(one)}" for key, one in rows.items()]
    return " · ".join([*title, *rest])
