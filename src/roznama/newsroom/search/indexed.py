"""What the stock indexers see of an object: its own fields, with their texts analyzed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from modelsearch.index import AutocompleteField, RelatedFields, SearchField

from roznama.newsroom.search.analysis import begun_words, whole_words


class UrduIndex:
    """Mixed into a stock index: what comes in is analyzed."""

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """Index objects of one model."""
        super().add_items(model, [AnalyzedObject(obj) for obj in objs])  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Weigh titles by their length when everything is indexed; until then all are average.

        The stock index reads every title there is on each save.
        """
        if full:
            super()._refresh_title_norms(full=True)  # type: ignore[misc]


class AnalyzedObject:
    """Stands for an object before an indexer, which asks for its key and its fields."""

    def __init__(self, source: Any) -> None:
        self.source = source
        self.pk = source.pk

    def get_search_fields(self) -> list[Any]:
        """Return the object's fields, analyzed."""
        return [_analyzed(field) for field in self.source.get_search_fields()]


class _Words(SearchField):
    def __init__(self, field: SearchField) -> None:
        super().__init__(field.field_name, boost=field.boost)
        self.field = field

    def get_value(self, obj: Any) -> Any:
        return _in_text(self.field.get_value(_source(obj)), whole_words)


class _Beginnings(AutocompleteField):
    def __init__(self, field: AutocompleteField) -> None:
        super().__init__(field.field_name)
        self.field = field

    def get_value(self, obj: Any) -> Any:
        return _in_text(self.field.get_value(_source(obj)), begun_words)


class _Related(RelatedFields):
    def __init__(self, field: RelatedFields) -> None:
        super().__init__(field.field_name, [_analyzed(inner) for inner in field.fields])
        self.field = field

    def get_value(self, obj: Any) -> Any:
        return self.field.get_value(_source(obj))


def _analyzed(field: Any) -> Any:
    if isinstance(field, SearchField):
        return _Words(field)
    if isinstance(field, AutocompleteField):
        return _Beginnings(field)
    if isinstance(field, RelatedFields):
        return _Related(field)
    return field


def _source(obj: Any) -> Any:
    return obj.source if isinstance(obj, AnalyzedObject) else obj


def _in_text(value: Any, analyze: Callable[[str], str]) -> str:
    """Analyze a value; the texts in lists and groups one by one."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return " ".join(_in_text(item, analyze) for item in value)
    return "" if value is None else analyze(str(value))
