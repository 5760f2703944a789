"""Page skeletons of our own, laid out as Urdu newspapers lay theirs out, for the reading tests.

Each function takes a headline, the story's paragraphs, one also-read title and some titles of other
stories, and gives the HTML of a page around them.
"""

from collections.abc import Callable, Sequence

import pytest

Skeleton = Callable[[str, Sequence[str], str, Sequence[str]], str]

NAV = "".join(f'<li><a href="/s/{n}">{n}</a></li>' for n in ("صفحہ اول", "پاکستان", "دنیا", "کھیل"))
HEAD = (
    '<!DOCTYPE html><html lang="ur"><head><meta charset="utf-8"><title>{t} | اخبار</title></head>'
)
FOOT = (
    "<div id='ft'><p>جملہ حقوق محفوظ ہیں © 2031 ہمارا اخبار</p><a href='/c'>ہم سے رابطہ</a></div>"
)
CHAT = (
    "<div id='tawk'><div>Support Team</div><div>Online</div><div>Last active 3 minutes ago</div>"
    "<p>Send us a message. We will reply soon!</p><p>اپنا سوال یہاں لکھ کر بھیجیں۔</p></div>"
)


def _links(titles: Sequence[str]) -> str:
    return "<ul>" + "".join(f'<li><a href="/n/1">{title}</a></li>' for title in titles) + "</ul>"


def _middle(pieces: Sequence[str], extra: str) -> str:
    half = (len(pieces) + 1) // 2
    return "".join(pieces[:half]) + extra + "".join(pieces[half:])


def blog(headline: str, paragraphs: Sequence[str], also: str, others: Sequence[str]) -> str:
    """A blog engine's page: entry content, share bar, related posts, comment form, chat widget."""
    cue = f"<p><strong>یہ بھی پڑھیں: <a href='/n/9'>{also}</a></strong></p>"
    body = _middle([f"<p>{text}</p>" for text in paragraphs], cue)
    return (
        HEAD.format(t=headline) + f"<body><div id='page'><ul class='menu'>{NAV}</ul>"
        f"<article class='post'><header><h1 class='entry-title'>{headline}</h1>"
        "<div class='entry-meta'>ویب ڈیسک 12 مارچ 2031</div></header>"
        f"<div class='entry-content'>{body}"
        "<div class='bar'>Share this: <a href='#'>Facebook</a> <a href='#'>WhatsApp</a></div>"
        f"</div><h3>Related Articles</h3>{_links(others)}"
        "<div id='respond'><h3>Leave a Reply</h3><form><textarea></textarea></form></div></article>"
        f"<a href='#top'>Back to top button</a></div>{FOOT}{CHAT}</body></html>"
    )


def broken_lines(headline: str, paragraphs: Sequence[str], also: str, others: Sequence[str]) -> str:
    """An old page: tables for layout, paragraphs parted by line breaks only."""
    text = _middle([f"{text}<br><br>" for text in paragraphs], f"مزید پڑھیں: {also}<br><br>")
    return (
        HEAD.format(t=headline) + f"<body><table><tr><td colspan=2><ul>{NAV}</ul></td></tr>"
        f"<tr><td><font size=5><h1>{headline}</h1></font><br>{text}</td>"
        f"<td><b>تازہ ترین</b>{_links(others)}</td></tr></table>{FOOT}</body></html>"
    )


def boxes(headline: str, paragraphs: Sequence[str], also: str, others: Sequence[str]) -> str:
    """No paragraph element anywhere: a box for each paragraph, and a box of related news."""
    related = f"<div><h4>متعلقہ خبریں</h4>{_links([also])}</div>"
    body = _middle([f"<div><span>{text}</span></div>" for text in paragraphs], related)
    return (
        HEAD.format(t=headline) + f"<body><div class='top'><ul>{NAV}</ul></div><div class='wrap'>"
        f"<div class='a1'><h1>{headline}</h1><div>اشتہار</div><div class='a2'>{body}</div>"
        "<div>شیئر کریں</div><div>تبصرہ کریں</div></div>"
        f"<div class='a3'><h3>مقبول ترین</h3>{_links(others)}</div></div>{FOOT}{CHAT}</body></html>"
    )


def pieces(headline: str, paragraphs: Sequence[str], also: str, others: Sequence[str]) -> str:
    """Every paragraph in its own wrapper with advertisements between, and a wordy side column."""
    parts = [
        f"<section><div class='rte'><p>{text}</p></div></section><div class='slot'>اشتہار</div>"
        for text in paragraphs
    ]
    cue = f"<section><p>یہ بھی دیکھیں</p><p><a href='/n/2'>{also}</a></p></section>"
    side = "".join(f"<li><h4><a href='/n/3'>{t}</a></h4><p>{t}</p></li>" for t in others)
    return (
        HEAD.format(t=headline) + f"<body><header><ul>{NAV}</ul></header><main><h1>{headline}</h1>"
        f"<figure><img src='x'><figcaption>تصویر: فائل</figcaption></figure>{_middle(parts, cue)}"
        f"</main><aside><h3>یہ بھی پڑھیں</h3><ul>{side}</ul></aside><footer>{FOOT}</footer></body>"
    )


SKELETONS: dict[str, Skeleton] = {
    "blog": blog,
    "broken lines": broken_lines,
    "boxes": boxes,
    "pieces": pieces,
}


@pytest.fixture(params=sorted(SKELETONS))
def skeleton(request: pytest.FixtureRequest) -> Skeleton:
    return SKELETONS[request.param]
