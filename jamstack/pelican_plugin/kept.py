"""What builds keep of templates: their compiled code, and what was found by reading them.

It saves time and does nothing else: where it is damaged, of another version or cannot be written,
templates are compiled as if there were nothing.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

FILE_NAME = "templates.json"


class KeptTemplates(jinja2.BytecodeCache):
    """What is kept in one file of a folder; in memory alone where that is None.

    `tools` is the digest of what renders: what was kept under another one is not looked at.
    """

    def __init__(self, folder: Path | None, *, tools: bytes) -> None:
        self._file = folder / FILE_NAME if folder else None
        self._tools = tools
        self._kept = _read(self._file, tools) if self._file else {}
        self._used: dict[str, Any] = {}

    def recall(self, key: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """What is kept under a key; None without."""
        if key in self._kept:
            self._used[key] = self._kept[key]
        return self._used.get(key)

    def keep(self, key: str, value: object) -> None:
        """Keep a value of JSON under a key."""
        self._used[key] = value

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in a template's code where it is kept."""
        code = self.recall(_key(bucket))
        if code is not None:
            bucket.bytecode_from_string(base64.b64decode(code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self.keep(_key(bucket), base64.b64encode(bucket.bytecode_to_string()).decode())

    def write(self) -> None:
        """Write what was used, where the file holds something else."""
        if self._file is None or self._used.keys() == self._kept.keys():
            return
        body = json.dumps(self._used, sort_keys=True).encode()
        part = self._file.with_name(f".{FILE_NAME}.{os.getpid()}.part")
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_checksum(body, self._tools) + body)
            part.replace(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()


def _key(bucket: Bucket) -> str:
    return f"code {bucket.key} {bucket.checksum}"


def _read(file: Path, tools: bytes) -> dict[str, Any]:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    checksum = _checksum(b"", tools)
    found, body = data[: len(checksum)], data[len(checksum) :]
    kept: dict[str, Any] = json.loads(body) if found == _checksum(body, tools) else {}
    return kept


def _checksum(body: bytes, tools: bytes) -> bytes:
    """Code that is damaged must not be run, and none that was compiled by other tools."""
    return hashlib.blake2b(body, key=tools, digest_size=16).digest()
