"""The site's own repository: the commit that was built, what is not committed, who deploys."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from jamstack.deploy.git import Git, GitFailed
from jamstack.deploy.preflight.case import Lineage
from jamstack.deploy.release import Source
from jamstack.errors import CommandError
from jamstack.publishing import SECRET_URL

NOBODY = "deploy <deploy@localhost>"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRepository:
    """The repository that the project lies in, wherever its folders and worktrees are."""

    git: Git

    def read(self) -> Source:
        """The commit that is checked out; none where there is no repository or no commit."""
        try:
            commit, at = self.git.text("show", "--no-patch", "--format=%H %ct", "HEAD").split(" ")
        except GitFailed:
            return Source()
        moment = datetime.datetime.fromtimestamp(int(at), datetime.UTC)
        return Source(commit=commit, committed_at=moment)

    def changed(self, folders: Iterable[str]) -> tuple[str, ...]:
        """Files below `folders` that are not as they are committed; submodules as a whole."""
        out = self.git.run("status", "--porcelain", "-z", "--untracked-files=all", "--", *folders)
        words = out.decode("utf-8", "backslashreplace").split("\0")
        found, is_origin = [], False
        for word in words:
            if not is_origin and len(word) > len("XY "):
                found.append(word[3:])
            # A renamed file is followed by its old name.
            is_origin = not is_origin and word[:1] in ("R", "C")
        return tuple(found)

    def lineage(self, ours: Source, live: Source) -> Lineage:
        """How the commit that was built stands to the one that is live."""
        if not live.commit or not ours.commit or live.commit == ours.commit:
            return Lineage(live_commit=live.commit)
        if self._holds(live.commit):
            is_older = self._is_ancestor(ours.commit, live.commit)
            is_newer = self._is_ancestor(live.commit, ours.commit)
            if is_older or is_newer or not self._is_shallow():
                return Lineage(
                    live_commit=live.commit,
                    is_older=is_older,
                    is_unknown=not (is_older or is_newer),
                )
        if ours.committed_at and live.committed_at and self._is_shallow():
            # A shallow clone cannot tell; the times that the commits bear can.
            is_older = ours.committed_at < live.committed_at
            return Lineage(live_commit=live.commit, is_older=is_older)
        return Lineage(live_commit=live.commit, is_unknown=True)

    def address(self, remote: str) -> str:
        """The address that a remote's name stands for, or the address itself.

        Raises:
            CommandError: there is no such remote, or the address holds a password.
        """
        url = remote
        if re.fullmatch(r"[A-Za-z0-9][\w.-]*", remote):
            try:
                url = self.git.text("remote", "get-url", "--push", remote)
            except GitFailed as error:
                message = f"this repository has no remote `{remote}`"
                hint = "add it with `git remote add`, or name another in the setting `deploy`"
                raise CommandError(message, hint) from error
        if SECRET_URL.match(url):
            message = (
                f"the address of the remote `{self.git.masked(remote)}` holds a user or password"
            )
            hint = "take it out of the address, and put the token into JAMSTACK_DEPLOY_TOKEN"
            raise CommandError(message, hint)
        return url

    def author(self, actor: str = "") -> str:
        """Who deploys: `actor` in CI, else who commits here; `Name <address>`."""
        name, email = actor, f"{actor}@users.noreply.github.com" if actor else ""
        if not actor:
            try:
                name, email = (
                    self.git.text("config", f"user.{item}") for item in ("name", "email")
                )
            except GitFailed:
                return NOBODY
        clean = re.compile(r"[<>\n\0]")
        return f"{clean.sub('', name)} <{clean.sub('', email)}>"

    def _holds(self, commit: str) -> bool:
        if not re.fullmatch(r"[0-9a-f]{40}", commit):
            return False
        return self._succeeds("cat-file", "-e", f"{commit}^{{commit}}")

    def _is_ancestor(self, older: str, newer: str) -> bool:
        return self._succeeds("merge-base", "--is-ancestor", older, newer)

    def _is_shallow(self) -> bool:
        return self.git.text("rev-parse", "--is-shallow-repository") == "true"

    def _succeeds(self, *arguments: str) -> bool:
        try:
            self.git.run(*arguments)
        except GitFailed:
            return False
        return True
