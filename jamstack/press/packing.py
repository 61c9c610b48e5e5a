"""Values as bytes for processes that have this platform and its libraries, and nothing else.

Such are the workers of a cluster, and those that this machine starts from nothing: neither has the
settings file, whose functions templates may call.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import jamstack
from jamstack.errors import CommandError
from jamstack.press.codec import decode, encode_zoned
from jamstack.press.records import KINDS

_REFUSALS = (AttributeError, pickle.PicklingError, TypeError, ValueError)
"""How Python says that a value cannot be packed."""


def packed(value: object) -> bytes:
    """A value as bytes; functions and classes of the site's own modules go whole.

    Raises:
        CommandError: something in it belongs to this process alone, such as a lock.
    """
    # Forked workers need none of it, and neither does a build that has little to do.
    import cloudpickle  # type: ignore[import-untyped]

    class Packer(cloudpickle.Pickler):  # type: ignore[misc]  # it has no types
        def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle has it
            # What was read makes up most of a paper, and is five times quicker so.
            if type(value) in _READ:
                return _unpacked_source, (encode_zoned(value), _READ[type(value)])
            return super().reducer_override(value)

    stream = io.BytesIO()
    try:
        with _whole():
            Packer(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    except _REFUSALS as error:
        message = f"what a function of the settings uses cannot go to another process: {error}"
        hint = "have the function make it when it is called, instead of once for all"
        raise CommandError(message, hint) from error
    return stream.getvalue()


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """The value; only for bytes from somebody who may run code here anyway."""
    return pickle.loads(data)  # noqa: S301 - as the docstring says


def _unpacked_source(data: bytes, kind: str) -> object:
    return decode(data, KINDS[kind])


_READ = {kind: name for name, kind in KINDS.items() if name}


_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")
"""Where everything lies that is installed elsewhere, too, as Python names the places."""


@contextlib.contextmanager
def _whole() -> Iterator[None]:
    """While this lasts, functions of the site's own modules are packed with their code."""
    import cloudpickle

    known = cloudpickle.list_registry_pickle_by_value()
    chosen = [module for module in _own_modules() if module.__name__ not in known]
    for module in chosen:
        cloudpickle.register_pickle_by_value(module)
    try:
        yield
    finally:
        for module in chosen:
            cloudpickle.unregister_pickle_by_value(module)


def _own_modules() -> tuple[ModuleType, ...]:
    """The modules that other machines do not have: the settings file, and what it imports."""
    installed = [Path(sysconfig.get_path(name)) for name in _INSTALLED]
    installed.append(Path(jamstack.__file__).parent)
    return tuple(
        module
        for name, module in tuple(sys.modules.items())
        if (file := getattr(module, "__file__", None))
        and name == module.__name__
        and not any(Path(file).is_relative_to(folder) for folder in installed)
    )
