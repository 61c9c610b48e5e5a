"""What Python compiles is kept: a command that compiled the platform each time would be slow."""

import os
import subprocess
import sys

from ..site.builders import make_site


def compiled(folder, site, **environment):
    """The modules of the platform that a command leaves compiled in `folder`."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [sys.executable, "-m", "invoke", "schema"],
        cwd=site.folder,
        env={**kept, "PYTHONPYCACHEPREFIX": str(folder), **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return {file.name.partition(".")[0] for file in folder.rglob("jamstack/**/*.pyc")}


def test_a_command_keeps_what_python_compiled(tmp_path):
    assert {"checking", "story"} <= compiled(tmp_path / "kept", make_site(tmp_path / "site"))


def test_a_machine_that_is_told_to_keep_nothing_keeps_nothing(tmp_path):
    site = make_site(tmp_path / "site")

    assert set() == compiled(tmp_path / "kept", site, PYTHONDONTWRITEBYTECODE="1")
