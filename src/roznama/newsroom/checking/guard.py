"""The guard at publication: what blocks needs a reason, and the reason is kept.

Doors ask here before they publish (`views.py`, `doors.py`) and send whoever publishes to the page
that asks for the reason. Behind them is the net (`newsroom/net.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from roznama.newsroom.checking.models import Severity
from roznama.newsroom.checking.pieces import page_story
from roznama.newsroom.checking.reporting import Reported, findings
from roznama.newsroom.checking.severities import blocking
from roznama.newsroom.flow.past import is_past
from roznama.newsroom.models import ArticlePage, User

ACTION = "roznama.copydesk.reason"
"""The action in Wagtail's audit log under which reasons are kept."""


class PublicationHeld(PermissionDenied):
    """A story was to be published by a door that does not ask for the reason it takes."""


def held(story: ArticlePage) -> list[Reported]:
    """Return what keeps a story from publication: blocking findings without a reason so far."""
    rules = blocking()
    if not rules:
        return []
    # Nobody can dismiss what blocks, so nothing is asked but these rules.
    found = [Reported(one, Severity.BLOCKING) for one in findings(page_story(story), rules)]
    excused = _excused(story.pk) if found else set()
    return [one for one in found if one.key not in excused]


def keep_reason(
    story: ArticlePage, found: Iterable[Reported], reason: str, user: User, revision: Revision
) -> None:
    """Write into the audit log why a story is published with these findings."""
    rows = [
        {"rule": rule, "text": text, "piece": one.finding.piece}
        for one in found
        for rule, text in [one.key]
    ]
    data = {"reason": reason, "findings": rows}
    log(instance=story, action=ACTION, user=user, data=data, revision=revision)


def _excused(page_id: int) -> set[tuple[str, str]]:
    """The rules and words that a reason was given for: the same words need no second one."""
    entries = PageLogEntry.objects.filter(page_id=page_id, action=ACTION)
    rows = (row for entry in entries for row in entry.data.get("findings", ()))
    return {(row["rule"], row["text"]) for row in rows}


def refuse(story: ArticlePage, revision_id: int | None) -> None:
    """Refuse, for the net, what was not given the reason that it takes.

    Raises:
        PublicationHeld: there is something that blocks, or the desk was passed over.

    """
    if held(story):
        raise PublicationHeld(_("The copy desk asks for a reason: publish from the story’s form."))
    if is_past(story, revision_id):
        raise PublicationHeld(_("Past the desk only with a reason: publish from the story’s form."))
