"""One build as values: who built, in which scenario, what it cost and what it left. Pure."""

from __future__ import annotations

from dataclasses import dataclass

OURS = "ours"
HUGO = "hugo"
PELICAN = "pelican"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command took.

    `wall_s` and `processor_s` are seconds; `processor_s` is user and system time of the command
    and of all processes below it that were waited for. `peak_bytes` is the most memory that they
    held together at any look: on Linux each page counted once, shared ones in parts (PSS);
    elsewhere only what each process has for itself (USS), which is less.
    """

    wall_s: float
    processor_s: float
    peak_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How many files a folder holds, with those below it, and their bytes."""

    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one build cost, and what then lay in the output folder. `number` is its round, from 0.

    `scenario` and `contender` are names.
    """

    number: int
    scenario: str
    contender: str
    cost: Cost
    contents: Contents
