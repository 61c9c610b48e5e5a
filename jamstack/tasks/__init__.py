"""The only door to Invoke: the commands, thin. Each turns its words into a call and ends well."""

from __future__ import annotations

import sys

from invoke.collection import Collection

# Invoke keeps Python from writing down what it compiles; each command would compile all anew.
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)

from jamstack.tasks import (  # noqa: E402 - compiled, too
    benching,
    building,
    checking,
    deploying,
    developing,
    publishing,
    serving,
    writing,
)

namespace = Collection(
    writing.new,
    building.build,
    building.clean,
    serving.serve,
    checking.check,
    checking.schema,
    checking.cards,
    checking.related,
    deploying.deploy,
    deploying.rollback,
    developing.test,
    publishing.due,
    publishing.verify,
    benching.bench,
)
"""Every command: `new`, `build`, `clean`, `serve`, `check`, `schema`,
`cards`, `related`, `deploy`, `rollback`, `test`, `due`, `verify`, `bench`."""
