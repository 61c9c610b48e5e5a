"""`invoke due`, `invoke verify`, the artifact and previews, as people run them."""

import contextlib
import json
import os
import tarfile

import pytest

from ..deploy.remotes import git, live_files, make_remote
from ..hosting import hosting
from ..site.builders import make_site, story, write_settings

NOW = "2026-11-22T12:00"
EARLIER = 1_763_800_000
FILES = {
    "articles/2026/later.md": story(title="What comes", embargo="2026-12-24T18:00"),
    "articles/2026/secret.md": story("Hush.\n", title="The secret", status="draft"),
}


@contextlib.contextmanager
def newsroom(tmp_path, **deploy):
    """A committed newsroom with a bare remote, whose published branch is served as Pages would."""
    served = tmp_path / "served"
    served.mkdir()
    with hosting({"/paper": served}) as host:
        address = f"{host.origin}/paper"
        site = make_site(tmp_path / "project", FILES)
        write_settings(site, pelican={"SITEURL": address}, newsroom={"deploy": deploy})
        settings = site.folder / "pelican-app"
        (settings / "publishconf.py").write_text(
            (settings / "pelicanconf.py").read_text(encoding="utf-8"), encoding="utf-8"
        )
        (site.folder / ".gitignore").write_text(".cache/\noutput/\n__pycache__/\n")
        # Not of this very second, in which a change could be missed: builds do not trust those.
        for file in (path for path in site.folder.rglob("*") if path.is_file()):
            os.utime(file, (EARLIER, EARLIER))
        remote = make_remote(tmp_path / "remote.git")
        git(site.folder, "init", "--quiet")
        git(site.folder, "remote", "add", "origin", str(remote))
        git(site.folder, "add", "-A")
        git(site.folder, "commit", "--quiet", "-m", "A newsroom")
        yield Newsroom(site, remote, served, address)


class Newsroom:
    def __init__(self, site, remote, served, address):
        self.site, self.remote, self.served, self.address = site, remote, served, address

    def serve_branch(self):
        """Do what Pages does after a push."""
        for path, data in live_files(self.remote).items():
            file = self.served / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def unpack(self):
        with tarfile.open(self.site.folder / ".cache" / "artifact.tar") as tar:
            tar.extractall(self.served, filter="data")


def test_before_the_first_deploy_everything_is_due(tmp_path):
    with newsroom(tmp_path) as it:
        ran = it.site.invoke("due", "--now", NOW)

    expected = (
        "nothing is published yet\n"
        "1 story should be out and not:\n"
        "  2026-11-20T00:00+00:00 The ferry sails again (articles/2026/ferry.md)\n"
        "1 story to come:\n"
        "  2026-12-24T18:00+00:00 What comes (articles/2026/later.md)\n"
    )
    assert (10, expected) == (ran.code, ran.output)


def test_a_deploy_and_an_embargo_that_ends(tmp_path):
    with newsroom(tmp_path) as it:
        assert 0 == it.site.invoke("build", "--production").code
        assert 0 == it.site.invoke("deploy").code
        it.serve_branch()
        before = it.site.invoke("due", "--now", "2026-12-24T17:59")
        after = it.site.invoke("due", "--now", "2026-12-24T18:00", "--json")

    expected = (
        "nothing is due\n1 story to come:\n"
        "  2026-12-24T18:00+00:00 What comes (articles/2026/later.md)\n"
    )
    assert (0, expected) == (before.code, before.output)
    answer = json.loads(after.output)
    assert (10, True, None) == (after.code, answer["deploy_needed"], answer["next_at"])
    assert ["What comes"] == [item["title"] for item in answer["overdue"]]


def test_due_can_be_asked_of_a_folder(tmp_path):
    with newsroom(tmp_path) as it:
        missing = it.site.invoke("due", "--output", "output")
        it.site.invoke("build", "--production")
        built = it.site.invoke("due", "--output", "output", "--now", NOW)

    expected = "there is no folder `output`\nhint: build first: `invoke build`"
    assert (1, expected) == (missing.code, missing.errors.strip())
    assert 0 == built.code


