import pytest

from jamstack.press import profile as profiles
from jamstack.press.profile import SLOWEST, Profile


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on by what is put in it."""
    now = [0.0]
    monkeypatch.setattr(profiles.time, "perf_counter", lambda: now[0])
    return now


def test_stages_are_told_in_order_and_add_up(clock):
    profile = Profile()
    for name, seconds in (("read", 1.0), ("render", 3.0), ("read", 0.5)):
        with profile.stage(name):
            clock[0] += seconds

    assert [("read", 1.5), ("render", 3.0)] == list(profile.stages.items())


def test_a_stage_that_fails_has_its_time_too(clock):
    profile = Profile()

    def fail():
        with profile.stage("read"):
            clock[0] += 2.0
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert {"read": 2.0} == profile.stages


def test_the_slowest_pages_are_named():
    profile = Profile()
    for number in range(SLOWEST + 5):
        profile.note_page(f"{number}.html", float(number))

    assert SLOWEST == len(profile.slowest)
    assert (14.0, "14.html") == profile.slowest[0]
    assert (5.0, "5.html") == profile.slowest[-1]
