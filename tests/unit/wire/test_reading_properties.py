"""Whatever furniture stands wherever in a clean article, the article comes back without it."""

from hypothesis import given
from hypothesis import strategies as st

from roznama.wire.reading import UnreadablePage, read_page

HEADLINE = "ساحلی شہر میں مچھلیوں کی منڈی نئی جگہ منتقل"
PARAGRAPHS = (
    "ماہی گیروں نے بتایا کہ نئی منڈی میں برف کا انتظام پہلے سے بہتر ہے۔",
    "انتظامیہ کے مطابق پرانی عمارت خستہ ہو چکی تھی، اس لیے اسے خالی کرایا گیا۔",
    "ایک دکاندار نے کہا: ’ہمیں امید ہے کہ گاہک یہاں بھی آئیں گے‘۔",
    "سمندر میں طوفان کے دنوں میں مچھلی کی قیمت دگنی ہو جاتی ہے، مگر اس بار ایسا نہیں ہوا۔",
    "کیا نئی سڑک وقت پر مکمل ہو گی؟ اس سوال کا جواب ابھی کسی کے پاس نہیں۔",
    "تاجروں کی تنظیم نے مطالبہ کیا ہے کہ کرایہ تین سال تک نہ بڑھایا جائے۔",
    "منڈی میں روزانہ دو سو من مچھلی آتی ہے جو ملک کے دوسرے شہروں کو بھیجی جاتی ہے۔",
    "وزیر نے صحافیوں سے گفتگو میں کہا کہ واٹس ایپ پر پھیلنے والی خبر درست نہیں تھی۔",
)
TITLES = ("جھیل کے کنارے نیا پارک", "کیا سردی اس بار جلد آئے گی؟", "بجٹ: تعلیم کے لیے زیادہ رقم")
ALSO = tuple(
    f"{cue} {title}"
    for cue in ("یہ بھی پڑھیں:", "مزید پڑھیں:", "یہ بھی دیکھیے۔", "یہ بھی پڑھیں\n")
    for title in TITLES
)
FURNITURE = (
    "اشتہار",
    "اس پوسٹ کو شیئر کریں فیس بک ٹوئٹر واٹس ایپ",
    "تازہ ترین خبروں کے لیے ہمارا واٹس ایپ چینل جوائن کریں",
    "روزانہ کی خبریں پانے کے لیے ہمارا نیوز لیٹر سبسکرائب کریں",
    "فوٹو: فائل",
    "یہ ویب سائٹ کوکیز استعمال کرتی ہے۔",
    "Share this",
)
ENDINGS = (
    "Related Articles\n\n{}\n\nBack to top button\n\nSupport Team\n\nOnline",
    "متعلقہ خبریں\n\n{}\n\nجملہ حقوق محفوظ ہیں",
    "تبصرے\n\nیہ بہت اچھی خبر ہے، اللہ سب کو خوش رکھے۔\n\n{}",
    "سب سے زیادہ پڑھی جانے والی\n\n{}",
)

articles = st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=8, unique=True)
insertions = st.lists(st.tuples(st.integers(0, 8), st.sampled_from(ALSO + FURNITURE)), max_size=10)
endings = st.one_of(
    st.just(""), st.builds(str.format, st.sampled_from(ENDINGS), st.sampled_from(TITLES))
)


def with_insertions(article: list[str], inserted: list[tuple[int, str]]) -> list[str]:
    pieces = list(article)
    for place, text in inserted:
        pieces.insert(min(place, len(pieces)), text)
    return pieces


def as_html(pieces: list[str]) -> str:
    body = "".join(f"<p>{line}</p>" for piece in pieces for line in piece.split("\n") if line)
    return (
        f"<html><title>{HEADLINE}</title><body><h1>{HEADLINE}</h1><div>{body}</div></body></html>"
    )


def assert_only_the_article(page: str, article: list[str]) -> None:
    blocks = read_page(page.encode()).blocks
    assert [text for kind, text in blocks if kind != "also_read"] == article
    assert {text for kind, text in blocks if kind == "also_read"} <= set(TITLES)


@given(articles, insertions, endings)
def test_text_article_survives_and_furniture_does_not(article, inserted, ending) -> None:
    pieces = [HEADLINE, *with_insertions(article, inserted), ending]
    assert_only_the_article("\n\n".join(pieces), article)


@given(articles, insertions, endings)
def test_html_article_survives_and_furniture_does_not(article, inserted, ending) -> None:
    assert_only_the_article(as_html([*with_insertions(article, inserted), ending]), article)


@given(st.binary(max_size=2000) | st.text().map(str.encode))
def test_any_bytes_give_a_story_or_a_reason(data: bytes) -> None:
    try:
        assert read_page(data).headline
    except UnreadablePage as reason:
        assert str(reason)
