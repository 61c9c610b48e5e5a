"""Every fault that stops a deploy before anything is sent, on a real output."""

from datetime import timedelta

import pytest

from jamstack.deploy.preflight.case import Lineage
from jamstack.deploy.release import HiddenStory, Source
from jamstack.errors import DeployError
from tests.deploy.remotes import NOW, PAGES, git, live_site, make_build, tip, write

BUILD = "hint: run `invoke build --production`"
OLD = "7" * 40


@pytest.fixture
def faults(desk, remote):
    """Deploy, and give the whole text that stops it; nothing may have been sent."""

    def stopped(pages=PAGES, **values):
        before = tip(remote)
        with pytest.raises(DeployError) as caught:
            desk.deploy(pages, **values)
        assert before == tip(remote)
        return str(caught.value)

    return stopped


class TestTheBuild:
    def test_a_preview(self, faults):
        expected = "output: is a preview, which shows drafts, expected a production build"

        assert f"{expected}\n{BUILD}" == faults(build=make_build(is_preview=True))

    def test_another_address(self, faults):
        build = make_build(site_url="http://localhost:8000")
        text = faults(build=build)

        assert (
            "output: `SITEURL`: was built for `http://localhost:8000`, expected"
            f" `https://herald.example/paper`\n{BUILD}"
        ) in text

    def test_an_outdated_build(self, faults):
        expected = "output: is not what a build would make now"

        assert f"{expected}\n{BUILD}" == faults(
            build=make_build(outdated="is not what a build would make now")
        )

    def test_an_empty_output(self, faults):
        assert f"output: holds nothing that a build made\n{BUILD}" == faults({})

    def test_sources_that_are_not_committed(self, faults):
        assert (
            "pelican-app/content/articles/2026/a.md: is not committed as it is\n"
            "hint: commit it, or deploy with `--allow-dirty`"
        ) == faults(changed_sources=("pelican-app/content/articles/2026/a.md",))

    def test_they_may_be_deployed_on_purpose(self, desk, remote):
        desk.deploy(changed_sources=("a.md",), allows_dirty=True)

        assert PAGES == live_site(remote)

    def test_a_build_of_tomorrow(self, faults):
        assert (
            "output: was built for 2026-11-23 12:00 UTC, and now it is 2026-11-22 12:00 UTC\n"
            "hint: stories may be in it before their time: build without `--now`"
        ) == faults(build=make_build(made_at=NOW + timedelta(days=1)))

    def test_a_clock_that_is_behind(self, desk, faults):
        desk.deploy()
        desk.now = NOW - timedelta(days=1)

        assert (
            "clock: this machine says it is 2026-11-21 12:00 UTC, but the last deploy was at"
            " 2026-11-22 12:00 UTC\nhint: set the clock of this machine"
        ) in faults(PAGES | {"index.html": b"new"})

    def test_a_source_older_than_the_live_one(self, desk, faults):
        desk.deploy()
        older = Lineage(live_commit="8" * 40, is_older=True)

        assert (
            "source: is older than what is live, which was made from 888888888888\n"
            "hint: pull, build and deploy again; to go back on purpose use `invoke rollback`"
        ) == faults(PAGES | {"index.html": b"new"}, lineage=lambda *_: older, is_sure=True)

    def test_a_live_source_that_nobody_here_knows(self, desk, faults):
        desk.deploy(source=Source(commit=OLD, committed_at=NOW))
        unknown = Lineage(live_commit=OLD, is_unknown=True)

        assert (
            "source: does not hold commit 777777777777, which the live site is made from\n"
            "hint: pull, build and deploy again; `--yes` where that commit is not wanted any more"
        ) == faults(PAGES | {"index.html": b"new"}, lineage=lambda *_: unknown)


