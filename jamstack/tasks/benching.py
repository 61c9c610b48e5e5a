"""`bench`: how fast sites are built and deployed and cards drawn, beside others who do that."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint
from jamstack.tasks import shell
from jamstack.tasks.developing import CORPUS

BENCHES = ("build", "cards", "deploy")
"""What can be timed."""
KEPT = "kept"
"""The scenario of cards in which a newsroom is built again and again."""
THEME = shell.SETTINGS.parent / "theme"


@task(
    positional=["what"],
    help={
        "what": "what to time: build, cards or deploy",
        "stories": "how many stories, cards or files there are; 10000, 120 cards unless said",
        "runs": "how many rounds, in each of which all take turns; 3 unless said",
        "contenders": "who takes part, such as ours,hugo; all unless said",
        "scenarios": "which of them, such as cold,edit or first,changed; all unless said",
        "seed": "a number that decides what the stories are; 7 unless said",
        "keep": "a new folder in which all sites are left; else they are deleted at the end",
        "corpus": "time this platform alone, on the real articles beside the project",
    },
)
@shell.ends_well
def bench(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    what: str,
    stories: str = "",
    runs: str = "3",
    contenders: str = "",
    scenarios: str = "",
    seed: str = "7",
    keep: str = "",
    corpus: bool = False,
) -> None:
    """Time builds, deploys, or the drawing of cards, by this platform and by others."""
    _check(what)
    if what == "deploy":
        files, rounds = _number("stories", stories or "10000"), _number("runs", runs)
        shell.say(_deploys(files, rounds, _number("seed", seed), contenders, scenarios).rstrip())
        return
    if what == "cards":
        drawn, first = _number("stories", stories or "120"), _number("seed", seed)
        shell.say(_cards(drawn, _number("runs", runs), first, scenarios).rstrip())
        return
    from jamstack.benches.build import CONTENDERS, SCENARIOS, Wanted, bench_build
    from jamstack.benches.corpus import SCENARIOS as CORPUS_SCENARIOS

    usual = CORPUS_SCENARIOS if corpus else SCENARIOS
    wanted = Wanted(
        stories=_number("stories", stories or "10000"),
        rounds=_number("runs", runs),
        seed=_number("seed", seed),
        contenders=tuple(contenders.split(",")) if contenders else CONTENDERS,
        scenarios=tuple(scenarios.split(",")) if scenarios else usual,
        keep=Path(keep) if keep else None,
        corpus=CORPUS if corpus else None,
    )
    shell.say(bench_build(wanted, theme=THEME.resolve(), announce=_announce).rstrip())


def _cards(drawn: int, runs: int, seed: int, scenarios: str) -> str:
    """Cards drawn in each way; or in a whole newsroom, and then kept."""
    if scenarios == KEPT:
        from jamstack.benches.cards_kept import kept_table, measure_kept

        found = measure_kept(stories=drawn, seed=seed, theme=THEME.resolve(), announce=_announce)
        return kept_table(found, stories=drawn, seed=seed)
    if scenarios:
        message = f"there is no scenario `{scenarios}` of cards, expected `{KEPT}`"
        raise CommandError(message, "leave it out to compare ways of drawing")
    _demand("resvg_py", "resvg-py")
    from jamstack.benches.cards import measure

    return measure(cards=drawn, rounds=runs, seed=seed)


def _deploys(files: int, rounds: int, seed: int, contenders: str, scenarios: str) -> str:
    from jamstack.benches.deploy_race import SCENARIOS
    from jamstack.benches.deploys import WantedDeploys, bench_deploys

    wanted = WantedDeploys(
        npm=shell.CACHE / "npm",
        files=files,
        rounds=rounds,
        seed=seed,
        contenders=tuple(contenders.split(",")) if contenders else (),
        scenarios=tuple(scenarios.split(",")) if scenarios else SCENARIOS,
    )
    return bench_deploys(wanted, announce=_announce)


def _check(what: str) -> None:
    """Stop at what is not known, at a folder without the theme, and without psutil."""
    if what not in BENCHES:
        known = ", ".join(f"`{name}`" for name in BENCHES)
        hint = nearest_hint(what, BENCHES) or "such as `invoke bench build`"
        raise CommandError(f"there is no bench `{what}`, expected {known}", hint)
    if not THEME.is_dir():
        hint = "run the command from the project's folder"
        raise CommandError(f"there is no `{THEME.as_posix()}` here", hint)
    _demand("psutil", "psutil")


def _demand(module: str, name: str) -> None:
    if importlib.util.find_spec(module) is None:
        hint = 'install what the bench needs: `pip install -e ".[bench]"`'
        raise CommandError(f"{name} is not installed here", hint)


def _number(option: str, text: str) -> int:
    """The option as a number from 1; read here, since a wrong one would end in a traceback."""
    if not text.isdecimal() or int(text) < 1:
        hint = f"such as `--{option} 3`"
        raise CommandError(f"`{option}` is `{text}`, expected a whole number from 1", hint)
    return int(text)


def _announce(text: str) -> None:
    """Progress goes to standard error, so that the table can be put into a file."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
