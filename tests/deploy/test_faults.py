"""The fault matrix: each fault happens for real, and the site is the old or the new one."""

import random
import re
import shutil
import stat

import pytest

from jamstack.deploy.git import TOKEN
from jamstack.errors import CommandError, DeployError, RemoteError, RivalError
from tests.deploy.remotes import PAGES, Desk, git, live_site, tip
from tests.deploy.servers import PASSWORD, daemon, http_server

NEWER = PAGES | {"index.html": b"<h1>The Herald, newer</h1>"}
NEWEST = PAGES | {"index.html": b"<h1>The Herald, newest</h1>"}


def hook(remote, name, text):
    file = remote / "hooks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)


def refused(desk, pages=NEWER, error=RemoteError, **values):
    with pytest.raises(error) as caught:
        desk.deploy(pages, **values)
    return str(caught.value)


def when_pushing(monkeypatch, act):
    """Do something after the deploy has looked at the remote, right before it pushes."""
    from jamstack.deploy.repository import Repository

    push = Repository.push

    def late(self, *arguments):
        monkeypatch.setattr(Repository, "push", push)
        act()
        return push(self, *arguments)

    monkeypatch.setattr(Repository, "push", late)


@pytest.fixture
def http(tmp_path, remote):
    """A machine that deploys by smart HTTP, and the server's troubles."""
    git(remote, "config", "http.receivepack", "true")
    with http_server(tmp_path) as (url, troubles):
        desk = Desk(tmp_path / "desk", f"{url}/{remote.name}", environment={TOKEN: PASSWORD})
        yield desk, troubles


class Waits(list):
    """What was waited, where something happens meanwhile."""

    def __init__(self, act):
        super().__init__()
        self.act = act

    def append(self, seconds):
        super().append(seconds)
        self.act()


class TestKindsOfRemotes:
    def test_git_daemon(self, tmp_path, remote):
        with daemon(tmp_path) as url:
            desk = Desk(tmp_path / "desk", f"{url}/{remote.name}")
            desk.deploy()
            desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_smart_http_with_a_token(self, http, remote):
        desk, _ = http
        desk.deploy()
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_a_remote_that_gives_no_parts(self, tmp_path, remote):
        git(remote, "config", "uploadpack.allowFilter", "false")
        Desk(tmp_path / "one", f"file://{remote}").deploy()
        other = Desk(tmp_path / "other", f"file://{remote}")
        other.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_a_fresh_machine_fetches_no_page(self, tmp_path, remote):
        Desk(tmp_path / "one", remote).deploy()
        other = Desk(tmp_path / "other", f"file://{remote}")
        other.deploy(NEWER)

        private = other.branch.repository.git.folder
        listed = git(private, "cat-file", "--batch-check", "--batch-all-objects")
        page = git(remote, "rev-parse", "gh-pages:stories/bridge/index.html")
        assert page not in listed


