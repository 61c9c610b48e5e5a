"""The publishing branch of a Git remote: read what is live, and put something in its place.

One atomic push does it, and only where the remote is still as it was read. Whether it did is read
from the remote: an answer that was lost is no failure, and an exit code no proof.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from jamstack.deploy import words
from jamstack.deploy.failures import Cause, Failure
from jamstack.deploy.git import Git, GitFailed
from jamstack.deploy.journal import Entry, State, read_entry, write_entry
from jamstack.deploy.lock import locked
from jamstack.deploy.manifest import FOREIGN_HINT, INDEX, Index, read_index, read_shard, shard_path
from jamstack.deploy.plan import CNAME, Live
from jamstack.deploy.refusals import PASSING, refused, unreadable
from jamstack.deploy.release import ManifestStory
from jamstack.deploy.repository import Repository, Tip, Written
from jamstack.errors import DeployError, Finding, ManifestError, RemoteError, RivalError
from jamstack.publishing import DeploySettings
from jamstack.values import replace

DELAYS_S = (1, 2, 4, 8, 16)
"""How long to wait after each failure of the network."""
_SAFE_MODE = "100644"

Result = TypeVar("Result")
Content = Callable[[str], bytes]


class DamagedError(Exception):
    """The private repository is not as it should be. Never leaves this package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A publishing branch, and the folder where deploys to it are prepared.

    `tell` is given lines for people. `wait` is given seconds.
    """

    repository: Repository
    folder: Path
    history: int
    tell: Callable[[str], None]
    wait: Callable[[float], None] = time.sleep

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Be alone in the folder.

        Raises:
            CommandError: another deploy is at work.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder / "lock"):
            self._open()
            yield

    def _open(self) -> None:
        try:
            self.repository.open()
        except GitFailed:
            self.trusted(self._fail_to_open)

    def _fail_to_open(self) -> None:
        """Open once more; so a repository that cannot be opened is damaged like any other."""
        self._locally(self.repository.open)

    def read_tip(self) -> Tip:
        """What the remote has now.

        Raises:
            RemoteError: it cannot be read.
        """
        return self._patiently(self.repository.read_tip)

    def read_live(self, tip: Tip) -> Live:
        """What is published.

        Raises:
            RemoteError: it cannot be read.
            ManifestError: its manifest is none of ours, or of a later version.
        """
        if not tip.commit:
            return Live()
        self.fetch([tip.commit])
        files = self._locally(lambda: self.repository.files_of(tip.commit))
        digests = {path: digest for path, (_, digest) in files.items()}
        oddities = tuple(path for path, (mode, _) in files.items() if mode != _SAFE_MODE)
        wanted = [digests[path] for path in (INDEX, CNAME) if path in digests]
        read = self._patiently(lambda: self.repository.read(wanted))
        index = _index(read.get(digests.get(INDEX, "")))
        cname = read.get(digests.get(CNAME, ""), b"").decode("utf-8", "replace").strip()
        return Live(commit=tip.commit, files=digests, index=index, cname=cname, oddities=oddities)

    def fetch(self, commits: Iterable[str]) -> None:
        """Have commits of the remote, with their trees, in the private repository."""
        wanted = list(commits)
        self._patiently(lambda: self.repository.fetch(wanted))

    def trusted(self, work: Callable[[], Result]) -> Result:
        """What `work` gives; where the private repository proves damaged, done again without it.

        Raises:
            RemoteError: it cannot be made, or is damaged again.
        """
        try:
            return work()
        except DamagedError:
            self.tell("the repository that deploys are prepared in is begun anew")
        try:
            self.repository.begin_anew()
            return work()
        except (DamagedError, GitFailed, OSError) as error:
            message = f"the deploy cannot be prepared in the cache: {error}"
            raise RemoteError(message, "see the free space and permissions of the cache") from error

    def read_stories(self, live: Live, shards: tuple[str, ...]) -> tuple[ManifestStory, ...]:
        """The stories in some shards of the live manifest."""
        index = live.index
        if index is None:
            return ()
        digests = {name: live.files.get(shard_path(name), "") for name in shards}
        known = sorted({digest for digest in digests.values() if digest})
        data = self._patiently(lambda: self.repository.read(known))
        found: list[ManifestStory] = []
        for name, digest in digests.items():
            # One that was tampered with is told by pre-flight; it has no stories to compare.
            if index.shards[name] == digest:
                found += read_shard(data[digest], index, name).stories
        return tuple(found)

    def publish(
        self, tip: Tip, wanted: Written, tree: str, content: Content, *, is_deploy: bool = True
    ) -> str:
        """Put a commit in the place of what is live; its name. A preview is no deploy: no number.

        Raises:
            DeployError: what was to be published changed meanwhile.
            RivalError: somebody else has published since `tip` was read; nothing was changed.
            RemoteError: the remote did not take it; nothing was changed.
        """
        number = next_number(tip) if is_deploy else 0
        entry = self._entry(tip, wanted, tree, number)
        journal = self.folder / "journal.json"
        write_entry(journal, entry)
        wanted = replace(wanted, at=entry.at, parent="" if self.history else tip.commit)
        commit, made = self._locally(lambda: self.repository.stage(wanted, content))
        if made != tree:
            message = "changed while it was being deployed; nothing was published"
            raise DeployError([Finding(path="output", message=message, hint="build, deploy again")])
        write_entry(journal, replace(entry, state=State.PUSH, commit=commit))
        self._push(commit, tip, number)
        write_entry(journal, replace(entry, state=State.DONE, commit=commit))
        dropped = self._dropped(tip) if is_deploy else ()
        kept = {old: name for old, name in tip.deploys.items() if old not in dropped}
        now = Tip(commit=commit, deploys=kept | ({number: commit} if is_deploy else {}))
        # It is published: keeping house here must not make a failure of that.
        with contextlib.suppress(GitFailed):
            self.repository.hold(commit)
            self.repository.settle(now)
        return commit

    def cut_short(self, tip: Tip) -> bool:
        """True where the last deploy from here was cut short, and yet is what is live."""
        entry = read_entry(self.folder / "journal.json")
        return bool(entry and entry.state is State.PUSH and entry.commit == tip.commit)

    def _entry(self, tip: Tip, wanted: Written, tree: str, number: int) -> Entry:
        """What the journal is to hold; the time is that of a deploy that was cut short."""
        entry = Entry(
            state=State.STAGE,
            expected=tip.commit,
            tree=tree,
            author=wanted.author,
            at=wanted.at,
            number=number,
        )
        last = read_entry(self.folder / "journal.json")
        if last and last.state is not State.DONE:
            again = replace(last, state=State.STAGE, commit="", at=entry.at)
            if again == entry:
                return replace(entry, at=last.at)
        return entry

    def _push(self, commit: str, tip: Tip, number: int) -> None:
        for delay in (*DELAYS_S, None):
            failure = self._pushed(commit, tip, number)
            now = self.read_tip()
            if now.commit == commit:
                return
            if now.commit != tip.commit:
                raise self._rival(now)
            if failure is None or failure.cause not in PASSING or delay is None:
                raise refused(failure)
            self.tell(f"{PASSING[failure.cause]}; trying again in {delay} s")
            self.wait(delay)

    def _pushed(self, commit: str, tip: Tip, number: int) -> Failure | None:
        try:
            self.repository.push(commit, tip, number, self._dropped(tip) if number else ())
        except GitFailed as error:
            return error.failure
        return None

    def _dropped(self, tip: Tip) -> tuple[int, ...]:
        """The deploys that are not kept any more once there is one more."""
        if not self.history:
            return ()
        surplus = len(tip.deploys) + 1 - self.history
        return tuple(sorted(tip.deploys)[: max(0, surplus)])

    def _rival(self, now: Tip) -> RivalError:
        hint = "nothing of theirs was changed; pull, build and deploy again"
        if not now.commit:
            return RivalError("somebody has deleted the published branch meanwhile", hint)
        self.fetch([now.commit])
        theirs = self.repository.commit_of(now.commit)
        subject = theirs.message.partition("\n")[0]
        message = (
            f"{theirs.author} has published meanwhile, at {words.time_text(theirs.at)}: {subject}"
        )
        return RivalError(message, hint)

    def _locally(self, work: Callable[[], Result]) -> Result:
        """What `work` in the private repository gives.

        Raises:
            DamagedError: it fails, and nothing outside is to blame.
        """
        try:
            return work()
        except GitFailed as error:
            raise DamagedError(error.failure.text) from error

    def _patiently(self, work: Callable[[], Result]) -> Result:
        """What `work` gives; it is done again after a failure of the network."""
        for delay in DELAYS_S:
            try:
                return work()
            except GitFailed as error:
                if error.failure.cause is not Cause.NETWORK:
                    raise unreadable(error.failure) from error
                self.tell(f"the remote cannot be reached; trying again in {delay} s")
                self.wait(delay)
        try:
            return work()
        except GitFailed as error:
            raise unreadable(error.failure) from error


def branch_for(
    settings: DeploySettings,
    url: str,
    *,
    cache: Path,
    git: Git,
    tell: Callable[[str], None],
    wait: Callable[[float], None] = time.sleep,
) -> Branch:
    """The publishing branch of the settings; its folder in the cache is known by the address."""
    name = hashlib.sha256(f"{url}\0{settings.branch}".encode()).hexdigest()[:16]
    folder = cache / "deploy" / name
    inside = elsewhere(git, folder / "repository.git")
    repository = Repository(git=inside, url=url, branch=settings.branch)
    return Branch(
        repository=repository, folder=folder, history=settings.history, tell=tell, wait=wait
    )


def elsewhere(git: Git, folder: Path) -> Git:
    """The same Git in another folder."""
    return Git(folder=folder, environment=git.environment)


def next_number(tip: Tip) -> int:
    """The number of the next deploy."""
    return max(tip.deploys, default=0) + 1


def _index(data: bytes | None) -> Index | None:
    if data is None:
        return None
    try:
        return read_index(data)
    except ManifestError as error:
        if error.hint != FOREIGN_HINT:
            raise
        # Another tool's file of that name: as a branch that another tool made.
        return None
