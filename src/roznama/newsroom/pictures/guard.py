"""The guard at publication: no picture without credit and licence.

It stands before the copy desk's (`checking/guard.py`) and like that one: doors ask here before
they publish (`doors.py`), and behind them is the net (`newsroom/net.py`). What is to be scheduled
was asked when it was.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.pictures.rights import faults


class PicturesHeld(PermissionDenied):
    """A story was to be published whose pictures lack what they must have."""


def refuse(story: ArticlePage, revision_id: int | None) -> None:
    """Refuse, for the net, a story with a picture that lacks what it must have.

    Raises:
        PicturesHeld: there is one.

    """
    if faults(story):
        raise PicturesHeld(_("A picture of this story lacks its credit or licence."))
