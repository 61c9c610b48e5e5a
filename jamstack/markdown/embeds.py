"""Addresses on other sites that become a card which loads nothing until a reader asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jamstack.model import Embed


@dataclass(frozen=True, slots=True)
class Provider:
    """One site: its printed name, the addresses it owns, and the frame for a match of them."""

    name: str
    pattern: re.Pattern[str]
    frame_url: Callable[[re.Match[str]], str]


def _no_frame(_: re.Match[str]) -> str:
    return ""


_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"

# Mastodon comes last: any host may run it, and its form is the loosest.
PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?v=|shorts/|live/)|youtu\.be/)"
            r"([A-Za-z0-9_-]{6,20})(?:[?&#][^\s<>]*)?"
        ),
        lambda match: f"https://www.youtube-nocookie.com/embed/{match[1]}?autoplay=1",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https?://(?:www\.)?vimeo\.com/([0-9]{4,12})(?:[/?#][^\s<>]*)?"),
        lambda match: f"https://player.vimeo.com/video/{match[1]}?autoplay=1&dnt=1",
    ),
    Provider(
        "X",
        re.compile(
            r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/[A-Za-z0-9_]{1,20}/status/([0-9]{5,25})"
            r"(?:[/?#][^\s<>]*)?"
        ),
        lambda match: f"https://platform.twitter.com/embed/Tweet.html?id={match[1]}&dnt=true",
    ),
    Provider(
        "Instagram",
        re.compile(
            r"https?://(?:www\.)?instagram\.com/(p|reel)/([A-Za-z0-9_-]{5,40})/?(?:[?#][^\s<>]*)?"
        ),
        lambda match: f"https://www.instagram.com/{match[1]}/{match[2]}/embed/",
    ),
    Provider(
        "Bluesky",
        re.compile(r"https?://bsky\.app/profile/[a-z0-9.:-]+/post/[a-z0-9]+"),
        _no_frame,
    ),
    Provider(
        "Mastodon",
        re.compile(rf"https://({_HOST})/@([A-Za-z0-9_.-]+(?:@{_HOST})?)/([0-9]{{5,25}})"),
        lambda match: f"https://{match[1]}/@{match[2]}/{match[3]}/embed",
    ),
)


def recognise(url: str) -> Embed | None:
    """The embed that `url` stands for, or None when no provider owns it."""
    for provider in PROVIDERS:
        match = provider.pattern.fullmatch(url)
        if match:
            secure = re.sub(r"^http://", "https://", url)
            return Embed(provider=provider.name, url=secure, frame_url=provider.frame_url(match))
    return None
