"""Building through Pelican: by our press where it can, by stock Pelican's path where it must.

The press builds when the theme reads our views and no third-party plugin is switched on. Otherwise
Pelican's own generators run as well, so that plugins get their signals and stock themes their
variables; that path is slower.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican

from jamstack.console import SHOWN_WARNINGS, TerminalProgress, print_findings
from jamstack.errors import Finding, JamstackError, SettingsError
from jamstack.pelican_plugin import ordinary
from jamstack.pelican_plugin.configuration import (
    SETTINGS_FILE,
    other_plugins,
    project_of,
    read_configuration,
    uses_newsroom_theme,
)
from jamstack.pelican_plugin.reader import register
from jamstack.pelican_plugin.rendering import make_renderer
from jamstack.press.build import build
from jamstack.press.memory import Memory, store_file
from jamstack.press.progress import Progress
from jamstack.press.project import Project, Report, Shop
from jamstack.press.proving import demand_same
from jamstack.press.workers import Processes, Workers

TEMPLATES = "templates"
"""The folder in the store that holds compiled templates."""


class NewsroomPelican(Pelican):
    """The class for `PELICAN_CLASS`. `build` builds; `run` does so for the command `pelican`."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._wanted_plugins = other_plugins(settings)
        super().__init__(settings)
        self.progress: Progress = TerminalProgress()
        self.memory: Memory | None = None
        self.workers: Workers | None = None
        self.tells_only_news = False

    def run(self) -> None:
        """Build; a fault ends the command with its text and exit code 1, without a traceback."""
        try:
            self.build()
        except JamstackError as error:
            sys.stderr.write(f"{error}\n")
            raise SystemExit(1) from error

    def build(self) -> Report:
        """Build the site and say in a few lines what was done.

        Raises:
            JamstackError: something that a person can mend.
        """
        self._check_plugins()
        project = project_of(self.settings)
        memory = memory_of(project)
        if self.memory and (self.memory.file, self.memory.site) == (memory.file, memory.site):
            memory = self.memory
        with uncollected(), memory.opened():
            shop = Shop(
                workers=self.workers or Processes(tell=tell),
                memory=memory,
                progress=self.progress,
            )
            if uses_newsroom_theme(self.settings) and not other_plugins(self.settings):
                renderer = make_renderer(self.settings, bytecode=project.store / TEMPLATES)
                report = build(project, renderer, shop)
            else:
                report = ordinary.run(self, project, shop)
        print_findings(
            report.warnings,
            as_annotations=os.environ.get("GITHUB_ACTIONS") == "true",
            content=content_name(self.settings),
            maximum_warnings=SHOWN_WARNINGS,
        )
        if not self.tells_only_news or report.read or report.written or report.removed:
            print_report(report, project)
        return report

    def _check_plugins(self) -> None:
        """Stop at a plugin that Pelican could not load: it logs that, and builds without it."""
        loaded = self.settings["PLUGINS"]
        missing = [
            name
            for name in self._wanted_plugins
            if name not in loaded and f"pelican.plugins.{name}" not in loaded
        ]
        if missing:
            hint = "install it, or correct its name in `PLUGINS`"
            raise SettingsError(
                Finding(
                    path=SETTINGS_FILE,
                    field="PLUGINS",
                    message=f"names `{name}`, which cannot be loaded",
                    hint=hint,
                )
                for name in missing
            )

    def run_stock(self, generators: list[type]) -> None:
        """Run Pelican's own course with these generators in the place of its own."""
        self._newsroom_generators = generators
        # The prepared sources are read even where `PLUGINS` does not name us, and what earlier
        # builds left is removed by our own account of it.
        register()
        self.delete_outputdir = False
        super().run()

    def _get_generator_classes(self) -> list[type]:
        theirs: list[type] = super()._get_generator_classes()
        return ordinary.replace_generators(theirs, self._newsroom_generators)


def build_site(
    settings_file: Path,
    overrides: Mapping[str, Any],
    *,
    memory: Memory | None = None,
    workers: Workers | None = None,
    tells_only_news: bool = False,
) -> Report:
    """Build the site of a settings file; `overrides` win over what it says.

    `memory` is what this process remembers of earlier builds into the same output. With
    `tells_only_news` nothing is said of a build that had nothing to do.

    Raises:
        JamstackError: something that a person can mend.
    """
    pelican = NewsroomPelican(read_configuration(settings_file, overrides))
    pelican.memory, pelican.workers = memory, workers
    pelican.tells_only_news = tells_only_news
    return pelican.build()


def prove_site(
    settings_file: Path, overrides: Mapping[str, Any], *, workers: Workers | None = None
) -> int:
    """Build, and build again from nothing elsewhere; the number of files that are the same.

    Raises:
        CommandError: the two builds differ.
        JamstackError: something that a person can mend.
    """
    configuration = read_configuration(settings_file, overrides)
    project = project_of(configuration)
    memory = memory_of(project)
    # Both builds see the paper at one time.
    given = {**overrides, "JAMSTACK_NOW": project.now.isoformat()}
    build_site(settings_file, given, memory=memory, workers=workers)
    with memory.opened():
        # A build that has nothing to do looks at no file.
        memory.recall()
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        elsewhere = {"OUTPUT_PATH": f"{folder}/output", "CACHE_PATH": f"{folder}/cache"}
        build_site(settings_file, {**given, **elsewhere}, workers=workers)
        return demand_same(project.output, memory.files, Path(folder) / "output")


def memory_of(project: Project) -> Memory:
    """What builds of a project into its output remember."""
    site = os.path.relpath(project.content.resolve(), project.store.resolve())
    file = store_file(project.store, project.output)
    return Memory(file=file, site=site.replace(os.sep, "/"), tell=tell)


def tell(line: str) -> None:
    """Print a line about the build itself for a person."""
    sys.stderr.write(f"{line}\n")


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Do without the garbage collector: a build makes many values, and hardly a cycle of them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # What is kept from one build to the next need not be looked through again and again.
            gc.freeze()
            gc.enable()


def content_name(settings: Mapping[str, Any]) -> str:
    """The content folder as seen from the folder the command runs in, for annotations."""
    return Path(os.path.relpath(settings["PATH"])).as_posix()


def print_report(report: Report, project: Project) -> None:
    """Say what a build did."""
    hidden = f", {report.hidden:,} not published" if report.hidden else ""
    place = os.path.relpath(project.output)
    lines = [
        f"{_count(report.articles, 'story', 'stories')}{hidden};"
        f" {_count(report.pages, 'page', 'pages')},"
        f" {_count(report.pictures, 'picture file', 'picture files')}",
        f"{_count(report.read, 'file', 'files')} read,"
        f" {_count(report.rendered, 'page', 'pages')} rendered,"
        f" {_count(report.drawn, 'picture', 'pictures')} drawn",
        f"{_count(report.written, 'file', 'files')} written, {report.kept:,} unchanged,"
        f" {len(report.removed):,} removed in {place}",
    ]
    print("\n".join(lines))  # noqa: T201 - this module is a shell


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
