"""`invoke build --prove`: what builds remember never shows in the output."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from jamstack.pelican_plugin.configuration import project_of, read_configuration
from jamstack.pelican_plugin.engine import memory_of
from jamstack.press.codec import digest
from jamstack.press.records import stamp_of

from ..copies import replace
from ..site.builders import make_site, picture, snapshot, story, write_settings

FILES = {
    "articles/2026/quay/index.md": story(
        title="The quay", image="{src: crane.png, alt: A crane}", tags="[tide]"
    ),
    "articles/2026/quay/crane.png": picture(),
    "pages/about.md": "---\ntitle: About us\n---\nWho we are.\n",
}
DIFFERS = (
    "the output is not what a build from nothing makes: 1 file\n"
    "{path}: {what}\n"
    "hint: this is a fault of the platform: keep the cache, report it, and run `{clean}`\n"
)


@pytest.fixture(autouse=True)
def proofs(tmp_path_factory, monkeypatch):
    """Where proofs are built, instead of the system's folder for what is temporary."""
    folder = tmp_path_factory.mktemp("proofs")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def prove(site):
    """Prove it, and give the exit code, the last line told and the errors."""
    ran = site.build("--prove")
    return ran.code, ran.output.splitlines()[-1], ran.errors


def proved(site):
    count = len(snapshot(site.output))
    return 0, f"proved: a build from nothing makes the same {count:,} files", ""


def plant(site, path, data):
    """Change a file of the output behind the back of the build, and what it remembers with it."""
    file = site.output / path
    file.write_bytes(data)
    settings = site.folder / "pelican-app" / "pelicanconf.py"
    memory = memory_of(project_of(read_configuration(settings, {})))
    with memory.opened():
        memory.recall()
        known = replace(memory.files[path], stamp=stamp_of(file), digest=digest(data))
        memory.keep_files([known])
        memory.save()


def differs(path, what, clean="invoke clean"):
    return DIFFERS.format(path=path, what=what, clean=clean)


def with_a_bit_changed(file):
    """Change one bit of a file, and leave no trace of it in its stamp."""
    before = file.stat()
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_first_build_is_proved(tmp_path):
    site = make_site(tmp_path, FILES)

    assert prove(site) == proved(site)


def test_the_build_itself_is_told_first(tmp_path):
    site = make_site(tmp_path)
    site.build()

    ran = site.build("--prove")

    count = len(snapshot(site.output))
    expected = [
        "1 story; 11 pages, 2 picture files",
        "0 files read, 0 pages rendered, 0 pictures drawn",
        f"0 files written, {count} unchanged, 0 removed in output",
    ]
    assert expected == ran.output.splitlines()[:3]


def test_a_build_that_had_nothing_to_do_is_proved(tmp_path):
    site = make_site(tmp_path, FILES)
    site.build()

    assert prove(site) == proved(site)


def test_a_series_of_edits_is_proved(tmp_path):
    site = make_site(tmp_path, FILES)
    site.build()

    site.write("articles/2026/ferry.md", story(title="The ferry stays", tags="[tide]"))
    retitled = prove(site)
    (site.content / "pages" / "about.md").unlink()
    deleted = prove(site)

    assert (proved(site)[0], proved(site)[2]) == (retitled[0], retitled[2])
    assert proved(site) == deleted


def test_nothing_of_the_proof_is_left(tmp_path, proofs):
    site = make_site(tmp_path, FILES)

    prove(site)

    assert [] == list(proofs.iterdir())
    assert 1 == len(list((tmp_path / ".cache").glob("press-*.sqlite")))


def test_a_strangers_file_proves_nothing_wrong(tmp_path):
    site = make_site(tmp_path)
    site.build()
    (site.output / "CNAME").write_text("bay.example\n", encoding="utf-8")

    ran = site.build("--prove")

    count = len(snapshot(site.output)) - 1
    assert (0, f"proved: a build from nothing makes the same {count} files") == (
        ran.code,
        ran.output.splitlines()[-1],
    )


def test_a_byte_that_a_build_did_not_make_is_found(tmp_path):
    site = make_site(tmp_path, FILES)
    site.build()
    page = site.output / "stories" / "ferry" / "index.html"
    plant(site, "stories/ferry/index.html", page.read_bytes().replace(b"ferry", b"fairy", 1))

    ran = site.build("--prove")

    expected = differs("stories/ferry/index.html", "has other bytes")
    assert (1, expected) == (ran.code, ran.errors)


def test_a_picture_that_was_changed_without_a_trace_is_found(tmp_path):
    site = make_site(tmp_path, FILES)
    site.build()
    file = min((site.output / "images").iterdir())
    with_a_bit_changed(file)

    ran = site.build("--prove")

    expected = differs(f"images/{file.name}", "has other bytes", "invoke clean --pictures")
    assert (1, expected) == (ran.code, ran.errors)


def test_a_picture_that_no_build_drew_is_found_and_what_is_told_mends_it(tmp_path):
    """One that was made is trusted by its name, and published again and again."""
    site = make_site(tmp_path, FILES)
    site.build()
    made = min((tmp_path / ".cache" / "pictures" / "images").iterdir())
    with_a_bit_changed(made)
    shutil.rmtree(site.output)

    ran = site.build("--prove")
    site.invoke("clean", "--pictures")

    expected = differs(f"images/{made.name}", "has other bytes", "invoke clean --pictures")
    assert (1, expected) == (ran.code, ran.errors)
    assert prove(site) == proved(site)


def test_a_picture_that_was_plainly_changed_is_put_back_first(tmp_path):
    site = make_site(tmp_path, FILES)
    site.build()
    before = snapshot(site.output)
    file = min((site.output / "images").iterdir())
    file.write_bytes(b"no picture")

    found = prove(site)

    assert found == proved(site)
    assert before == snapshot(site.output)


def test_what_changes_between_the_two_builds_is_found(tmp_path, monkeypatch):
    site = make_site(tmp_path, FILES)
    from jamstack.pelican_plugin import engine

    def changed(output: Path, made, proof: Path):
        (proof / "extra.html").write_text("new", encoding="utf-8")
        return demand_same(output, made, proof)

    demand_same = engine.demand_same
    monkeypatch.setattr(engine, "demand_same", changed)

    ran = site.build("--prove")

    assert (1, differs("extra.html", "is missing")) == (ran.code, ran.errors)


def test_a_fault_of_the_content_stops_it(tmp_path):
    site = make_site(tmp_path, {"articles/2026/ferry.md": story(section="lokal")})

    ran = site.build("--prove")

    expected = (
        "articles/2026/ferry.md:4: `section`: is `lokal`, expected a declared section\n"
        "hint: did you mean `local`?\n"
        "1 fault; nothing was built\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


@pytest.mark.parametrize(
    "pelican",
    [{"THEME": "simple"}, {"PLUGINS": ["jamstack.pelican_plugin", "neighbors"]}],
)
def test_pelicans_own_path_is_proved_too(tmp_path, pelican):
    site = make_site(tmp_path, FILES)
    write_settings(site, pelican=pelican)
    site.run("invoke", "build", "--now", "2026-11-22T12:00")
    site.write("articles/2026/ferry.md", story(title="The ferry stays", tags="[tide]"))

    ran = site.run("invoke", "build", "--now", "2026-11-22T12:00", "--prove")

    count = len(snapshot(site.output))
    assert (0, f"proved: a build from nothing makes the same {count} files", "") == (
        ran.code,
        ran.output.splitlines()[-1],
        ran.errors,
    )