def test_a_deploy_is_verified(tmp_path):
    with newsroom(tmp_path) as it:
        it.site.invoke("build", "--production")
        it.site.invoke("deploy")
        it.serve_branch()
        good = it.site.invoke("verify")
        (it.served / "feed.xml").write_bytes(b"damaged")
        bad = it.site.invoke("verify", "--url", it.address)

    assert (0, True) == (good.code, good.output.startswith("verified: build "))
    assert 1 == bad.code
    assert f"{it.address}/feed.xml: serves other bytes than were published" in bad.errors


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            ("verify", "--patience", "long"),
            "`patience` is `long`, expected seconds\nhint: such as 600",
        ),
        (
            ("verify", "--build", "12"),
            "`build` is `12`, expected 32 hexadecimal digits\nhint: `invoke deploy` prints it,"
            " and the live `deploy/manifest.json` holds it",
        ),
        (
            ("deploy", "--drop"),
            "`--drop` is for previews\nhint: name one with `--preview`",
        ),
        (
            ("deploy", "--drafts"),
            "`--drafts` is for previews\nhint: name one with `--preview`",
        ),
    ],
)
def test_words_that_make_no_sense_are_faults(tmp_path, words, text):
    ran = make_site(tmp_path).invoke(*words)

    assert (1, text) == (ran.code, ran.errors.strip())


def test_the_artifact_is_written_once_and_serves_as_published(tmp_path, monkeypatch):
    output = tmp_path / "github-output"
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    with newsroom(tmp_path) as it:
        it.site.invoke("build", "--production")
        first = it.site.invoke("deploy", "--target", "artifact")
        it.unpack()
        build = output.read_text().split("\n")[0].removeprefix("build=")
        verified = it.site.invoke("verify", "--build", build)
        again = it.site.invoke("deploy", "--target", "artifact")

    assert (0, 0, 0) == (first.code, verified.code, again.code), first.errors + again.errors
    assert ["changed=true", "changed=false"] == output.read_text().split("\n")[1::2]
    assert f"nothing changed: build {build[:12]} is live\n" == again.output
    assert not (it.site.folder / ".cache" / "artifact.tar").exists()


def test_a_preview_is_published_with_its_own_address_and_dropped(tmp_path):
    with newsroom(tmp_path) as it:
        it.site.invoke("build", "--production")
        it.site.invoke("deploy")
        before = live_files(it.remote)
        ran = it.site.invoke("deploy", "--preview", "night")
        published = live_files(it.remote)
        home = published["previews/night/index.html"].decode()
        dropped = it.site.invoke("deploy", "--preview", "night", "--drop")
        after = live_files(it.remote)

    assert (0, 0) == (ran.code, dropped.code), ran.errors + dropped.errors
    assert '<meta name="robots" content="noindex">' in home
    assert f'<link rel="canonical" href="{it.address}/previews/night/">' in home
    assert "Preview: this is not the published site" in home
    assert not any(b"The secret" in data for data in published.values())
    assert before == after


def test_drafts_are_in_a_preview_that_asks_for_them(tmp_path):
    with newsroom(tmp_path) as it:
        ran = it.site.invoke("deploy", "--preview", "night", "--drafts")
        published = live_files(it.remote)

    assert 0 == ran.code, ran.errors
    assert b"Hush." in published["previews/night/stories/secret/index.html"]


def test_another_remote_for_previews_needs_its_address(tmp_path):
    with newsroom(tmp_path, preview_remote="previews") as it:
        ran = it.site.invoke("deploy", "--preview", "night")

    expected = (
        "`preview_remote` and `preview_url` of the setting `deploy` go together\n"
        "hint: set both, or neither"
    )
    assert (1, expected) == (ran.code, ran.errors.strip())


def test_previews_may_go_to_another_remote(tmp_path):
    other = make_remote(tmp_path / "other.git")
    url = "https://previews.herald.example"
    with newsroom(tmp_path, preview_remote=str(other), preview_url=url) as it:
        ran = it.site.invoke("deploy", "--preview", "night")

    assert 0 == ran.code, ran.errors
    assert f"{url}/previews/night/" in live_files(other)["previews/night/index.html"].decode()
    assert "" == git(it.remote, "for-each-ref")
