import pytest

from jamstack.deploy.manifest import read_manifest
from jamstack.deploy.plan import Live
from jamstack.deploy.previews import (
    checked_name,
    drop_preview,
    names_of,
    plan_preview,
    preview_url,
    publish_preview,
)
from jamstack.deploy.rollback import deploys, roll_back
from jamstack.errors import CommandError, DeployError

from .builders import make_release
from .remotes import AUTHOR, PAGES, SITE, git, live_files, live_site, make_build, tip

NIGHT = f"{SITE}/previews/night"
DRAFT = {"index.html": b"<h1>Election night</h1>", "404.html": b"<h1>Not here</h1>"}
NEWER = PAGES | {"index.html": b"<h1>Newer</h1>"}


def preview(desk, pages=DRAFT, name="night", **values):
    url = preview_url(SITE, name)
    build = values.pop("build", None) or make_build(pages, site_url=url, stories=())
    order = desk.order(pages, build=build, site_url=url, **values)
    desk.told.clear()
    return publish_preview(order, desk.branch, name)


def drop(desk, name="night", **values):
    desk.told.clear()
    drop_preview(desk.branch, name, author=AUTHOR, at=int(desk.now.timestamp()), **values)


def below(remote, name="night"):
    folder = f"previews/{name}/"
    return {
        path.removeprefix(folder): data
        for path, data in live_files(remote).items()
        if path.startswith(folder)
    }


def site(remote):
    return {p: d for p, d in live_site(remote).items() if not p.startswith("previews/")}


class TestNames:
    @pytest.mark.parametrize("name", ["night", "pr-12", "2026", "a" * 63])
    def test_a_plain_word_is_a_name(self, name):
        assert name == checked_name(name)

    @pytest.mark.parametrize(
        "name",
        ["", ".", "..", "../x", "a/b", "a\\b", "/etc", "-x", "x-", "a--b", "Night", "caf\u00e9",
         "a b", "a\n", ".git", "%2e%2e", "a" * 64],
    )  # fmt: skip
    def test_what_could_escape_its_folder_is_a_fault(self, name):
        with pytest.raises(CommandError) as fault:
            checked_name(name)

        expected = (
            f"`{name}` cannot be a preview's name, expected lower-case letters, digits and single"
            " hyphens, 63 at most\nhint: such as `election-night`"
        )
        assert expected == str(fault.value)

    @pytest.mark.parametrize("work", [preview, drop])
    def test_no_command_takes_one(self, desk, remote, work):
        with pytest.raises(CommandError):
            work(desk, name="../index.html")

        assert "" == tip(remote)


class TestPlans:
    def test_only_what_differs_is_written(self):
        release = make_release(DRAFT, site_url=NIGHT)
        first = plan_preview(release, Live(), "night")
        files = {**dict.fromkeys(("index.html", "previews/night/old.html"), "0" * 40)}
        files["previews/night/404.html"] = release.files["404.html"].digest
        second = plan_preview(release, Live(files=files), "night")

        assert "previews/night/404.html" in first.written
        assert "previews/night/404.html" not in second.written
        assert ("previews/night/old.html",) == second.removed

    def test_the_published_ones_are_known(self):
        files = dict.fromkeys(["index.html", "previews/b/index.html", "previews/a/x"], "0" * 40)

        assert ("a", "b") == names_of(Live(files=files))


