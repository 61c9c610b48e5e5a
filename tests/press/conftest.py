import pytest

from .builders import snapshot
from .newsroom import make_newsroom, print_newsroom


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The newsroom, built once: (project, report). Only to be read."""
    project = make_newsroom(tmp_path_factory.mktemp("newsroom"))
    return project, print_newsroom(project)


@pytest.fixture(scope="session")
def files(built):
    """The files of the newsroom with their bytes."""
    return snapshot(built[0].output)
