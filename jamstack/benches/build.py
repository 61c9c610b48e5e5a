"""The bench of builds, from what was asked to the text that tells it."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import platform
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches import corpus
from jamstack.benches.contenders import Contender, contenders
from jamstack.benches.newsroom import newsroom
from jamstack.benches.race import Step, plan, race
from jamstack.benches.results import comparisons, rows
from jamstack.benches.runs import HUGO, OURS, PELICAN
from jamstack.benches.scenarios import scenarios
from jamstack.benches.table import Circumstances, table
from jamstack.errors import CommandError

STORIES = 10_000
ROUNDS = 3
SEED = 7
CONTENDERS = (OURS, HUGO, PELICAN)
SCENARIOS = ("cold", "unchanged", "edit", "retitle", "serve")
PROGRAMS = {
    "pelican": "Pelican",
    "jinja2": "Jinja2",
    "markdown": "Python-Markdown",
    "hugo": "Hugo",
}
"""Packages whose versions decide the figures, by their names, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for.

    Sites are left in the new folder `keep`; where it is None, they are deleted at the end. With
    `corpus`, the folder of the real articles, this platform alone builds those.
    """

    stories: int = STORIES
    rounds: int = ROUNDS
    seed: int = SEED
    contenders: tuple[str, ...] = CONTENDERS
    scenarios: tuple[str, ...] = SCENARIOS
    keep: Path | None = None
    corpus: Path | None = None


def bench_build(wanted: Wanted, *, theme: Path, announce: Callable[[str], None]) -> str:
    """Race, and word the results as Markdown; `announce` is told of each step.

    Raises:
        CommandError: something of what is wanted is not known or not installed, `keep` is in use,
            or a build failed.
    """
    chosen = scenarios(wanted.scenarios)
    steps = plan(_contenders(wanted, theme), chosen, rounds=wanted.rounds)
    with _folder(wanted.keep) as folder:
        runs = race(steps, folder, announce=announce)
    stories = 0 if wanted.corpus else wanted.stories
    compared = comparisons(runs, stories=stories)
    return table(rows(runs), compared, _circumstances(wanted, steps))


def command(wanted: Wanted) -> str:
    """The command line that asks for this, without what goes without saying."""
    usual = Wanted()
    words = ["invoke bench build"]
    if wanted.corpus:
        words.append("--corpus")
    else:
        words.append(f"--stories {wanted.stories}")
        words.append(f"--seed {wanted.seed}" if wanted.seed != usual.seed else "")
        is_usual = wanted.contenders == usual.contenders
        words.append("" if is_usual else f"--contenders {','.join(wanted.contenders)}")
    words.append(f"--runs {wanted.rounds}")
    is_usual = wanted.scenarios == usual.scenarios
    words.append("" if is_usual else f"--scenarios {','.join(wanted.scenarios)}")
    return " ".join(word for word in words if word)


def _contenders(wanted: Wanted, theme: Path) -> tuple[Contender, ...]:
    if wanted.corpus:
        return (corpus.corpus_contender(wanted.corpus, theme=theme),)
    room = newsroom(stories=wanted.stories, seed=wanted.seed)
    return contenders(wanted.contenders, room, theme=theme)


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """A new folder: the one to keep, or one that is deleted at the very end."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as name:
            yield Path(name)
        return
    if keep.exists():
        hint = "give a new folder, or delete this one"
        raise CommandError(f"`{keep.as_posix()}` is there already", hint)
    keep.mkdir(parents=True)
    yield keep


def _circumstances(wanted: Wanted, steps: Sequence[Step]) -> Circumstances:
    titles = {step.contender.name: step.contender.title for step in steps}
    titles |= {step.scenario.name: step.scenario.title for step in steps}
    return Circumstances(
        site="The real articles" if wanted.corpus else f"{wanted.stories:,} stories",
        command=command(wanted),
        rounds=wanted.rounds,
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.machine()}",
        versions={"Python": platform.python_version(), **dict(_versions())},
        titles=titles,
    )


def _versions() -> Iterator[tuple[str, str]]:
    for package, title in PROGRAMS.items():
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            yield title, importlib.metadata.version(package)
