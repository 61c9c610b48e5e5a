"""The workflows: read by actionlint and zizmor, held to our rules, and run where they can be."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from jamstack.tasks.developing import ACTIONLINT
from tests.project.documents import ROOT, read

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(file.name for file in FOLDER.glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def workflow(name):
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def jobs():
    return [
        (f"{name}/{job}", content)
        for name in WORKFLOWS
        for job, content in workflow(name)["jobs"].items()
    ]


def runs():
    return {
        f"{place}: {step.get('name', '')}": step["run"]
        for place, job in jobs()
        for step in job["steps"]
        if "run" in step
    }


def script(name):
    (found,) = {text for place, text in runs().items() if place.endswith(f": {name}")}
    return found


@pytest.mark.workflows
def test_actionlint_finds_nothing():
    ran = subprocess.run(
        [shutil.which("node"), ACTIONLINT.resolve(), f"{FOLDER}/*.yml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == ran.returncode, ran.stdout
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in ran.stdout


@pytest.mark.workflows
def test_actionlint_would_find_something(tmp_path):
    step = "      - run: echo ${{ github.nowhere }}\n"
    text = f"on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n{step}"
    (tmp_path / "wrong.yml").write_text(text, encoding="utf-8")

    ran = subprocess.run(
        [shutil.which("node"), ACTIONLINT.resolve(), f"{tmp_path}/*.yml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == ran.returncode
    assert 'property "nowhere" is not defined' in ran.stdout


def zizmor(folder):
    program = Path(sys.executable).parent / "zizmor"
    return subprocess.run(
        [program, "--offline", "--no-progress", "--pedantic", folder],
        capture_output=True,
        text=True,
        check=False,
    )


def test_zizmor_finds_nothing():
    ran = zizmor(ROOT / ".github")

    assert 0 == ran.returncode, ran.stdout


def test_zizmor_would_find_something(tmp_path):
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = read(".github/workflows/check.yml").replace("persist-credentials: false", "")
    (folder / "check.yml").write_text(text.replace("  with:\n          \n", ""), encoding="utf-8")

    assert "artipacked" in zizmor(tmp_path).stdout


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_whole_sha_and_tells_its_version(name):
    used = re.findall(r"uses: .*", (FOLDER / name).read_text(encoding="utf-8"))

    assert [] != used
    assert [] == [line for line in used if not PINNED.fullmatch(line)]


def test_one_action_has_one_pin():
    pins = {}
    for name in WORKFLOWS:
        for action, sha in re.findall(r"uses: (\S+)@(\S+)", read(f".github/workflows/{name}")):
            pins.setdefault(action, set()).add(sha)

    assert {} == {action: shas for action, shas in pins.items() if len(shas) > 1}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_who_says_nothing_may_nothing(name):
    assert {} == workflow(name)["permissions"]


def test_only_the_job_that_deploys_may_write_and_it_runs_nothing_of_ours():
    writing = {
        place: job
        for place, job in jobs()
        if "write" in job["permissions"].values() or job["permissions"] == "write-all"
    }

    assert ["publish.yml/deploy"] == list(writing)
    (job,) = writing.values()
    assert {"pages": "write", "id-token": "write"} == job["permissions"]
    assert [] == [step for step in job["steps"] if "run" in step]
    assert ["actions/deploy-pages"] == [step["uses"].split("@")[0] for step in job["steps"]]


def test_no_pull_request_gets_a_secret():
    text = "".join(read(f".github/workflows/{name}") for name in WORKFLOWS)

    assert "pull_request_target" not in text
    assert "secrets." not in text


def test_a_deploy_in_flight_is_never_cancelled():
    expected = {"group": "publish", "cancel-in-progress": False}

    assert expected == workflow("publish.yml")["concurrency"]


@pytest.mark.parametrize("place", runs())
def test_no_script_is_made_of_what_somebody_wrote(place):
    """Values come by the environment: in a script they would be code."""
    assert "${{" not in runs()[place]


@pytest.mark.parametrize("place", runs())
def test_every_script_is_one_that_a_shell_reads(place):
    ran = subprocess.run(
        ["bash", "-n"], input=runs()[place], capture_output=True, text=True, check=False
    )

    assert (0, "") == (ran.returncode, ran.stderr)


@pytest.mark.parametrize("place", runs())
def test_every_command_of_ours_in_a_script_exists(place):
    commands = re.findall(r"\.venv/bin/invoke (\w+)((?: --?[\w-]+)*)", runs()[place])
    for command, options in commands:
        ran = subprocess.run(
            [sys.executable, "-m", "invoke", "--help", command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

        assert 0 == ran.returncode
        assert [] == [option for option in options.split() if option not in ran.stdout]


@pytest.mark.parametrize(
    ("code", "ending", "told"),
    [(0, 0, "needed=false\n"), (10, 0, "needed=true\n"), (1, 1, "")],
)
def test_the_schedule_goes_by_the_exit_code(tmp_path, code, ending, told):
    program = tmp_path / ".venv" / "bin" / "invoke"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    output = tmp_path / "output"
    output.touch()

    ran = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script("Ask whether an embargo has passed")],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "GITHUB_OUTPUT": str(output)},
        check=False,
    )

    assert (ending, told) == (ran.returncode, output.read_text())
