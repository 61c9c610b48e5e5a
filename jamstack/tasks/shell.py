"""What all commands share: where the project is, and how a fault ends a command."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec

from invoke.exceptions import Exit

from jamstack.console import print_findings, workflow_commands
from jamstack.errors import JamstackError, SettingsError, SourceError, TemplateError

SETTINGS = Path("pelican-app") / "pelicanconf.py"
PRODUCTION_SETTINGS = Path("pelican-app") / "publishconf.py"
CONTENT = Path("pelican-app") / "content"
CACHE = Path(".cache")
OUTPUT = Path("output")

Arguments = ParamSpec("Arguments")


def is_annotating() -> bool:
    """True in GitHub Actions, where findings are also printed as annotations."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def ends_well(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Turn a fault that a person can mend into its text and exit code 1, without a traceback."""

    @functools.wraps(command)
    def run(*arguments: Arguments.args, **named: Arguments.kwargs) -> None:
        try:
            command(*arguments, **named)
        except SourceError as error:
            print_findings(
                error.findings, as_annotations=is_annotating(), content=CONTENT.as_posix()
            )
            faults = sum(finding.is_fault for finding in error.findings)
            count = faults or len(error.findings)
            what = ("fault" if faults else "warning") + ("s" if count != 1 else "")
            raise _stop(f"{count:,} {what}; nothing was built") from error
        except (SettingsError, TemplateError) as error:
            # Their paths are seen from the site's folder; a word of the command line is no file.
            findings = [finding for finding in error.findings if not finding.path.startswith("-")]
            if findings and is_annotating():
                say("\n".join(workflow_commands(findings, content=SETTINGS.parent.as_posix())))
            raise _stop(str(error)) from error
        except JamstackError as error:
            raise _stop(str(error)) from error

    return run


def overrides(*, now: str = "", output: str = "", is_strict: bool = False) -> dict[str, Any]:
    """Command line words as Pelican settings that win over the file's."""
    given: dict[str, Any] = {}
    if now:
        given["JAMSTACK_NOW"] = now
    if output:
        given["OUTPUT_PATH"] = str(Path(output).absolute())
    if is_strict:
        given["JAMSTACK_STRICT"] = True
    return given


def say(text: str) -> None:
    """Print a line for a person."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _stop(text: str) -> Exit:
    return Exit(text, code=1)
