"""Documentation and code tell the same: settings, fields, commands, views, links."""

import ast
import dataclasses
import itertools
import json
import re
import subprocess
import sys

import pytest

import jamstack.views
from jamstack.articles.front import FRONT_FIELDS
from jamstack.articles.kinds import CREDIT_FIELDS, NOTICE_FIELDS
from jamstack.articles.page import PAGE_FIELDS
from jamstack.articles.story import STORY_FIELDS
from jamstack.bylines.follow import NETWORKS
from jamstack.bylines.registry import AUTHOR_FIELDS, PAST_FIELDS
from jamstack.press.schemas import FIELDS
from jamstack.publishing import DEFAULTS, DEPLOY_NAMES, DeploySettings
from jamstack.setting_values import RESERVED_SECTIONS
from jamstack.settings import SETTING_NAMES, Settings
from jamstack.sources.fields import Field
from jamstack.sources.pictures import PICTURE_FIELDS
from jamstack.tasks import namespace
from tests.project.documents import (
    ROOT,
    anchors,
    documents,
    links,
    names,
    read,
    rows,
    section,
    sections,
)

TABLES = {
    "story": ("docs/writing.md", "Fields of a story", STORY_FIELDS),
    "credit": ("docs/writing.md", "Credits", CREDIT_FIELDS),
    "picture": ("docs/writing.md", "Pictures", PICTURE_FIELDS),
    "notice": ("docs/writing.md", "Corrections and updates", NOTICE_FIELDS),
    "author": ("docs/writing.md", "Authors", AUTHOR_FIELDS),
    "page": ("docs/writing.md", "Standing pages", PAGE_FIELDS),
    "front": ("docs/editing.md", "The home page", FRONT_FIELDS),
}
TYPES = {
    "str": "text",
    "int": "whole number",
    "bool": "yes or no",
    "CardLayout": "layout",
    "RelatedDirection": "`any`, `earlier` or `later`",
    "DeploySettings": "[deploying](#deploying)",
    "tuple[str, ...]": "list of texts",
    "tuple[int, ...]": "list of whole numbers",
    "tuple[Section, ...]": "list of [sections](#sections)",
}
CODE = sorted((ROOT / "jamstack").rglob("*.py"))
COMMANDS = tuple(namespace.tasks)
VIEWS = tuple(
    view
    for view in vars(jamstack.views).values()
    if isinstance(view, type) and view.__module__.startswith("jamstack.views")
)


def field_row(item: Field) -> tuple[str, ...]:
    required = " (required)" if item.is_required else ""
    return (f"`{item.name}`{required}", item.meaning, item.kind.words)


def dashed(name: str) -> str:
    """An option as it is typed."""
    return f"-{name}" if len(name) == 1 else f"--{name}"


def written_default(value):
    """A default as one would write it in the settings."""
    if isinstance(value, DeploySettings):
        return {}
    return list(value) if isinstance(value, tuple) else value


def setting_meanings() -> dict[str, str]:
    """The text under each field of `Settings`."""
    return meanings_in(class_body("jamstack/settings.py", "Settings"))


def class_body(path, name):
    """The statements of a class."""
    return next(
        node.body
        for node in ast.parse(read(path)).body
        if isinstance(node, ast.ClassDef) and node.name == name
    )


