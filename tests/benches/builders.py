"""Contenders, runs and small sites with defaults."""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from jamstack.benches.contenders import Contender
from jamstack.benches.editing import Server
from jamstack.benches.runs import Contents, Cost, Run

ALL = frozenset({"cold", "unchanged", "edit", "retitle"})

_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")


def make_contender(
    name: str = "ours",
    *,
    files: Mapping[str, str] | None = None,
    program: str = "",
    scenarios: frozenset[str] = ALL,
    server: Server | None = None,
) -> Contender:
    """A contender that writes `files` and builds with a line of Python."""

    def write(folder: Path) -> None:
        for path, text in (files or {"story.md": "title: Old\n\nText.\n"}).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    return Contender(
        name=name,
        title=name.title(),
        write=write,
        command=(sys.executable, "-c", program),
        output="output",
        edited="*.md",
        retitled="*.md",
        scenarios=scenarios,
        server=server,
    )


def make_run(
    contender: str = "ours",
    scenario: str = "cold",
    *,
    number: int = 0,
    wall_s: float = 1.0,
    processor_s: float = 2.0,
    peak_bytes: int = 3_000_000,
    files: int = 4,
) -> Run:
    """A build of four files."""
    return Run(
        number=number,
        scenario=scenario,
        contender=contender,
        cost=Cost(wall_s=wall_s, processor_s=processor_s, peak_bytes=peak_bytes),
        contents=Contents(files=files, size_bytes=1_000 * files),
    )


def elements(page: str) -> Counter[str]:
    """How often each element stands in a page."""
    return Counter(_ELEMENT.findall(page))
