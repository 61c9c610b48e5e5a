"""Real remotes, and deploys to them: outputs on disk, private repositories, commits looked at."""

import hashlib
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jamstack.deploy.branch import branch_for
from jamstack.deploy.deploying import Order, deploy
from jamstack.deploy.git import Git
from jamstack.deploy.preflight.case import Lineage
from jamstack.deploy.release import Build, ManifestStory, Source
from jamstack.publishing import DeploySettings

SITE = "https://herald.example/paper"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AUTHOR = "Mira Holt <mira@herald.example>"
PAGES = {
    "index.html": b'<h1>The Herald</h1><a href="/paper/stories/bridge/">Bridge</a>',
    "404.html": b"<h1>Not here</h1>",
    "stories/bridge/index.html": b'<h1>The bridge reopens</h1><a href="/paper/">Home</a>',
    "theme/paper.css": b"h1 { color: teal }",
}
BRIDGE = ManifestStory(page="stories/bridge/index.html", headline="The bridge reopens", mark="b1")


def git(folder, *arguments, check=True, given=None):
    """What Git says, in its own right: nothing of ours is between."""
    names = {"GIT_AUTHOR_NAME": "Rob", "GIT_AUTHOR_EMAIL": "rob@herald.example"}
    names |= {"GIT_COMMITTER_NAME": "Rob", "GIT_COMMITTER_EMAIL": "rob@herald.example"}
    names |= dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-11-20T09:30:00Z")
    ran = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        env={**os.environ, **names},
        check=False,
    )
    assert not check or ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode("utf-8", "surrogateescape").strip()


def make_remote(folder):
    """A bare repository that gives parts, as GitHub does."""
    folder.mkdir(parents=True)
    git(folder, "init", "--bare", "--quiet")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    return folder


def write(folder, pages):
    """An output that holds exactly these files."""
    for file in list(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            file.unlink()
    for path, data in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def make_build(pages=PAGES, **values):
    marks = {path: hashlib.sha256(data).digest()[:16] for path, data in pages.items()}
    defaults = {"site_url": SITE, "is_preview": False, "made_at": NOW, "stories": (BRIDGE,)}
    return Build(digests=marks, **(defaults | values))


class Desk:
    """A machine that deploys: its output, its cache, its clock, and what it was told."""

    def __init__(self, folder: Path, url, *, environment=None, **settings):
        self.folder = folder
        self.url = str(url)
        self.settings = DeploySettings(**settings)
        self.environment = {**os.environ, **(environment or {})}
        self.told = []
        self.waits = []
        self.now = NOW
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def branch(self):
        return branch_for(
            self.settings,
            self.url,
            cache=self.folder / "cache",
            git=Git(folder=self.folder, environment=self.environment),
            tell=self.told.append,
            wait=self.waits.append,
        )

    def order(self, pages=PAGES, *, build=None, **values):
        defaults = {
            "output": write(self.folder / "output", pages),
            "build": build or make_build(pages),
            "site_url": SITE,
            "settings": self.settings,
            "source": Source(commit="8" * 40, committed_at=NOW - timedelta(hours=1)),
            "author": AUTHOR,
            "now": self.now,
            "lineage": lambda _ours, live: Lineage(live_commit=live.commit),
            "workers": 1,
        }
        return Order(**(defaults | values))

    def deploy(self, pages=PAGES, **values):
        self.told.clear()
        outcome = deploy(self.order(pages, **values), self.branch)
        self.now += timedelta(minutes=10)
        return outcome


def live_files(remote, ref="gh-pages"):
    """The bytes of everything that is published, by path, at one moment."""
    # A push of a Git that outlived its deploy may arrive while this reads.
    ref = git(remote, "rev-parse", ref)
    listed = git(remote, "ls-tree", "-r", "-z", "--name-only", ref)
    return {
        path: subprocess.run(
            ["git", "cat-file", "blob", f"{ref}:{path}"],
            cwd=remote,
            capture_output=True,
            check=True,
        ).stdout
        for path in listed.split("\0")
        if path
    }


def live_site(remote, ref="gh-pages"):
    """As `live_files`, without the deploy's manifest and `.nojekyll`."""
    return {
        path: data
        for path, data in live_files(remote, ref).items()
        if not path.startswith("deploy/") and path != ".nojekyll"
    }


def tip(remote, ref="refs/heads/gh-pages"):
    return git(remote, "rev-parse", "--verify", "--quiet", ref, check=False)
