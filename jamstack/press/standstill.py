"""Knowing that nothing has changed at all, without reading what is remembered of each file.

A finished build leaves a note of all that it depended on: the stamps of its sources and pictures,
the theme, the settings, the code, the span of time in which the clock changes nothing, and the
stamps of everything in the output. As long as all of it is the same, there is nothing to do.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jamstack.cards.files import FontDigests
from jamstack.edition import Edition, release_time
from jamstack.errors import Finding
from jamstack.feeds.sitemap import NEWS_AGE
from jamstack.press.cards import fonts_here
from jamstack.press.codec import DamagedError, decode, digest, digest_all, digest_of, encode
from jamstack.press.ledger import code_digest
from jamstack.press.looking import Found, Sources, look
from jamstack.press.making import Renderer
from jamstack.press.memory import Memory
from jamstack.press.records import NO_STAMP, PictureRecord, SourceRecord, Stamp, stamp_if_there
from jamstack.press.theme import Theme
from jamstack.settings import Settings

FACT = "standstill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the report of a build says again when nothing has changed."""

    articles: int
    hidden: int
    pages: int
    pictures: int
    files: int
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standstill:
    """All that a finished build depended on; `until` is the first moment that changes something."""

    ground: bytes
    templates: tuple[str, ...]
    sources: bytes
    pictures: tuple[tuple[str, Stamp], ...]
    output: bytes
    since: datetime.datetime
    until: datetime.datetime
    counts: Counts


def unchanged(
    memory: Memory,
    *,
    theme: Theme,
    renderer: Renderer,
    settings: Settings,
    is_preview: bool,
    content: Path,
    sources: Sources,
    output: Path,
    now: datetime.datetime,
) -> Counts | None:
    """What the last build reported, where this one would do nothing; else None.

    `sources` are what a look at `content` has found just now.
    """
    try:
        last = decode(memory.facts.get(FACT, b""), Standstill)
    except DamagedError:
        return None
    is_same = (
        last.since <= now < last.until
        and last.ground
        == ground_of(
            theme,
            renderer,
            last.templates,
            settings,
            fonts=fonts_here(settings, content),
            is_preview=is_preview,
        )
        and all(stamp_if_there(content / path) == stamp for path, stamp in last.pictures)
        and last.sources == _sources_now(sources)
        and last.output == _output_now(output)
    )
    return last.counts if is_same else None


def note(
    memory: Memory,
    *,
    ground: bytes,
    templates: Iterable[str],
    files: Iterable[str],
    records: Mapping[str, SourceRecord],
    pictures: Mapping[str, PictureRecord],
    edition: Edition,
    output: Path,
    counts: Counts,
) -> None:
    """Leave the note of a build that has just finished, unless a stamp is in doubt.

    Or unless something in the output is not as this build left and told it: what was changed
    meanwhile must be seen by the next one. `files` are all that the content folder holds.
    """
    left = _left(memory, output, counts.warnings)
    stamps = {path: record.stamp for path, record in records.items()}
    shown = {path: record.stamp for path, record in pictures.items()}
    if left is None or NO_STAMP in {*stamps.values(), *shown.values()}:
        memory.keep_facts({FACT: b""})
        return
    last = Standstill(
        ground=ground,
        templates=tuple(sorted(templates)),
        sources=_sources(files, stamps),
        pictures=tuple(shown.items()),
        output=_output(left),
        since=edition.now,
        until=changes_at(edition),
        counts=counts,
    )
    memory.keep_facts({FACT: encode(last)})


def _left(memory: Memory, output: Path, warnings: Iterable[Finding]) -> Found | None:
    """What a build leaves in the output; None where it is not known."""
    made = {path: record.stamp for path, record in memory.files.items()}
    told = {warning.path for warning in warnings} - made.keys()
    if not any((output / path).exists() for path in told):
        # Not looked at again: whatever else is there, the next build will see.
        return Found(files=made)
    standing = look(output)
    is_as_left = standing.paths <= made.keys() | told and made.items() <= standing.files.items()
    return standing if is_as_left else None


def ground_of(
    theme: Theme,
    renderer: Renderer,
    templates: Iterable[str],
    settings: Settings,
    *,
    fonts: FontDigests | None,
    is_preview: bool,
) -> bytes:
    """The digest of code, settings, theme, templates and fonts."""
    frames = [renderer.digest(name) for name in sorted(templates)]
    files = {path: digest(data) for path, data in theme.files.items()}
    given = digest_of((settings, fonts, is_preview, theme.assets, theme.colours, files))
    return digest_all((code_digest(), given, *frames))


def changes_at(edition: Edition) -> datetime.datetime:
    """The first moment from the edition's on at which the same sources make something else.

    A story comes out, or reaches its date; right after it one is too old for the news sitemap; a
    new year begins.
    """
    moments = [_new_year(edition)]
    for article in edition.by_path.values():
        moments += [release_time(article), article.date.at, article.date.at + NEWS_AGE]
    return min(moment for moment in moments if moment >= edition.now)


def _new_year(edition: Edition) -> datetime.datetime:
    zone = edition.settings.zone
    return datetime.datetime(edition.now.astimezone(zone).year + 1, 1, 1, tzinfo=zone)


def _sources_now(found: Sources) -> bytes:
    # A finding, such as a link that must not be followed, has to be told.
    return b"" if found.scan.findings else _sources(found.scan.files, found.stamps)


def _sources(files: Iterable[str], stamps: Mapping[str, Stamp]) -> bytes:
    return digest_of([(path, stamps.get(path)) for path in files])


def _output_now(output: Path) -> bytes:
    try:
        return _output(look(output))
    except OSError:
        return b""


def _output(found: Found) -> bytes:
    return digest_of((sorted(_stamped(found)), sorted(found.links), sorted(found.linked_folders)))


def _stamped(found: Found) -> Iterator[tuple[str, int, int]]:
    return ((path, stamp.size, stamp.changed_ns) for path, stamp in found.files.items())
