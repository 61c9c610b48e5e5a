"""The private repository beside the project that deploys are made in. Nobody works in it.

It holds what is live, as far as it is needed, and what is about to be. It may be deleted at any
time: the next deploy fetches the trees of what is live again, and no file.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jamstack.deploy.git import Git
from jamstack.values import Value

CANDIDATE = "refs/staging/candidate"
HELD = "refs/held/"
"""Refs here that tell which commits are here with all their trees."""
FETCHED = f"{HELD}fetched/"
"""Those among them whose files are not here."""
MADE = f"{HELD}made/"
DEPLOYS = "refs/deploys/"
"""Refs of the remote that keep the last deploys, by number."""
NO_HAVES = ("-c", "fetch.negotiationAlgorithm=noop")
QUIETLY = ("--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no")


class Tip(Value, frozen=True, kw_only=True):
    """What a remote has: the commit that is live, empty where none is, and the kept deploys."""

    commit: str
    deploys: Mapping[int, str]


class Written(Value, frozen=True, kw_only=True):
    """A commit to be made: on the tree `base`, remove and write these paths; `at` is in seconds.

    `grafts` are trees that are here, by the folder that they are to stand in.
    """

    base: str
    removed: tuple[str, ...]
    written: tuple[str, ...]
    author: str
    at: int
    message: str
    parent: str = ""
    grafts: tuple[tuple[str, str], ...] = ()


class Commit(Value, frozen=True, kw_only=True):
    """A commit of the published branch: who made it, when (seconds), and with which words."""

    commit: str
    author: str
    at: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The private repository for one remote, by Git."""

    git: Git
    url: str
    branch: str

    def open(self) -> None:
        """Make it where it is not there yet."""
        self.git.folder.mkdir(parents=True, exist_ok=True)
        self._clear_locks()
        if not (self.git.folder / "HEAD").is_file():
            self.git.run("init", "--quiet", "--bare", "--template=", ".")
        # What is not here is the remote's to give: files that are live are never fetched.
        if self.git.text("config", "--default=", "remote.live.partialCloneFilter"):
            return
        for name, value in (
            ("core.repositoryFormatVersion", "1"),
            ("extensions.partialClone", "live"),
            ("remote.live.url", self.url),
            ("remote.live.promisor", "true"),
            ("remote.live.partialCloneFilter", "blob:none"),
        ):
            self.git.run("config", name, value)

    def begin_anew(self) -> None:
        """Throw all of it away, and make it again."""
        shutil.rmtree(self.git.folder)
        self.open()

    def _clear_locks(self) -> None:
        """Remove what killed Gits have left: whoever opens the repository is alone in it."""
        for folder in (self.git.folder, self.git.folder / "refs"):
            names = folder.glob("*.lock") if folder == self.git.folder else folder.rglob("*.lock")
            for file in names:
                file.unlink(missing_ok=True)

    def read_tip(self) -> Tip:
        """What the remote has now."""
        head = f"refs/heads/{self.branch}"
        found = self.git.run("ls-remote", "--quiet", self.url, head, f"{DEPLOYS}*").decode()
        lines = (line.split("\t", 1) for line in found.splitlines() if "\t" in line)
        refs = {name: commit for commit, name in lines}
        deploys = {
            int(name.removeprefix(DEPLOYS)): commit
            for name, commit in refs.items()
            if name.startswith(DEPLOYS) and name.removeprefix(DEPLOYS).isdecimal()
        }
        return Tip(commit=refs.get(head, ""), deploys=deploys)

    def fetch(self, commits: Iterable[str]) -> None:
        """Have these commits here, with their trees and without their files."""
        held = set(self.git.text("for-each-ref", "--format=%(objectname)", HELD).split())
        wanted = [commit for commit in commits if commit and commit not in held]
        if wanted:
            # Without a word of what is here: Git would take a commit for one with all its trees.
            self.git.run(
                *NO_HAVES, "fetch", *QUIETLY, "--depth=1", "--filter=blob:none", "live", *wanted
            )
            self._hold(wanted, FETCHED)

    def hold(self, commit: str) -> None:
        """Note that a commit was made here, and keep it from being thrown away."""
        self._hold([commit], MADE)

    def _hold(self, commits: Iterable[str], where: str) -> None:
        lines = "".join(f"update {where}{commit} {commit}\n" for commit in commits)
        self.git.run("update-ref", "--stdin", given=lines.encode())

    def tree_of(self, commit: str, folder: str = "") -> str:
        """The name of a commit's tree, or of a folder's in it; empty where there is none."""
        listed = self.git.text("rev-parse", f"{commit}^{{tree}}")
        if not folder:
            return listed
        found = self.git.text("ls-tree", listed, folder.rstrip("/")).split()
        return found[2] if found and found[1] == "tree" else ""

    def files_of(self, commit: str) -> dict[str, tuple[str, str]]:
        """The mode and digest of everything in a commit's tree that is no folder, by path."""
        listed = self.git.run("ls-tree", "-r", "-z", "--full-tree", commit)
        found = {}
        for line in listed.decode("utf-8", "surrogateescape").split("\0"):
            if line:
                head, _, path = line.partition("\t")
                mode, _, digest = head.split(" ")
                found[path] = (mode, digest)
        return found

    def read(self, digests: Sequence[str]) -> dict[str, bytes]:
        """The bytes of files by digest, fetched where they are not here."""
        if not digests:
            return {}
        given = "\n".join(digests).encode()
        if self.git.run("for-each-ref", "--count=1", FETCHED):
            # All in one request; Git itself would make one for each.
            filtered = "--filter=blob:none"
            self.git.run(*NO_HAVES, "fetch", *QUIETLY, filtered, "--stdin", "live", given=given)
        out = self.git.run("cat-file", "--batch", given=given)
        found, start = {}, 0
        while start < len(out):
            end = out.index(b"\n", start)
            digest, _, size = out[start:end].decode().split(" ")
            found[digest] = out[end + 1 : end + 1 + int(size)]
            start = end + int(size) + 2
        return found

    def commit_of(self, commit: str) -> Commit:
        """Who made a commit, when, and with which words."""
        out = self.git.text("show", "--no-patch", "--format=%an <%ae>%n%ct%n%B", commit)
        author, at, message = (*out.split("\n", 2), "", "")[:3]
        return Commit(commit=commit, author=author, at=int(at), message=message.strip())

    def stage(self, wanted: Written, content: Callable[[str], bytes]) -> tuple[str, str]:
        """Make a commit; its name and that of its tree. `content` gives a file's bytes by path."""
        stream = b"".join(_stream(wanted, content))
        self.git.run("fast-import", "--quiet", "--force", "--done", given=stream)
        commit = self.git.text("rev-parse", CANDIDATE)
        return commit, self.tree_of(commit)

    def push(self, commit: str, tip: Tip, number: int, dropped: Sequence[int]) -> None:
        """Publish a commit as deploy `number`, in one step, if the remote is still as in `tip`.

        0 is for what is no deploy of the site.
        """
        if tip.commit:
            self._mark_shallow(tip.commit)
        head, kept = f"refs/heads/{self.branch}", f"{DEPLOYS}{number}"
        leases = [f"{head}:{tip.commit}"]
        leases += [f"{kept}:{tip.deploys.get(number, '')}"] if number else []
        leases += [f"{DEPLOYS}{old}:{tip.deploys[old]}" for old in dropped]
        refs = [f"{commit}:{head}", *([f"{commit}:{kept}"] if number else [])]
        refs += [f":{DEPLOYS}{old}" for old in dropped]
        self.git.run(
            "push", "--quiet", "--porcelain", "--atomic", "--no-verify", "--no-signed",
            "--recurse-submodules=no", *(f"--force-with-lease={lease}" for lease in leases),
            self.url, *refs,
        )  # fmt: skip

    def settle(self, tip: Tip) -> None:
        """Let go of what the remote does not keep any more; pack what is here now and then."""
        kept = {tip.commit, *tip.deploys.values()}
        held = self.git.text("for-each-ref", "--format=%(refname)", HELD).split()
        gone = "".join(f"delete {name}\n" for name in held if name.rpartition("/")[2] not in kept)
        self.git.run("update-ref", "--stdin", given=gone.encode())
        self.git.run("-c", "gc.auto=4000", "-c", "gc.autoDetach=false", "gc", "--auto", "--quiet")

    def _mark_shallow(self, commit: str) -> None:
        """Make Git take what is live for known to the remote though no history leads to it.

        Without this a commit without parents is sent with every file of the site.
        """
        file = self.git.folder / "shallow"
        known = file.read_text().split() if file.is_file() else []
        if commit not in known:
            file.write_text("".join(f"{name}\n" for name in sorted({*known, commit})))


def quoted(path: str) -> bytes:
    """A path as `fast-import` reads it, whatever is in it."""
    data = path.encode("utf-8", "surrogateescape")
    escaped = data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"' + escaped + b'"'


def _stream(wanted: Written, content: Callable[[str], bytes]) -> Iterator[bytes]:
    message = wanted.message.encode()
    yield b"commit %s\n" % CANDIDATE.encode()
    for role in (b"author", b"committer"):
        yield b"%s %s %d +0000\n" % (role, wanted.author.encode(), wanted.at)
    yield b"data %d\n%s\n" % (len(message), message)
    if wanted.parent:
        yield b"from %s\n" % wanted.parent.encode()
    yield b'M 040000 %s ""\n' % wanted.base.encode() if wanted.base else b"deleteall\n"
    for path in wanted.removed:
        yield b"D %s\n" % quoted(path)
    for folder, tree in wanted.grafts:
        yield b"M 040000 %s %s\n" % (tree.encode(), quoted(folder))
    for path in wanted.written:
        data = content(path)
        yield b"M 100644 inline %s\ndata %d\n" % (quoted(path), len(data))
        yield data
        yield b"\n"
    yield b"done\n"
