"""Every error of the tree happens, and some test makes it happen."""

import ast
from pathlib import Path

import pytest

from jamstack import errors
from tests.project.documents import ROOT

PUBLIC = sorted(
    name
    for name, value in vars(errors).items()
    if isinstance(value, type)
    and issubclass(value, errors.JamstackError)
    and value is not errors.JamstackError
    and not name.startswith("_")
)


def python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def raised_in(path: Path) -> set[str]:
    """The names of what a module raises, or makes to be raised by its caller."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def named_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("error", PUBLIC)
def test_some_module_raises_it(error):
    raising = [path.name for path in python_files("jamstack") if error in raised_in(path)]

    assert [] != raising


@pytest.mark.parametrize("error", PUBLIC)
def test_some_test_expects_it(error):
    expecting = [
        path.name
        for path in python_files("tests")
        if path != Path(__file__) and error in named_in(path)
    ]

    assert [] != expecting


@pytest.mark.parametrize("error", ["JamstackError", *PUBLIC])
def test_the_tree_in_the_docstring_draws_it(error):
    assert f" {error} " in f" {errors.__doc__} ".replace("\n", " ")


def test_no_module_raises_an_exception_of_no_kind():
    bare = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in python_files("jamstack")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
        and node.exc.func.id in ("BaseException", "Exception", "RuntimeError")
    ]

    assert [] == bare
