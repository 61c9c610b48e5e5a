"""Rounds of deploys in which all tools take turns on one made-up site.

In each round every tool has a fresh folder and a fresh remote. The site is one for all and is
edited in place; what is timed is the deploy alone.
"""

from __future__ import annotations

import datetime
import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches.deploy_inherent import NOTHING, Added, Ledger
from jamstack.benches.deploy_once import SITE_URL, write_order
from jamstack.benches.deploy_remote import Remotes, objects_bytes, pack
from jamstack.benches.deploy_site import MadeSite, write_files, write_site
from jamstack.benches.deploy_tools import Tool
from jamstack.benches.measure import measure
from jamstack.benches.runs import OURS, Cost
from jamstack.deploy.release import Build, ManifestStory, digest_of
from jamstack.deploy.scan import MARK_BYTES

FIRST, CHANGED, UNCHANGED, ROLLBACK, GROWTH = "first", "changed", "unchanged", "rollback", "growth"
SCENARIOS = (FIRST, CHANGED, UNCHANGED, ROLLBACK, GROWTH)
"""In the order in which a remote goes through them."""
EDITED = 20
"""Stories that are edited before a deploy."""
CHANGES = 3
"""Deploys of edits in a round; each is timed by itself."""
TOLD_EVERY = 10
DEPLOYS = 50
"""Deploys after which repositories are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployRun:
    """One deploy. `number` tells which deploys of rivals it stands beside; `added` is inherent."""

    number: int
    scenario: str
    tool: str
    cost: Cost
    sent_bytes: int
    added: Added = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What `deploys` deploys left: bytes sent, and by how much the remote's objects grew.

    `received_bytes` is as the remote stored what came, `packed_bytes` after it has packed all.
    """

    tool: str
    deploys: int
    sent_bytes: int
    added: Added
    received_bytes: int
    packed_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be raced: `deploys` are those after which growth is looked at."""

    site: MadeSite
    tools: Sequence[Tool]
    scenarios: Sequence[str]
    rounds: int
    deploys: int = DEPLOYS


class Race:
    """A race in a new folder. `announce` is told of each deploy."""

    def __init__(
        self, wish: Wish, folder: Path, remotes: Remotes, announce: Callable[[str], None]
    ) -> None:
        self._wish = wish
        self._folder = folder
        self._remotes = remotes
        self._announce = announce
        self._site = folder / "site"
        self._digests: dict[str, bytes] = {}
        self._ledger = Ledger({})
        self._edition = 0
        self.runs: list[DeployRun] = []
        self.grown: list[Growth] = []

    def run(self) -> None:
        """Race.

        Raises:
            CommandError: a deploy failed.
        """
        site = self._wish.site
        self._announce(f"writing {site.files:,} files")
        self._digests = write_site(site, self._site)
        paths = (site.path(number) for number in range(site.files))
        self._ledger = Ledger({path: digest_of((self._site / path).read_bytes()) for path in paths})
        for number in range(self._wish.rounds):
            self._round(number)

    def _round(self, number: int) -> None:
        place = self._folder / f"round-{number + 1}"
        # Every second round turns the order round, so that a slow minute hits no one alone.
        tools = tuple(self._wish.tools)[:: -1 if number % 2 else 1]
        urls = {tool.name: self._remotes.make(f"{place.name}/{tool.name}") for tool in tools}
        for tool in tools:
            tool.prepare(place / tool.name, urls[tool.name])
        self._write_build(place)

        def deploys(scenario: str, count: int, added: Added = NOTHING) -> None:
            for tool in tools:
                step = _Step(scenario, tool, place, urls[tool.name], number * CHANGES + count)
                self._deploy(step, added)

        deploys(FIRST, 0)
        if CHANGED in self._wish.scenarios:
            for count in range(CHANGES):
                deploys(CHANGED, count, self._edit(place))
        for scenario in (UNCHANGED, ROLLBACK):
            if scenario in self._wish.scenarios:
                deploys(scenario, 0)
        if GROWTH in self._wish.scenarios and number == 0:
            self._grow(tools, place, urls)
        # Nothing is kept that a next round could be slowed by.
        shutil.rmtree(place)
        shutil.rmtree(self._remotes.folder / place.name)

    def _deploy(self, step: _Step, added: Added) -> int:
        """Deploy, keep what it cost where that was asked for, and tell the bytes that were sent."""
        tool, place = step.tool, step.place / step.tool.name
        make = tool.back if step.scenario == ROLLBACK else tool.command
        command = make(place, self._site, step.url)
        if not command:
            return 0
        before = self._remotes.sent
        cost = measure(command, place)
        sent = self._remotes.sent - before
        if step.scenario == GROWTH:
            return sent
        title = f"{step.scenario}, {tool.title}, round {step.place.name.rpartition('-')[2]}"
        self._announce(f"{title}: {cost.wall_s:.2f} s, {sent:,} bytes")
        if step.scenario in self._wish.scenarios:
            self.runs.append(
                DeployRun(
                    number=step.number,
                    scenario=step.scenario,
                    tool=tool.name,
                    cost=cost,
                    sent_bytes=sent,
                    added=added,
                )
            )
        return sent

    def _grow(self, tools: Sequence[Tool], place: Path, urls: dict[str, str]) -> None:
        stores = {tool.name: self._remotes.folder / place.name / tool.name for tool in tools}
        for store in stores.values():
            pack(store)
        before = {name: objects_bytes(store) for name, store in stores.items()}
        sent = dict.fromkeys(stores, 0)
        added = NOTHING
        for count in range(self._wish.deploys):
            if count % TOLD_EVERY == 0:
                self._announce(f"growth, deploy {count + 1} of {self._wish.deploys}")
            added += self._edit(place)
            for tool in tools:
                step = _Step(GROWTH, tool, place, urls[tool.name], count)
                sent[tool.name] += self._deploy(step, NOTHING)
        for name, store in stores.items():
            received = objects_bytes(store) - before[name]
            pack(store)
            self.grown.append(
                Growth(
                    tool=name,
                    deploys=self._wish.deploys,
                    sent_bytes=sent[name],
                    added=added,
                    received_bytes=received,
                    packed_bytes=objects_bytes(store) - before[name],
                )
            )

    def _edit(self, place: Path) -> Added:
        """Edit some stories; what that adds to any repository."""
        self._edition += 1
        changed = self._wish.site.edited(self._edition, EDITED)
        self._digests |= write_files(self._site, changed)
        self._write_build(place)
        return self._ledger.change(changed)

    def _write_build(self, place: Path) -> None:
        """Leave what a press would tell of the site, for this platform's own deploys."""
        if (place / OURS).is_dir():
            build = Build(
                site_url=SITE_URL,
                is_preview=False,
                made_at=datetime.datetime.now(datetime.UTC),
                digests={path: data[:MARK_BYTES] for path, data in self._digests.items()},
                stories=tuple(self._stories()),
            )
            write_order(place / OURS, self._site, build)

    def _stories(self) -> Iterator[ManifestStory]:
        site = self._wish.site
        for number in range(site.files):
            if site.is_story(number):
                page = site.path(number)
                mark = hashlib.sha256(self._digests[page]).hexdigest()[:12]
                yield ManifestStory(page=page, headline=site.headline(number), mark=mark)


@dataclass(frozen=True, slots=True)
class _Step:
    scenario: str
    tool: Tool
    place: Path
    url: str
    number: int
