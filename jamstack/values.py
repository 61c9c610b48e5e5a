"""The base of the newsroom's values: frozen, compared by content, cheap to make by the million.

Values are msgspec structs. They are made, copied and encoded in compiled code, in a fraction of
the time that frozen dataclasses take, and the collector of garbage need not look at them.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

__all__ = ["Value", "replace"]


class Value(Struct, frozen=True, gc=False, array_like=True):
    """A frozen value. Subclasses say `kw_only=True` and document what their fields hold.

    Encoded as its fields in order, without their names: bytes that are kept stand on a digest of
    the code that wrote them. Values hold no cycles, so that they can be freed without a search.
    """
