"""Which templates are pure: what their macros make depends on the arguments alone.

So the markup can be made once for many pages. A template is pure when nothing in it could make it
otherwise. This is judged strictly: what is merely unusual counts as impure, and is rendered each
time, which costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS

# `random` differs from call to call; `map` may be told any filter's name while it runs.
_PURE_FILTERS = frozenset(FILTERS) - {"random", "map"}
# Those left out hold state that outlives a call, or draw by lot.
_PURE_GLOBALS = ("range", "dict")
_PURE_TYPES = (str, int, float, bool, type(None))
# No method of text changes anything, and no list, set or dict has one of these that does.
_PURE_METHODS = frozenset(name for name in dir(str) if not name.startswith("_")) | {
    "get",
    "items",
    "keys",
    "values",
}
_LITERALS = (nodes.Const, nodes.Dict, nodes.List, nodes.Pair, nodes.Tuple)
# What a template made of macros has no use for, or what would tie it to the page at hand.
_FOREIGN = (nodes.Block, nodes.Extends, nodes.NSRef, nodes.ScopedEvalContextModifier)


def surroundings(environment: jinja2.Environment) -> frozenset[str]:
    """The names of filters and globals of an environment that a pure template does not use.

    Those that the site adds are among them, but for globals that are plain values.
    """
    filters = environment.filters.items()
    globals_ = environment.globals.items()
    return frozenset(
        [
            *(f"|{name}" for name, value in filters if not _is_pure_filter(name, value)),
            *(name for name, value in globals_ if not _is_pure_global(name, value)),
        ]
    )


def is_pure(tree: nodes.Template, impure: frozenset[str]) -> bool:
    """True where nothing in a parsed template keeps its macros from being pure.

    `impure` are the names that do, those of filters with a `|` before them. What is said of one
    template holds for its macros where it holds for all the templates that it names.
    """
    found = tuple(tree.find_all(nodes.Node))
    return (
        not any(isinstance(node, _FOREIGN) for node in found)
        and impure.isdisjoint(f"|{node.name}" for node in found if isinstance(node, nodes.Filter))
        and impure.isdisjoint(node.name for node in found if isinstance(node, nodes.Name))
        and all(_is_literal(node) for node in _kept_values(tree))
        and _calls_are_pure(found)
    )


def _is_pure_filter(name: str, value: object) -> bool:
    return name in _PURE_FILTERS and value is FILTERS[name]


def _is_pure_global(name: str, value: object) -> bool:
    if name in _PURE_GLOBALS:
        return value is DEFAULT_NAMESPACE[name]
    # Where no plugin is switched on, there is nothing in Pelican's context.
    return type(value) in _PURE_TYPES or (name == "pelican" and not value)


def _kept_values(node: nodes.Node) -> Iterator[nodes.Node]:
    """What `{% set %}` keeps outside the macros: it lives as long as the template."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Assign):
            yield child.node
        elif not isinstance(child, nodes.Macro):
            yield from _kept_values(child)


def _is_literal(node: nodes.Node) -> bool:
    """True for a literal: what a filter or a call gives may be used up by being read."""
    return isinstance(node, _LITERALS) and all(map(_is_literal, node.iter_child_nodes()))


def _calls_are_pure(found: Sequence[nodes.Node]) -> bool:
    """True where only macros are called, and methods that change nothing."""
    bound = {node.name for node in found if isinstance(node, nodes.Name) and node.ctx != "load"}
    modules = {node.target for node in found if isinstance(node, nodes.Import)} - bound
    names = {*_PURE_GLOBALS, "caller", "loop", *_macros(found)} - bound
    calls = (node for node in found if isinstance(node, nodes.Call))
    return all(_is_pure_call(call.node, names, modules) for call in calls)


def _macros(found: Iterable[nodes.Node]) -> Iterator[str]:
    """The names under which a template calls macros, its own and imported ones."""
    for node in found:
        if isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _is_pure_call(called: nodes.Node, names: Collection[str], modules: Collection[str]) -> bool:
    if isinstance(called, nodes.Name):
        return called.name in names
    if not isinstance(called, nodes.Getattr):
        return False
    owner: Any = called.node
    is_module = isinstance(owner, nodes.Name) and owner.name in modules
    return is_module or called.attr in _PURE_METHODS
