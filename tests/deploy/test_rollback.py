import pytest

from jamstack.deploy.rollback import deploys, listing, roll_back
from jamstack.errors import CommandError
from tests.deploy.remotes import AUTHOR, PAGES, Desk, live_site

NEWER = PAGES | {"index.html": b"<h1>The Herald, newer</h1>"}


def refused(desk, wanted):
    with pytest.raises(CommandError) as caught:
        roll_back(desk.branch, wanted, author=AUTHOR, at=int(desk.now.timestamp()))
    return str(caught.value)


def test_the_list_tells_time_author_and_headlines(desk):
    desk.deploy()
    desk.deploy(NEWER)

    assert [
        "   2  2026-11-22 12:10 UTC  Mira Holt <mira@herald.example>  (live)",
        "      no story changed",
        "   1  2026-11-22 12:00 UTC  Mira Holt <mira@herald.example>",
        "      1 story added",
        "        + The bridge reopens",
    ] == list(listing(deploys(desk.branch)))


def test_there_is_nothing_to_list(desk):
    assert ["there is no deploy yet"] == list(listing(deploys(desk.branch)))


def test_what_is_live_cannot_be_gone_back_to(desk):
    desk.deploy()

    assert "deploy 1 is what is live: there is nothing to go back to" == refused(desk, "1")


def test_a_deploy_that_is_not_kept(tmp_path, remote):
    desk = Desk(tmp_path / "desk", remote, history=1)
    desk.deploy()
    desk.deploy(NEWER)

    assert "deploy 1 is not kept any more, expected one of 2" == refused(desk, "1")


@pytest.mark.parametrize("wanted", ["last", "-1", "1;2"])
def test_what_is_no_number(desk, wanted):
    assert (
        f"`{wanted}` is no deploy's number, expected one such as 12\n"
        "hint: `invoke rollback` lists them"
    ) == refused(desk, wanted)


def test_another_machine_goes_back(desk, remote, tmp_path):
    desk.deploy()
    desk.deploy(NEWER)
    other = Desk(tmp_path / "other", f"file://{remote}")
    roll_back(other.branch, "1", author=AUTHOR, at=int(desk.now.timestamp()))

    assert PAGES == live_site(remote)


def test_the_next_deploy_goes_on_from_there(desk, remote):
    desk.deploy()
    desk.deploy(NEWER)
    roll_back(desk.branch, "1", author=AUTHOR, at=int(desk.now.timestamp()))
    desk.deploy(NEWER)

    assert NEWER == live_site(remote)
