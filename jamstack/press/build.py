"""One build: read, gather, check, lay out, render, write. Faults stop it before it writes.

The stages are visible in `build`, in order. What turns a view into text comes in as a `Renderer`,
so that nothing here knows a template language.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from jamstack.edition import Edition
from jamstack.errors import Finding, JamstackError, SettingsError, SourceError
from jamstack.layout.cards import cards_of
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan, Plan
from jamstack.layout.site import file_plans, page_plans, site_view
from jamstack.press import gallery, handover, standstill
from jamstack.press.cards import draw_cards, font_paths, fonts_here
from jamstack.press.clashes import planned_paths
from jamstack.press.examining import examine
from jamstack.press.ledger import Ledger, code_digest, layout_ground, reading_ground
from jamstack.press.looking import Sources, look_at_sources
from jamstack.press.making import Press, Renderer
from jamstack.press.memory import Memory
from jamstack.press.output import Output
from jamstack.press.project import Project, Report, Shop
from jamstack.press.ranking import rank
from jamstack.press.reading import Content
from jamstack.press.run import Run, Tally, frames_of
from jamstack.press.texts import Texts
from jamstack.press.theme import Theme, load_theme

Shown = set[tuple[str, tuple[int, int]]]
"""Pictures by (content path, focus)."""
PICTURES = "pictures"
"""The folder in the store that holds the pictures made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Content that may be built: read, checked, and with no fault."""

    content: Content
    edition: Edition
    pictures: gallery.Gallery
    warnings: tuple[Finding, ...]


def build(project: Project, renderer: Renderer, shop: Shop) -> Report:
    """Build the whole site; the memory is open.

    Raises:
        SourceError: the content is wrong; nothing was written.
        SettingsError: the theme's marker is wrong.
        TemplateError: templates failed; pages that did not fail were written.
        OutputError: the output folder or the cache cannot be written.
    """
    return shop.memory.trusted(lambda: _build(project, renderer, shop))


def _build(project: Project, renderer: Renderer, shop: Shop) -> Report:
    with shop.profile.stage("look"):
        sources = look_at_sources(project.content)
        found = _unchanged(project, sources, renderer, shop)
    if found:
        return found
    approved = approve(project, shop, sources)
    report = press(project, approved, renderer, shop)
    with shop.profile.stage("remember"):
        _note(project, approved, report, renderer, shop.memory)
    return report


def approve(project: Project, shop: Shop, seen: Sources | None = None) -> Approved:
    """Read and check everything that a build needs, and stop at what must not be built.

    `seen` is what a look at the content just now has found.

    Raises:
        SourceError: with every finding, when one is a fault, or a warning where that is strict.
        OutputError: the cache cannot be written.
    """
    memory = shop.memory
    with shop.profile.stage("recall"):
        memory.recall()
    memory.stand_on(reading_ground(project.settings, code_digest()))
    content, edition, pictures, findings = examine(project, shop, seen)
    with shop.profile.stage("remember"):
        # Also where it is wrong: the next build then reads only what was mended.
        memory.keep_sources(content.records, content.changed)
        memory.keep_pictures(pictures.records)
        memory.save()
    if any(finding.is_fault for finding in findings) or (findings and project.is_strict):
        raise SourceError(findings)
    return Approved(content=content, edition=edition, pictures=pictures, warnings=findings)


def press(project: Project, approved: Approved, renderer: Renderer, shop: Shop) -> Report:
    """Build the site from what has been read and approved.

    Raises:
        SourceError, SettingsError, TemplateError, OutputError: as `build`.
    """
    profile, edition, pictures = shop.profile, approved.edition, approved.pictures
    memory, theme = shop.memory, _theme(project)
    paper = paper_of(project, edition, pictures, theme)
    with profile.stage("rank"):
        records, code = approved.content.records, code_digest()
        paper.offer(rank(paper, records, memory=memory, workers=shop.workers, code=code))
    with profile.stage("plan"):
        pages, files = tuple(page_plans(paper)), tuple(file_plans(paper))
        shown = gallery.shown_pictures(paper)
        cards = {item.name: item for item in cards_of(paper)}
        names = (*pictures.names(shown), *cards)
        planned = planned_paths((*pages, *files), (*theme.files, *names))
    with profile.stage("draw"):
        drawn = make_pictures(project, approved, shown, shop)
        drawn += draw_cards(
            cards.values(),
            project.store / PICTURES,
            font_paths(project.settings, project.content),
            workers=shop.workers,
            progress=shop.progress,
        )
    output = Output(project.output, memory)
    handover.unnoted(memory)
    output.open(planned)
    tally = _make((*pages, *files), paper, renderer, output, project, approved, shop)
    with profile.stage("copy"):
        _copy(theme, names, project.store / PICTURES, output)
    with profile.stage("remember"):
        removed, strangers = output.finish()
    return Report(
        articles=len(edition.articles),
        hidden=len(edition.hidden),
        pages=len(pages),
        pictures=len(names),
        written=output.written,
        restyled=output.restyled,
        kept=output.kept,
        removed=removed,
        warnings=(*approved.warnings, *strangers),
        read=approved.content.read,
        rendered=tally.rendered,
        drawn=drawn,
        templates=frozenset(plan.template for plan in pages),
        theme=theme,
        profile=profile,
    )


def paper_of(project: Project, edition: Edition, pictures: gallery.Gallery, theme: Theme) -> Paper:
    """The edition ready to be laid out.

    Raises:
        SettingsError: a font that the settings name cannot be used.
    """
    return Paper(
        edition,
        plans=pictures.plans,
        assets=theme.assets,
        theme_colours=theme.colours,
        fonts=fonts_here(project.settings, project.content),
    )


def make_pictures(project: Project, approved: Approved, shown: Shown, shop: Shop) -> int:
    """Make the pictures `shown` that are not made yet; how many files that were.

    Raises:
        SourceError: the pixels of a picture cannot be read.
    """
    directory = project.store / PICTURES
    # Its threads must have ended before workers are forked.
    with ThreadPoolExecutor(shop.workers.count) as executor:
        made, faults = gallery.make(
            approved.pictures, shown, directory, executor=executor, progress=shop.progress
        )
    if faults:
        raise SourceError((*approved.warnings, *faults))
    return made


def _unchanged(project: Project, sources: Sources, renderer: Renderer, shop: Shop) -> Report | None:
    """The report of a build that has nothing to do; None where there may be something."""
    try:
        theme = _theme(project)
    except SettingsError:
        return None
    counts = standstill.unchanged(
        shop.memory,
        theme=theme,
        renderer=renderer,
        settings=project.settings,
        is_preview=project.is_preview,
        content=project.content,
        sources=sources,
        output=project.output,
        now=project.now,
    )
    if counts is None or (counts.warnings and project.is_strict):
        return None
    return Report(
        articles=counts.articles,
        hidden=counts.hidden,
        pages=counts.pages,
        pictures=counts.pictures,
        written=0,
        kept=counts.files,
        removed=(),
        warnings=counts.warnings,
        profile=shop.profile,
    )


def _note(
    project: Project, approved: Approved, report: Report, renderer: Renderer, memory: Memory
) -> None:
    """Leave a note for the next build, which may have nothing to do."""
    standstill.note(
        memory,
        ground=standstill.ground_of(
            report.theme or _theme(project),
            renderer,
            report.templates,
            project.settings,
            fonts=fonts_here(project.settings, project.content),
            is_preview=project.is_preview,
        ),
        templates=report.templates,
        files=approved.content.files,
        records=approved.content.records,
        pictures=approved.pictures.records,
        edition=approved.edition,
        output=project.output,
        counts=standstill.Counts(
            articles=report.articles,
            hidden=report.hidden,
            pages=report.pages,
            pictures=report.pictures,
            files=report.written + report.kept,
            warnings=report.warnings,
        ),
    )
    handover.note_made(memory, project, is_ordinary=False)
    memory.save()


def _theme(project: Project) -> Theme:
    return load_theme(project.theme, settings=project.settings, is_preview=project.is_preview)


def _make(
    plans: Sequence[Plan],
    paper: Paper,
    renderer: Renderer,
    output: Output,
    project: Project,
    approved: Approved,
    shop: Shop,
) -> Tally:
    site = site_view(paper)
    templates = {plan.template for plan in plans if isinstance(plan, PagePlan)}
    frames = frames_of(site, {name: renderer.digest(name) for name in sorted(templates)})
    run = Run(
        press=Press(
            paper=paper,
            site=site,
            renderer=renderer,
            frames=frames,
            folder=project.output if shop.workers.is_here else None,
        ),
        ledger=Ledger(paper, approved.content.records, ground=layout_ground(paper, code_digest())),
        output=output,
        texts=Texts(shop.memory, project.content, project.settings),
        memory=shop.memory,
    )
    try:
        return run.make(plans, shop.workers, shop.progress, shop.profile)
    except JamstackError:
        output.remember()
        raise


def _copy(theme: Theme, names: Sequence[str], directory: Path, output: Output) -> None:
    for path, data in theme.files.items():
        output.put(path, data)
    for name in names:
        output.put_copy(name, directory / name)
