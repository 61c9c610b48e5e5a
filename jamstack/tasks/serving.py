"""`serve`: a preview with live reload, drafts and embargoed stories visible and marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from invoke.context import Context
from invoke.tasks import task

from jamstack.errors import CommandError, JamstackError
from jamstack.preview.reloads import Outcome, RebuildOutcome
from jamstack.tasks import shell

if TYPE_CHECKING:
    from jamstack.press.memory import Memory

LAST_PORT = 65_535
PREVIEW = "preview"
"""The folder in the cache that previews are built into: never the one that is published."""


@task(
    help={
        "port": "the port on 127.0.0.1; the next free one is taken where this is not",
        "now": "show the paper as it would be at this time, such as 2026-11-22T14:05",
    }
)
@shell.ends_well
def serve(context: Context, port: str = "8000", now: str = "") -> None:  # noqa: ARG001
    """Show the site on this machine, with drafts; the browser follows every save."""
    from jamstack.pelican_plugin.configuration import project_of, read_configuration
    from jamstack.pelican_plugin.engine import memory_of
    from jamstack.preview import serving

    settings = read_configuration(shell.SETTINGS, {})
    project = project_of(settings)
    base_path = urlsplit(str(settings["SITEURL"])).path.rstrip("/")
    output = project.store / PREVIEW
    given = {
        **shell.overrides(now=now, output=str(output)),
        "JAMSTACK_PREVIEW": True,
    }
    preview = serving.Preview(
        output=output,
        base_path=base_path,
        watched=(project.content, project.theme, shell.SETTINGS.parent),
        ignored=(project.store, project.output),
    )

    def rebuild_at(port: int) -> serving.Rebuild:
        address = {"SITEURL": f"http://{serving.HOST}:{port}{base_path}"}
        settings = {**given, **address}
        # Kept from one save to the next, so that only what changed is read and made again.
        memory = memory_of(project_of(read_configuration(shell.SETTINGS, settings)))
        return lambda changed: _rebuild(settings, memory, is_first=changed is None)

    serving.serve(preview, wanted_port=_port(port), rebuild_at=rebuild_at, announce=shell.say)


def _port(text: str) -> int:
    """The port's number; read here, since a wrong one would end in Invoke's traceback."""
    if not text.isdecimal() or not 0 <= int(text) <= LAST_PORT:
        raise CommandError(f"the port is `{text}`, expected a number", f"from 1024 to {LAST_PORT}")
    return int(text)


def _rebuild(given: Mapping[str, Any], memory: Memory, *, is_first: bool) -> RebuildOutcome:
    """Build the preview; a fault is told in the terminal and in the page, which stays as it was."""
    from jamstack.pelican_plugin import build_site

    try:
        report = build_site(shell.SETTINGS, given, memory=memory, tells_only_news=True)
    except JamstackError as error:
        shell.say(str(error))
        return RebuildOutcome(kind=Outcome.FAULT, text=str(error))
    if is_first or report.removed or report.written > report.restyled:
        return RebuildOutcome(kind=Outcome.RELOAD)
    return RebuildOutcome(kind=Outcome.CSS if report.restyled else Outcome.NOTHING)