class TestTheRemoteMoved:
    def test_a_rival_wins_and_is_named(self, desk, remote, tmp_path, monkeypatch):
        desk.deploy()
        rival = Desk(tmp_path / "rival", remote)
        rival.now = desk.now
        when_pushing(
            monkeypatch, lambda: rival.deploy(NEWEST, author="Ben Ashe <ben@herald.example>")
        )

        text = refused(desk, error=RivalError)
        assert (
            "Ben Ashe <ben@herald.example> has published meanwhile, at 2026-11-22 12:10 UTC:"
            " Deploy 2: no story changed\n"
            "hint: nothing of theirs was changed; pull, build and deploy again"
        ) == text
        assert NEWEST == live_site(remote)

    def test_two_first_deploys_are_not_mixed(self, desk, remote, tmp_path, monkeypatch):
        rival = Desk(tmp_path / "rival", remote)
        when_pushing(monkeypatch, lambda: rival.deploy(NEWEST))

        assert "has published meanwhile" in refused(desk, error=RivalError)
        assert NEWEST == live_site(remote)

    def test_a_lock_that_goes_away_is_waited_for(self, desk, remote):
        desk.deploy()
        lock = remote / "refs" / "heads" / "gh-pages.lock"
        lock.touch()
        desk.waits = Waits(lock.unlink)
        desk.deploy(NEWER)

        assert "the remote is busy; trying again in 1 s" in desk.told
        assert NEWER == live_site(remote)

    def test_a_lock_that_stays_is_told_with_its_place(self, desk, remote):
        desk.deploy()
        lock = remote / "refs" / "heads" / "gh-pages.lock"
        lock.touch()

        text = refused(desk)
        assert (
            "the remote did not take the deploy: another Git is at work there, or died there:"
            f" `{lock}` is in the way\n"
            "hint: the site is as it was; where no deploy is at work, remove that file there, and"
            " run the command again"
        ) == text
        assert [1, 2, 4, 8, 16] == desk.waits
        lock.unlink()
        desk.deploy(NEWER)
        assert NEWER == live_site(remote)

    def test_the_branch_is_deleted_meanwhile(self, desk, remote, monkeypatch):
        desk.deploy()
        when_pushing(monkeypatch, lambda: git(remote, "update-ref", "-d", "refs/heads/gh-pages"))

        assert (
            "somebody has deleted the published branch meanwhile\n"
            "hint: nothing of theirs was changed; pull, build and deploy again"
        ) == refused(desk, error=RivalError)
        assert "" == tip(remote)

    def test_a_deleted_branch_is_published_anew(self, desk, remote):
        desk.deploy()
        git(remote, "update-ref", "-d", "refs/heads/gh-pages")
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_the_remote_is_gone(self, desk, remote):
        desk.deploy()
        shutil.rmtree(remote)

        text = refused(desk)
        assert re.fullmatch(
            r"the remote cannot be read: .*does not appear to be a git repository.*\n"
            r"hint: correct `remote` in the setting `deploy`, or make the repository",
            text,
        )


class TestTheRemoteRefuses:
    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("receive.denyNonFastForwards", "true", "non-fast-forward"),
            ("receive.maxInputSize", "10", "exceeds maximum allowed size"),
        ],
        ids=["branch protected", "too large"],
    )
    def test_by_its_configuration(self, desk, remote, name, value, said):
        desk.deploy()
        git(remote, "config", name, value)
        text = refused(desk)

        assert text.startswith("the remote did not take the deploy: ")
        assert said in text
        assert PAGES == live_site(remote)

    def test_a_hook_says_no(self, desk, remote):
        desk.deploy()
        hook(remote, "pre-receive", "echo no deploys on election night >&2; exit 1")

        text = refused(desk)
        assert "no deploys on election night" in text
        assert text.endswith(
            "hint: the site is as it was; where the branch is protected, let deploys replace it,"
            " or set `history` to 0"
        )
        assert PAGES == live_site(remote)
        assert [] == desk.waits

    def test_a_protected_branch_takes_ordinary_commits(self, tmp_path, remote):
        git(remote, "config", "receive.denyNonFastForwards", "true")
        desk = Desk(tmp_path / "desk", remote, history=0)
        desk.deploy()
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)
        assert "2" == git(remote, "rev-list", "--count", "gh-pages")

    def test_it_may_only_be_read(self, tmp_path, remote, desk):
        desk.deploy()
        with daemon(tmp_path, is_writable=False) as url:
            reader = Desk(tmp_path / "reader", f"{url}/{remote.name}")
            reader.now = desk.now
            text = refused(reader)

        assert text.startswith("the remote did not take the deploy: ")
        assert "access denied or repository not exported" in text
        assert PAGES == live_site(remote)

    def test_its_disk_takes_no_more(self, tmp_path, remote, desk):
        """The server may write no file of more than 4 kB: it ends in the middle of the pack."""
        desk.deploy()
        large = NEWER | {"theme/large.bin": random.Random(7).randbytes(200_000)}  # noqa: S311
        with daemon(tmp_path, largest_kb=4) as url:
            full = Desk(tmp_path / "full", f"{url}/{remote.name}")
            full.now = desk.now
            text = refused(full, large)

        assert text.startswith("the remote did not take the deploy: ")
        assert PAGES == live_site(remote)
        assert "" == git(remote, "fsck", "--no-dangling", "--connectivity-only")


