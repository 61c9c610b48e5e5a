"""Copies of frozen values with something else in them, whatever they are made with."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

import msgspec

Thing = TypeVar("Thing")


def replace(value: Thing, **changes: Any) -> Thing:
    """The same value with other fields."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]
