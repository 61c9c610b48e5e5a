"""`due` and `verify`, whether a deploy is needed and whether it arrived; and the tar for Pages."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.tasks import shell

if TYPE_CHECKING:
    from jamstack.deploy.deploying import Order, Outcome
    from jamstack.deploy.due import Due, DueStory
    from jamstack.deploy.manifest import Changes
    from jamstack.deploy.web import Web
    from jamstack.settings import Settings

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
        "notify": "then tell search engines and feed readers what the deploy changed",
    }
)
@shell.ends_well
def verify(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    url: str = "",
    build: str = "",
    patience: str = "600",
    notify: bool = False,
) -> None:
    """Wait until the live site serves a build, then look at pages, feeds and pictures of it."""
    from jamstack.deploy.notify import FEED_NAMES
    from jamstack.deploy.verify import live_index
    from jamstack.deploy.web import HttpWeb, checked_address

    if not patience.isdecimal():
        raise CommandError(f"`patience` is `{patience}`, expected seconds", "such as 600")
    wanted = _build_id(build)
    settings = _settings() if notify or not url else None
    address = checked_address(url or (settings.site_url if settings else ""))
    _verify(address, wanted, float(patience))
    index = live_index(address, web=HttpWeb()) if notify else None
    if index and settings:
        _notify(address, index.changes, sorted(FEED_NAMES), settings)


def verify_deploy(outcome: Outcome, settings: Settings) -> None:
    """Verify a deploy that was sent, then tell the services that are configured."""
    _verify(settings.site_url, outcome.build, 600.0)
    if outcome.is_sent:
        _notify(settings.site_url, outcome.plan.changes, outcome.plan.written, settings)


def pack_artifact(order: Order, cache: Path) -> None:
    """Write the tar for Pages' own deployments, and tell a workflow what became of it."""
    from jamstack.deploy.artifact import NAME
    from jamstack.deploy.packing import pack
    from jamstack.deploy.web import HttpWeb

    outcome = pack(order, tar=cache / NAME, web=HttpWeb(), tell=shell.say)
    file = os.environ.get("GITHUB_OUTPUT", "")
    if file:
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(f"build={outcome.build}\nchanged={str(outcome.is_sent).lower()}\n")


def _verify(address: str, build: str, patience_s: float) -> None:
    from jamstack.deploy import verify as verifying
    from jamstack.deploy.web import HttpWeb, WallClock

    found = verifying.verify(
        address,
        build=build,
        web=HttpWeb(),
        clock=WallClock(),
        tell=shell.say,
        patience_s=patience_s,
    )
    shell.say(str(found))


def _notify(address: str, changes: Changes, written: Iterable[str], settings: Settings) -> None:
    from jamstack.deploy.notify import changed_addresses, notify
    from jamstack.deploy.web import HttpWeb

    for notice in notify(
        changed_addresses(address, changes, written),
        address,
        indexnow_key=settings.deploy.indexnow_key,
        websub_hub=settings.deploy.websub_hub,
        web=HttpWeb(),
    ):
        shell.say(str(notice))


def _build_id(text: str) -> str:
    if text and (len(text) != 32 or set(text) - set("0123456789abcdef")):
        hint = "`invoke deploy` prints it, and the live `deploy/manifest.json` holds it"
        raise CommandError(f"`build` is `{text}`, expected 32 hexadecimal digits", hint)
    return text


def _settings() -> Settings:
    from jamstack.pelican_plugin.configuration import project_of, read_configuration

    return project_of(read_configuration(shell.PRODUCTION_SETTINGS, {})).settings
