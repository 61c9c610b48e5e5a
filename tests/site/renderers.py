"""The project's own renderer, made once for each state of a theme: most builds find it as it was.

What remembers and what begins from nothing have renderers of their own.
"""

import functools
from pathlib import Path

from jamstack.pelican_plugin.rendering import JinjaRenderer
from jamstack.pelican_plugin.templates import read_templates


def renderer_of(theme: Path, *, by: str) -> JinjaRenderer:
    """The renderer of the templates as they are now, for whom `by` names."""
    files = read_templates(theme).files
    state = hash(tuple(sorted((name, file.data) for name, file in files.items())))
    return _renderer(theme, state, by)


@functools.lru_cache(maxsize=32)
def _renderer(theme: Path, _state: int, by: str) -> JinjaRenderer:
    renderer = JinjaRenderer(theme, bytecode=theme.parent / "compiled" / by)
    renderer.prepare()
    return renderer
