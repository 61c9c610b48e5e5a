"""Stock Pelican's path: its own generators, fed with what the press has read and checked.

Everything that keeps an edition right still holds here: all faults stop the build first, and no
unpublished file is ever handed to Pelican.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import jinja2
from pelican.generators import (
    ArticlesGenerator,
    Generator,
    PagesGenerator,
    PelicanTemplateNotFound,
    StaticGenerator,
)

from jamstack.errors import Finding, TemplateError
from jamstack.layout.paper import Paper
from jamstack.model import Body
from jamstack.pelican_plugin.configuration import uses_newsroom_theme
from jamstack.pelican_plugin.overwritten import put_back
from jamstack.pelican_plugin.reader import PREPARED, prepare
from jamstack.pelican_plugin.rendering import JinjaRenderer, make_renderer
from jamstack.press.build import (
    PICTURES,
    Approved,
    approve,
    make_pictures,
    press,
)
from jamstack.press.codec import decode
from jamstack.press.gallery import shown_pictures
from jamstack.press.handover import note_made, unnoted
from jamstack.press.output import Output
from jamstack.press.project import Project, Report, Shop
from jamstack.press.texts import Texts
from jamstack.press.workers import OneWorker


class StockRunner(Protocol):
    """What this module needs of the Pelican object."""

    settings: dict[str, Any]

    def run_stock(self, generators: list[type]) -> None:
        """Run Pelican's own course with these generators in the place of its own."""


class PreparedArticles(ArticlesGenerator):
    """Pelican's articles, of published stories alone."""

    def get_files(
        self,
        paths: Sequence[str],
        exclude: Sequence[str] | None = None,
        extensions: Sequence[str] | None = None,
    ) -> set[str]:
        """The published stories' files."""
        return _prepared(self, "articles/", extensions)


class PreparedPages(PagesGenerator):
    """Pelican's pages: the standing pages."""

    def get_files(
        self,
        paths: Sequence[str],
        exclude: Sequence[str] | None = None,
        extensions: Sequence[str] | None = None,
    ) -> set[str]:
        """The standing pages' files."""
        return _prepared(self, "pages/", extensions)


class SilentArticles(PreparedArticles):
    """Articles for plugins to work on; the press writes the pages."""

    def generate_output(self, writer: object) -> None:
        """Write nothing."""


class SilentPages(PreparedPages):
    """Pages for plugins to work on; the press writes them."""

    def generate_output(self, writer: object) -> None:
        """Write nothing."""


class SilentStatic(StaticGenerator):
    """No static files: the press copies the theme's."""

    def generate_context(self) -> None:
        """Find nothing."""
        self.staticfiles: list[object] = []

    def generate_output(self, writer: object) -> None:
        """Copy nothing."""


def run(pelican: StockRunner, project: Project, shop: Shop) -> Report:
    """Build on stock Pelican's path.

    Raises:
        SourceError: the content is wrong; nothing was written.
    """
    report = shop.memory.trusted(lambda: _run(pelican, project, shop))
    note_made(shop.memory, project, is_ordinary=True)
    shop.memory.save()
    return report


def _run(pelican: StockRunner, project: Project, shop: Shop) -> Report:
    approved = approve(project, shop)
    plans = approved.pictures.plans
    paper = Paper(approved.edition, plans=plans, assets={}, theme_colours={})
    texts = Texts(shop.memory, project.content, project.settings)
    found = texts.of(article.path for article in approved.edition.articles)
    paper.texts = {path: decode(text, Body) for path, text in found.items()}
    pelican.settings[PREPARED] = prepare(paper)
    pelican.settings["CACHE_CONTENT"] = False
    pelican.settings["LOAD_CONTENT_CACHE"] = False
    if uses_newsroom_theme(pelican.settings):
        return _with_plugins(pelican, project, approved, shop)
    return _with_stock_theme(pelican, project, approved, paper, shop)


def replace_generators(theirs: Sequence[type], ours: Sequence[type]) -> list[type]:
    """Pelican's list with each generator replaced by the one of ours that builds on it."""
    return [
        next((mine for mine in ours if issubclass(mine, generator)), generator)
        for generator in theirs
    ]


def _with_plugins(pelican: StockRunner, project: Project, approved: Approved, shop: Shop) -> Report:
    """Let plugins work on Pelican's objects, then have the press write pages that may show them."""
    # Pelican's objects stay in this process.
    here = replace(shop, workers=OneWorker())
    built: list[tuple[JinjaRenderer, Report]] = []

    class PressGenerator(SilentStatic):
        """The last generator: builds when every other one has had its turn."""

        def generate_output(self, writer: object) -> None:
            """Build by the press, with Pelican's context at the templates' hand."""
            renderer = make_renderer(
                self.settings,
                pelican=self.context,
                contents=self.context["generated_content"],
            )
            built.append((renderer, press(project, approved, renderer, here)))

    pelican.run_stock([SilentArticles, SilentPages, PressGenerator])
    ((renderer, report),) = built
    return put_back(report, project, approved, renderer, here)


def _with_stock_theme(
    pelican: StockRunner, project: Project, approved: Approved, paper: Paper, shop: Shop
) -> Report:
    """Let Pelican write everything with its own writer and the stock theme."""
    shown = shown_pictures(paper)
    names = approved.pictures.names(shown)
    # Before the last site is removed: a picture that cannot be made must not cost it.
    drawn = make_pictures(project, approved, shown, shop)
    output = Output(project.output, shop.memory)
    unnoted(shop.memory)
    output.open(())
    last = output.present()
    _, strangers = output.finish()
    kept = output.present()
    for name in names:
        output.put_copy(name, project.store / PICTURES / name)
    pelican.settings["STATIC_PATHS"] = []
    try:
        pelican.run_stock([PreparedArticles, PreparedPages])
    except (jinja2.TemplateError, PelicanTemplateNotFound) as error:
        raise _template_error(project.theme, error) from error
    finally:
        # Also after a fault: what Pelican has written so far is ours to remove next time.
        output.adopt(output.present() - kept)
    written = output.present() - kept
    pages = sum(path.endswith(".html") for path in written)
    return Report(
        articles=len(paper.edition.articles),
        hidden=len(paper.edition.hidden),
        pages=pages,
        pictures=len(names),
        written=len(written),
        kept=0,
        removed=tuple(sorted(last - kept - written)),
        warnings=(*approved.warnings, *strangers),
        read=approved.content.read,
        rendered=pages,
        drawn=drawn,
    )


def _prepared(generator: Generator, folder: str, extensions: Sequence[str] | None) -> set[str]:
    # Pelican names extensions only to complain of files whose reader is not installed.
    if extensions is not None:
        return set()
    return {path for path in generator.settings[PREPARED] if path.startswith(folder)}


def _template_error(theme: Path, error: Exception) -> TemplateError:
    line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else 0
    name = getattr(error, "name", None)
    path = f"{theme.name}/templates/{name}" if name else theme.name
    hint = "mend the theme, or choose another in `THEME`"
    return TemplateError([Finding(path=path, line=line, message=str(error), hint=hint)])
