"""Jinja's environment as pages need it: strict, escaping, and doing nothing twice.

It changes only what Jinja offers for it: the classes that an environment uses, how it finds
templates and globals, and how a template's context calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing

from jamstack.nearest import nearest_hint
from jamstack.pelican_plugin.fragments import Fragments, PageMacro


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


class PageContext(Context):
    """Calls macros at once; of anything else Jinja first finds out what it wants to be given."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: object,
        _loop_vars: Mapping[str, Any] | None = None,
        _block_vars: Mapping[str, Any] | None = None,
        **named: object,
    ) -> object:
        """The result of a call in a template; a macro that remembers may have it already.

        The variables are for functions that ask for the context, which macros do not.
        """
        if type(called) is not PageMacro:
            given = {"_loop_vars": _loop_vars, "_block_vars": _block_vars}
            return super().call(called, *args, **given, **named)
        try:
            return called.answer(self.eval_ctx, args, named)
        except StopIteration:
            return super().call(next, iter(()))


class PageTemplate(jinja2.Template):
    """A template whose macros remember where it is imported without context, and is pure."""

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> TemplateModule:
        """What an import gives: the macros and values of the template as attributes."""
        module = super().make_module(vars, shared, locals)
        environment = self.environment
        if vars or shared or locals or not isinstance(environment, PageEnvironment):
            return module
        if self.name and environment.is_pure(self.name):
            for value in module.__dict__.values():
                if isinstance(value, PageMacro):
                    value.fragments = environment.fragments
        return module


class PageCode(CodeGenerator):
    """Templates as Python modules, in which `escape` and `Macro` are our own.

    What stands side by side is joined at once: each piece that a page yields is handed through
    every template that the page extends or is included by.
    """

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write the printing of some neighbours: Jinja's own, into a list that is yielded whole."""
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) == 1:
            super().visit_Output(node, frame)
            return
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = []")
        super().visit_Output(node, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template's module: Jinja's own, with two of its names bound anew."""
        super().visit_Template(node, frame)
        self.writeline("from jamstack.pelican_plugin.escaping import printed as escape")
        self.writeline("from jamstack.pelican_plugin.fragments import PageMacro as Macro")


class PageEnvironment(jinja2.Environment):
    """Renders pages; `is_pure` tells of a template whether its macros may remember."""

    code_generator_class = PageCode
    context_class = PageContext
    template_class = PageTemplate

    def __init__(
        self,
        loader: jinja2.BaseLoader,
        *,
        kept: jinja2.BytecodeCache | None = None,
        is_pure: Callable[[str], bool],
    ) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=kept,
            undefined=Missing,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.is_pure = is_pure
        self.fragments = Fragments()
        self._loaded: dict[str, jinja2.Template] = {}
        self._parsed: dict[str, nodes.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> jinja2.Template:
        """The template of a name; one that was asked for before is found at once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent)
        return template

    def parse_ahead(self, source: str) -> nodes.Template:
        """Parse a template to look at it; the tree is used when it is compiled."""
        tree = self._parsed[source] = self.parse(source)
        return tree

    def compile(self, source: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - text or code, as Jinja gives it
        """The Python code of a template."""
        tree = self._parsed.pop(source, source) if isinstance(source, str) else source
        return super().compile(tree, *args, **named)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: a plain dict, which every import looks through."""
        return {**self.globals, **(d or {})}
