"""`check` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from jamstack.tasks import shell


@task(
    help={
        "strict": "end with exit code 1 at warnings, too",
        "now": "check as if it were this time, such as 2026-11-22T14:05",
    }
)
@shell.ends_well
def check(context: Context, strict: bool = False, now: str = "") -> None:  # noqa: ARG001
    """Find everything that is wrong in stories, authors, pages and pictures, in one run."""
    from jamstack.console import TerminalProgress, print_findings
    from jamstack.pelican_plugin import check_site

    _, findings = check_site(shell.SETTINGS, shell.overrides(now=now), TerminalProgress())
    print_findings(findings, as_annotations=shell.is_annotating(), content=shell.CONTENT.as_posix())
    faults = sum(finding.is_fault for finding in findings)
    warnings = len(findings) - faults
    shell.say(f"{_count(faults, 'fault')}, {_count(warnings, 'warning')}")
    if faults or (strict and warnings):
        raise Exit(code=1)


@task(
    help={
        "kind": "story, author, page or front; all where not said",
        "output": "the folder to write the schemas to; printed where not said",
    }
)
@shell.ends_well
def schema(context: Context, kind: str = "", output: str = "") -> None:  # noqa: ARG001
    """Print the JSON Schema of front matter, for editors that complete and check it."""
    from jamstack.press.schemas import schema_of, schemas

    if not output:
        chosen = {kind: schema_of(kind)} if kind else schemas()
        shell.say(json.dumps(chosen[kind] if kind else chosen, indent=2, ensure_ascii=False))
        return
    for name, content in ({kind: schema_of(kind)} if kind else schemas()).items():
        file = Path(output) / f"{name}.schema.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        shell.say(f"wrote {file}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
