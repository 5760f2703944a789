"""The form of a source."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from roznama.newsroom.sources.names import name_key


class SourceForm(WagtailAdminModelForm):
    """The form of a source; it refuses a name that another source has, or one given twice."""

    def clean(self) -> dict[str, Any]:
        """Check the source's own names, then its aliases against each other."""
        cleaned: dict[str, Any] = super().clean()
        for field in ("name", "name_latin"):
            self._check_own(field, cleaned.get(field) or "")
        seen: set[str] = set()
        for row in self.formsets["aliases"].forms if self.formsets else ():
            if not row.is_valid() or row.cleaned_data.get("DELETE"):
                continue
            key = name_key(row.cleaned_data.get("text") or "")
            if key and key in seen:
                row.add_error("text", _("This name is in the list already."))
            seen.add(key)
        return cleaned

    def _check_own(self, field: str, name: str) -> None:
        if field == "name" and name and not name_key(name):
            self.add_error(field, _("This name has no letters."))
        aliases = self.instance.aliases.model.objects
        taken = aliases.filter(folded=name_key(name)).exclude(folded="")
        if other := taken.exclude(source=self.instance.pk).select_related("source").first():
            self.add_error(field, _("%s goes by this name already.") % other.source.name)
