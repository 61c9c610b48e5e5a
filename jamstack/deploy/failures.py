"""What a failed Git command means for people: whether to wait, to log in, or to mend something.

Git has no codes for this, only texts; its language is switched to English (see `git.py`). What a
text is taken for decides about waiting and about the hint alone. Whether something was published
is read from the remote, never from here.
"""

from __future__ import annotations

import enum
import re

from jamstack.values import Value


class Cause(enum.StrEnum):
    """Why a command failed."""

    NETWORK = "network"
    AUTHENTICATION = "authentication"
    MISSING = "missing"
    REJECTED = "rejected"
    LOCKED = "locked"
    OTHER = "other"


class Failure(Value, frozen=True, kw_only=True):
    """A failed command. `text` is Git's last words, with nothing secret in them."""

    cause: Cause
    text: str


_LOCK = re.compile(r"unable to create '(?P<file>[^'\n]+\.lock)': file exists", re.IGNORECASE)
_SIGNS = (
    (
        Cause.AUTHENTICATION,
        r"authentication failed|could not read (?:user)?name|could not read password"
        r"|terminal prompts disabled|permission denied \(|permission to .* denied|access denied"
        r"|returned error: 40[13]|invalid (?:username|credentials)|host key verification failed"
        r"|service not enabled|write access to repository not granted",
    ),
    (
        Cause.NETWORK,
        r"could not resolve host|connection (?:refused|reset|timed out|closed)|failed to connect"
        r"|early eof|hung up unexpectedly|rpc failed|unexpected disconnect|unable to connect"
        r"|returned error: (?:5\d\d|429|408)|timed out|broken pipe|(?:recv|send) failure|ssl_error"
        r"|gnutls|network is unreachable|unexpected flush packet|invalid index-pack output"
        r"|unable to look up|the requested url returned error: 000|empty reply from server",
    ),
    (
        Cause.REJECTED,
        r"\[remote rejected\]|\[rejected\]|remote: error|pre-receive hook declined|atomic push"
        r"|unpack failed|remote unpack failed|failed to push some refs",
    ),
    (
        Cause.MISSING,
        r"does not appear to be a git repository|repository .*not found|does not exist"
        r"|returned error: 404|no such file or directory|not found",
    ),
)
_SAID = re.compile(r"^(?:remote: *|fatal: *|error: *|! *)?(?P<words>.+)$")
_NOISE = re.compile(
    r"^(?:hint:|To |Done|Everything up-to-date|warning: |Please make sure|and the repository exists"
    r"|send-pack: |error: failed to push some refs|remote: *$|remote: (?:fatal: )?early EOF)"
)


def failure_of(stderr: str) -> Failure:
    """What a failed command's messages, already cleaned of secrets, mean."""
    if lock := _LOCK.search(stderr):
        file = lock["file"].replace("/./", "/")
        text = f"another Git is at work there, or died there: `{file}` is in the way"
        return Failure(cause=Cause.LOCKED, text=text)
    text = stderr.lower()
    cause = next((cause for cause, signs in _SIGNS if re.search(signs, text)), Cause.OTHER)
    return Failure(cause=cause, text=_last_words(stderr))


def _last_words(stderr: str) -> str:
    """The lines that tell something, without Git's marks, in one line."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", stderr) if line.strip()]
    telling = [line for line in lines if not _NOISE.match(line)] or lines
    words = [found["words"].strip() for line in telling if (found := _SAID.match(line))]
    return "; ".join(dict.fromkeys(words[-3:])) or "Git said nothing"
