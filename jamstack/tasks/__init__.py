"""The only door to Invoke: the commands, thin. Each turns its words into a call and ends well."""

from __future__ import annotations

from invoke.collection import Collection

from jamstack.tasks import benching, building, checking, developing, serving, writing

namespace = Collection(
    writing.new,
    building.build,
    building.clean,
    serving.serve,
    checking.check,
    checking.schema,
    developing.test,
    benching.bench,
)
"""Every command: `new`, `build`, `clean`, `serve`, `check`, `schema`, `test`, `bench`."""
