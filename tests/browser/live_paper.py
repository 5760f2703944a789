"""A story that is covered live, for the browser tests of live coverage."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils.timezone import now

from roznama.newsroom.live import doing
from roznama.newsroom.live.writing import to_html
from roznama.newsroom.models import LiveUpdate, User
from tests.factories import make_author, make_image, make_story

PASSWORD = "a long pass phrase"
HEADLINE = "لاہور میں موسلا دھار بارش، نشیبی علاقے زیرِ آب"
TEXT = (
    "محکمۂ موسمیات کے مطابق اگلے چھ گھنٹے میں مزید بارش متوقع ہے۔ واسا کا کہنا ہے کہ تمام"
    " نالوں پر عملہ موجود ہے اور *گلبرگ، شاہدرہ اور جوہر ٹاؤن* سے پانی نکالا جا رہا ہے۔\n"
    "شہریوں سے کہا گیا ہے کہ غیر ضروری سفر نہ کریں۔"
)


def make_coverage(updates: int = 20) -> dict[str, str]:
    """A live story with updates, one of them on top; two editors. Returns its path and number."""
    for name in ("sana", "aslam"):
        User.objects.create_superuser(name, password=PASSWORD)
    story = make_story(
        HEADLINE,
        kicker="بارش",
        deck="پنجاب کے کئی شہروں میں پانی گھروں میں داخل، فلائٹس متاثر۔",
        body=["یہ خلاصہ ہے۔ " * 12],
    )
    coverage = doing.start(story, _user())
    author = make_author("نوشین طارق", slug="nosheen")
    picture = make_image("بارش", credit="پی پی آئی", licence="CC BY", description="زیرِ آب سڑک")
    for number in range(1, updates + 1):
        words = doing.Words(
            to_html(TEXT if number % 3 else "پانی اتر رہا ہے۔"),
            headline=f"نالے کی سطح {number} فٹ" if number % 2 else "",
            image=picture if number == updates - 2 else None,
            caption="کلمہ چوک کے قریب پیر کی صبح" if number == updates - 2 else "",
            author=author,
            is_key=number % 7 == 0,
            is_pinned=number == 4,
        )
        made = doing.post(coverage, words, _user(), uuid4())
        hours = timedelta(hours=(updates - number) * 1.6, minutes=number)
        LiveUpdate.objects.filter(pk=made.pk).update(time=now() - hours)
    return {"live": str(story.url), "number": str(story.pk)}


def _user() -> User:
    return User.objects.get(username="sana")
