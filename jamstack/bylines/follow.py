"""Follow links: a handle or an address as a person typed it, made canonical or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jamstack.bylines import accounts
from jamstack.bylines.accounts import Account
from jamstack.model import FollowLink

LONGEST_QUOTED = 80
"""Characters of a refused value that its message repeats."""


@dataclass(frozen=True, slots=True)
class Network:
    """One network. `expected` completes the sentence `is …, expected …`."""

    label: str
    read: Callable[[str], Account | None]
    expected: str


NETWORKS: Mapping[str, Network] = MappingProxyType(
    {
        "website": Network(
            "Website", accounts.read_website, "a web address such as `https://mira.example`"
        ),
        "mastodon": Network(
            "Mastodon",
            accounts.read_mastodon,
            "an account with its server, such as `@mira@social.example` or "
            "`https://social.example/@mira`",
        ),
        "bluesky": Network(
            "Bluesky",
            accounts.read_bluesky,
            "a handle such as `mira.bsky.social` or `https://bsky.app/profile/mira.bsky.social`",
        ),
        "x": Network(
            "X",
            accounts.read_x,
            "at most 15 letters, digits and underscores, such as `@mira`, or `https://x.com/mira`",
        ),
        "instagram": Network(
            "Instagram",
            accounts.read_instagram,
            "at most 30 letters, digits, underscores and single dots, such as `@mira`, or "
            "`https://www.instagram.com/mira/`",
        ),
        "facebook": Network(
            "Facebook",
            accounts.read_facebook,
            "a profile's or a page's name such as `mira.castell`, or "
            "`https://www.facebook.com/mira.castell`",
        ),
        "linkedin": Network(
            "LinkedIn",
            accounts.read_linkedin,
            "a profile such as `in/mira`, `company/herald`, or `https://www.linkedin.com/in/mira/`",
        ),
        "youtube": Network(
            "YouTube",
            accounts.read_youtube,
            "a handle such as `@mira`, or a channel such as `https://www.youtube.com/@mira`",
        ),
        "threads": Network(
            "Threads",
            accounts.read_threads,
            "at most 30 letters, digits, underscores and single dots, such as `@mira`, or "
            "`https://www.threads.com/@mira`",
        ),
        "github": Network(
            "GitHub",
            accounts.read_github,
            "at most 39 letters, digits and hyphens, such as `mira`, or `https://github.com/mira`",
        ),
        "orcid": Network(
            "ORCID",
            accounts.read_orcid,
            "an ORCID iD whose check digit is right, such as `0000-0002-1825-0097`",
        ),
    }
)
"""Every network by its key, in the order of the docs."""

ALIASES: Mapping[str, str] = MappingProxyType({"twitter": "x"})
"""Other names by which people know a network, and its key."""


def network_key(name: str) -> str:
    """The key in `NETWORKS` of a network's name or alias, in any case; empty when not known."""
    key = name.strip().casefold()
    key = ALIASES.get(key, key)
    return key if key in NETWORKS else ""


def normalise(network: str, value: str) -> FollowLink:
    """Make a follow link of a network's key or alias and a handle or address on it.

    Raises:
        ValueError: the text is a finding's message, `is …, expected …`.
    """
    key = network_key(network)
    if not key:
        known = ", ".join(f"`{name}`" for name in NETWORKS)
        raise ValueError(f"is on `{_quoted(network)}`, expected one of {known}")
    found = NETWORKS[key].read(value.strip())
    if found is None:
        raise ValueError(f"is `{_quoted(value)}`, expected {NETWORKS[key].expected}")
    return FollowLink(network=key, label=NETWORKS[key].label, url=found.url, handle=found.handle)


def _quoted(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= LONGEST_QUOTED else f"{text[: LONGEST_QUOTED - 1]}…"
