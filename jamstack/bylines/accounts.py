"""One reader for each network on which an author can be followed.

A reader turns a handle or an address, without white space round it, into the canonical address
and the printed handle, or refuses with None. The limits are the networks' own; nothing here asks
a network whether the account exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from jamstack.bylines.addresses import domain, read_address, segments


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a reader found: the canonical `url` and the `handle` to print."""

    url: str
    handle: str


def _path(value: str, *sites: str) -> tuple[str, ...] | None:
    """The path of an address on one of `sites`, or of a handle typed alone.

    None when `value` is an address elsewhere, or none that can be read.
    """
    if not _is_address(value, *sites):
        return segments(value)
    found = read_address(value)
    if found is None or found.port or not found.is_on(sites):
        return None
    return found.segments


def _is_address(value: str, *sites: str) -> bool:
    host = value.lower().partition("/")[0]
    return "://" in value or host.removeprefix("www.").removeprefix("m.") in sites


def _name(value: str, pattern: re.Pattern[str], *sites: str) -> str:
    """The one account name that `value` holds, without `@`; empty when there is none."""
    match _path(value, *sites):
        case (name,) if pattern.fullmatch(name.removeprefix("@")):
            return name.removeprefix("@")
    return ""


def read_website(value: str) -> Account | None:
    """Any web address; the handle is the address as people say it."""
    found = read_address(value)
    if found is None:
        return None
    handle = "/".join((found.host.removeprefix("www."), *found.segments))
    return Account(url=found.url, handle=handle)


_FEDIVERSE_NAME = r"\w(?:[\w.-]{0,62}\w)?"
_FEDIVERSE_ACCOUNT = re.compile(rf"@?({_FEDIVERSE_NAME})@([^@/]+)", re.ASCII)
_NOT_FEDIVERSE = frozenset(
    {"medium.com", "threads.com", "threads.net", "tiktok.com", "twitter.com", "x.com"}
    | {"youtube.com"}
)
"""Other sites with addresses like `/@name`."""


def read_mastodon(value: str) -> Account | None:
    """`@name@server`, or the address of a profile on a server."""
    found = read_address(value) if "/" in value else None
    if found is None:
        return _fediverse_account(value)
    if found.port or found.is_on(_NOT_FEDIVERSE):
        return None
    match found.segments:
        case ("web", account) | (account,) if account.startswith("@"):
            # A server shows the people of other servers as `/@name@their.server`.
            return _fediverse_account(account) or _fediverse_account(f"{account}@{found.host}")
        case ("users", account):
            return _fediverse_account(f"{account}@{found.host}")
    return None


def _fediverse_account(value: str) -> Account | None:
    parts = _FEDIVERSE_ACCOUNT.fullmatch(value)
    server = domain(parts[2]) if parts else ""
    if not parts or not server:
        return None
    return Account(url=f"https://{server}/@{parts[1]}", handle=f"@{parts[1]}@{server}")


_BLUESKY_IDENTIFIER = re.compile(r"did:plc:[a-z2-7]{24}")


def read_bluesky(value: str) -> Account | None:
    """A handle (a domain name) or an account's identifier (`did:plc:…`)."""
    match _path(value, "bsky.app"):
        case ("profile", name) | (name,):
            is_identifier = _BLUESKY_IDENTIFIER.fullmatch(name)
            handle = name if is_identifier else domain(name.removeprefix("@"))
            if handle:
                return Account(url=f"https://bsky.app/profile/{handle}", handle=handle)
    return None


_X_NAME = re.compile(r"(?!(?i:explore|hashtag|home|i|intent|search|share)$)\w{1,15}", re.ASCII)


def read_x(value: str) -> Account | None:
    """A name on X, or an address there or on twitter.com."""
    name = _name(value, _X_NAME, "x.com", "twitter.com")
    return Account(url=f"https://x.com/{name}", handle=f"@{name}") if name else None


_INSTAGRAM_NAME = re.compile(
    r"(?!(?i:accounts|explore|p|reel|reels|stories)$)(?!.*\.\.)(?!\.)[\w.]{1,30}(?<!\.)", re.ASCII
)


def read_instagram(value: str) -> Account | None:
    """A name on Instagram or the address of a profile."""
    name = _name(value, _INSTAGRAM_NAME, "instagram.com")
    return Account(url=f"https://www.instagram.com/{name}/", handle=f"@{name}") if name else None


