"""A deploy in a process of its own, to be killed or raced: `python -m tests.deploy.deployer`."""

import sys
from datetime import timedelta
from pathlib import Path

from jamstack.errors import JamstackError
from tests.deploy.remotes import NOW, PAGES, Desk


def pages_of(name, count=40):
    """A site of which every byte tells its name."""
    return PAGES | {f"stories/{n}/index.html": f"{name} {n}\n".encode() * 50 for n in range(count)}


def main(folder, url, name, minutes):
    desk = Desk(Path(folder), url)
    desk.now = NOW + timedelta(minutes=int(minutes))
    try:
        desk.deploy(pages_of(name), author=f"{name} <{name}@herald.example>")
    except JamstackError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        raise SystemExit(1) from error


if __name__ == "__main__":
    main(*sys.argv[1:])
