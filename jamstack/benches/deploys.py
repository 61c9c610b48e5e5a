"""The bench of deploys, from what was asked to the text that tells it."""

from __future__ import annotations

import os
import platform
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches.deploy_race import DEPLOYS, SCENARIOS, Race, Wish
from jamstack.benches.deploy_remote import remotes
from jamstack.benches.deploy_site import MadeSite
from jamstack.benches.deploy_table import deploy_table
from jamstack.benches.deploy_tools import GH_PAGES, TOOLS, Tool, has_gh_pages, tools
from jamstack.benches.table import Circumstances
from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint

FILES = 10_000
ROUNDS = 3
SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDeploys:
    """What is asked for; `npm` is the folder in which packages of npm are looked for."""

    npm: Path
    files: int = FILES
    rounds: int = ROUNDS
    seed: int = SEED
    contenders: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = SCENARIOS
    deploys: int = DEPLOYS


def bench_deploys(wanted: WantedDeploys, *, announce: Callable[[str], None]) -> str:
    """Race, and word the results as Markdown; `announce` is told of each deploy.

    Raises:
        CommandError: something of what is wanted is not known or not installed, or a deploy
            failed.
    """
    _check(wanted.scenarios)
    names = wanted.contenders or _present(wanted.npm, announce)
    wish = Wish(
        site=MadeSite(wanted.files, wanted.seed),
        tools=tools(names, wanted.npm),
        scenarios=wanted.scenarios,
        rounds=wanted.rounds,
        deploys=wanted.deploys,
    )
    with tempfile.TemporaryDirectory(prefix="deploy-bench-") as name:
        folder = Path(name).resolve()
        with remotes(folder / "remotes") as served:
            race = Race(wish, folder, served, announce)
            race.run()
    return deploy_table(race.runs, race.grown, wanted.files, _circumstances(wanted, wish.tools))


def command(wanted: WantedDeploys) -> str:
    """The command line that asks for this, without what goes without saying."""
    words = ["invoke bench deploy", f"--stories {wanted.files}"]
    words.append(f"--seed {wanted.seed}" if wanted.seed != SEED else "")
    words.append(f"--contenders {','.join(wanted.contenders)}" if wanted.contenders else "")
    words.append(f"--runs {wanted.rounds}")
    is_usual = wanted.scenarios == SCENARIOS
    words.append("" if is_usual else f"--scenarios {','.join(wanted.scenarios)}")
    return " ".join(word for word in words if word)


def _present(npm: Path, announce: Callable[[str], None]) -> tuple[str, ...]:
    """All, without what Python's packages do not bring and is not here."""
    if has_gh_pages(npm):
        return TOOLS
    place = npm.as_posix()
    announce(f"{GH_PAGES} is left out: `npm install --prefix {place} {GH_PAGES}` installs it")
    return tuple(name for name in TOOLS if name != GH_PAGES)


def _check(scenarios: Sequence[str]) -> None:
    for name in scenarios:
        if name not in SCENARIOS:
            expected = ", ".join(f"`{word}`" for word in SCENARIOS)
            hint = nearest_hint(name, SCENARIOS) or "see `invoke --help bench`"
            message = f"there is no scenario `{name}` of deploys, expected some of {expected}"
            raise CommandError(message, hint)


def _circumstances(wanted: WantedDeploys, raced: Sequence[Tool]) -> Circumstances:
    git = subprocess.run(
        ["git", "--version"],  # noqa: S607 - Git as the system has it
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[2]
    versions = {tool.title: tool.version for tool in raced if tool.version}
    return Circumstances(
        site=f"{wanted.files:,} files",
        command=command(wanted),
        rounds=wanted.rounds,
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.machine()}",
        versions={"Python": platform.python_version(), "Git": git, **versions},
        titles={},
    )
