"""Commands of the project: `invoke --list` shows them, `invoke --help NAME` explains one."""

from jamstack.tasks import namespace

__all__ = ["namespace"]
