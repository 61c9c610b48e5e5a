"""`due` and `verify`: whether a deploy is needed, and whether it arrived."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.tasks import shell

if TYPE_CHECKING:
    from jamstack.deploy.due import Due, DueStory
    from jamstack.deploy.web import Web

NEEDED = 10
"""The exit code of `invoke due` where readers wait for a story; 0 where nobody does."""
SHOWN = 10
"""Stories to come that are told."""

Published = tuple[datetime.datetime | None, Callable[[str], bool], bool]
"""Since when stories may be missing, whether a page is out, and whether anything is."""


@task(
    help={
        "now": "as if it were this time, such as 2026-11-22T14:05",
        "url": "the live site to compare with; the one in publishconf.py unless said",
        "output": "compare with this folder, as a build left it, instead of with the live site",
        "json": "print one line of JSON",
    }
)
@shell.ends_well
def due(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    now: str = "",
    url: str = "",
    output: str = "",
    json: bool = False,
) -> None:
    """Say which embargoes have passed, and which pass next; exit code 10 where a deploy is due."""
    from jamstack.console import TerminalProgress
    from jamstack.deploy.due import due as find_due
    from jamstack.deploy.web import HttpWeb, checked_address
    from jamstack.pelican_plugin import approved_site

    project, edition = approved_site(
        shell.PRODUCTION_SETTINGS, shell.overrides(now=now), TerminalProgress(quiet=json)
    )
    address = checked_address(url or project.settings.site_url)
    published = _built(Path(output)) if output else _live(address, HttpWeb())
    since, is_out, is_anything = published
    found = find_due(
        edition.all_articles,
        settings=project.settings,
        now=project.now,
        since=since,
        is_out=is_out,
    )
    shell.say(_written(found, project.now) if json else _told(found, is_anything=is_anything))
    if found.is_deploy_needed:
        raise Exit(code=NEEDED)


def _built(output: Path) -> Published:
    if not output.is_dir():
        hint = "build first: `invoke build`"
        raise CommandError(f"there is no folder `{output.as_posix()}`", hint)
    return None, lambda page: (output / page).is_file(), (output / "index.html").is_file()


def _live(address: str, web: Web) -> Published:
    """What the live manifest says; only the parts of it that are asked for are fetched."""
    from jamstack.deploy.verify import live_index, live_shard

    index = live_index(address, web=web)
    if index is None:
        return None, lambda _page: False, False
    known: dict[str, frozenset[str]] = {}

    def is_out(page: str) -> bool:
        name = index.shard_of(page)
        if name not in known:
            shard = live_shard(address, index, name, web=web)
            known[name] = frozenset(file.path for file in shard.files)
        return page in known[name]

    return index.source.committed_at, is_out, True


def _told(found: Due, *, is_anything: bool) -> str:
    lines = [] if is_anything else ["nothing is published yet"]
    if found.overdue:
        lines.append(f"{_count(len(found.overdue))} should be out and not:")
        lines += map(_line, found.overdue[:SHOWN])
    else:
        lines.append("nothing is due")
    if found.upcoming:
        lines.append(f"{_count(len(found.upcoming))} to come:")
        lines += map(_line, found.upcoming[:SHOWN])
    return "\n".join(lines)


def _line(story: DueStory) -> str:
    return f"  {story.at.isoformat(timespec='minutes')} {story.title} ({story.path})"


def _count(number: int) -> str:
    return f"{number:,} {'story' if number == 1 else 'stories'}"


def _written(found: Due, now: datetime.datetime) -> str:
    import msgspec

    def rows(stories: tuple[DueStory, ...]) -> list[dict[str, Any]]:
        return [
            {"at": story.at, "title": story.title, "url": story.url, "path": story.path}
            for story in stories
        ]

    answer = {
        "deploy_needed": found.is_deploy_needed,
        "now": now,
        "next_at": found.next_at,
        "overdue": rows(found.overdue),
        "upcoming": rows(found.upcoming),
    }
    return msgspec.json.encode(answer).decode()


@task(
    help={
        "url": "the live site; the one in publishconf.py unless said",
        "build": "the build to wait for; whatever is live where not said",
        "patience": "how many seconds to wait for it; 600 unless said",
    }
)
@shell.ends_well
def verify(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    url: str = "",
    build: str = "",
    patience: str = "600",
) -> None:
    """Wait until the live site serves a build, then look at pages, feeds and pictures of it."""
    from jamstack.deploy import verify as verifying
    from jamstack.deploy.web import HttpWeb, WallClock, checked_address

    if not patience.isdecimal():
        raise CommandError(f"`patience` is `{patience}`, expected seconds", "such as 600")
    wanted = _build_id(build)
    address = checked_address(url or _site_url())
    found = verifying.verify(
        address,
        build=wanted,
        web=HttpWeb(),
        clock=WallClock(),
        tell=shell.say,
        patience_s=float(patience),
    )
    shell.say(str(found))


def _build_id(text: str) -> str:
    if text and (len(text) != 32 or set(text) - set("0123456789abcdef")):
        hint = "`invoke deploy` prints it, and the live `deploy/manifest.json` holds it"
        raise CommandError(f"`build` is `{text}`, expected 32 hexadecimal digits", hint)
    return text


def _site_url() -> str:
    from jamstack.pelican_plugin.configuration import project_of, read_configuration

    return project_of(read_configuration(shell.PRODUCTION_SETTINGS, {})).settings.site_url
