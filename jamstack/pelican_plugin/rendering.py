"""Jinja as the press's renderer: strict, escaping, and with faults that name template and line."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.utils import missing

from jamstack.errors import Finding, TemplateError
from jamstack.nearest import nearest_hint
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


class Missing(jinja2.StrictUndefined):
    """What a template asked for in vain; the message says of what, and gives the nearest name."""

    @property
    def _undefined_message(self) -> str:
        value = self._undefined_obj
        if self._undefined_hint or value is missing:
            return super()._undefined_message
        names = value if isinstance(value, Mapping) else dir(value)
        known = [str(name) for name in names if not str(name).startswith("_")]
        hint = nearest_hint(str(self._undefined_name), known)
        text = f"`{type(value).__name__}` has no `{self._undefined_name}`"
        return f"{text}; {hint}" if hint else text


class JinjaRenderer:
    """Renders the templates of a theme's folder.

    `overrides` are folders looked at before the theme's own, whose templates stay in reach there as
    `!theme/story.html`. `pelican` is Pelican's own context,
    and `contents` its objects by source path, where a third-party plugin is switched on; templates
    see them as `pelican` and `article`.
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
    ) -> None:
        self._roots = (theme.parent, *(Path(folder).parent for folder in overrides))
        self._templates = theme / "templates"
        self._contents = contents or {}
        own = jinja2.FileSystemLoader(self._templates)
        self._environment = jinja2.Environment(
            loader=jinja2.ChoiceLoader(
                [jinja2.FileSystemLoader(overrides), own, jinja2.PrefixLoader({"!theme": own})]
            ),
            undefined=Missing,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters.update(filters or {})
        self._environment.globals.update(globals_ or {})
        self._environment.globals["pelican"] = pelican or {}

    def render(
        self, template: str, site: SiteView, head: HeadView, page: PageView, *, source: str
    ) -> str:
        """Render one page.

        Raises:
            TemplateError: the template is missing or wrong.
        """
        try:
            return self._environment.get_template(template).render(
                site=site, head=head, page=page, article=self._contents.get(source)
            )
        except jinja2.TemplateSyntaxError as error:
            file = Path(error.filename) if error.filename else self._templates / template
            message = error.message or "is wrong"
            raise self._fault(file, error.lineno, message, source) from error
        except jinja2.TemplateNotFound as error:
            file, line = self._place(error, template)
            message = f"the template `{error.name}` is missing"
            raise self._fault(file, line, message, source) from error
        except _FAILURES as error:
            file, line = self._place(error, template)
            raise self._fault(file, line, str(error), source) from error

    def _place(self, error: BaseException, template: str) -> tuple[Path, int]:
        """The template's file and line that the error comes from: the last frame in one."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.endswith(".html"):
                return Path(frame.filename), frame.lineno or 0
        return self._templates / template, 0

    def _fault(self, file: Path, line: int, message: str, source: str) -> TemplateError:
        shown = f" (on the page of `{source}`)" if source else ""
        root = next((root for root in self._roots if file.is_relative_to(root)), file.parent)
        finding = Finding(
            path=file.relative_to(root).as_posix(),
            line=line,
            message=f"{message}{shown}",
            hint="docs/themes.md lists what templates may use",
        )
        return TemplateError([finding])


def make_renderer(
    settings: Mapping[str, Any],
    *,
    pelican: Mapping[str, Any] | None = None,
    contents: Mapping[str, Any] | None = None,
) -> JinjaRenderer:
    """The renderer of the theme that Pelican's settings name, with their filters and globals."""
    return JinjaRenderer(
        Path(settings["THEME"]),
        overrides=settings.get("THEME_TEMPLATES_OVERRIDES", ()),
        filters=settings.get("JINJA_FILTERS", {}),
        globals_=settings.get("JINJA_GLOBALS", {}),
        pelican=pelican,
        contents=contents,
    )
