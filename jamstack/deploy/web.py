"""Asking the live site and other services over HTTP: small, without redirects, with a time limit.

The standard library's client does: a verification asks some forty files one after the other. It
knows a system's proxies and certificates, and it can be made to know nothing but `http` and
`https`. No answer raises, whatever its status; what gives no answer raises `UnreachableError`.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from typing import Protocol
from urllib.parse import urlsplit

from jamstack.errors import CommandError
from jamstack.values import Value

PATIENCE_S = 20.0
"""How long an answer may keep us waiting."""
MAXIMUM_BYTES = 100 * 1024 * 1024
"""The size of the largest file that a Git host takes."""
AGENT = "jamstack-deploy/1"


class Answer(Value, frozen=True, kw_only=True):
    """What a server said. `location` is where it sends us, which is not followed."""

    status: int
    body: bytes = b""
    location: str = ""


class UnreachableError(Exception):
    """There was no answer; the text says why. Never leaves this package."""


class Web(Protocol):
    """Whoever asks."""

    def get(self, url: str) -> Answer:
        """Ask for what is at an address."""

    def post(self, url: str, data: bytes, *, media_type: str) -> Answer:
        """Send something to an address."""


class Clock(Protocol):
    """Time that passes, in seconds, from any beginning."""

    def now(self) -> float:
        """The present."""

    def sleep(self, seconds: float) -> None:
        """Let time pass."""


class WallClock:
    """The time of this machine, which no change of the clock disturbs."""

    def now(self) -> float:
        """The present."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)


class HttpWeb:
    """The real one."""

    def __init__(self, *, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._opener = urllib.request.OpenerDirector()
        # Without those that would raise at a status, follow a redirect or open a file.
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.UnknownHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
        ):
            self._opener.add_handler(handler)

    def get(self, url: str) -> Answer:
        """Ask for what is at an address, uncompressed.

        Raises:
            UnreachableError: there is no whole answer.
        """
        return self._ask(urllib.request.Request(url, headers=_HEADERS))  # noqa: S310 - the opener knows http and https alone

    def post(self, url: str, data: bytes, *, media_type: str) -> Answer:
        """Send something to an address.

        Raises:
            UnreachableError: there is no whole answer.
        """
        headers = _HEADERS | {"Content-Type": media_type}
        return self._ask(urllib.request.Request(url, data=data, headers=headers))  # noqa: S310 - as above

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=self._patience_s) as response:
                # Read to its end, so that what was cut off is known for that.
                body = response.read() if _is_small(response) else response.read(MAXIMUM_BYTES)
                return Answer(
                    status=response.status,
                    body=body,
                    location=response.headers.get("Location", ""),
                )
        except (OSError, http.client.HTTPException) as error:
            raise UnreachableError(_reason(error)) from error


def checked_address(url: str) -> str:
    """An address of a site without the slash at its end.

    Raises:
        CommandError: it is none, or holds a user or a password.
    """
    try:
        parts = urlsplit(url)
        host, has_user = parts.hostname, "@" in parts.netloc
        _ = parts.port
    except ValueError:
        host, has_user = None, "@" in url
    if has_user:
        raise CommandError(
            "the address holds a user or a password, which would be seen in logs",
            "give the address that readers use",
        )
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise CommandError(
            f"`{url}` is no address of a site", "write it like `https://user.github.io/repo`"
        )
    return url.rstrip("/")


def _is_small(response: http.client.HTTPResponse) -> bool:
    return response.length is not None and response.length <= MAXIMUM_BYTES


def _reason(error: Exception) -> str:
    """Why there was no answer, without the address, which the caller tells."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return "no answer in time"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    if isinstance(cause, http.client.IncompleteRead):
        return "the answer was cut off"
    return str(cause) or type(cause).__name__


_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Cache-Control": "no-cache"}
