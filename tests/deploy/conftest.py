import pytest

from tests.deploy.remotes import Desk, make_remote


@pytest.fixture
def remote(tmp_path):
    """A bare repository on this machine."""
    return make_remote(tmp_path / "remote.git")


@pytest.fixture
def desk(tmp_path, remote):
    """A machine that deploys there."""
    return Desk(tmp_path / "desk", remote)
