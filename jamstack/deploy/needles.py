"""What must not stand in any published byte: hidden stories, and what is like a secret."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from jamstack.deploy.release import HiddenStory
from jamstack.values import Value

LEAST_TEXT = 12
"""Characters below which a text gives nothing away that it could be known by."""

_SECRETS: tuple[tuple[str, bytes, str], ...] = (
    ("a GitHub token", b"ghp_", r"ghp_[A-Za-z0-9]{36}"),
    ("a GitHub token", b"gho_", r"gho_[A-Za-z0-9]{36}"),
    ("a GitHub token", b"ghs_", r"ghs_[A-Za-z0-9]{36}"),
    ("a GitHub token", b"github_pat_", r"github_pat_[A-Za-z0-9_]{60,}"),
    ("a GitLab token", b"glpat-", r"glpat-[A-Za-z0-9_-]{20,}"),
    ("an AWS access key", b"AKIA", r"(?<![A-Za-z0-9+/])AKIA[0-9A-Z]{16}(?![A-Za-z0-9+/])"),
    ("a private key", b"PRIVATE KEY-----", r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    ("a Slack token", b"xoxb-", r"xoxb-[0-9]{8,}-[0-9A-Za-z-]{20,}"),
    ("a Slack token", b"xoxp-", r"xoxp-[0-9]{8,}-[0-9A-Za-z-]{20,}"),
    ("a Google API key", b"AIza", r"(?<![A-Za-z0-9+/_-])AIza[0-9A-Za-z_-]{35}(?![A-Za-z0-9+/_-])"),
    ("a Stripe key", b"sk_live_", r"sk_live_[0-9A-Za-z]{20,}"),
    ("a PyPI token", b"pypi-AgE", r"pypi-AgE[A-Za-z0-9_-]{50,}"),
    ("an npm token", b"npm_", r"npm_[A-Za-z0-9]{36}"),
    ("an address with a password", b"://", r"(?:https?|ftp)://[^\s/:@\"'<>]+:[^\s/@\"'<>]+@[a-z]"),
)


class Needle(Value, frozen=True, kw_only=True):
    """Bytes to look for. `what` names what they stand for; `pattern` must match around them."""

    data: bytes
    what: str
    source: str = ""
    pattern: str = ""


def secret_needles() -> tuple[Needle, ...]:
    """What secrets are known by."""
    return tuple(Needle(data=data, what=what, pattern=pattern) for what, data, pattern in _SECRETS)


def hidden_needles(stories: Iterable[HiddenStory]) -> tuple[Needle, ...]:
    """What hidden stories are known by, in each way that it may be written."""
    return tuple(
        Needle(data=form, what=text, source=story.path)
        for story in stories
        for text in story.texts
        if len(text) >= LEAST_TEXT
        for form in sorted(set(_forms(text)))
    )


def is_there(needle: Needle, data: bytes, start: int) -> bool:
    """True where what stands at `start` is what the needle is meant for."""
    if not needle.pattern:
        return True
    around = data[max(0, start - 64) : start + 256]
    return re.search(needle.pattern.encode(), around) is not None


def _forms(text: str) -> Iterator[bytes]:
    yield text.encode()
    # As JSON for programs, and as HTML that writes only ASCII.
    yield json.dumps(text)[1:-1].encode()
    yield text.encode("ascii", "xmlcharrefreplace")
