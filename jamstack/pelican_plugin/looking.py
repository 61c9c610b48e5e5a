"""Looking before readers do: everything that is wrong, and share cards on a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jamstack.console import TerminalProgress
from jamstack.edition import Edition
from jamstack.errors import CommandError, Finding, SourceError
from jamstack.layout.cards import cards_of
from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import pick
from jamstack.layout.reach import clicks, story_links
from jamstack.nearest import nearest_hint
from jamstack.pelican_plugin.configuration import project_of, read_configuration
from jamstack.pelican_plugin.engine import memory_of, tell, uncollected
from jamstack.press.build import approve, paper_of
from jamstack.press.cards import font_paths, undrawable
from jamstack.press.contact import contact_sheet
from jamstack.press.examining import examine
from jamstack.press.progress import Progress
from jamstack.press.project import Project, Shop
from jamstack.press.theme import load_theme
from jamstack.press.workers import Processes
from jamstack.related.reporting import link_report, report_text


def check_site(
    settings_file: Path, overrides: Mapping[str, Any], progress: Progress
) -> tuple[Project, tuple[Finding, ...]]:
    """Read everything and return all that is wrong, faults and warnings; writes nothing.

    Raises:
        SettingsError: the settings are wrong.
    """
    project = project_of(read_configuration(settings_file, overrides))
    with uncollected():
        # A memory that is never opened: nothing is known, and nothing is kept.
        shop = Shop(
            workers=Processes(tell=tell),
            memory=memory_of(project),
            progress=progress,
        )
        _, edition, gallery, findings = examine(project, shop)
        found = [*findings, *gallery.damaged()]
        if project.settings.share_cards and not any(item.is_fault for item in found):
            # What is wrong may be what a card is drawn of.
            theme = load_theme(project.theme, settings=project.settings)
            paper = paper_of(project, edition, gallery, theme)
            found += undrawable(cards_of(paper), font_paths(project.settings, project.content))
        return project, tuple(found)


def report_links(settings_file: Path, overrides: Mapping[str, Any], progress: Progress) -> str:
    """How the stories lead to each other, as a text for people; writes nothing.

    Raises:
        SettingsError: the settings are wrong.
        SourceError: the content has faults.
    """
    project = project_of(read_configuration(settings_file, overrides))
    with uncollected():
        shop = Shop(workers=Processes(tell=tell), memory=memory_of(project), progress=progress)
        content, edition, gallery, findings = examine(project, shop)
        if any(finding.is_fault for finding in findings):
            raise SourceError(findings)
        theme = load_theme(project.theme, settings=project.settings)
        paper = paper_of(project, edition, gallery, theme)
        paper.profiles = content.profiles
        stories = story_links(paper)
        titles = {story.path: story.title for story in stories}
        return report_text(link_report(stories, clicks(paper)), titles)


def write_contact_sheet(
    settings_file: Path,
    overrides: Mapping[str, Any],
    folder: Path,
    *,
    chosen: Sequence[str],
    newest: int,
    in_scripts: bool = False,
) -> int:
    """Write the contact sheet of share cards into `folder`; how many cards it has.

    Raises:
        JamstackError: something that a person can mend.
    """
    project = project_of(read_configuration(settings_file, overrides))
    memory = memory_of(project)
    with uncollected(), memory.opened():
        shop = Shop(workers=Processes(tell=tell), memory=memory, progress=TerminalProgress())
        return contact_sheet(
            project, shop, folder, chosen=chosen, newest=newest, in_scripts=in_scripts
        )


def approved_site(
    settings_file: Path, overrides: Mapping[str, Any], progress: Progress
) -> tuple[Project, Edition]:
    """Read and check what a build would, and no more; what was read is remembered.

    Raises:
        SettingsError: the settings are wrong.
        SourceError: a build would stop, with every fault.
    """
    project = project_of(read_configuration(settings_file, overrides))
    memory = memory_of(project)
    with uncollected(), memory.opened():
        shop = Shop(workers=Processes(tell=tell), memory=memory, progress=progress)
        return project, memory.trusted(lambda: approve(project, shop)).edition


def explain_related(
    settings_file: Path, overrides: Mapping[str, Any], slug: str, progress: Progress
) -> tuple[str, ...]:
    """Lines that tell what a story offers and why; reads everything and writes nothing.

    Raises:
        CommandError: no story that readers can see has this slug.
        SourceError: the content is wrong.
    """
    from jamstack.related.explaining import explain

    project = project_of(read_configuration(settings_file, overrides))
    with uncollected():
        shop = Shop(workers=Processes(tell=tell), memory=memory_of(project), progress=progress)
        content, edition, _, findings = examine(project, shop)
        if any(finding.is_fault for finding in findings):
            raise SourceError(findings)
        indexes = Indexes(edition)
        indexes.profiles = content.profiles
        row = indexes.related.ranks.get(slug)
        if row is None:
            known = list(indexes.related.ranks)
            hint = nearest_hint(slug, known) or "drafts and embargoed stories offer nothing yet"
            raise CommandError(f"readers can see no story `{slug}`", hint)
        article = edition.articles[row]
        (kin,) = indexes.related.kin([row])
        picks = pick(article, indexes, kin)
        return tuple(
            explain(
                article,
                indexes.related,
                kin,
                inline=[edition.by_path[path].slug for _, path in picks.inline],
                end=[edition.by_path[path].slug for path in picks.end],
                linked=indexes.linked(article),
            )
        )
