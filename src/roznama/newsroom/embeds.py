"""Films and posts of others: which hosts we know, and what their addresses mean.

Nothing is fetched. An address is taken apart, and the frame's address is made
from the part that names the film or post, so an editor cannot smuggle in a
frame of another host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

Shape = Literal["wide", "tall", "post"]


@dataclass(frozen=True, slots=True)
class Provider:
    """A host, the addresses that it has for a film or post, and where its frame is."""

    key: str
    name: str
    pattern: re.Pattern[str]
    frame: str
    shape: Shape

    def frame_url(self, url: str) -> str | None:
        """Return the frame's address for a post's address, None where it is not one of ours."""
        match = self.pattern.fullmatch(url.strip())
        if match is None:
            return None
        parts = {name: quote(value or "", safe="") for name, value in match.groupdict().items()}
        return self.frame.format(url=quote(url.strip(), safe=""), **parts)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(rf"https?://(?:www\.|m\.|mobile\.)?{path}(?:[?&#].*)?")


PROVIDERS = (
    Provider(
        "youtube",
        "YouTube",
        _pattern(
            r"(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/)|youtu\.be/)"
            r"(?P<id>[\w-]{11})"
        ),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1&hl=ur",
        "wide",
    ),
    Provider(
        "telegram",
        "Telegram",
        _pattern(r"t\.me/(?:s/)?(?P<channel>\w{4,32})/(?P<post>\d+)/?"),
        "https://t.me/{channel}/{post}?embed=1",
        "post",
    ),
    Provider(
        "x",
        "X",
        _pattern(r"(?:x|twitter)\.com/\w{1,15}/status/(?P<id>\d+)/?"),
        "https://platform.twitter.com/embed/Tweet.html?id={id}&lang=ur&dnt=true",
        "post",
    ),
    Provider(
        "facebook",
        "Facebook",
        _pattern(
            r"facebook\.com/(?:watch/?\?v=\d+"
            r"|[\w.-]+/(?:posts|videos)/[\w.-]+/?|reel/\d+/?)"
        ),
        "https://www.facebook.com/plugins/post.php?href={url}",
        "post",
    ),
    Provider(
        "tiktok",
        "TikTok",
        _pattern(r"tiktok\.com/@[\w.-]+/video/(?P<id>\d+)/?"),
        "https://www.tiktok.com/embed/v2/{id}",
        "tall",
    ),
)


def find_provider(url: str) -> Provider | None:
    """Return the provider whose film or post the address names, None where there is none."""
    return next((p for p in PROVIDERS if p.frame_url(url) is not None), None)
