"""The tree speaks only of itself, and keeps its shape."""

import re
import tomllib
from pathlib import Path, PurePosixPath

import pytest
import yaml

from tests.project.documents import ROOT, project_files, read

LONGEST_MODULE = 300
"""Lines."""
TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "docs",
    "jamstack",
    "pelican-app",
    "pyproject.toml",
    "requirements.txt",
    "tasks.py",
    "tests",
}
VAGUE = {"common", "core", "helpers", "manager", "misc", "utils"}
TEXTS = {
    "", ".cfg", ".css", ".html", ".js", ".json", ".md", ".mjs", ".py", ".svg", ".toml", ".txt",
    ".yaml", ".yml",
}  # fmt: skip

HOME = re.compile(r"(?<![\w.~-])(?:/(?:home|root|Users)/\w|[A-Za-z]:\\\\?Users\b)")
INDEX = re.compile(r"https?://[^/\s]*(?:pypi|pythonhosted|npmjs|deb\.debian)\b", re.IGNORECASE)
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)")


def texts() -> dict[str, str]:
    """Every text file of the project by name."""
    return {name: read(name) for name in project_files() if PurePosixPath(name).suffix in TEXTS}


def modules() -> list[str]:
    return [name for name in project_files() if re.fullmatch(r"jamstack/.*\.py", name)]


def pins(lines: list[str]) -> dict[str, str]:
    """Versions by name, in the form in which names are compared."""
    found = [match for line in lines if (match := PIN.match(line))]
    return {re.sub(r"[-_.]+", "-", match["name"].lower()): match["version"] for match in found}


def lines_with(pattern: re.Pattern[str], *, without: str = "") -> list[str]:
    """Where `pattern` stands, but for files whose name begins with `without`."""
    return [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.split("\n"), start=1)
        if pattern.search(line) and not (without and name.startswith(without))
    ]


def folder_pattern(folder: Path) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.~-]){re.escape(folder.as_posix())}(?![\w-])")


def test_the_top_of_the_tree_has_the_agreed_shape():
    found = {name.split("/")[0] for name in project_files()}

    assert TOP == {name for name in found if not name.startswith(".")}


def test_no_file_names_somebodys_home():
    """Tests may invent a person with a home."""
    assert [] == lines_with(HOME, without="tests/")


@pytest.mark.parametrize("folder", [ROOT, Path.home()], ids=["checkout", "home"])
def test_no_file_names_a_folder_of_this_machine(folder):
    """A folder right under the root may be any word: `/repo` is one in the documentation."""
    is_telling = len(folder.parts) > 2

    assert not is_telling or [] == lines_with(folder_pattern(folder))


def test_no_file_names_the_host_of_a_package_index():
    assert [] == lines_with(INDEX)


@pytest.mark.parametrize(
    "line",
    ["see /home/mira/stories", "open C:\\Users\\mira"],
)
def test_the_pattern_of_homes_knows_one(line):
    assert HOME.search(line) is not None


@pytest.mark.parametrize("line", ["fronts/home.yml", "https://news.example/home/a", "~/home/x"])
def test_the_pattern_of_homes_lets_other_paths_be(line):
    assert HOME.search(line) is None


def test_no_module_tells_too_much():
    lengths = {name: read(name).count("\n") for name in modules()}

    assert {} == {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE}


def test_no_module_is_a_heap():
    parts = {(name, part) for name in modules() for part in Path(name).with_suffix("").parts}

    assert [] == sorted(name for name, part in parts if part in VAGUE)


def test_no_work_is_put_off_in_the_code():
    unfinished = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|NotImplemented" + r"Error)\b")

    assert [] == lines_with(unfinished)


def test_every_pin_has_a_hash():
    text = read("requirements.txt").replace("\\\n", " ")
    required = [line for line in text.split("\n") if PIN.match(line)]

    assert [] == [line for line in required if not re.search(r"--hash=sha256:[0-9a-f]{64}", line)]


def test_every_requirement_is_a_pin():
    text = read("requirements.txt").replace("\\\n", " ")
    lines = [line for line in text.split("\n") if line.strip() and not line.strip().startswith("#")]

    assert [] == [line for line in lines if not PIN.match(line)]


def test_the_lock_agrees_with_the_pins():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = pins(project["dependencies"] + project["optional-dependencies"]["dev"])
    locked = pins(read("requirements.txt").split("\n"))

    assert wanted == {name: locked.get(name) for name in wanted}


def test_every_dependency_is_pinned():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    dependencies = project["dependencies"] + project["optional-dependencies"]["dev"]

    assert [] == [text for text in dependencies if not PIN.fullmatch(text)]


def test_the_hooks_are_local():
    configuration = yaml.safe_load(read(".pre-commit-config.yaml"))

    assert {"local"} == {item["repo"] for item in configuration["repos"]}


def test_the_licences_stand_beside_what_they_are_for():
    expected = {
        "LICENSE",
        "jamstack/cards/fonts/LICENSE-libre-franklin.txt",
        "jamstack/cards/fonts/LICENSE-newsreader.txt",
        "jamstack/cards/fonts/LICENSE-noto.txt",
        "pelican-app/content/LICENSE.md",
        "pelican-app/theme/static/fonts/LICENSE-libre-franklin.txt",
        "pelican-app/theme/static/fonts/LICENSE-newsreader.txt",
    }

    assert expected == {name for name in project_files() if "LICENSE" in name}