class TestTheNetwork:
    def test_a_server_that_is_busy_is_asked_again(self, http, remote):
        desk, troubles = http
        troubles.refused = 2
        desk.deploy()

        assert PAGES == live_site(remote)
        assert [1, 2] == desk.waits
        assert "the remote cannot be reached; trying again in 1 s" == desk.told[0]

    def test_a_connection_that_breaks_in_the_middle_of_a_pack(self, http, remote):
        desk, troubles = http
        desk.deploy()
        # Git's own HTTP client tries a second time where a connection was used before.
        troubles.cuts = 2
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)
        assert [1] == desk.waits
        assert "the remote broke off; trying again in 1 s" in desk.told

    def test_a_reply_that_is_lost_is_no_failure(self, http, remote):
        desk, troubles = http
        desk.deploy()
        troubles.loses_reply = True
        outcome = desk.deploy(NEWER)

        assert outcome.commit == tip(remote)
        assert [] == desk.waits

    def test_a_server_that_stays_away(self, http, remote):
        desk, troubles = http
        desk.deploy()
        troubles.status = 502

        text = refused(desk)
        assert text.startswith("the remote cannot be read: ")
        assert text.endswith(
            "hint: the site is as it was; run the command again when the remote can be reached"
        )
        assert [1, 2, 4, 8, 16] == desk.waits
        assert PAGES == live_site(remote)

    def test_a_slow_server(self, http, remote):
        desk, troubles = http
        troubles.slowness_s = 0.2
        desk.deploy()

        assert PAGES == live_site(remote)

    def test_nobody_listens(self, tmp_path):
        with http_server(tmp_path) as (url, _):
            pass
        away = Desk(tmp_path / "away", f"{url}/remote.git")

        assert "the remote cannot be read: " in refused(away)
        assert [1, 2, 4, 8, 16] == away.waits


class TestCredentials:
    def test_a_wrong_token_is_told_once_and_never_shown(self, http, tmp_path):
        desk, _ = http
        wrong = Desk(tmp_path / "wrong", desk.url, environment={TOKEN: "not-the-t0ken"})
        text = refused(wrong)

        assert text.endswith(
            "hint: give Git the right to write there: an SSH key, `gh auth setup-git`, or a token"
            " in the environment variable JAMSTACK_DEPLOY_TOKEN"
        )
        assert [] == wrong.waits
        assert "not-the-t0ken" not in text + "".join(wrong.told)

    def test_no_token_asks_nobody(self, http, tmp_path):
        desk, _ = http
        home = {"HOME": str(tmp_path / "nobody"), "XDG_CONFIG_HOME": str(tmp_path / "nobody")}
        nobody = Desk(tmp_path / "nobody", desk.url, environment=home)

        assert "terminal prompts disabled" in refused(nobody)
        assert [] == nobody.waits

    def test_the_token_is_in_no_file_and_no_address(self, http):
        desk, troubles = http
        desk.deploy()

        files = [path for path in desk.folder.rglob("*") if path.is_file()]
        assert [] == [path.name for path in files if PASSWORD.encode() in path.read_bytes()]
        assert not any(PASSWORD in path for _, path in troubles.requests)

    def test_what_an_outer_git_set_does_not_leak_in(self, remote, tmp_path, monkeypatch):
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
        other = Desk(tmp_path / "other", remote)
        other.deploy()
        monkeypatch.delenv("GIT_DIR")
        monkeypatch.delenv("GIT_INDEX_FILE")

        assert PAGES == live_site(remote)


class TestNames:
    def test_all_kinds_of_names_arrive_to_the_byte(self, desk, remote):
        pages = PAGES | {
            "stories/ø ü 新聞/index.html": b"1",
            "stories/-leading/--dash.txt": b"2",
            "stories/\"quoted\" and 'so'.txt": b"3",
            f"stories/{'long' * 60}.txt": b"4",
            "_underscore/vendor/node_modules/x.txt": b"5",
            "stories/trail~": b"6",
            "stories/#hash.txt": b"7",
            "stories/{a,b}*?.txt": b"8",
        }
        desk.deploy(pages)

        assert pages == live_site(remote)

    def test_bytes_stay_as_they_are_whatever_is_configured(self, remote, tmp_path):
        home = tmp_path / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[core]\nautocrlf = true\nexcludesFile = ~/ignored\nattributesFile = ~/attributes\n"
            "[fetch]\nprune = true\n[push]\ndefault = matching\n[transfer]\nfsckObjects = true\n"
        )
        (home / "ignored").write_text("*\n")
        (home / "attributes").write_text("* text eol=lf\n")
        pages = PAGES | {"crlf.txt": b"a\r\nb\r\n", "theme/x.bin": bytes(range(256))}
        careful = Desk(tmp_path / "careful", remote, environment={"HOME": str(home)})
        careful.deploy(pages)

        assert pages == live_site(remote)