class TestPublishing:
    def test_a_preview_stands_beside_the_site(self, desk, remote):
        desk.deploy()
        preview(desk)

        found = below(remote)
        assert DRAFT == {path: found[path] for path in DRAFT}
        assert PAGES == site(remote)

    def test_it_has_a_manifest_of_its_own(self, desk, remote):
        desk.deploy()
        release = preview(desk)

        index = read_manifest(below(remote)).index
        assert (release.build, NIGHT) == (index.build, index.site_url)

    def test_the_sites_own_manifest_stays(self, desk, remote):
        build = desk.deploy().build
        preview(desk)

        assert build == read_manifest(live_files(remote)).index.build

    def test_a_deploy_leaves_it_alone(self, desk, remote):
        desk.deploy()
        preview(desk)
        before = below(remote)
        desk.deploy(NEWER)

        assert before == below(remote)
        assert NEWER == site(remote)

    def test_a_rollback_leaves_it_alone(self, desk, remote):
        desk.deploy()
        desk.deploy(NEWER)
        preview(desk)
        before = below(remote)
        roll_back(desk.branch, "1", author=AUTHOR, at=int(desk.now.timestamp()))

        assert before == below(remote)
        assert PAGES == site(remote)

    def test_it_is_no_deploy_that_one_could_go_back_to(self, desk, remote):
        desk.deploy()
        for number in range(3):
            preview(desk, DRAFT | {"index.html": b"%d" % number})

        assert [1] == [item.number for item in deploys(desk.branch)]
        assert "Preview night" == git(remote, "log", "-1", "--format=%s", "gh-pages")

    def test_nothing_changed_nothing_is_sent(self, desk, remote):
        desk.deploy()
        preview(desk)
        before = tip(remote)
        preview(desk)

        assert before == tip(remote)
        assert [f"nothing changed: the preview is at {NIGHT}/"] == desk.told

    def test_a_dry_run_sends_nothing(self, desk, remote):
        desk.deploy()
        before = tip(remote)
        preview(desk, is_dry=True)

        assert before == tip(remote)
        assert [
            "preview `night`: 4 files to write, 0 to remove",
            "nothing was sent",
        ] == desk.told

    def test_a_file_that_it_has_no_more_goes(self, desk, remote):
        desk.deploy()
        preview(desk, DRAFT | {"old.html": b"old"})
        preview(desk)

        assert "old.html" not in below(remote)

    def test_one_before_the_first_deploy_switches_jekyll_off(self, desk, remote):
        preview(desk)

        assert b"" == live_files(remote)[".nojekyll"]

    def test_two_previews_do_not_touch_each_other(self, desk, remote):
        desk.deploy()
        preview(desk)
        preview(desk, {"index.html": b"other"}, name="night-2")
        drop(desk)

        assert {} == below(remote)
        assert b"other" == below(remote, "night-2")["index.html"]

    def test_one_that_shows_drafts_is_published_as_asked(self, desk, remote):
        build = make_build(DRAFT, site_url=NIGHT, stories=(), is_preview=True)
        preview(desk, build=build)

        assert DRAFT["index.html"] == below(remote)["index.html"]

    def test_one_of_another_address_is_a_fault(self, desk, remote):
        build = make_build(DRAFT, site_url=SITE, stories=())
        with pytest.raises(DeployError) as fault:
            preview(desk, build=build)

        expected = (
            f"output: `SITEURL`: was built for `{SITE}`, expected `{NIGHT}`\n"
            "hint: run `invoke build --production`"
        )
        assert expected == str(fault.value)
        assert "" == tip(remote)

    def test_a_file_that_no_build_made_is_a_fault(self, desk):
        build = make_build({"index.html": DRAFT["index.html"]}, site_url=NIGHT, stories=())
        with pytest.raises(DeployError) as fault:
            preview(desk, build=build)

        expected = (
            "404.html: stands in the output, but the build did not make it\n"
            "hint: remove it, or run `invoke clean` and build"
        )
        assert expected == str(fault.value)


class TestDropping:
    def test_nothing_of_it_is_left(self, desk, remote):
        desk.deploy()
        before = git(remote, "rev-parse", "gh-pages^{tree}")
        preview(desk)
        drop(desk)

        assert before == git(remote, "rev-parse", "gh-pages^{tree}")
        assert [
            "preview `night`: 4 files to remove",
            "preview `night` is gone",
        ] == desk.told

    def test_a_dry_run_removes_nothing(self, desk, remote):
        desk.deploy()
        preview(desk)
        before = tip(remote)
        drop(desk, is_dry=True)

        assert before == tip(remote)

    def test_one_that_is_not_there_is_a_fault(self, desk):
        desk.deploy()
        preview(desk)
        with pytest.raises(CommandError) as fault:
            drop(desk, "nigth")

        expected = "there is no preview `nigth`, expected one of `night`"
        assert expected == str(fault.value)

    def test_where_there_is_none_it_says_so(self, desk):
        desk.deploy()
        with pytest.raises(CommandError, match=r"expected one of none\Z"):
            drop(desk)
