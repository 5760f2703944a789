"""What a revision points at, and which of it is gone: asked once for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DO_NOTHING, SET_NULL, Field, ManyToOneRel, Model
from modelcluster.models import get_all_child_relations

_Data = dict[str, Any]
_Targets = dict[tuple[type[Model], str], set[Any]]
"""Values by the model that they point at, and the field there."""


def without_gone(model: type[Model], data: _Data) -> _Data:
    """Return a revision's data without what they point at and is gone from the database.

    A field of the story is emptied. A row that belongs to it is emptied of what may be empty, and
    else left out: a byline whose author was deleted. modelcluster's own reader asks for each thing
    by itself and reads all of it, the story once more for every tag and byline; and where deleting
    is held up by what is published alone (PROTECT), it fails at a draft.
    """
    wanted: _Targets = defaultdict(set)
    _gather(model, data, wanted)
    gone = {target: values - _there(target, values) for target, values in wanted.items()}
    return _pruned(model, data, gone) if any(gone.values()) else data


def _gather(model: type[Model], data: _Data, wanted: _Targets) -> None:
    for field, value in _keys(model, data):
        wanted[_target(field)].add(value)
    for name, related in _children(model):
        for row in data.get(name, ()):
            _gather(related, row, wanted)


def _there(target: tuple[type[Model], str], values: set[Any]) -> set[Any]:
    model, name = target
    found = model._default_manager.filter(**{f"{name}__in": values})
    return set(found.values_list(name, flat=True))


def _pruned(model: type[Model], data: _Data, gone: _Targets) -> _Data:
    kept = {**data, **{field.name: None for field in _dangling(model, data, gone)}}
    for name, related in _children(model):
        if name in data:  # rows that an old revision does not speak of stay as they are
            stay = (row for row in data[name] if _stays(related, row, gone))
            kept[name] = [_pruned(related, row, gone) for row in stay]
    return kept


def _stays(model: type[Model], row: _Data, gone: _Targets) -> bool:
    dangling = _dangling(model, row, gone)
    return all(field.remote_field.on_delete is SET_NULL for field in dangling)


def _dangling(model: type[Model], data: _Data, gone: _Targets) -> list[Any]:
    """The fields that point at what is gone, but for those that may."""
    return [
        field
        for field, value in _keys(model, data)
        if value in gone[_target(field)] and field.remote_field.on_delete is not DO_NOTHING
    ]


def _keys(model: type[Model], data: _Data) -> Iterator[tuple[Any, Any]]:
    """Yield the fields of a model that point at something, and what at."""
    for name, value in data.items():
        try:
            field: Any = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if value is not None and isinstance(field.remote_field, ManyToOneRel):
            yield field, field.target_field.to_python(value)


def _children(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    for relation in get_all_child_relations(model):
        yield relation.get_accessor_name(), relation.related_model


def _target(field: Any) -> tuple[type[Model], str]:
    key: Field[Any, Any] = field.target_field
    return key.model, key.name
