"""Macros that remember what they made: a teaser stands on many pages, and is rendered once.

A call is remembered where all of this holds:

- the macro was imported, without context, from a template that is pure (`purity.py`);
- its first argument is a view that many pages share: other calls hardly ever come twice;
- every other argument is such a view, text, a whole number, a truth value or None.

Views are told apart by identity, which costs nothing. What is remembered holds on to them, so that
no other object can take the place of one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from jamstack.views import AuthorCardView, SiteView, TeaserView

SHARED_VIEWS = frozenset({SiteView, TeaserView, AuthorCardView})
"""Views of which many pages show the same object; those of other classes are made for one page."""

FRAGMENTS_BYTES = 32 * 1024 * 1024
"""What remembered markup may weigh in one process, about."""

# Exact types: what belongs to a subclass may print otherwise than what it equals, as `Markup` does.
_SCALARS = frozenset({str, int, bool, type(None)})
# A key, the values it stands for, and their places in a dict, about.
_ENTRY_BYTES = 400


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shape:
    """One way to call one macro: the types and names of the values; `views` is where views are.

    It is part of every key, and equals itself alone: 1 equals True, but they print differently.
    """

    views: tuple[int, ...]


class Fragments:
    """Markup by call, about `limit_bytes` of it at most.

    There are two generations. When the young one weighs half of the limit, the old one is forgotten
    and the young one grows old. What is asked for again is young again.
    """

    def __init__(self, limit_bytes: int = FRAGMENTS_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._young: dict[object, tuple[str, object]] = {}
        self._old: dict[object, tuple[str, object]] = {}
        self._young_bytes = 0

    def recall(self, key: object) -> str | None:
        """The markup of a call; None where it is not, or no longer, remembered."""
        entry = self._young.get(key)
        if entry is None:
            entry = self._old.get(key)
            if entry is None:
                return None
            self.keep(key, *entry)
        return entry[0]

    def keep(self, key: object, markup: str, values: object) -> None:
        """Remember the markup of a call, and hold on to the values that its key stands for."""
        self._young[key] = (markup, values)
        self._young_bytes += sys.getsizeof(markup) + _ENTRY_BYTES
        if 2 * self._young_bytes > self._limit_bytes:
            self._old, self._young, self._young_bytes = self._young, {}, 0


class PageMacro(Macro):
    """A macro that is called without detours; with `fragments` it remembers what it made."""

    fragments: Fragments | None = None

    def __init__(
        self,
        environment: jinja2.Environment,
        function: Callable[..., str],
        name: str,
        arguments: list[str],
        *needs: bool,
    ) -> None:
        super().__init__(environment, function, name, arguments, *needs)
        is_plain = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self._plain = function if is_plain else None
        self._shapes: dict[object, _Shape | None] = {}

    def __repr__(self) -> str:
        return super().__repr__().replace(type(self).__name__, Macro.__name__, 1)

    def answer(self, context: EvalContext, args: tuple[Any, ...], named: Mapping[str, Any]) -> str:
        """The markup of a call, made now or remembered."""
        fragments = self.fragments
        if fragments is None or not args or type(args[0]) not in SHARED_VIEWS:
            return self._make(context, args, named)
        key = self._key(args, named)
        if key is None or context.autoescape is not True:
            return self._make(context, args, named)
        markup = fragments.recall(key)
        if markup is None:
            markup = self._make(context, args, named)
            fragments.keep(key, markup, (args, *named.values()) if named else args)
        return markup

    def _make(self, context: EvalContext, args: tuple[Any, ...], named: Mapping[str, Any]) -> str:
        absent = len(self.arguments) - len(args)
        if named or absent < 0 or self._plain is None or context.autoescape is not True:
            return self(context, *args, **named)
        if absent:
            args += (missing,) * absent
        # `Markup` itself would first look whether it is given markup.
        return str.__new__(Markup, self._plain(*args))

    def _key(self, args: tuple[Any, ...], named: Mapping[str, Any]) -> tuple[object, ...] | None:
        """What tells a call from all others; None for one that is not remembered."""
        values = (*args, *named.values()) if named else args
        kinds = (*map(type, values), *named)
        try:
            shape = self._shapes[kinds]
        except KeyError:
            shape = self._shapes[kinds] = _shape(values)
        if shape is None:
            return None
        parts = list(values)
        for place in shape.views:
            parts[place] = id(parts[place])
        return (shape, *parts)


def _shape(values: tuple[object, ...]) -> _Shape | None:
    """The shape of a call that can be remembered; None for any other."""
    views = tuple(place for place, value in enumerate(values) if type(value) in SHARED_VIEWS)
    others = {type(value) for value in values} - SHARED_VIEWS
    return _Shape(views=views) if others <= _SCALARS else None
