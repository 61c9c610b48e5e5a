"""What is told where a build cannot have the cache or the output for itself, or as it left it."""

import subprocess
import sys

import pytest

from jamstack.press import turns
from jamstack.press.memory import store_file
from jamstack.press.store import FORMAT

from ..press import apart
from ..press.test_store import WAITING, hold
from ..site.builders import NOW, make_site, quiet_environment, snapshot, story, write_settings

DAMAGED = "what earlier builds remember is damaged: everything is built anew\n"
OTHER_VERSION = "another version remembered what earlier builds did: everything is built anew\n"
OTHER_SITE = "another site left what it remembers in this cache: everything is built anew\n"


def store_of(site):
    return store_file(site.folder / ".cache", site.output)


def rebuilt(site):
    """What a build tells, after which the output is that of a build from nothing."""
    ran = site.build()
    assert 0 == ran.code
    assert 0 == site.build("--output", "clean").code
    assert snapshot(site.folder / "clean") == snapshot(site.output)
    return ran.errors


class TestTwoBuilds:
    def test_the_second_says_so_waits_and_builds(self, tmp_path):
        site = make_site(tmp_path)
        with (
            apart.started(hold, store_of(site)) as first,
            subprocess.Popen(
                [sys.executable, "-m", "invoke", "build", "--now", NOW],
                cwd=site.folder,
                env=quiet_environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            ) as second,
        ):
            assert "held" == apart.line(first)
            assert f"{WAITING}\n" == second.stderr.readline()
            assert not site.output.exists()
            first.kill()
            second.communicate(timeout=apart.PATIENCE_S)

        assert 0 == second.returncode
        assert "" == rebuilt(site)

    def test_the_second_gives_up_after_a_while(self, tmp_path, monkeypatch):
        monkeypatch.setattr(turns, "PATIENCE_S", 1)
        site = make_site(tmp_path)

        with apart.started(hold, store_of(site)) as first:
            assert "held" == apart.line(first)
            ran = site.build()

        expected = (
            f"{WAITING}\n"
            "another build is at work on this output and does not end\n"
            "hint: end it, or name another folder with `--output`\n"
        )
        assert (1, "", expected) == (ran.code, ran.output, ran.errors)
        assert not site.output.exists()

    def test_builds_of_two_outputs_do_not_wait(self, tmp_path):
        site = make_site(tmp_path)

        with apart.started(hold, store_of(site)) as first:
            assert "held" == apart.line(first)
            ran = site.build("--output", "elsewhere")

        assert (0, "") == (ran.code, ran.errors)

    def test_check_does_not_wait_and_leaves_no_store(self, tmp_path):
        site = make_site(tmp_path)
        before = snapshot(tmp_path)

        ran = site.invoke("check")

        assert (0, "") == (ran.code, ran.errors)
        assert before == snapshot(tmp_path)


class TestAStoreThatIsNotAsItWas:
    @pytest.fixture
    def site(self, tmp_path):
        """A site that was built, and then edited."""
        site = make_site(tmp_path)
        site.build()
        site.write("articles/2026/quay.md", story(title="The quay"))
        return site

    @pytest.mark.parametrize("data", [b"no store at all" * 99, b"SQLite format 3\0garbage"])
    def test_one_that_is_damaged_is_told_in_one_line(self, site, data):
        store_of(site).write_bytes(data)

        assert DAMAGED == rebuilt(site)
        assert "" == rebuilt(site)

    def test_one_of_another_version_is_told_in_one_line(self, site):
        data = bytearray(store_of(site).read_bytes())
        # Where SQLite keeps `user_version`.
        data[60:64] = (FORMAT + 1).to_bytes(4, "big")
        store_of(site).write_bytes(data)

        assert OTHER_VERSION == rebuilt(site)
        assert "" == rebuilt(site)

    def test_one_of_another_site_is_told_in_one_line(self, site):
        (site.content).rename(site.folder / "pelican-app" / "texts")
        write_settings(site, pelican={"PATH": "texts"})

        ran = site.build()

        assert (0, OTHER_SITE) == (ran.code, ran.errors)

    def test_a_folder_in_its_place_is_told(self, site):
        store_of(site).unlink()
        store_of(site).mkdir()

        ran = site.build()

        expected = (
            "cannot write what the build remembers: unable to open database file\n"
            "hint: check the free space and the permissions of the cache folder\n"
        )
        assert (1, "", expected) == (ran.code, ran.output, ran.errors)


class TestAnOutputThatIsNotAFolder:
    def test_a_link_is_told(self, tmp_path):
        site = make_site(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        site.output.symlink_to("elsewhere")

        ran = site.build()

        expected = (
            "the output folder `output` is a symbolic link\n"
            "hint: name the folder itself with `--output`\n"
        )
        assert (1, "", expected) == (ran.code, ran.output, ran.errors)
        assert {} == snapshot(tmp_path / "elsewhere")

    def test_a_file_is_told(self, tmp_path):
        site = make_site(tmp_path)
        site.output.write_text("a file", encoding="utf-8")

        ran = site.build()

        expected = (
            "the output folder `output` cannot be made: File exists\n"
            "hint: name another with `--output`\n"
        )
        assert (1, "", expected) == (ran.code, ran.output, ran.errors)

    def test_a_linked_folder_in_it_is_told(self, tmp_path):
        site = make_site(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        site.output.mkdir()
        (site.output / "stories").symlink_to("../elsewhere")

        ran = site.build()

        expected = (
            "`stories` in the output folder is a symbolic link, expected a folder\n"
            "hint: remove it, or run `invoke clean`\n"
        )
        assert (1, "", expected) == (ran.code, ran.output, ran.errors)
        assert {} == snapshot(tmp_path / "elsewhere")
