"""What the copy desk's browser tests find in their paper: an editor and a draft full of slips."""

from __future__ import annotations

from roznama.newsroom.models import ArticleAuthor, ArticlePage, Author, User
from tests.factories import get_section

PASSWORD = "a long pass phrase"
HEADLINE = "وزرات خارجہ کا بیان"
PARAGRAPHS = (
    "روس کے وزیر خارجہ سرگئی لاوروف 🙂 پیونگیانگ پہنچے اور وزرات خارجہ کے حکام سے ملے۔",
    "لاوروگ نے <b>وزرات</b> کے حکام سے کہا کہ لاوروف پیونگیانگ میں خوش ہیں۔",
)


def make_copydesk() -> int:
    """Make an account and return the number of the draft."""
    if not User.objects.filter(username="copy").exists():
        User.objects.create_superuser("copy", password=PASSWORD)
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    quote = {"text": "انہوں نے کہا کہ کہ سب ٹھیک ہے۔", "speaker": "ترجمان"}
    story = ArticlePage(
        title=HEADLINE, city="لاہور", body=[("paragraph", text), ("quote", quote)], live=False
    )
    get_section().add_child(instance=story)
    author = Author.objects.filter(name="ثنا اقبال").first() or Author.objects.create(
        name="ثنا اقبال"
    )
    story.bylines.add(ArticleAuthor(author=author))
    story.save_revision()
    return story.pk
