"""One deploy, or one rollback, by this platform in a process of its own.

`python -m jamstack.benches.deploy_once PLACE URL [NUMBER]`: in the folder PLACE stand what a press
would tell of the output (`build`) and the name of the output's folder (`output`).
"""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import msgspec

from jamstack.deploy.branch import Branch, branch_for
from jamstack.deploy.deploying import Order, deploy
from jamstack.deploy.git import Git
from jamstack.deploy.preflight.case import Lineage
from jamstack.deploy.release import Build, Source
from jamstack.deploy.rollback import roll_back
from jamstack.publishing import DeploySettings

AUTHOR = "Bench <bench@localhost>"
SITE_URL = "https://herald.example"
SOURCE = Source(commit="8" * 40, committed_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))


def write_order(place: Path, output: Path, build: Build) -> None:
    """Leave in `place` what is to be deployed."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "build").write_bytes(msgspec.msgpack.encode(build))
    (place / "output").write_text(output.as_posix(), encoding="utf-8")


def main(place: Path, url: str, number: str = "") -> None:
    """Deploy, or go back to deploy `number`."""
    now = datetime.datetime.now(datetime.UTC)
    branch = _branch(place, url)
    if number:
        roll_back(branch, number, author=AUTHOR, at=int(now.timestamp()))
        return
    order = Order(
        output=Path((place / "output").read_text(encoding="utf-8")),
        build=msgspec.msgpack.decode((place / "build").read_bytes(), type=Build),
        site_url=SITE_URL,
        settings=DeploySettings(),
        source=SOURCE,
        author=AUTHOR,
        now=now,
        lineage=lambda _ours, live: Lineage(live_commit=live.commit),
    )
    deploy(order, branch)


def _branch(place: Path, url: str) -> Branch:
    return branch_for(
        DeploySettings(),
        url,
        cache=place / "cache",
        git=Git(folder=place, environment=os.environ),
        tell=_tell,
    )


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
