"""The error tree, and the finding: one thing wrong with one place, and how to mend it.

    JamstackError              anything a person can mend; shells print it and exit 1
    ├── SettingsError          the `JAMSTACK` settings are wrong; holds every finding
    ├── SourceError            content is wrong; holds every finding of every file
    ├── TemplateError          a theme template failed; names the template, line and page
    ├── OutputError            the output folder cannot be written, or is not ours
    ├── CardPictureError       a picture cannot stand on a share card
    ├── CardFontError          a font that the newsroom names cannot be used
    ├── DeployError            what was built must not be published; holds every finding
    ├── ManifestError          what is published is not what its manifest tells
    ├── RemoteError            the remote repository cannot be read or written
    ├── RivalError             somebody else has published meanwhile
    ├── LiveSiteError          what the live site serves is not what was published; every finding
    └── CommandError           a command was asked for something it cannot do

A finding's text has three parts: where, what was found and what was expected, and on a line of
its own the hint. Nothing below the shells prints; features return findings, and the press raises.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from jamstack.values import Value


class Severity(enum.StrEnum):
    """How much a finding matters: a fault stops the build, a warning is told."""

    FAULT = "fault"
    WARNING = "warning"


class Finding(Value, frozen=True, kw_only=True, order=True):
    """One thing wrong with one place.

    `path` is relative to the project or content folder, with forward slashes; `line` counts from 1
    and is 0 where no line applies; `field` is a dotted front matter or settings path, or empty.
    """

    path: str
    line: int = 0
    field: str = ""
    message: str
    hint: str = ""
    severity: Severity = Severity.FAULT

    @property
    def is_fault(self) -> bool:
        """True when this finding stops the build."""
        return self.severity is Severity.FAULT

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        field = f"`{self.field}`: " if self.field else ""
        prefix = "" if self.is_fault else "warning: "
        text = f"{where}: {prefix}{field}{self.message}"
        return f"{text}\nhint: {self.hint}" if self.hint else text


class JamstackError(Exception):
    """The root: something a person can mend. `str()` is the whole text to print."""


@dataclass(eq=False)
class _FindingsError(JamstackError):
    """An error that carries all the findings that led to it, sorted by place."""

    findings: tuple[Finding, ...]

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class SettingsError(_FindingsError):
    """The settings are wrong."""


class SourceError(_FindingsError):
    """Stories, authors, pages, fronts or pictures are wrong."""


class TemplateError(_FindingsError):
    """One or more theme templates failed while rendering."""


class DeployError(_FindingsError):
    """What was built must not be published as it is."""


class LiveSiteError(_FindingsError):
    """The live site does not serve what was published; findings are at addresses."""


@dataclass(eq=False)
class _MessageError(JamstackError):
    """An error with one message and one hint."""

    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message}\nhint: {self.hint}" if self.hint else self.message


class OutputError(_MessageError):
    """The output folder cannot be used."""


class ManifestError(_MessageError):
    """A manifest was tampered with, is not ours, or does not tell of what lies beside it."""


class RemoteError(_MessageError):
    """The remote repository cannot be read or written."""


class RivalError(_MessageError):
    """Somebody else has published since this deploy read what is live."""


class CommandError(_MessageError):
    """A command cannot do what it was asked."""
