"""Bytes of a source file as text with plain line ends, or why not."""

from __future__ import annotations

import re

from jamstack.errors import Finding, Severity

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of this site may hold: feeds could not be read with them."""

_CONTROL_BYTES = bytes(sign for sign in (*range(0x20), 0x7F) if sign not in b"\t\n\r")
_RARE_BYTES = (b"\xed", b"\xef\xbf")
"""With what the other control characters begin in UTF-8, and so do a few that are none."""


def without_control(text: str) -> str:
    """`text` without the characters of `CONTROL`."""
    if text.isprintable() or not _may_hold_control(text.encode(errors="surrogatepass")):
        return text
    return CONTROL.sub("", text)


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
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text) if _may_hold_control(data) else None
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


def _may_hold_control(data: bytes) -> bool:
    """True when UTF-8 `data` may hold a character of `CONTROL`; False is certain.

    Every text passes here, and a table of bytes is eight times as fast as a regular expression.
    """
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    return not data.isascii() and any(rare in data for rare in _RARE_BYTES)


def _line(data: bytes, place: int) -> int:
    """The line of a place in bytes, whatever the line ends are."""
    before = data[:place].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
