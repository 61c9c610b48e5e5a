"""Frozen values as bytes and back, and the digests that values and files are known by.

Bytes are MessagePack, written by msgspec: what comes back has the types it went in with, or
`DamagedError` is raised.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

DIGEST_BYTES = 16
"""Length of every digest. At 128 bits two of a million pages never meet by chance."""

Value = TypeVar("Value")


class DamagedError(Exception):
    """Bytes that are not the value they should be. Never leaves the press: it builds anew."""


def encode(value: object) -> bytes:
    """A value as bytes; mappings keep their order. Times come back in universal time."""
    return _ENCODER.encode(value)


def encode_zoned(value: object) -> bytes:
    """As `encode`, but times keep how far they are from universal time, in whole minutes."""
    return _ENCODER.encode(msgspec.to_builtins(value, builtin_types=(bytes,)))


def decode(data: bytes, kind: type[Value]) -> Value:
    """The value of type `kind` in `data`.

    Raises:
        DamagedError: there is none.
    """
    try:
        value: Value = _decoder(kind).decode(data)  # type: ignore[arg-type]  # a type is hashable
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedError(str(error)) from error
    return value


def digest(data: bytes) -> bytes:
    """The digest of bytes."""
    # The one of the long digests that processors have instructions for.
    return hashlib.sha256(data, usedforsecurity=False).digest()[:DIGEST_BYTES]


def digest_of(value: object) -> bytes:
    """The digest of a value: one for equal values, in whatever order sets and mappings are."""
    return digest(_SORTER.encode(value))


def digest_all(digests: Iterable[bytes]) -> bytes:
    """The digest of several digests in order."""
    return digest(b"".join(digests))


_ENCODER = msgspec.msgpack.Encoder()
_SORTER = msgspec.msgpack.Encoder(order="deterministic")


@functools.cache
def _decoder(kind: object) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