class TestTheMachine:
    def test_a_private_repository_that_is_none_is_begun_anew(self, desk, remote):
        desk.deploy()
        (desk.branch.repository.git.folder / "config").write_text("[core\n")
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)
        assert "the repository that deploys are prepared in is begun anew" in desk.told

    def test_what_a_private_repository_has_lost_is_fetched(self, desk, remote):
        desk.deploy()
        for file in (desk.branch.repository.git.folder / "objects").rglob("*"):
            if file.is_file():
                file.unlink()
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_locks_of_a_killed_git_are_removed(self, desk, remote):
        desk.deploy()
        folder = desk.branch.repository.git.folder
        for name in ("shallow.lock", "packed-refs.lock", "config.lock"):
            (folder / name).touch()
        desk.deploy(NEWER)

        assert NEWER == live_site(remote)

    def test_a_second_deploy_from_here_does_not_wait(self, desk):
        with desk.branch.opened():
            text = refused(desk, error=CommandError)

        assert (
            "another deploy from this machine to the same place is at work\n"
            "hint: wait until it has ended"
        ) == text

    def test_a_file_that_changes_meanwhile_is_not_published(self, desk, remote, monkeypatch):
        from jamstack.deploy.repository import Repository

        desk.deploy()
        stage = Repository.stage
        file = desk.folder / "output" / "index.html"

        def late(self, wanted, content):
            file.write_bytes(b"changed")
            return stage(self, wanted, content)

        monkeypatch.setattr(Repository, "stage", late)

        assert (
            "output: changed while it was being deployed; nothing was published\n"
            "hint: build, deploy again"
        ) == refused(desk, error=DeployError)
        assert PAGES == live_site(remote)

    def test_there_is_no_git(self, desk, tmp_path):
        without = Desk(tmp_path / "without", desk.url, environment={"PATH": str(tmp_path)})

        assert "Git is not installed here\nhint: install it: https://git-scm.com" == refused(
            without
        )


class TestAnotherToolsBranch:
    @pytest.fixture
    def foreign(self, tmp_path, remote):
        """A branch with pages, a domain and a folder that somebody keeps there."""
        work = tmp_path / "work"
        git(tmp_path, "clone", "--quiet", str(remote), str(work))
        files = {"index.html": b"old", "old.html": b"old", "CNAME": b"www.herald.example"}
        files |= {"2019/fair.html": b"kept", "2019/tide.html": b"kept"}
        for path, data in files.items():
            (work / path).parent.mkdir(exist_ok=True)
            (work / path).write_bytes(data)
        git(work, "checkout", "--quiet", "-b", "gh-pages")
        git(work, "add", "-A")
        git(work, "commit", "--quiet", "-m", "Old site")
        git(work, "push", "--quiet", "origin", "gh-pages")
        return remote

    @pytest.mark.usefixtures("foreign")
    def test_it_is_not_replaced_without_a_word(self, desk):
        assert (
            "output: 3 of 4 published files would be removed\n"
            "hint: look at `invoke deploy --dry-run`; where that is right, deploy with `--yes`"
        ) == refused(desk, error=DeployError)

    def test_the_domain_and_what_patterns_name_are_kept(self, foreign, tmp_path):
        desk = Desk(tmp_path / "desk", foreign, keep=["2019/*"])
        desk.deploy(is_sure=True)

        kept = {"CNAME": b"www.herald.example", "2019/fair.html": b"kept"}
        assert PAGES | kept | {"2019/tide.html": b"kept"} == live_site(foreign)

    def test_what_is_removed_is_said(self, foreign, tmp_path):
        desk = Desk(tmp_path / "desk", foreign, keep=["2019/*"])
        desk.deploy(is_sure=True)

        assert "the branch was published by something else; this deploy takes it over" in desk.told
        assert "  removes old.html" in desk.told
