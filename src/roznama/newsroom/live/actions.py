"""What is done in a live coverage, in words for the logs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

STARTED, ENDED = "roznama.live.start", "roznama.live.end"
POSTED, CHANGED, REMOVED = "roznama.live.post", "roznama.live.change", "roznama.live.remove"
LET = "roznama.live.posters"

LIVE: dict[str, Any] = {
    STARTED: _("Start live coverage"),
    ENDED: _("End live coverage"),
    POSTED: _("Post a live update"),
    CHANGED: _("Change a live update"),
    REMOVED: _("Remove a live update"),
    LET: _("Let people post in a live coverage"),
}
