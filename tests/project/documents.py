"""The project's own files as values: which there are, and a Markdown file's tables and links."""

import functools
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCED = re.compile(r"^```.*?^```\s*?$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1", re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_COLUMN = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading's words, and what stands below it before the next heading."""

    heading: str
    text: str


@functools.cache
def project_files() -> tuple[str, ...]:
    """Every file that is or can be committed, relative to the project's folder."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others"]
    listed = subprocess.run(
        [*command, "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    names = listed.stdout.decode().split("\0")
    return tuple(sorted({name for name in names if name and (ROOT / name).is_file()}))


def documents() -> tuple[str, ...]:
    """The project's Markdown files, but for the sample newsroom's."""
    return tuple(
        name
        for name in project_files()
        if name.endswith(".md") and not name.startswith(("pelican-app/", "tests/"))
    )


def read(name: str) -> str:
    """The text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def sections(text: str) -> tuple[Section, ...]:
    """A Markdown text cut at its headings; what stands before the first is left out."""
    shown = _FENCED.sub(lambda match: re.sub("[^\n]", " ", match[0]), text)
    found = list(_HEADING.finditer(shown))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return tuple(
        Section(heading=match[2].strip(), text=text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    )


def section(name: str, heading: str) -> str:
    """What stands below a heading of a document."""
    texts = [part.text for part in sections(read(name)) if part.heading == heading]
    assert len(texts) == 1, f"{name} has {len(texts)} headings `{heading}`"
    return texts[0]


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of every table row in `text`, without the tables' heads."""
    lines = text.split("\n")
    ruled = {number for number, line in enumerate(lines) if re.fullmatch(r"\|[-:| ]+\|", line)}
    return tuple(
        tuple(cell.strip() for cell in _COLUMN.split(line)[1:-1])
        for number, line in enumerate(lines)
        if line.startswith("|") and number not in ruled and number + 1 not in ruled
    )


def names(cell: str) -> tuple[str, ...]:
    """What stands between backticks in a cell."""
    return tuple(re.findall(r"`([^`]+)`", cell))


def links(text: str) -> tuple[str, ...]:
    """Where a Markdown text's links lead; code is no link."""
    return tuple(_LINK.findall(_CODE.sub("", _FENCED.sub("", text))))


def anchors(text: str) -> frozenset[str]:
    """The anchors that a Markdown text's headings have where the repository is shown."""
    found: list[str] = []
    for part in sections(text):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part.heading)
        anchor = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        repeats = found.count(anchor)
        found.append(anchor)
        if repeats:
            found.append(f"{anchor}-{repeats}")
    return frozenset(found)
