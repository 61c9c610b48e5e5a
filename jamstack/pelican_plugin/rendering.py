"""Jinja as the press's renderer: pages from templates, and faults that name template and line."""

from __future__ import annotations

import contextlib
import functools
import os
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from jamstack.errors import Finding, TemplateError
from jamstack.pelican_plugin.digests import digest_template, digest_tools
from jamstack.pelican_plugin.environment import PageEnvironment
from jamstack.pelican_plugin.facts import TemplateFacts
from jamstack.pelican_plugin.kept import KeptTemplates
from jamstack.pelican_plugin.templates import THEME_PREFIX, TemplateLoader, read_templates
from jamstack.views import HeadView, PageView, SiteView

# What a template's expressions can raise.
_FAILURES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


class JinjaRenderer:
    """Renders the templates of a theme's folder, as they are when it is made.

    `overrides` are folders looked at before the theme's own, whose templates stay in reach there as
    `!theme/story.html`. `pelican` is Pelican's own context, and `contents` its objects by source
    path, where a third-party plugin is switched on; templates see them as `pelican` and `article`.
    In the folder `bytecode` compiled templates are kept from build to build.

    It can be pickled, and renders elsewhere without any of these folders.

    Raises:
        TemplateError: a template cannot be read.
    """

    def __init__(
        self,
        theme: Path,
        *,
        overrides: Sequence[str] = (),
        filters: Mapping[str, Any] | None = None,
        globals_: Mapping[str, Any] | None = None,
        pelican: Mapping[str, Any] | None = None,
        contents: Mapping[str, Any] | None = None,
        bytecode: Path | None = None,
    ) -> None:
        self._templates = read_templates(theme, overrides)
        self._filters = dict(filters or {})
        self._globals = {**(globals_ or {}), "pelican": pelican or {}}
        self._contents = contents or {}
        self._tools = digest_tools(self._filters, globals_ or {})
        # What a plugin has made cannot be told from what it made last time.
        self._made_by_plugins = os.urandom(16) if pelican or contents else b""
        self._kept_folder = None if self._made_by_plugins else bytecode

    def __getstate__(self) -> dict[str, Any]:
        state = {**vars(self), "_kept_folder": None}
        for made_anew in ("_environment", "_facts", "_kept"):
            state.pop(made_anew, None)
        return state

    def prepare(self) -> None:
        """Compile all templates, so that processes forked from here share them; faults wait."""
        plain = [name for name in self._templates.files if not name.startswith(THEME_PREFIX)]
        names = {used for name in plain for used in self._facts.reached(name)}
        for name in sorted(names):
            with contextlib.suppress(*_FAILURES):
                self._environment.get_template(name)
        self._kept.write()

    def digest(self, template: str) -> bytes:
        """The digest, 16 bytes, of all that decides what a template makes of a view."""
        names = self._facts.reached(template)
        tools = self._tools + self._made_by_plugins
        return digest_template(names, self._templates, tools=tools)

    def render(
        self, template: str, site: SiteView, head: HeadView, page: PageView, *, source: str
    ) -> str:
        """Render one page; `source` is the content file it shows, or empty.

        Raises:
            TemplateError: the template is missing or wrong.
        """
        try:
            return self._environment.get_template(template).render(
                site=site, head=head, page=page, article=self._contents.get(source)
            )
        except jinja2.TemplateSyntaxError as error:
            file = error.filename or self._templates.shown(template)
            raise _fault(file, error.lineno, error.message or "is wrong") from error
        except jinja2.TemplateNotFound as error:
            file, line = self._place(error, template)
            raise _fault(file, line, f"the template `{error.name}` is missing") from error
        except _FAILURES as error:
            file, line = self._place(error, template)
            raise _fault(file, line, str(error)) from error

    @functools.cached_property
    def _kept(self) -> KeptTemplates:
        return KeptTemplates(self._kept_folder, tools=self._tools)

    @functools.cached_property
    def _facts(self) -> TemplateFacts:
        return TemplateFacts(self._templates, self._environment, self._kept)

    @functools.cached_property
    def _environment(self) -> PageEnvironment:
        environment = PageEnvironment(
            TemplateLoader(self._templates),
            kept=self._kept,
            is_pure=lambda name: self._facts.is_pure(name),
        )
        environment.filters.update(self._filters)
        environment.globals.update(self._globals)
        return environment

    def _place(self, error: BaseException, template: str) -> tuple[str, int]:
        """The template's file and line that the error comes from: the last frame in one."""
        files = {file.shown for file in self._templates.files.values()}
        for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
            if frame.f_code.co_filename in files:
                return frame.f_code.co_filename, line
        return self._templates.shown(template), 0


def make_renderer(
    settings: Mapping[str, Any],
    *,
    pelican: Mapping[str, Any] | None = None,
    contents: Mapping[str, Any] | None = None,
    bytecode: Path | None = None,
) -> JinjaRenderer:
    """The renderer of the theme that Pelican's settings name, with their filters and globals."""
    return JinjaRenderer(
        Path(settings["THEME"]),
        overrides=settings.get("THEME_TEMPLATES_OVERRIDES", ()),
        filters=settings.get("JINJA_FILTERS", {}),
        globals_=settings.get("JINJA_GLOBALS", {}),
        pelican=pelican,
        contents=contents,
        bytecode=bytecode,
    )


def _fault(file: str, line: int, message: str) -> TemplateError:
    hint = "docs/themes.md lists what templates may use"
    return TemplateError([Finding(path=file, line=line, message=message, hint=hint)])
