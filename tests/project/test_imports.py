"""The contract of imports is kept, and leaves no module out."""

import subprocess
import sys
import tomllib

from tests.project.documents import ROOT, read

LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)
DOORS = {"pelican_plugin", "tasks"}


def contracts() -> dict[str, dict]:
    settings = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]
    return {contract["id"]: contract for contract in settings["contracts"]}


def rooms() -> set[str]:
    """The modules and packages right under `jamstack`."""
    found = {path.parent.name for path in (ROOT / "jamstack").glob("*/__init__.py")}
    return found | {path.stem for path in (ROOT / "jamstack").glob("[!_]*.py")}


def test_every_contract_is_kept():
    result = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )

    summary = f"Contracts: {len(contracts())} kept, 0 broken."
    assert summary in result.stdout, result.stdout + result.stderr
    assert 0 == result.returncode


def test_the_layers_are_exhaustive():
    layers = contracts()["layers"]

    placed = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    assert layers["exhaustive"] is True
    assert sorted(rooms()) == sorted(placed)


def test_features_do_not_import_each_other():
    """Between bars modules may not import each other; a colon would let them."""
    assert [] == [layer for layer in contracts()["layers"]["layers"] if ":" in layer]


def test_only_the_doors_may_import_what_is_behind_them():
    door = contracts()["pelican"]

    assert {f"jamstack.{room}" for room in rooms() - DOORS} == set(door["source_modules"])
    assert {"pelican", "jinja2", "blinker", "invoke"} == set(door["forbidden_modules"])


def test_pelicans_door_does_not_know_invoke():
    assert ["jamstack.pelican_plugin"] == contracts()["invoke"]["source_modules"]
    assert ["invoke"] == contracts()["invoke"]["forbidden_modules"]
