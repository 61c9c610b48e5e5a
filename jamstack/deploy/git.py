"""Running Git: argument lists, an environment of our own, no question asked, no secret told."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jamstack.deploy.failures import Cause, Failure, failure_of
from jamstack.errors import RemoteError

TOKEN = "JAMSTACK_DEPLOY_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable that Git's password is taken from."""
PATIENCE_S = 1_800
"""How long one Git command may take: a first deploy of a whole site included."""
STALLED_S = 60
"""How long a transfer may stand still."""

_CONFIGURATION = (
    "core.hooksPath=" + os.devnull,
    "core.autocrlf=false",
    "core.quotePath=false",
    "core.fsmonitor=false",
    "gc.auto=0",
    # Git cannot write one where files of the site are not here, and then fails.
    "repack.writeBitmaps=false",
    "maintenance.auto=false",
    "protocol.allow=never",
    *(f"protocol.{name}.allow=always" for name in ("file", "git", "http", "https", "ssh")),
    "http.lowSpeedLimit=1",
    f"http.lowSpeedTime={STALLED_S}",
    "push.followTags=false",
    "push.gpgSign=false",
    "commit.gpgSign=false",
    "advice.pushUpdateRejected=false",
)
# Git asks it for what the remote wants; the password never stands in an argument or a file.
_HELPER = (
    '!f() { test "$1" = get && printf "username=x-access-token\\npassword=%s\\n" "$@TOKEN@"; }; f'
)
_USER_INFORMATION = re.compile(r"(?<=://)[^/@\s'\"]+@")


class GitFailed(Exception):  # noqa: N818 - it is told to people as a fault of the remote
    """A Git command failed; never leaves this package."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text)
        self.failure = failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """Git in one folder. `environment` is the process's; what is in it for Git is left out."""

    folder: Path
    environment: Mapping[str, str] = field(repr=False)

    def run(self, *arguments: str, given: bytes = b"", patience_s: int = PATIENCE_S) -> bytes:
        """What a command says on its standard output.

        Raises:
            GitFailed: it failed, or took too long.
            RemoteError: there is no Git here.
        """
        try:
            ran = subprocess.run(  # noqa: S603 - an argument list of ours
                self.command(arguments),
                input=given,
                capture_output=True,
                cwd=self.folder,
                env=self.clean_environment(),
                timeout=patience_s,
                check=False,
            )
        except FileNotFoundError as error:
            raise RemoteError("Git is not installed here", "install it: https://git-scm.com") from (
                error
            )
        except subprocess.TimeoutExpired as error:
            text = f"timed out after {patience_s:,} seconds"
            raise GitFailed(Failure(cause=Cause.NETWORK, text=text)) from error
        if ran.returncode:
            raise GitFailed(failure_of(self.masked(ran.stderr.decode("utf-8", "replace"))))
        return ran.stdout

    def text(self, *arguments: str) -> str:
        """As `run`, as one text without the end of its line."""
        return self.run(*arguments).decode("utf-8", "replace").strip()

    def command(self, arguments: Sequence[str]) -> list[str]:
        """The whole command line."""
        settings = [*_CONFIGURATION]
        if self.environment.get(TOKEN):
            # Whatever helpers the machine has, they do not get to keep it.
            settings += ["credential.helper=", "credential.helper=" + _helper()]
        options = [part for setting in settings for part in ("-c", setting)]
        return ["git", *options, *arguments]

    def clean_environment(self) -> dict[str, str]:
        """The environment without what an outer Git, or a person, has set for Git."""
        kept = {
            name: value for name, value in self.environment.items() if not name.startswith("GIT_")
        }
        ssh = kept.get("JAMSTACK_SSH_COMMAND", "ssh")
        return kept | {
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "",
            "SSH_ASKPASS": "",
            "GIT_SSH_COMMAND": f"{ssh} -o BatchMode=yes -o ConnectTimeout=30",
            "GCM_INTERACTIVE": "never",
            "LC_ALL": "C",
            "LANGUAGE": "C",
        }

    def masked(self, text: str) -> str:
        """A text without passwords."""
        text = _USER_INFORMATION.sub("***@", text)
        token = self.environment.get(TOKEN)
        return text.replace(token, "***") if token else text


def _helper() -> str:
    return _HELPER.replace("@TOKEN@", TOKEN)
