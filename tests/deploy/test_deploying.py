from jamstack.deploy.manifest import read_manifest
from jamstack.deploy.rollback import deploys, roll_back
from tests.deploy.remotes import AUTHOR, PAGES, git, live_files, live_site, tip

NEWER = PAGES | {"index.html": b"<h1>The Herald, newer</h1>"}


class TestPublishing:
    def test_the_branch_holds_the_output_to_the_byte(self, desk, remote):
        desk.deploy()

        assert PAGES == live_site(remote)

    def test_jekyll_is_switched_off(self, desk, remote):
        desk.deploy()

        assert b"" == live_files(remote)[".nojekyll"]

    def test_the_manifest_tells_of_every_file(self, desk, remote):
        outcome = desk.deploy()
        manifest = read_manifest(live_files(remote))

        assert sorted(PAGES) == [row.path for row in manifest.files]
        assert outcome.build == manifest.index.build

    def test_a_change_is_published(self, desk, remote):
        desk.deploy()
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_a_removed_file_is_removed(self, desk, remote):
        desk.deploy()
        fewer = {path: data for path, data in PAGES.items() if path != "theme/paper.css"}
        desk.deploy(fewer, is_sure=True)

        assert fewer == live_site(remote)

    def test_nothing_is_sent_where_nothing_changed(self, desk, remote):
        first = desk.deploy()
        again = desk.deploy()

        assert (first.commit, first.commit) == (again.commit, tip(remote))
        assert not again.is_sent
        assert [f"nothing changed: build {first.build[:12]} is live"] == desk.told

    def test_a_dry_run_sends_nothing_and_tells_what_would_be(self, desk, remote):
        desk.deploy(is_dry=True)

        assert "" == tip(remote)
        assert ["1 story added", "  + The bridge reopens"] == desk.told[:2]
        assert desk.told[2].startswith("7 files to write, 0 to remove, about ")
        assert "nothing was sent" == desk.told[-1]

    def test_the_commit_tells_who_and_what(self, desk, remote):
        desk.deploy()

        assert AUTHOR == git(remote, "log", "-1", "--format=%an <%ae>", "gh-pages")
        subject = git(remote, "log", "-1", "--format=%s", "gh-pages")
        assert "Deploy 1: 1 story added" == subject

    def test_a_new_machine_takes_up_where_another_ended(self, desk, remote, tmp_path):
        from tests.deploy.remotes import Desk

        desk.deploy()
        other = Desk(tmp_path / "other", f"file://{remote}")
        other.now = desk.now
        other.deploy(NEWER)

        assert NEWER == live_site(remote)


class TestHistory:
    def test_the_last_deploys_are_kept_and_no_more(self, tmp_path, remote):
        from tests.deploy.remotes import Desk

        desk = Desk(tmp_path / "desk", remote, history=3)
        for number in range(6):
            desk.deploy(PAGES | {"index.html": b"%d" % number})

        kept = git(remote, "for-each-ref", "--format=%(refname)", "refs/deploys").split()
        assert ["refs/deploys/4", "refs/deploys/5", "refs/deploys/6"] == kept
        assert "1" == git(remote, "rev-list", "--count", "gh-pages")

    def test_a_rollback_restores_every_byte(self, desk, remote):
        desk.deploy()
        desk.deploy(NEWER)
        roll_back(desk.branch, "1", author=AUTHOR, at=int(desk.now.timestamp()))

        assert PAGES == live_site(remote)
        assert [3, 2, 1] == [item.number for item in deploys(desk.branch)]
