"""What is found of templates by reading them: which others they use, and which are pure."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass

import jinja2
from jinja2 import meta, nodes

from jamstack.pelican_plugin.environment import PageEnvironment
from jamstack.pelican_plugin.kept import KeptTemplates
from jamstack.pelican_plugin.purity import is_pure, surroundings
from jamstack.pelican_plugin.templates import Templates


@dataclass(frozen=True, slots=True)
class Facts:
    """What a template says of itself.

    `names` are the templates it extends, includes and imports, sorted; `is_open` tells that it
    names one by a value, which may be any. `is_pure` says nothing of the templates it names.
    """

    names: tuple[str, ...] = ()
    is_open: bool = False
    is_pure: bool = False


class TemplateFacts(Mapping[str, Facts]):
    """The facts of each template of a theme, found when they are first asked for.

    A template that is missing or that cannot be read uses nothing and is not pure.
    """

    def __init__(
        self, templates: Templates, environment: PageEnvironment, kept: KeptTemplates
    ) -> None:
        self._templates = templates
        self._environment = environment
        self._kept = kept
        self._known: dict[str, Facts] = {}

    def __getitem__(self, name: str) -> Facts:
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._templates.files)

    def __len__(self) -> int:
        return len(self._templates.files)

    def reached(self, start: str) -> tuple[str, ...]:
        """Every template that one may use, itself included, sorted; also those that are missing."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += self if self[name].is_open else self[name].names
        return tuple(sorted(seen))

    def is_pure(self, name: str) -> bool:
        """True where what the template's macros make depends on their arguments alone."""
        return all(self[used].is_pure for used in self.reached(name))

    @functools.cached_property
    def _around(self) -> frozenset[str]:
        return surroundings(self._environment)

    def _find(self, name: str) -> Facts:
        file = self._templates.named(name)
        if file is None:
            return Facts()
        key = f"facts {hashlib.sha256(file.data).hexdigest()}"
        if (kept := self._kept.recall(key)) is not None:
            names, is_open, is_pure_alone = kept
            return Facts(tuple(names), is_open, is_pure_alone)
        try:
            tree = self._environment.parse_ahead(file.data.decode())
        except (jinja2.TemplateSyntaxError, UnicodeDecodeError):
            return Facts()
        facts = self._read(tree)
        self._kept.keep(key, astuple(facts))
        return facts

    def _read(self, tree: nodes.Template) -> Facts:
        found = set(meta.find_referenced_templates(tree))
        names = tuple(sorted(name for name in found if name is not None))
        return Facts(names, None in found, is_pure(tree, self._around))
