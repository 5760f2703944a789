"""How much each rule weighs: as the editor-in-chief said, else as the rule itself says."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from roznama.copydesk import RULES
from roznama.newsroom.checking.models import RuleSetting, Severity


def severities() -> dict[str, Severity]:
    """Return the severity of every rule, in the rules' order."""
    said = dict(RuleSetting.objects.values_list("rule", "severity"))
    return {code: Severity(said.get(code, rule.severity)) for code, rule in RULES.items()}


def blocking() -> frozenset[str]:
    """Return the rules whose findings need a reason at publication."""
    return frozenset(code for code, weight in severities().items() if weight == Severity.BLOCKING)


@transaction.atomic
def keep(chosen: Mapping[str, Severity]) -> dict[str, tuple[Severity, Severity]]:
    """Keep what was chosen; return what is new of it, as it was and as it is."""
    before = severities()
    changed = {
        code: (before[code], weight)
        for code, weight in chosen.items()
        if code in before and before[code] != weight
    }
    for code, (_, weight) in changed.items():
        RuleSetting.objects.update_or_create(rule=code, defaults={"severity": weight})
    return changed
