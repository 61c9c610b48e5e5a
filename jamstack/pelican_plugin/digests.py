"""The digests of templates: all that decides what one makes of a view, besides the view."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import inspect
import platform
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import jamstack
from jamstack.pelican_plugin.templates import Templates

DIGEST_BYTES = 16
LIBRARIES = ("jinja2", "markupsafe")
"""What renders beside our own code; another version may make other bytes of the same template."""

# Where installed code lies: it changes with its version, and is not searched for what it imports.
_INSTALLED = tuple(
    Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")
)


def digest_tools(filters: Mapping[str, Any], globals_: Mapping[str, Any]) -> bytes:
    """The digest of what renders: versions, our own code, and what the site adds to templates.

    A function stands for itself by its name and the files that it is written in, with those of the
    site's own modules that these import; any other value by how it prints. One that prints
    differently each time makes every build render all.
    """
    versions = (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    ours = sorted(Path(__file__).parent.glob("*.py"))
    return _digest(
        [
            platform.python_version().encode(),
            *(version.encode() for version in versions),
            *(file.read_bytes() for file in ours),
            *_described(filters),
            *_described(globals_),
        ]
    )


def digest_template(names: Iterable[str], templates: Templates, *, tools: bytes) -> bytes:
    """The digest of the templates of these names; one that is missing counts as such."""
    parts = [tools]
    for name in names:
        file = templates.named(name)
        parts += [name.encode(), b"" if file is None else b"\n" + file.data]
    return _digest(parts)


def _digest(parts: Iterable[bytes]) -> bytes:
    """Lengths are part of it: nothing may pass from the end of one part to the next."""
    found = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def _described(values: Mapping[str, Any]) -> Iterator[bytes]:
    yield f"{len(values)} by name".encode()
    for name in sorted(values):
        yield name.encode()
        yield from _described_value(values[name])


def _described_value(value: object) -> Iterator[bytes]:
    if inspect.isroutine(value) or inspect.isclass(value):
        module = getattr(value, "__module__", None)
        yield f"{module}.{value.__qualname__}".encode()
        yield from (file.read_bytes() for file in sorted(_sources(value)))
        if inspect.ismethod(value):
            yield from _described_value(value.__self__)
    elif isinstance(value, functools.partial):
        yield from _described_value(value.func)
        yield from _described_value([value.args, value.keywords])
    elif isinstance(value, Mapping):
        yield from _described({repr(key): item for key, item in value.items()})
    elif isinstance(value, (list, tuple)):
        yield f"{len(value)} in order".encode()
        for item in value:
            yield from _described_value(item)
    elif isinstance(value, (set, frozenset)):
        # Their order is another one in each process.
        yield f"{len(value)} in any order".encode()
        yield from sorted(repr(item).encode() for item in value)
    else:
        yield from _described_value(type(value)) if callable(value) else ()
        yield repr(value).encode()


def _sources(value: object) -> set[Path]:
    """The source files that a function is written in, and those these use."""
    written = inspect.unwrap(value) if inspect.isfunction(value) else value
    modules = [inspect.getmodule(value), inspect.getmodule(written)]
    files: set[Path] = set()
    while modules:
        module = modules.pop()
        file = _file(module)
        if module is None or file is None or file in files:
            continue
        files.add(file)
        if not any(file.is_relative_to(folder) for folder in _INSTALLED):
            modules += _used_by(module)
    return files


def _used_by(module: ModuleType) -> Iterator[ModuleType | None]:
    """The modules that one has imported, or has imported something of; never our own."""
    for value in list(vars(module).values()):
        is_code = inspect.isroutine(value) or inspect.isclass(value)
        used = inspect.getmodule(value) if is_code or inspect.ismodule(value) else None
        if used and used.__name__.partition(".")[0] != jamstack.__name__:
            yield used


def _file(module: ModuleType | None) -> Path | None:
    file = getattr(module, "__file__", None)
    path = Path(file) if file else None
    return path if path and path.is_file() else None
