"""Web addresses as people paste them: `www.`, a query, a fragment, a missing scheme and all.

Reads an address into its parts and says no by None; knows nothing of any network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

LONGEST_ADDRESS = 2_000
"""Characters; what every browser and server takes."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])")
_BARE = re.compile(r"[^\s/?#@:]+\.[^\s/?#@:.]+(?:[/?#].*)?")
_VARIANT = re.compile(r"(?:www|m|mobile|[a-z]{2}(?:-[a-z]{2})?)\.")
"""What networks put before their host for phones and countries."""

_SAFE = "/:@!$&'()*+,;=~%-._"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address in parts. `host` is ASCII and in lower case; the others are as written."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str
    fragment: str

    @property
    def segments(self) -> tuple[str, ...]:
        """The non-empty parts of the path, decoded."""
        return segments(self.path)

    @property
    def url(self) -> str:
        """The whole address, percent-encoded, with at least a slash for a path."""
        port = f":{self.port}" if self.port else ""
        path = quote(self.path, safe=_SAFE) or "/"
        query = f"?{quote(self.query, safe=_SAFE + '?')}" if self.query else ""
        fragment = f"#{quote(self.fragment, safe=_SAFE + '?')}" if self.fragment else ""
        return f"{self.scheme}://{self.host}{port}{path}{query}{fragment}"

    def is_on(self, sites: Collection[str]) -> bool:
        """True when the host is one of `sites`, or one's form for phones or for a country."""
        return self.host in sites or _VARIANT.sub("", self.host, count=1) in sites


def read_address(value: str) -> Address | None:
    """Read `value` as a web address; `https` where it has no scheme.

    None when a reader could not open it: another scheme, a host that is no domain name, a user
    name before the host, or spaces and invisible characters within.
    """
    is_clean = not any(unicodedata.category(sign)[0] in "CZ" for sign in value)
    if len(value) > LONGEST_ADDRESS or not is_clean:
        return None
    if "://" not in value:
        if not _BARE.fullmatch(value):
            return None
        value = f"https://{value}"
    try:
        parts = urlsplit(value)
        host, port = domain(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    return Address(
        scheme=parts.scheme,
        host=host,
        port=port,
        path=parts.path,
        query=parts.query,
        fragment=parts.fragment,
    )


def segments(path: str) -> tuple[str, ...]:
    """The non-empty parts of a path, percent-decoded and composed (NFC)."""
    parts = (unicodedata.normalize("NFC", unquote(part)) for part in path.split("/"))
    return tuple(part for part in parts if part)


def domain(value: str) -> str:
    """A domain name in ASCII and lower case, or an empty text when `value` is none."""
    try:
        name = value.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if _DOMAIN.fullmatch(name) else ""
