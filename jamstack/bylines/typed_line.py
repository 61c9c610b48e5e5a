"""A byline typed as one line, such as `By A and B in Lisbon; photographs by C`, to its credits.

Reads English, Spanish, French, German, Portuguese and Arabic in one go, by the tables of
`typed_words`. Everybody named must be in the registry of authors; a line with anything in it that
cannot be read is refused whole, and every fault of it is told.
"""

from __future__ import annotations

import unicodedata

from jamstack.bylines import typed_faults as faults
from jamstack.bylines.typed_faults import LONGEST_LINE, TypedFault
from jamstack.bylines.typed_reader import Reader
from jamstack.bylines.typed_registry import Registry
from jamstack.bylines.typed_scan import Line
from jamstack.model import Credit

__all__ = ["Registry", "TypedFault", "read_typed_line"]


def read_typed_line(
    text: str, registry: Registry, *, line: int = 0
) -> tuple[tuple[Credit, ...], tuple[TypedFault, ...]]:
    """Read a typed byline into credits, in the order printed, or into faults; never both.

    `line` is where the text stands in its file. Who is named in a part of several roles (`Text and
    photographs by A`) has a credit for each.
    """
    if len(text) > LONGEST_LINE:
        return (), (faults.too_long(len(text)),)
    for sign in text:
        if unicodedata.category(sign) == "Cc" and not sign.isspace():
            return (), (faults.control(sign),)
    scanned = Line(unicodedata.normalize("NFC", text), registry)
    if scanned.markup:
        return (), (faults.markup(scanned.markup),)
    gathered = Reader(scanned).read()
    if not gathered.has_content:
        return (), (faults.empty(),)
    return gathered.result(line)
