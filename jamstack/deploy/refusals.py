"""A failure of the remote as an error for people, with what to do about it."""

from __future__ import annotations

from jamstack.deploy.failures import Cause, Failure
from jamstack.deploy.git import TOKEN
from jamstack.errors import RemoteError

HINTS = {
    Cause.AUTHENTICATION: "give Git the right to write there: an SSH key, `gh auth setup-git`, or"
    f" a token in the environment variable {TOKEN}",
    Cause.NETWORK: "the site is as it was; run the command again when the remote can be reached",
    Cause.MISSING: "correct `remote` in the setting `deploy`, or make the repository",
    Cause.REJECTED: "the site is as it was; where the branch is protected, let deploys replace it,"
    " or set `history` to 0",
    Cause.LOCKED: "the site is as it was; where no deploy is at work, remove that file there, and"
    " run the command again",
    Cause.OTHER: "the site is as it was; mend what Git tells, and run the command again",
}
PASSING = {Cause.NETWORK: "the remote broke off", Cause.LOCKED: "the remote is busy"}
"""Failures of a push after which it is tried again, in words."""


def refused(failure: Failure | None) -> RemoteError:
    """The remote did not take a deploy; None where it gave no reason."""
    failure = failure or Failure(cause=Cause.OTHER, text="it says it did, but did not")
    message = f"the remote did not take the deploy: {failure.text}"
    return RemoteError(message, HINTS[failure.cause])


def unreadable(failure: Failure) -> RemoteError:
    """The remote could not be read."""
    return RemoteError(f"the remote cannot be read: {failure.text}", HINTS[failure.cause])
