"""Deploys in figures: medians, ratios pair by pair, and what they should be at most. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType

from jamstack.benches.deploy_race import CHANGED, SCENARIOS, DeployRun, Growth
from jamstack.benches.runs import OURS
from jamstack.benches.table import MEGABYTE, Circumstances, markdown_table, told

TITLES = MappingProxyType(
    {
        "first": "first deploy",
        "changed": "20 stories edited",
        "unchanged": "nothing changed",
        "rollback": "rollback",
    }
)
TIME, SENT, GROWN = "time", "bytes sent", "growth"
TARGETS: Mapping[tuple[str, str], float] = MappingProxyType(
    {
        (TIME, "ghp-import, 20 stories edited"): 0.2,
        (SENT, "the edited files, compressed"): 3.0,
        (GROWN, "what is inherent"): 1.2,
    }
)
"""The largest ratio of ours that is good enough where there are 100,000 files."""
LARGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Ours divided by something; `at_most` is None where there is no target."""

    figure: str
    by: str
    ratio: float
    at_most: float | None

    @property
    def verdict(self) -> str:
        """`met`, `missed`, or nothing where there is no target."""
        if self.at_most is None:
            return ""
        return "met" if self.ratio <= self.at_most else "missed"


def deploy_table(
    runs: Sequence[DeployRun], grown: Sequence[Growth], files: int, circumstances: Circumstances
) -> str:
    """The whole text: circumstances, medians, growth, and ratios."""
    parts = [told(circumstances)]
    if runs:
        parts.append(_medians(runs, circumstances.titles))
    if grown:
        parts.append(_growth(grown, circumstances.titles))
    found = ratios(runs, grown, files)
    if found:
        parts.append(_ratios(found))
    return "\n\n".join(parts) + "\n"


def ratios(runs: Sequence[DeployRun], grown: Sequence[Growth], files: int) -> tuple[Ratio, ...]:
    """Ours by every rival's, pair by pair, then by what is inherent. () without ours."""
    targets = TARGETS if files >= LARGE else {}

    def ratio(figure: str, by: str, value: float) -> Ratio:
        return Ratio(figure=figure, by=by, ratio=value, at_most=targets.get((figure, by)))

    rivals = dict.fromkeys(run.tool for run in runs if run.tool != OURS)
    found = [
        ratio(TIME, f"{rival}, {TITLES[scenario]}", median(pairs))
        for rival in rivals
        for scenario in SCENARIOS
        if (pairs := _pairs(runs, scenario, rival))
    ]
    ours = [run for run in runs if (run.tool, run.scenario) == (OURS, CHANGED)]
    if ours:
        shares = [run.sent_bytes / run.added.files_bytes for run in ours]
        found.append(ratio(SENT, "the edited files, compressed", median(shares)))
    for row in grown:
        if row.tool == OURS:
            inherent = row.added.all_bytes
            found.append(ratio(GROWN, "what is inherent", row.packed_bytes / inherent))
    return tuple(found)


def _pairs(runs: Sequence[DeployRun], scenario: str, rival: str) -> list[float]:
    ours, theirs = (
        {run.number: run.cost.wall_s for run in runs if (run.scenario, run.tool) == (scenario, who)}
        for who in (OURS, rival)
    )
    return [ours[number] / theirs[number] for number in ours if theirs.get(number)]


def _medians(runs: Sequence[DeployRun], titles: Mapping[str, str]) -> str:
    keys = dict.fromkeys((run.scenario, run.tool) for run in runs)
    ordered = sorted(keys, key=lambda key: SCENARIOS.index(key[0]))
    return markdown_table(
        ("deploy", "by", "wall s", "processor s", "peak MB", "bytes sent"),
        (
            _median([run for run in runs if (run.scenario, run.tool) == key], titles)
            for key in ordered
        ),
        words={"deploy", "by"},
    )


def _median(runs: Sequence[DeployRun], titles: Mapping[str, str]) -> tuple[str, ...]:
    return (
        TITLES[runs[0].scenario],
        titles.get(runs[0].tool, runs[0].tool),
        f"{median(run.cost.wall_s for run in runs):.2f}",
        f"{median(run.cost.processor_s for run in runs):.2f}",
        f"{median(run.cost.peak_bytes for run in runs) / MEGABYTE:,.0f}",
        f"{median(run.sent_bytes for run in runs):,.0f}",
    )


def _growth(grown: Sequence[Growth], titles: Mapping[str, str]) -> str:
    def rows() -> Iterator[tuple[str, ...]]:
        for row in grown:
            numbers = (
                row.sent_bytes,
                row.received_bytes,
                row.packed_bytes,
                row.added.files_bytes,
                row.added.all_bytes,
            )
            yield (titles.get(row.tool, row.tool), *(f"{number:,}" for number in numbers))

    count = grown[0].deploys
    return markdown_table(
        (
            f"{count} deploys of 20 edits by",
            "bytes sent",
            "remote grew as received",
            "once packed",
            "edited files, compressed",
            "inherent",
        ),
        rows(),
        words={f"{count} deploys of 20 edits by"},
    )


def _ratios(found: Sequence[Ratio]) -> str:
    return markdown_table(
        ("ours", "÷", "ratio", "at most", "so"),
        (
            (
                item.figure,
                item.by,
                f"{item.ratio:.3f}",
                "" if item.at_most is None else f"{item.at_most:.2f}",
                item.verdict,
            )
            for item in found
        ),
        words={"ours", "÷", "so"},
    )
