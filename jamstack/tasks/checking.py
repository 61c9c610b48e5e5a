"""`check`, `schema`, `cards` and `related`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.tasks import shell


@task(
    help={
        "strict": "end with exit code 1 at warnings, too",
        "now": "check as if it were this time, such as 2026-11-22T14:05",
        "report": "print a report in place of findings: related",
    }
)
@shell.ends_well
def check(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    strict: bool = False,
    now: str = "",
    report: str = "",
) -> None:
    """Find everything that is wrong in stories, authors, pages and pictures, in one run."""
    from jamstack.console import TerminalProgress, print_findings
    from jamstack.pelican_plugin import check_site, report_links

    if report not in ("", "related"):
        raise CommandError(f"there is no report `{report}`", "known: `related`")
    if report:
        shell.say(report_links(shell.SETTINGS, shell.overrides(now=now), TerminalProgress()))
        return
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


@task(
    iterable=["story"],
    help={
        "story": "the slug of a story or an author; may be given several times",
        "newest": "how many of the newest stories, beside all authors; 12 unless said",
        "scripts": "samples in eleven writing systems in place of stories and authors",
        "output": "the folder to write to, which is emptied; .cache/cards unless said",
        "now": "as if it were this time, such as 2026-11-22T14:05",
    },
)
@shell.ends_well
def cards(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    story: Sequence[str] | None = None,
    newest: str = "12",
    scripts: bool = False,
    output: str = ".cache/cards",
    now: str = "",
) -> None:
    """Draw share cards as eight networks crop them, on one sheet to look at."""
    from jamstack.pelican_plugin import write_contact_sheet

    if not newest.isdecimal():
        raise CommandError(f"`newest` is `{newest}`, expected a whole number", "such as 30")
    folder = Path(output)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "sheet.png").is_file():
        message = f"`{output}` holds something that is no contact sheet"
        raise CommandError(message, "name a new folder with `--output`")
    count = write_contact_sheet(
        shell.SETTINGS,
        shell.overrides(now=now),
        folder,
        chosen=tuple(story or ()),
        newest=int(newest),
        in_scripts=scripts,
    )
    shell.say(f"{_count(count, 'card')}: {output}/index.html, {output}/sheet.png")


@task(
    positional=["slug"],
    help={
        "slug": "the story's slug",
        "now": "as if it were this time, such as 2026-11-22T14:05",
    },
)
@shell.ends_well
def related(context: Context, slug: str, now: str = "") -> None:  # noqa: ARG001
    """Tell which related stories a story offers, why, and why near ones were not chosen."""
    from jamstack.console import TerminalProgress
    from jamstack.pelican_plugin import explain_related

    for line in explain_related(shell.SETTINGS, shell.overrides(now=now), slug, TerminalProgress()):
        shell.say(line)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
