"""Bytes of a source file as text with plain line ends, or why not."""

from __future__ import annotations

import re

from jamstack.errors import Finding, Severity

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of this site may hold: feeds could not be read with them."""


def decode(data: bytes, *, path: str, maximum_bytes: int) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of `data` and what was wrong with it; the text is empty after a fault.

    A byte order mark is dropped; all line ends become a line feed; control characters, which feeds
    must not contain, are removed with a warning that names the first.
    """
    if len(data) > maximum_bytes:
        message = f"has {len(data):,} bytes, expected at most {maximum_bytes:,}"
        hint = "put pictures in files of their own, or raise `maximum_source_bytes`"
        return "", (Finding(path=path, message=message, hint=hint),)
    if b"\0" in data:
        line = _line(data, data.index(b"\0"))
        hint = "is it a binary file? save it as plain UTF-8 text"
        message = "holds a NUL byte, expected text"
        return "", (Finding(path=path, line=line, message=message, hint=hint),)
    try:
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        hint = "save the file with the encoding UTF-8"
        return "", (Finding(path=path, line=line, message=message, hint=hint),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text)
    if control is None:
        return text, ()
    line = text.count("\n", 0, control.start()) + 1
    warning = Finding(
        path=path,
        line=line,
        message=f"holds the control character U+{ord(control[0]):04X}, which was left out",
        hint="remove it; feeds must not contain control characters",
        severity=Severity.WARNING,
    )
    return CONTROL.sub("", text), (warning,)


def _line(data: bytes, place: int) -> int:
    """The line of a place in bytes, whatever the line ends are."""
    before = data[:place].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