def meanings_in(body):
    """The text under each field of a class."""
    return {
        item.target.id: text.value.value
        for item, text in itertools.pairwise(body)
        if isinstance(item, ast.AnnAssign)
        and isinstance(item.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }


@pytest.mark.parametrize("kind", TABLES)
def test_the_table_of_fields_is_the_one_that_the_parser_reads_by(kind):
    document, heading, fields = TABLES[kind]

    found = [row for row in rows(section(document, heading)) if len(row) == 3]

    assert [field_row(item) for item in fields] == found[: len(fields)]


def test_only_the_authors_section_has_a_second_table():
    sizes = {
        kind: len([row for row in rows(section(document, heading)) if len(row) == 3]) - len(fields)
        for kind, (document, heading, fields) in TABLES.items()
    }

    others = {"author": len(PAST_FIELDS) + len(NETWORKS)}
    assert {**dict.fromkeys(TABLES, 0), **others} == sizes


def test_what_was_true_of_an_author_before_has_its_table():
    found = [row for row in rows(section("docs/writing.md", "Authors")) if len(row) == 3]

    assert [field_row(item) for item in PAST_FIELDS] == found[len(AUTHOR_FIELDS) :][
        : len(PAST_FIELDS)
    ]


def test_every_kind_of_source_file_has_its_table():
    assert set(FIELDS) <= set(TABLES)
    assert list(FIELDS.values()) == [TABLES[kind][2] for kind in FIELDS]


def test_every_network_is_in_the_table_of_networks():
    expected = [(f"`{key}`", network.label, network.expected) for key, network in NETWORKS.items()]

    assert expected == list(rows(section("docs/writing.md", "Authors")))[-len(NETWORKS) :]


def test_every_setting_is_in_the_table_with_type_and_meaning():
    meanings = setting_meanings()
    types = {item.name: TYPES[str(item.type)] for item in dataclasses.fields(Settings)}

    found = [
        (name, kind, meaning)
        for name, kind, _, meaning in rows(section("docs/settings.md", "The newsroom"))
    ]

    assert [(f"`{name}`", types[name], meanings[name]) for name in SETTING_NAMES] == found


def test_every_setting_is_in_the_table_with_its_default():
    defaults = {
        item.name: written_default(item.default)
        for item in dataclasses.fields(Settings)
        if item.name in SETTING_NAMES
    }

    found = {
        names(name)[0]: dataclasses.MISSING
        if default == "required"
        else ast.literal_eval(default.strip("`"))
        for name, _, default, _ in rows(section("docs/settings.md", "The newsroom"))
    }

    assert defaults == found


def test_every_setting_of_deploys_is_in_its_table():
    body = class_body("jamstack/publishing.py", "DeploySettings")
    meanings = meanings_in(body)
    types = {
        item.target.id: ast.unparse(item.annotation) for item in body if hasattr(item, "target")
    }

    found = {
        names(name)[0]: (kind, ast.literal_eval(default.strip("`")), meaning)
        for name, kind, default, meaning in rows(section("docs/settings.md", "Deploying"))
    }

    assert found == {
        name: (TYPES[types[name]], written_default(getattr(DEFAULTS, name)), meanings[name])
        for name in DEPLOY_NAMES
    }


def test_every_reserved_section_is_told():
    told = section("docs/settings.md", "Sections").partition("cannot be a section's:")[2]

    assert RESERVED_SECTIONS == set(names(told.partition(".")[0]))


def test_the_readme_points_to_the_settings():
    assert "docs/settings.md" in links(section("README.md", "Settings"))


OPTIONS = """
import json
from jamstack.tasks import namespace
print(json.dumps({
    name: [(option.names, option.help) for option in task.get_arguments()]
    for name, task in namespace.tasks.items()
}))
"""


@pytest.fixture(scope="module")
def options():
    """Every command's options, from a process of its own: Invoke tells a task's help only once."""
    ran = subprocess.run([sys.executable, "-c", OPTIONS], capture_output=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_told_in_its_own_words(command, options):
    expected = [
        (", ".join(f"`{dashed(name)}`" for name in named), told) for named, told in options[command]
    ]

    assert expected == list(rows(section("docs/developing.md", f"`invoke {command}`")))


def test_every_command_is_in_the_readme():
    found = [names(row[0])[0] for row in rows(section("README.md", "Commands"))]

    assert {f"invoke {command}" for command in COMMANDS} == set(found)


def test_no_command_is_told_that_there_is_not():
    told = {part.heading for part in sections(read("docs/developing.md"))}
    told = {heading for heading in told if heading.startswith("`invoke ")}

    assert {f"`invoke {command}`" for command in COMMANDS} == told


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_told_to_theme_makers(view):
    text = section("docs/themes.md", view.__name__)

    told = [name for row in rows(text) for name in names(row[0])]

    assert list(view.__struct_fields__) == told


def test_no_view_is_told_that_there_is_not():
    classes = re.compile(r"[A-Z]\w+(?:View|Page|Link|Tag|Entry|Year)")

    told = {part.heading for part in sections(read("docs/themes.md"))}

    known = {view.__name__ for view in VIEWS}
    assert set() == {heading for heading in told if classes.fullmatch(heading)} - known


def test_every_finding_that_editors_are_told_of_can_happen():
    """What is quoted stands in the code, with values where the documentation has dots."""
    code = "".join(read(path.relative_to(ROOT).as_posix()) for path in CODE)
    code = re.sub(r'"\s*\n\s*f?"', "", code).replace("`", "")
    quoted = [
        text
        for row in rows(section("docs/editing.md", "What findings mean"))
        for text in names(row[1])
    ]

    pieces = {piece.strip(" ,") for text in quoted for piece in text.split("…")}
    assert len(quoted) > 50
    assert [] == sorted(piece for piece in pieces if piece not in code)


def test_every_room_is_in_the_table_of_rooms():
    rooms = {
        path.stem
        for path in (ROOT / "jamstack").iterdir()
        if path.stem != "__init__" and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }

    found = [name for row in rows(section("docs/developing.md", "Rooms")) for name in names(row[0])]

    assert sorted(rooms) == sorted(found)


def test_ci_runs_the_test_command_of_the_readme():
    commands = [
        line for line in read("README.md").split("\n") if line.startswith("python3 -m venv")
    ]
    start = 'python3 -m venv .venv && .venv/bin/pip install -e ".[dev]" && .venv/bin/invoke'

    assert [f"{start} build", f"{start} test"] == commands
    assert f"{start} test" in read(".ci/run").split("\n")


@pytest.mark.parametrize("document", documents())
def test_no_link_between_documents_is_dead(document):
    dead = []
    for link in links(read(document)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (ROOT / document).parent / path if path else ROOT / document
        is_dead = not target.exists()
        if not is_dead and fragment:
            is_dead = fragment not in anchors(target.read_text(encoding="utf-8"))
        if is_dead:
            dead.append(link)

    assert [] == dead


def test_every_decision_is_in_the_list():
    decisions = sorted(
        name.removeprefix("docs/decisions/")
        for name in documents()
        if re.match(r"docs/decisions/[0-9]{4}-", name)
    )

    assert decisions == list(links(read("docs/decisions/README.md")))


@pytest.mark.parametrize("part", ["Context", "Decision", "Consequences"])
def test_every_decision_has_its_three_parts(part):
    lacking = [
        name
        for name in documents()
        if re.match(r"docs/decisions/[0-9]{4}-", name)
        and part not in {found.heading for found in sections(read(name))}
    ]

    assert [] == lacking
