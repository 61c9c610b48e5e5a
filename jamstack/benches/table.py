"""A race's results as Markdown, with everything that one needs to believe or repeat it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jamstack.benches.results import Comparison, Row

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What was raced, on what, by which command.

    `site` says what was built; `versions` are by the name of the program; `titles` are the
    printed names of contenders and scenarios by their own.
    """

    site: str
    command: str
    rounds: int
    cores: int
    system: str
    versions: Mapping[str, str]
    titles: Mapping[str, str]


def table(
    found: Sequence[Row], compared: Sequence[Comparison], circumstances: Circumstances
) -> str:
    """The whole text: circumstances, medians, and ratios where there is a rival."""
    parts = [told(circumstances), _medians(found, circumstances.titles)]
    if compared:
        parts.append(_ratios(compared, circumstances.titles))
    return "\n\n".join(parts) + "\n"


def told(facts: Circumstances) -> str:
    """The command, what was built how often, and on what."""
    versions = ", ".join(f"{name} {version}" for name, version in facts.versions.items())
    rounds = "one round" if facts.rounds == 1 else f"{facts.rounds} rounds, medians"
    cores = "1 core" if facts.cores == 1 else f"{facts.cores} cores"
    return f"`{facts.command}`\n\n{facts.site}; {rounds}; {cores}, {facts.system}; {versions}."


def _medians(found: Sequence[Row], titles: Mapping[str, str]) -> str:
    heads = ("build", "by", "wall s", "processor s", "peak MB", "files", "bytes")
    return markdown_table(
        heads,
        (
            (
                titles.get(row.scenario, row.scenario),
                titles.get(row.contender, row.contender),
                f"{row.wall_s:.2f}",
                f"{row.processor_s:.2f}",
                f"{row.peak_bytes / MEGABYTE:,.0f}",
                f"{row.files:,}",
                f"{row.size_bytes:,}",
            )
            for row in found
        ),
        words={"build", "by"},
    )


def _ratios(compared: Sequence[Comparison], titles: Mapping[str, str]) -> str:
    heads = ("ours ÷", "build", "figure", "ratio", "at most", "aim", "so")
    return markdown_table(
        heads,
        (
            (
                titles.get(item.rival, item.rival),
                titles.get(item.scenario, item.scenario),
                item.figure.value,
                f"{item.ratio:.3f}",
                f"{item.target.at_most:.2f}" if item.target else "",
                f"{item.target.aim:.2f}" if item.target and item.target.aim is not None else "",
                item.verdict,
            )
            for item in compared
        ),
        words={"ours ÷", "build", "figure", "so"},
    )


def markdown_table(heads: Sequence[str], lines: Iterator[Sequence[str]], *, words: set[str]) -> str:
    """A Markdown table; the columns headed by `words` hold words, the others numbers."""
    rule = ["---" if head in words else "---:" for head in heads]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *lines))
