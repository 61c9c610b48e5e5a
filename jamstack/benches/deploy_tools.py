"""Who deploys in the bench: this platform, ghp-import and gh-pages, each by its own command."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches.deploy_once import AUTHOR
from jamstack.benches.deploy_remote import run_git
from jamstack.benches.runs import OURS
from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint

GHP_IMPORT = "ghp-import"
GH_PAGES = "gh-pages"
TOOLS = (OURS, GHP_IMPORT, GH_PAGES)
BRANCH = "gh-pages"
EARLIER = "1"
"""The deploy that is gone back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One who deploys. `prepare` makes the new folder that it works in, for a remote's address.

    `command` is for that folder, the output and the address; `back` likewise, () where it cannot.
    `repository` is where in its folder it keeps objects.
    """

    name: str
    title: str
    version: str
    prepare: Callable[[Path, str], None]
    command: Callable[[Path, Path, str], Sequence[str]]
    back: Callable[[Path, Path, str], Sequence[str]]


def tools(names: Sequence[str], npm: Path) -> tuple[Tool, ...]:
    """Those of these names; `npm` is the folder with packages of npm.

    Raises:
        CommandError: a name is not known, or what is wanted is not installed.
    """
    for name in names:
        if name not in TOOLS:
            expected = ", ".join(f"`{word}`" for word in TOOLS)
            hint = nearest_hint(name, TOOLS) or "see `invoke --help bench`"
            raise CommandError(f"`{name}` does not deploy, expected some of {expected}", hint)
    makers: dict[str, Callable[[], Tool]] = {
        OURS: _ours,
        GHP_IMPORT: _ghp_import,
        GH_PAGES: lambda: _gh_pages(npm),
    }
    return tuple(makers[name]() for name in TOOLS if name in names)


def has_gh_pages(npm: Path) -> bool:
    """True where gh-pages and the program that runs it are here."""
    return bool(shutil.which("node")) and _script(npm).is_file()


def _ours() -> Tool:
    module = (sys.executable, "-m", "jamstack.benches.deploy_once")
    return Tool(
        name=OURS,
        title=OURS,
        version="",
        prepare=lambda place, _url: place.mkdir(parents=True),
        command=lambda place, _output, url: (*module, str(place), url),
        back=lambda place, _output, url: (*module, str(place), url, EARLIER),
    )


def _ghp_import() -> Tool:
    def prepare(place: Path, url: str) -> None:
        place.mkdir(parents=True)
        run_git(place, "init", "--quiet")
        name, _, email = AUTHOR.rstrip(">").partition(" <")
        for setting, value in (("user.name", name), ("user.email", email), ("gc.auto", "0")):
            run_git(place, "config", setting, value)
        run_git(place, "remote", "add", "origin", url)

    return Tool(
        name=GHP_IMPORT,
        title=GHP_IMPORT,
        version=_installed(GHP_IMPORT),
        prepare=prepare,
        command=lambda _place, output, _url: (
            *(sys.executable, "-m", "ghp_import", "--no-jekyll", "--push", "--force"),
            f"--branch={BRANCH}",
            str(output),
        ),
        back=_cannot,
    )


def _gh_pages(npm: Path) -> Tool:
    if not has_gh_pages(npm):
        hint = f"install Node.js, then `npm install --prefix {npm.as_posix()} {GH_PAGES}`"
        raise CommandError(f"{GH_PAGES} is not installed here", hint)

    def prepare(place: Path, url: str) -> None:  # noqa: ARG001 - as for the others
        place.mkdir(parents=True)
        # It keeps its clone in the package that it finds itself in.
        (place / "package.json").write_text("{}", encoding="utf-8")

    return Tool(
        name=GH_PAGES,
        title=GH_PAGES,
        version=_npm_version(npm),
        prepare=prepare,
        command=lambda _place, output, url: (
            *("node", str(_script(npm).resolve()), "--dist", str(output), "--repo", url),
            *("--branch", BRANCH, "--dotfiles", "--nojekyll", "--user", AUTHOR),
        ),
        back=_cannot,
    )


def _cannot(_place: Path, _output: Path, _url: str) -> tuple[str, ...]:
    """It has no way back but to deploy an older output."""
    return ()


def _installed(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        hint = 'install what the bench needs: `pip install -e ".[bench]"`'
        raise CommandError(f"{package} is not installed here", hint) from None


def _package(npm: Path) -> Path:
    return npm / "node_modules" / GH_PAGES


def _script(npm: Path) -> Path:
    return _package(npm) / "bin" / "gh-pages.js"


def _npm_version(npm: Path) -> str:
    text = (_package(npm) / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])
