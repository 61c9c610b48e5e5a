"""The sample newsroom, copied out of the project and built once."""

import shutil

import pytest

from .builders import NOW, PROJECT, Site
from .walking import Walk

ROOT_URL = "http://localhost:8000"
BASE_URL = "https://user.github.io/repo"


@pytest.fixture(autouse=True)
def _outside_github(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample newsroom as `invoke build` makes it, in a project of its own."""
    site = Site(tmp_path_factory.mktemp("sample"))
    shutil.copy(PROJECT / "tasks.py", site.folder)
    shutil.copytree(
        PROJECT / "pelican-app",
        site.folder / "pelican-app",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    ran = site.run("invoke", "build", "--now", NOW)
    assert (0, "") == (ran.code, ran.errors)
    return site


@pytest.fixture(scope="session")
def at_the_root(sample):
    return Walk(sample.output, ROOT_URL)


@pytest.fixture(scope="session")
def below_a_path(sample):
    """The sample newsroom for production, at an address with a path."""
    settings = sample.folder / "pelican-app" / "publishconf.py"
    written = settings.read_text(encoding="utf-8")
    start = written.index("SITEURL")
    settings.write_text(f'{written[:start]}SITEURL = "{BASE_URL}"\n', encoding="utf-8")
    ran = sample.run("invoke", "build", "--production", "--now", NOW, "--output", "production")
    assert (0, "") == (ran.code, ran.errors)
    return Walk(sample.folder / "production", BASE_URL)
