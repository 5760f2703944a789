"""What the browser tests of writing find in their paper: an editor and drafts of their own."""

from __future__ import annotations

from roznama.newsroom.models import ArticlePage, User
from tests.factories import get_section

PASSWORD = "a long pass phrase"
HEADLINE = "ایک سادہ سرخی"
PARAGRAPH = "پہلا جملہ۔"


def make_drafts(count: int) -> list[int]:
    """Make an account and return the numbers of drafts with one paragraph each."""
    User.objects.create_superuser("writer", password=PASSWORD)
    drafts = []
    for _ in range(count):
        body = [("paragraph", f"<p>{PARAGRAPH}</p>")]
        story = ArticlePage(title=HEADLINE, body=body, live=False)
        get_section().add_child(instance=story)
        story.save_revision()
        drafts.append(story.pk)
    return drafts
