"""Real processes: what they used is known, because they use it themselves."""

import sys

import pytest

from jamstack.benches.measure import measure
from jamstack.errors import CommandError

BUSY = "import time\nwhile time.process_time() < {seconds}: pass\n"
HELD_BYTES = 64_000_000
SECONDS = 0.4


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def test_processor_time_is_that_of_the_command(tmp_path):
    cost = measure(python(BUSY.format(seconds=SECONDS)), tmp_path)

    assert cost.processor_s >= SECONDS
    assert cost.wall_s > 0


def test_processor_time_is_also_that_of_what_the_command_starts(tmp_path):
    child = BUSY.format(seconds=SECONDS)
    program = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {child!r}])"

    cost = measure(python(program), tmp_path)

    assert cost.processor_s >= SECONDS


def test_memory_is_that_of_all_processes_at_their_most(tmp_path):
    child = f"held = b'x' * {HELD_BYTES}\n{BUSY.format(seconds=SECONDS)}"
    program = (
        f"held = b'x' * {HELD_BYTES}\n"
        f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {child!r}])"
    )

    cost = measure(python(program), tmp_path)

    assert cost.peak_bytes >= 2 * HELD_BYTES


def test_the_command_runs_in_its_folder_and_reads_nothing(tmp_path):
    program = "import sys; open('read.txt', 'w').write(repr(sys.stdin.read()))"

    measure(python(program), tmp_path)

    assert "''" == (tmp_path / "read.txt").read_text(encoding="utf-8")


def test_a_command_that_fails_is_told_with_the_end_of_its_output(tmp_path):
    file = tmp_path / "fails.py"
    file.write_text(
        "import sys\nfor n in range(30): print(n, flush=True)\nsys.exit('it broke')\n",
        encoding="utf-8",
    )

    with pytest.raises(CommandError) as caught:
        measure([sys.executable, "fails.py"], tmp_path)

    last = "\n".join(str(number) for number in range(11, 30))
    expected = (
        f"`{sys.executable} fails.py` ended with exit code 1\n"
        f"hint: its output ends so:\n{last}\nit broke"
    )
    assert expected == str(caught.value)


def test_a_command_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError) as caught:
        measure(["no-such-program"], tmp_path)

    expected = (
        "`no-such-program` cannot be started: No such file or directory\n"
        "hint: install it, or leave its contender out"
    )
    assert expected == str(caught.value)
