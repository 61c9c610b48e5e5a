import subprocess
import tarfile

import pytest

from jamstack.deploy.artifact import NAME, write_artifact
from jamstack.deploy.manifest import manifest_files
from jamstack.errors import OutputError

from .builders import make_release

LONG = "stories/" + "a" * 150 + "/index.html"
PAGES = {
    ".nojekyll": b"",
    "index.html": b"home",
    "images/b.jpg": b"\xff\xd8",
    "stories/caf\u00e9 au lait/-x.html": b"milk",
    LONG: b"long",
}


def lay(folder, pages=PAGES):
    for path, data in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return make_release(pages)


def write(tmp_path, pages=PAGES, manifest=None):
    output = tmp_path / "output"
    release = lay(output, pages)
    manifest = manifest_files(release) if manifest is None else manifest
    tar = tmp_path / "made" / NAME
    return tar, write_artifact(release, manifest, output=output, tar=tar), {**pages, **manifest}


def test_it_holds_every_file_and_the_manifest_and_nothing_else(tmp_path):
    tar, size, expected = write(tmp_path)

    with tarfile.open(tar) as reading:
        found = {
            member.name.removeprefix("./"): reading.extractfile(member).read()
            for member in reading
            if member.isfile()
        }
    assert expected == found
    assert tar.stat().st_size == size


def test_it_holds_files_and_folders_alone(tmp_path):
    tar, _, _ = write(tmp_path)

    with tarfile.open(tar) as reading:
        members = reading.getmembers()
    assert {(True, 0o644), (False, 0o755)} == {(item.isfile(), item.mode) for item in members}
    assert all(item.isfile() or item.isdir() for item in members)
    assert {(0, 0, "", "", 0)} == {
        (item.uid, item.gid, item.uname, item.gname, item.mtime) for item in members
    }


def test_a_folder_stands_before_what_it_holds(tmp_path):
    tar, _, _ = write(tmp_path, {"a/b/c.html": b"c", "a.html": b"a"}, {})

    with tarfile.open(tar) as reading:
        assert [".", "./a", "./a/b", "./a.html", "./a/b/c.html"] == reading.getnames()


def test_names_are_written_as_gnu_tar_writes_them(tmp_path):
    """The program that Pages' own action packs with unpacks it to the same files."""
    tar, _, expected = write(tmp_path)
    folder = tmp_path / "unpacked"
    folder.mkdir()

    subprocess.run(["tar", "-xf", tar, "-C", folder], check=True)

    found = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert expected == found


def test_the_same_release_gives_the_same_bytes(tmp_path):
    one, _, _ = write(tmp_path / "one")
    other, _, _ = write(tmp_path / "two", dict(reversed(PAGES.items())))

    assert one.read_bytes() == other.read_bytes()


def refused(tmp_path, spoil):
    output = tmp_path / "output"
    release = lay(output)
    spoil(output)
    tar = tmp_path / NAME
    tar.write_bytes(b"the last one")
    with pytest.raises(OutputError) as fault:
        write_artifact(release, {}, output=output, tar=tar)
    assert {NAME, "output", "elsewhere"} >= {path.name for path in tmp_path.iterdir()}
    assert b"the last one" == tar.read_bytes()
    return str(fault.value)


def test_a_file_that_changed_meanwhile_stops_it(tmp_path):
    text = refused(tmp_path, lambda output: (output / "index.html").write_bytes(b"rival"))

    expected = (
        "`index.html` in the output has changed since it was looked at\n"
        "hint: build again, then deploy again"
    )
    assert expected == text


def test_a_file_that_is_gone_stops_it(tmp_path):
    text = refused(tmp_path, lambda output: (output / "index.html").unlink())

    expected = (
        "`index.html` in the output cannot be read: No such file or directory\n"
        "hint: build again, then deploy again"
    )
    assert expected == text


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path):
    def link(output):
        (tmp_path / "elsewhere").write_bytes(b"home")
        (output / "index.html").unlink()
        (output / "index.html").symlink_to(tmp_path / "elsewhere")

    assert "`index.html` in the output has changed since it was looked at" in refused(
        tmp_path, link
    )


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "made").write_bytes(b"a file where the folder should be")

    with pytest.raises(OutputError) as fault:
        write(tmp_path)

    expected = (
        "cannot write `artifact.tar`: File exists\nhint: check the free space and the permissions"
    )
    assert expected == str(fault.value)
