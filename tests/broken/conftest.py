import sys

import pytest


@pytest.fixture(autouse=True)
def _no_bytecode(monkeypatch):
    """Keeps `__pycache__` out of the sites whose files are compared."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
