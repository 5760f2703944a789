"""A story taken over from wire copy, and an editor who may see both."""

from __future__ import annotations

from roznama.newsroom.models import User
from tests.factories import make_story
from tests.reused import AGENCY_LINES, OTHER_LINES

PASSWORD = "a long pass phrase"


def make_taken() -> None:
    """Make the draft that came in, the story made of it, and the editor."""
    make_story("اے پی پی: کراچی میں بارش", body=AGENCY_LINES, draft=True, credit_line="اے پی پی")
    body = [AGENCY_LINES[1], AGENCY_LINES[0].replace("منگل", "بدھ"), OTHER_LINES[0]]
    make_story("شہر قائد میں بادل برس پڑے", body=body)
    User.objects.create_superuser("taken-editor", password=PASSWORD)
