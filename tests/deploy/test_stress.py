"""Deploys killed at random instants, and deploys against each other.

`DEPLOY_KILLS=200` and `DEPLOY_RACES=50` set how many; the suite runs a few of each.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import timedelta

import psutil
import pytest

from tests.deploy.deployer import pages_of
from tests.deploy.remotes import NOW, Desk, git, live_site, tip
from tests.deploy.servers import daemon
from tests.project.documents import ROOT

KILLS = int(os.environ.get("DEPLOY_KILLS", "4"))
RACES = int(os.environ.get("DEPLOY_RACES", "2"))
PATIENCE_S = 60
SEED = int(os.environ.get("DEPLOY_SEED", "7"))


def start(folder, url, name, minutes):
    command = [sys.executable, "-m", "tests.deploy.deployer", folder, url, name, str(minutes)]
    return subprocess.Popen(
        list(map(str, command)),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )


def at_rest(session):
    """Wait until what a killed deploy has left, and what still answers it, has ended."""
    at_work = [one for one in psutil.process_iter() if in_session(one, session) or serves(one)]
    _, still = psutil.wait_procs(at_work, timeout=PATIENCE_S)
    assert [] == still


def in_session(process, session):
    try:
        return os.getsid(process.pid) == session
    except ProcessLookupError:
        return False


def serves(process):
    """True where the daemon of this test has it answer somebody."""
    try:
        return "--serve" in process.cmdline() and psutil.Process() in process.parents()
    except psutil.Error:
        return False


def fsck(remote):
    return git(remote, "fsck", "--full", "--no-dangling")


@pytest.mark.parametrize("kind", ["deploy alone", "deploy with its Git"])
def test_a_killed_deploy_leaves_the_old_or_the_new_site_and_the_next_one_works(
    tmp_path, remote, kind
):
    """Where Git outlives the deploy, its push may still arrive; it is the same object.

    The remote's own Git is another machine's: it is not killed.
    """
    with daemon(tmp_path) as url:
        kill_and_deploy_again(tmp_path / "desk", f"{url}/{remote.name}", remote, kind)


def kill_and_deploy_again(folder, url, remote, kind):
    chance = random.Random(f"{SEED} {kind}")  # noqa: S311
    began = time.monotonic()
    start(folder, url, "site0", 0).communicate()
    whole_s = time.monotonic() - began
    outcomes = {"old": 0, "new": 0}
    last = "site0"
    for trial in range(1, KILLS // 2 + 1):
        name = f"site{trial}"
        process = start(folder, url, name, trial * 10)
        try:
            process.wait(timeout=chance.uniform(0.2, 1.05) * whole_s)
        except subprocess.TimeoutExpired:
            if kind == "deploy alone":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

        found = live_site(remote)
        assert found in (pages_of(last), pages_of(name))
        outcomes["new" if found == pages_of(name) else "old"] += 1
        at_rest(process.pid)
        assert "" == fsck(remote)

        desk = Desk(folder, url)
        desk.now = NOW + timedelta(minutes=trial * 10)
        desk.deploy(pages_of(name), author=f"{name} <{name}@herald.example>")
        assert pages_of(name) == live_site(remote)
        last = name

    sys.stderr.write(f"{kind}: {outcomes}\n")
    assert KILLS // 2 == sum(outcomes.values())


@pytest.mark.parametrize("rivals", [2, 5])
def test_of_several_deploys_at_once_one_wins_and_the_others_say_so(tmp_path, remote, rivals):
    desk = Desk(tmp_path / "first", remote)
    desk.deploy(pages_of("nobody"))
    for number in range(1, RACES + 1):
        before = tip(remote)
        names = [f"round{number}rival{rival}" for rival in range(rivals)]
        processes = [
            start(tmp_path / f"desk{rival}", remote, name, number * 10)
            for rival, name in enumerate(names)
        ]
        told = [process.communicate()[1] for process in processes]
        won = [
            name for name, process in zip(names, processes, strict=True) if not process.returncode
        ]

        # One that begins after another has ended is no rival of it: it deploys over it.
        author = git(remote, "log", "-1", "--format=%an", "gh-pages")
        assert author in won, told
        assert pages_of(author) == live_site(remote)
        lost = [text for text, process in zip(told, processes, strict=True) if process.returncode]
        assert all(
            re.match(r"RivalError: \S+ <\S+> has published meanwhile, at ", text) for text in lost
        ), lost
        kept = git(remote, "for-each-ref", "--format=%(objectname)", "refs/deploys").split()
        authors = {git(remote, "log", "-1", "--format=%an", commit) for commit in kept}
        assert set(won) <= authors
        assert before in kept
        assert "" == fsck(remote)
