"""A store that was damaged, however: one line at most, and the right output."""

import contextlib
import random
import shutil
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from jamstack.press.memory import ELSEWHERE
from jamstack.press.project import Project
from jamstack.press.store import DAMAGED

from ..builders import story_text
from .builders import GOOD, age, make_project, photo, plain_build, snapshot, write_files

FILES = {
    **GOOD,
    "pages/about.md": "---\ntitle: About\n---\nWho we are.\n",
    "fronts/home.yml": "lead: ferry\n",
    "articles/2026/ferry.md": story_text(
        "A ferry.\n", title="The ferry", tags="[tide]", image="{src: pier.jpg, alt: The pier}"
    ),
    "articles/2026/pier.jpg": photo(),
}
EDIT = {"articles/2026/bridge.md": story_text("Shut.\n", title="The bridge shuts")}
PAGE_BYTES = 4096
"""SQLite reads and writes so many at a time."""

TABLES = {
    "facts": ("name", "value", "seal"),
    "sources": ("path", "size", "changed", "digest", "face", "kind", "value", "findings", "seal"),
    "texts": ("path", "body", "seal"),
    "pictures": ("path", "size", "changed", "facts", "seal"),
    "questions": ("first", "questions", "seal"),
    "files": ("path", "size", "changed", "digest", "key", "view", "asked", "seal"),
}
COLUMNS = [(table, column) for table, columns in TABLES.items() for column in columns]


def flipped(value):
    """Another value of the same type and length, one bit away."""
    match value:
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:] if value else b"\x01"
        case str():
            return chr(ord(value[0]) ^ 1) + value[1:] if value else "\x01"
        case _:
            return value ^ 1


WAYS = {
    "one bit is another": flipped,
    "cut short": lambda value: value // 2 if isinstance(value, int) else value[:-1],
    "nothing": lambda _: None,
    "a number": lambda _: 7,
    "text": lambda _: "text",
    "bytes": lambda _: b"\x93\x01\xff",
}


@dataclass(frozen=True)
class Site:
    """A site as its first build left it; `edited` is the output after an edit."""

    project: Project
    data: bytes
    edited: dict[str, bytes]

    def rebuilt_with(self, folder: Path, data: bytes):
        """What a build of the edited site tells, with `data` as its store."""
        shutil.copytree(self.project.content.parent, folder)
        moved = {
            name: folder / name for name in ("content", "theme", "output")
        } | {"store": folder / "cache"}  # fmt: skip
        project = replace(self.project, **moved)
        write_files(project.content, EDIT)
        store_of(project).write_bytes(data)
        told = []
        plain_build(project, told=told)
        assert self.edited == snapshot(project.output)
        return told


def store_of(project):
    (file,) = project.store.glob("press-*.sqlite")
    return file


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("site"), FILES)
    age(project.content)
    plain_build(project)
    edited = make_project(tmp_path_factory.mktemp("edited"), {**FILES, **EDIT})
    plain_build(edited)
    return Site(project, store_of(project).read_bytes(), snapshot(edited.output))


def with_rows_changed(site, folder, table, column, way):
    """The bytes of the site's store with one column of every row changed."""
    file = folder / "changed.sqlite"
    file.write_bytes(site.data)
    with contextlib.closing(sqlite3.connect(file)) as connection:
        key = "name" if table == "facts" else "rowid"
        rows = connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall()  # noqa: S608
        assert rows
        for place, value in rows:
            # What the table itself refuses cannot be in it.
            with contextlib.suppress(sqlite3.IntegrityError):
                statement = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"  # noqa: S608
                connection.execute(statement, (way(value), place))
        connection.commit()
    return file.read_bytes()


def test_nothing_is_told_where_nothing_is_damaged(site, tmp_path):
    assert [] == site.rebuilt_with(tmp_path / "copy", site.data)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_row(site, tmp_path, table, column):
    for name, way in WAYS.items():
        data = with_rows_changed(site, tmp_path, table, column, way)

        told = site.rebuilt_with(tmp_path / name, data)

        assert told in ([], [DAMAGED], [ELSEWHERE]), name


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_gone(site, tmp_path, table):
    file = tmp_path / "changed.sqlite"
    file.write_bytes(site.data)
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute(f"DROP TABLE {table}")

    told = site.rebuilt_with(tmp_path / "copy", file.read_bytes())

    assert [DAMAGED] == told


class TestBytes:
    def places(self, site):
        return range(0, len(site.data), PAGE_BYTES)

    def test_a_header_of_something_else(self, site, tmp_path):
        data = b"Something else \0" + site.data[16:]

        assert [DAMAGED] == site.rebuilt_with(tmp_path / "copy", data)

    def test_a_file_that_was_cut_short(self, site, tmp_path):
        for place in (*self.places(site), 1, 99, 1000, len(site.data) - 1):
            told = site.rebuilt_with(tmp_path / str(place), site.data[:place])

            assert told in ([], [DAMAGED]), place

    def test_a_page_of_zeros(self, site, tmp_path):
        for place in self.places(site):
            data = site.data[:place] + bytes(PAGE_BYTES) + site.data[place + PAGE_BYTES :]

            told = site.rebuilt_with(tmp_path / str(place), data)

            assert told in ([], [DAMAGED]), place

    def test_a_page_of_noise(self, site, tmp_path):
        noise = random.Random(7)  # noqa: S311 - not for secrets
        for place in self.places(site):
            data = site.data[:place] + noise.randbytes(PAGE_BYTES) + site.data[place + PAGE_BYTES :]

            told = site.rebuilt_with(tmp_path / str(place), data)

            assert told in ([], [DAMAGED]), place


def test_a_store_of_another_site(site, tmp_path):
    other = make_project(tmp_path / "other", FILES, content=write_files(tmp_path / "texts", FILES))
    plain_build(other, memory=None)
    elsewhere = store_of(other)
    told = []

    with_other_site = site.data
    assert elsewhere.name == store_of(site.project).name
    told = site.rebuilt_with(tmp_path / "copy", with_other_site)

    assert [] == told
