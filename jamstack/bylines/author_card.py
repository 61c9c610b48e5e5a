"""The words of an author card: what they cover, where to follow them, and their initials."""

from __future__ import annotations

import unicodedata

from jamstack.bylines.wording import OBJECT_FORMS, in_series
from jamstack.model import Author, AuthorKind, TextPart

WEBSITE = "website"
"""The network that is an address of the author's own, and is worded so."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})


def follow_sentence(author: Author) -> tuple[TextPart, ...]:
    """Word the follow line; () for an author without links. Parts carry whole addresses.

    `Follow him on Mastodon and X.` A website stands last, by its address: `Follow her on X, or at
    mira.example.` Who declares no pronoun is followed by first name, an organization by name.
    """
    profiles = [link for link in author.follow if link.network != WEBSITE]
    websites = [link for link in author.follow if link.network == WEBSITE]
    if not author.follow:
        return ()
    parts = [TextPart(text=f"Follow {_followed(author)} ")]
    if profiles:
        parts.append(TextPart(text="on "))
        parts += in_series([TextPart(text=link.label, url=link.url) for link in profiles])
    if websites:
        parts.append(TextPart(text=", or at " if profiles else "at "))
        parts += in_series([TextPart(text=link.handle, url=link.url) for link in websites])
    return (*parts, TextPart(text="."))


def card_text(author: Author) -> str:
    """The short bio; without one `<Name> covers <beats>.`, or nothing where no beat is declared."""
    if author.bio or not author.beats:
        return author.bio
    beats = in_series([TextPart(text=beat) for beat in author.beats])
    return f"{author.name} covers {''.join(part.text for part in beats)}."


def initials(name: str) -> str:
    """One or two capitals that stand where a portrait is missing: `Ana van der Berg` gives `AB`.

    From the first and the last word with a letter or digit, without suffixes such as `Jr.`; one
    from a single word, none from a name without letters.
    """
    words = [word for word in unicodedata.normalize("NFC", name).split() if _initial(word)]
    if len(words) > 1 and words[-1].replace(".", "").casefold() in _SUFFIXES:
        words.pop()
    return "".join(_initial(word) for word in (words[:1] + words[1:][-1:]))


def first_name(author: Author) -> str:
    """The name to call a person by: what the sort name has after its comma, else the first word.

    The whole name when that would be an initial (`J. Ito`), or no part of the name.
    """
    family, _, given = author.sort_name.partition(",")
    words = given.replace(",", " ").split() if family.strip() in author.name else []
    first = next((word for word in words if word in author.name.split()), author.name.split()[0])
    return author.name if first.endswith(".") or len(first) == 1 else first


def _followed(author: Author) -> str:
    if author.kind is AuthorKind.ORGANIZATION:
        return author.name
    return _object_form(author.pronouns) or first_name(author)


def _object_form(pronouns: str) -> str:
    """The form to follow by: `she/her` and `she/they` give `her`, `xe/xem` gives `xem`."""
    forms = [form.strip().casefold() for form in pronouns.split("/")]
    if forms[0] in OBJECT_FORMS:
        return OBJECT_FORMS[forms[0]]
    return forms[1] if len(forms) > 1 and forms[0] != "any" else ""


def _initial(word: str) -> str:
    sign = next((sign for sign in word if sign.isalnum()), "")
    raised = sign.upper()
    # Some letters, such as ß, have no single capital.
    return raised if len(raised) == 1 else sign
