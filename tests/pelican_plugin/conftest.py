import pytest


@pytest.fixture(autouse=True)
def _outside_github(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
