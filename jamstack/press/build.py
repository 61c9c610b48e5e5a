"""One build: read, gather, check, lay out, render, write. Faults stop it before it writes.

The stages are visible in `build`, in order. What turns a view into text comes in as a `Renderer`,
so that nothing here knows a template language.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from jamstack.checks import check
from jamstack.edition import Edition, gather
from jamstack.errors import Finding, SourceError, TemplateError
from jamstack.layout.paper import Paper
from jamstack.layout.plans import FilePlan, PagePlan
from jamstack.layout.site import file_plans, page_views, site_view
from jamstack.press import gallery
from jamstack.press.output import Output
from jamstack.press.progress import Progress, track
from jamstack.press.reading import read_content
from jamstack.press.theme import Theme, load_theme
from jamstack.settings import Settings
from jamstack.views import HeadView, PageView, SiteView

PICTURES = "pictures"
"""The folder in the store that holds the pictures made."""
MAXIMUM_TEMPLATE_FINDINGS = 20
"""Template faults after which rendering stops: they are seldom all different."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a build works on: folders, settings, and the clock as an input."""

    content: Path
    theme: Path
    output: Path
    store: Path
    settings: Settings
    now: datetime.datetime
    is_preview: bool = False
    is_strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Content that may be built: read, checked, and with no fault."""

    edition: Edition
    pictures: gallery.Gallery
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did; counts are of files. `removed` are output paths."""

    articles: int
    hidden: int
    pages: int
    pictures: int
    written: int
    kept: int
    removed: tuple[str, ...]
    warnings: tuple[Finding, ...]


class Renderer(Protocol):
    """What turns a view into a page."""

    def render(
        self, template: str, site: SiteView, head: HeadView, page: PageView, *, source: str
    ) -> str:
        """Render one page; `source` is the content file it shows.

        Raises:
            TemplateError: the template is missing or wrong; names it with its line.
        """


def examine(
    project: Project, progress: Progress
) -> tuple[Edition, gallery.Gallery, tuple[Finding, ...]]:
    """Read and check everything; all findings come back, faults and warnings."""
    content = read_content(project.content, settings=project.settings, progress=progress)
    edition = gather(
        content.articles,
        content.authors,
        content.pages,
        content.front,
        settings=project.settings,
        now=project.now,
        is_preview=project.is_preview,
        unread=content.unread,
    )
    pictures = gallery.collect(edition, project.content)
    findings = sorted({*content.findings, *check(edition), *pictures.findings})
    return edition, pictures, tuple(findings)


def build(
    project: Project, renderer: Renderer, *, executor: Executor, progress: Progress
) -> Report:
    """Build the whole site.

    Raises:
        SourceError: the content is wrong; nothing was written.
        SettingsError: the theme's marker is wrong.
        TemplateError: templates failed; pages that did not fail were written.
        OutputError: the output folder cannot be written.
    """
    return press(project, approve(project, progress), renderer, executor, progress)


def approve(project: Project, progress: Progress) -> Approved:
    """Read and check everything that a build needs, and stop at what must not be built.

    Raises:
        SourceError: with every finding, when one is a fault, or a warning where that is strict.
    """
    edition, pictures, findings = examine(project, progress)
    if any(finding.is_fault for finding in findings) or (findings and project.is_strict):
        raise SourceError(findings)
    return Approved(edition=edition, pictures=pictures, warnings=findings)


def press(
    project: Project,
    approved: Approved,
    renderer: Renderer,
    executor: Executor,
    progress: Progress,
) -> Report:
    """Build the site from what has been read and approved.

    Raises:
        SourceError, SettingsError, TemplateError, OutputError: as `build`.
    """
    edition, pictures = approved.edition, approved.pictures
    theme = load_theme(project.theme, settings=project.settings)
    paper = Paper(edition, plans=pictures.plans, assets=theme.assets, theme_colours=theme.colours)
    pages = tuple(page_views(paper))
    files = tuple(file_plans(paper))
    made = make_pictures(project, approved, paper, executor, progress)
    output = Output(project.output, store=project.store)
    output.open(_planned(pages, files, theme, made))
    _render(pages, site_view(paper), renderer, output, progress)
    _copy(files, theme, made, project.store / PICTURES, output)
    removed, strangers = output.finish()
    return Report(
        articles=len(edition.articles),
        hidden=len(edition.hidden),
        pages=len(pages),
        pictures=len(made),
        written=output.written,
        kept=output.kept,
        removed=removed,
        warnings=(*approved.warnings, *strangers),
    )


def make_pictures(
    project: Project, approved: Approved, paper: Paper, executor: Executor, progress: Progress
) -> tuple[str, ...]:
    """Make the pictures that the laid out pages show; their names, which are output paths.

    Raises:
        SourceError: the pixels of a picture cannot be read.
    """
    pictures, shown = approved.pictures, paper.shown
    directory = project.store / PICTURES
    faults = gallery.make(pictures, shown, directory, executor=executor, progress=progress)
    if faults:
        raise SourceError((*approved.warnings, *faults))
    return tuple(sorted({item.name for key in shown for item in pictures.plans[key].files}))


def _render(
    pages: Sequence[PagePlan],
    site: SiteView,
    renderer: Renderer,
    output: Output,
    progress: Progress,
) -> None:
    findings: list[Finding] = []
    for plan in track(pages, "Rendering", progress):
        try:
            text = renderer.render(plan.template, site, plan.head, plan.page, source=plan.source)
        except TemplateError as error:
            findings.extend(error.findings)
            if len(findings) >= MAXIMUM_TEMPLATE_FINDINGS:
                break
            continue
        output.put(plan.path, text.encode())
    if findings:
        raise TemplateError(dict.fromkeys(findings))


def _copy(
    files: Sequence[FilePlan],
    theme: Theme,
    made: Sequence[str],
    directory: Path,
    output: Output,
) -> None:
    for plan in files:
        output.put(plan.path, plan.data)
    for path, file in theme.files.items():
        output.put(path, file.read_bytes())
    for name in made:
        output.put_copy(name, directory / name)


def _planned(
    pages: Sequence[PagePlan], files: Sequence[FilePlan], theme: Theme, made: Sequence[str]
) -> Sequence[str]:
    """All paths of the build.

    Raises:
        SourceError: two pages would be written to one path, or one within the other.
    """
    sources: dict[str, list[str]] = {}
    for plan in pages:
        sources.setdefault(plan.path, []).append(plan.source)
    for path in (*(plan.path for plan in files), *theme.files, *made):
        sources.setdefault(path, []).append("")
    faults = tuple(_clashes(sources))
    if faults:
        raise SourceError(faults)
    return tuple(sources)


def _clashes(sources: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """A fault for each path that two pages want, or that must be both a file and a folder.

    `sources` maps each path to the content files of what goes there, empty for other files.
    """
    hint = "change its slug or its alias"
    for path, wanting in sources.items():
        # Named by their content files where they have one: those a person can change.
        first, *others = sorted(wanting, key=lambda source: (source == "", source))
        if others:
            other = f"`{others[0]}`" if others[0] else "another file"
            message = f"would be published at `/{path}`, where {other} goes too"
            yield Finding(path=first or path, message=message, hint=hint)
        for folder in PurePosixPath(path).parents:
            if folder.as_posix() in sources:
                message = f"would be published at `/{path}`, but `/{folder}` is a file"
                yield Finding(path=first or path, message=message, hint=hint)
