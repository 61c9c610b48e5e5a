"""Builds of an output folder alone, without any page."""

import contextlib

import pytest

from jamstack.errors import OutputError
from jamstack.press.memory import Memory, store_file
from jamstack.press.output import Output


def make_memory(output, cache):
    return Memory(file=store_file(cache, output), site="../content", tell=pytest.fail)


@contextlib.contextmanager
def opening(folder, *, name="output"):
    """The output folder of a build that has not looked at it yet."""
    memory = make_memory(folder / name, folder / "cache")
    with memory.opened():
        memory.recall()
        yield Output(folder / name, memory)


@contextlib.contextmanager
def opened(folder, planned=(), *, name="output"):
    """The output folder of a build that makes the paths `planned`."""
    with opening(folder, name=name) as output:
        output.open(planned)
        yield output


def write(folder, files, *, finish=True):
    """One build that writes these files; what it removed and warned of."""
    with opened(folder, files) as output:
        for path, data in files.items():
            output.put(path, data)
        return output, output.finish() if finish else None


def remembered(folder):
    memory = make_memory(folder / "output", folder / "cache")
    with memory.opened():
        memory.recall()
        return memory.files


def fault(call, *arguments):
    with pytest.raises(OutputError) as caught:
        call(*arguments)
    return str(caught.value)


def copy(folder, path, source):
    """One build that copies a file; what it removed and warned of."""
    with opened(folder, [path]) as output:
        output.put_copy(path, source)
        return output, output.finish()