def read_threads(value: str) -> Account | None:
    """A name on Threads or the address of a profile."""
    name = _name(value, _INSTAGRAM_NAME, "threads.com", "threads.net")
    return Account(url=f"https://www.threads.com/@{name}", handle=f"@{name}") if name else None


_FACEBOOK_NAME = re.compile(
    r"(?!(?:events|groups|home\.php|profile\.php|sharer|watch)$)"
    r"[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?",
    re.IGNORECASE | re.ASCII,
)


def read_facebook(value: str) -> Account | None:
    """The name or number of a profile or a page, or its address."""
    match _path(value, "facebook.com", "fb.com"):
        case ("profile.php",):
            found = read_address(value)
            name = parse_qs(found.query).get("id", [""])[0] if found else ""
        case ("people" | "pages", _, name) if name.isdigit():
            pass
        case ("pg", name) | (name,):
            pass
        case _:
            return None
    if not _FACEBOOK_NAME.fullmatch(name):
        return None
    return Account(url=f"https://www.facebook.com/{name}", handle=name)


_LINKEDIN_NAME = re.compile(r"\w(?:[\w.&'’-]{0,98}\w)?")


def read_linkedin(value: str) -> Account | None:
    """A person's name there, `in/…`, `company/…` and the like, or an address."""
    match _path(value, "linkedin.com"):
        # What follows the name is a tab of the profile or a language: left out.
        case (("in" | "company" | "school" | "showcase") as kind, name, *_):
            pass
        case (name,) if not _is_address(value, "linkedin.com"):
            kind = "in"
        case _:
            return None
    if not _LINKEDIN_NAME.fullmatch(name):
        return None
    return Account(url=f"https://www.linkedin.com/{kind}/{quote(name)}/", handle=name)


_YOUTUBE_NAME = re.compile(
    r"(?!(?i:c|channel|embed|feed|playlist|results|shorts|user|watch)$)\w[\w.·-]{1,28}\w"
)
_YOUTUBE_CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)


def read_youtube(value: str) -> Account | None:
    """A handle, a channel's identifier (`UC…`) or a channel's address."""
    match _path(value, "youtube.com"):
        # What follows the name is a tab of the channel: left out.
        case ("channel", name, *_) | (name,) if _YOUTUBE_CHANNEL.fullmatch(name):
            path, handle = f"channel/{name}", name
        case (("c" | "user") as kind, name, *_) if _YOUTUBE_NAME.fullmatch(name):
            path, handle = f"{kind}/{quote(name)}", name
        case (name, *_) if _YOUTUBE_NAME.fullmatch(name.removeprefix("@")):
            # An address without `@` is the older custom one, whose name need not be the handle.
            is_custom = _is_address(value, "youtube.com") and not name.startswith("@")
            handle = name if is_custom else f"@{name.removeprefix('@')}"
            path = f"c/{quote(name)}" if is_custom else quote(handle, safe="@")
        case _:
            return None
    return Account(url=f"https://www.youtube.com/{path}", handle=handle)


_GITHUB_NAME = re.compile(
    r"(?!(?:about|features|login|search|settings|topics)$)"
    r"(?=.{1,39}$)[a-z0-9][a-z0-9-]*(?:_[a-z0-9]+)?",
    re.IGNORECASE | re.ASCII,
)


def read_github(value: str) -> Account | None:
    """A person's or an organization's name, or its address."""
    match _path(value, "github.com"):
        case ("orgs", name) | (name,) if _GITHUB_NAME.fullmatch(name.removeprefix("@")):
            handle = name.removeprefix("@")
            return Account(url=f"https://github.com/{handle}", handle=handle)
    return None


_ORCID = re.compile(r"([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3}[0-9Xx])")


def read_orcid(value: str) -> Account | None:
    """An ORCID iD with or without hyphens, or its address."""
    match _path(value, "orcid.org"):
        case (name,) if parts := _ORCID.fullmatch(name):
            handle = "-".join(parts.groups()).upper()
            if _is_checked(handle):
                return Account(url=f"https://orcid.org/{handle}", handle=handle)
    return None


def _is_checked(identifier: str) -> bool:
    """True when the last sign is the check digit of the others (ISO 7064, MOD 11-2)."""
    signs = identifier.replace("-", "")
    digits, last = signs[:-1], signs[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return last == ("X" if check == 10 else str(check))
