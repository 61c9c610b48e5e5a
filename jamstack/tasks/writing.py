"""`new`: a story's file, ready to write in."""

from __future__ import annotations

import sys

from invoke.context import Context
from invoke.tasks import task
from rich.prompt import Prompt

from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint
from jamstack.tasks import shell


@task(
    iterable=["author"],
    help={
        "title": "the headline",
        "section": "the section's slug",
        "author": "an author's slug; may be given several times",
        "slug": "the story's name in its address; made from the title where not said",
        "folder": "make a folder for the story, so that pictures can stand beside it",
    },
)
@shell.ends_well
def new(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    title: str = "",
    section: str = "",
    author: list[str] | None = None,
    slug: str = "",
    folder: bool = False,
) -> None:
    """Write a new story's file and say where; asks for what is not given."""
    from jamstack.console import TerminalProgress
    from jamstack.pelican_plugin.configuration import project_of, read_configuration
    from jamstack.press.drafting import Draft, write_draft
    from jamstack.press.reading import read_content

    project = project_of(read_configuration(shell.SETTINGS, {}))
    content = read_content(
        project.content, settings=project.settings, progress=TerminalProgress(quiet=True)
    )
    sections = {item.slug: item.name for item in project.settings.sections}
    people = {item.slug: item.name for item in sorted(content.authors, key=lambda a: a.slug)}
    draft = Draft(
        title=title or _ask("Headline", "title"),
        section=section or _choose("section", sections),
        authors=tuple(author or [_choose("author", people)]),
        slug=slug,
        has_folder=folder,
    )
    path = write_draft(
        draft,
        folder=project.content,
        settings=project.settings,
        now=project.now,
        authors=people,
        taken={item.slug: item.path for item in content.articles},
    )
    shell.say(f"wrote {shell.CONTENT / path}")
    shell.say(
        "it is a draft: `invoke serve` shows it; readers see it once the line `status: draft` is"
        " gone"
    )


def _ask(question: str, option: str) -> str:
    """Ask until something is answered."""
    if not sys.stdin.isatty():
        raise CommandError(
            f"`{option}` is missing, and there is nobody to ask",
            f"give it on the command line: `invoke new --{option} …`",
        )
    try:
        while not (answer := Prompt.ask(question).strip()):
            pass
    except EOFError as error:
        raise CommandError("nothing was written") from error
    return answer


def _choose(option: str, known: dict[str, str]) -> str:
    """Ask for one of `known`, slugs with their names, until one is answered."""
    if not known:
        hint = f"write `{shell.CONTENT}/{option}s/<slug>.md` first; see docs/writing.md"
        raise CommandError(f"there is no {option} yet", hint)
    if sys.stdin.isatty():
        for slug, name in known.items():
            shell.say(f"  {slug:<24} {name}")
    answer = _ask(option.capitalize(), option)
    while answer not in known:
        shell.say(f"there is no {option} `{answer}`. {nearest_hint(answer, known)}".rstrip())
        answer = _ask(option.capitalize(), option)
    return answer