class TestTheListing:
    def test_a_file_that_no_build_made(self, faults):
        assert (
            ".env: stands in the output, but the build did not make it\n"
            "hint: remove it, or run `invoke clean` and build"
        ) == faults(PAGES | {".env": b"KEY=1"}, build=make_build())

    def test_a_file_that_is_not_there(self, faults):
        assert (
            "lost.css: was made by the build and is not there\n"
            "hint: run `invoke build --production` again"
        ) == faults(PAGES, build=make_build(PAGES | {"lost.css": b"x"}))

    def test_a_byte_that_was_changed(self, faults):
        changed = PAGES | {"theme/paper.css": b"h1 { color: TEAL }"}

        assert (
            "theme/paper.css: is not as the build made it\n"
            "hint: run `invoke build --production` again"
        ) == faults(changed, build=make_build())

    def test_a_link(self, desk, faults):
        write(desk.folder / "output", PAGES)
        (desk.folder / "output" / "passwords").symlink_to("/etc/hosts")

        assert (
            "passwords: is a link or a device, expected a file\n"
            "hint: GitHub Pages serves files only: remove it"
        ) == faults()

    def test_a_file_where_the_manifest_goes(self, faults):
        assert (
            "deploy/manifest.json: is where the deploy's own manifest goes\n"
            "hint: give it another address"
        ) == faults(PAGES | {"deploy/manifest.json": b"{}"})


class TestNames:
    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("a\\b.txt", "has a control character or a backslash in its name"),
            ("x/.git/config", "has a name that Git keeps for itself"),
            ("/".join("a" * 51), "lies more than 50 folders deep"),
        ],
        ids=["backslash", "git", "deep"],
    )
    def test_names_that_cannot_be_published(self, faults, name, said):
        assert f"{name}: {said}\nhint: give it another name" == faults(PAGES | {name: b"x"})

    def test_names_that_differ_in_case_alone(self, faults):
        assert (
            "Theme/paper.css: differs only in case or accents from `theme/paper.css`\n"
            "hint: some systems take them for one: rename"
        ) == faults(PAGES | {"Theme/paper.css": b"x"})


class TestLimits:
    def test_a_file_that_is_too_large(self, faults, monkeypatch):
        monkeypatch.setattr("jamstack.deploy.preflight.limits.LARGEST_FILE", 100)

        assert (
            "large.bin: has 101 bytes, and GitHub takes at most 100 a file\n"
            "hint: keep it elsewhere and link to it"
        ) == faults(PAGES | {"large.bin": b"x" * 101})

    def test_a_site_that_is_too_large(self, faults, monkeypatch):
        monkeypatch.setattr("jamstack.deploy.preflight.limits.LARGEST_SITE", 100)

        size = sum(map(len, PAGES.values()))
        assert (
            f"output: has {size} bytes, and GitHub Pages takes at most 100\n"
            "hint: make fewer sizes of pictures: `image_widths` in docs/settings.md"
        ) == faults()


class TestWhatMustNotBeSeen:
    @pytest.mark.parametrize(
        "data",
        [
            b"<p>The mayor will step down &amp; leave</p>",
            b'{"text": "x The mayor will step down"}',
            b"\x89PNG\x00The mayor will step down\xff",
        ],
        ids=["html", "json", "a picture"],
    )
    def test_a_hidden_storys_text_in_any_byte(self, faults, data):
        hidden = HiddenStory(path="articles/2026/mayor.md", texts=("The mayor will step down",))
        pages = PAGES | {"images/a.bin": data}

        assert (
            "images/a.bin: holds text of `articles/2026/mayor.md`, which is not published:"
            " `The mayor will step down`\n"
            "hint: take it out, or publish the story; where both say it on purpose, reword one"
        ) == faults(pages, build=make_build(pages, hidden=(hidden,)))

    @pytest.mark.parametrize(
        ("secret", "what"),
        [
            ("ghp" + "_" + "a1" * 18, "a GitHub token"),
            ("AK" + "IA" + "ABCDEFGHIJKLMNOP", "an AWS access key"),
            ("-----BEGIN RSA " + "PRIVATE KEY-----", "a private key"),
            ("https://mira:" + "hunter2@host.example/x", "an address with a password"),
        ],
        ids=["token", "aws", "key", "address"],
    )
    def test_a_secret_which_is_not_repeated(self, faults, secret, what):
        text = faults(PAGES | {"notes.txt": f"x {secret} y".encode()})

        assert (
            f"notes.txt: holds what looks like {what}\n"
            "hint: take it out, and make it invalid: it is known"
        ) == text

    def test_what_only_begins_like_a_secret_is_none(self, desk, remote):
        pages = PAGES | {"notes.txt": b"ghp_ is how they begin; AKIA, too; https://a.example/@x"}
        desk.deploy(pages)

        assert pages == live_site(remote)


class TestLinks:
    def test_a_link_to_nothing(self, faults):
        pages = PAGES | {"about/index.html": b'<a href="/paper/stories/gone/">x</a>'}

        assert (
            "about/index.html: points to `/stories/gone/`, where nothing is published\n"
            "hint: correct the link, or publish what it points to"
        ) == faults(pages)

    def test_a_link_that_leaves_the_base_path(self, faults):
        pages = PAGES | {"about/index.html": b'<img src="/theme/paper.css">'}

        assert (
            "about/index.html: points to `/theme/paper.css`, which is outside the site's base"
            " path\n"
            "hint: begin it with the site's address"
        ) == faults(pages)

    @pytest.mark.parametrize(
        "link",
        ["../stories/bridge/", "/paper/stories/bridge", "/paper/404", "#top", "https://a.example/x",
         "mailto:mira@herald.example", "https://herald.example/paper/", "?page=2"],
    )  # fmt: skip
    def test_links_that_are_served(self, desk, remote, link):
        pages = PAGES | {"about/index.html": f'<a href="{link}">x</a>'.encode()}
        desk.deploy(pages)

        assert pages == live_site(remote)


class TestWhatWouldBeLost:
    def test_an_address_that_would_vanish(self, desk, faults):
        desk.deploy(PAGES | {f"{n}/index.html": b"x" for n in range(20)})
        left = PAGES | {f"{n}/index.html": b"x" for n in range(19)}

        assert (
            "19/index.html: the published address `/19/` would vanish\n"
            "hint: add it to the `aliases` of the page that takes its place, or to `gone` in the"
            " settings"
        ) == faults(left)

    def test_a_redirect_in_its_place_is_no_loss(self, desk, remote):
        desk.deploy(PAGES | {"old/index.html": b"x"})
        moved = PAGES | {"old/index.html": b'<a href="/paper/">moved</a>'}
        desk.deploy(moved)

        assert moved == live_site(remote)

    def test_many_files_at_once(self, desk, faults):
        desk.deploy(PAGES | {"images/a.webp": b"x"})

        assert (
            "output: 1 of 5 published files would be removed\n"
            "hint: look at `invoke deploy --dry-run`; where that is right, deploy with `--yes`"
        ) == faults()

    def test_another_domain(self, desk, remote):
        from tests.deploy.remotes import Desk

        one = Desk(desk.folder, remote, cname="herald.example")
        one.deploy()
        other = Desk(desk.folder, remote, cname="www.herald.example")
        other.now = one.now
        with pytest.raises(DeployError) as caught:
            other.deploy()

        assert (
            "CNAME: is `herald.example` on the live site, and would become `www.herald.example`\n"
            "hint: correct `cname` in the settings, or deploy with `--yes`"
        ) == str(caught.value)

    def test_somebody_changed_the_branch_by_hand(self, desk, faults, remote, tmp_path):
        desk.deploy()
        git(tmp_path, "clone", "--quiet", "--branch=gh-pages", str(remote), "hand")
        (tmp_path / "hand" / "404.html").write_text("mended by hand")
        git(tmp_path / "hand", "commit", "--quiet", "-am", "By hand")
        git(tmp_path / "hand", "push", "--quiet", "origin", "gh-pages")

        assert (
            "live: the live site was changed by something else since the last deploy\n"
            "hint: see what was done there; to put this build in its place, deploy with `--yes`"
        ) == faults()

    def test_all_faults_come_in_one_list(self, faults):
        pages = PAGES | {".git/config": b"x", "Theme/paper.css": b"x"}
        text = faults(pages, build=make_build(pages, is_preview=True), changed_sources=("a.md",))

        assert 4 == text.count("hint: ")
