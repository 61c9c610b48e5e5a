"""The words of an author card: what they cover, where to follow them, and their initials."""

from __future__ import annotations

import unicodedata

from jamstack.bylines.wording import Wording, in_series, is_he, is_she, listed, wording_of
from jamstack.model import Author, AuthorKind, AuthorStatus, TextPart

WEBSITE = "website"
"""The network that is an address of the author's own, and is worded so."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})


def follow_sentence(author: Author, language: str = "en") -> tuple[TextPart, ...]:
    """Word the follow line; () for an author without links. Parts carry whole addresses.

    `Follow him on Mastodon and X.` A website stands last, by its address: `Follow her on X, or at
    mira.example.` Who declares no pronoun, or one that the language has no form for, is followed by
    first name, an organization by name.
    """
    profiles = [link for link in author.follow if link.network != WEBSITE]
    websites = [link for link in author.follow if link.network == WEBSITE]
    if not author.follow:
        return ()
    wording = wording_of(language)
    parts = [TextPart(text=_followed(author, wording))]
    if profiles:
        parts.append(TextPart(text=wording.on))
        names = [(TextPart(text=link.label, url=link.url),) for link in profiles]
        parts += in_series(names, wording)
    if websites:
        parts.append(TextPart(text=wording.or_at if profiles else wording.at))
        sites = [(TextPart(text=link.handle, url=link.url),) for link in websites]
        parts += in_series(sites, wording)
    return (*parts, TextPart(text="."))


def card_text(author: Author, language: str = "en") -> str:
    """The short bio; without one `<Name> covers <beats>.`, or nothing where no beat is declared."""
    if author.bio or not author.beats:
        return author.bio
    wording = wording_of(language)
    covers = wording.covers_her if is_she(author.pronouns) else wording.covers
    return covers.format(name=author.name, beats=listed(author.beats, wording))


def standing_note(author: Author, language: str = "en") -> str:
    """How someone stands to the newsroom who is not on its staff; empty for those who are."""
    wording = wording_of(language)
    return {
        AuthorStatus.STAFF: "",
        AuthorStatus.CONTRIBUTOR: wording.contributor,
        AuthorStatus.GUEST: wording.guest,
        AuthorStatus.FORMER: wording.formerly,
    }[author.status]


def present_role(then: Author, now: Author, language: str = "en") -> str:
    """`now Editor` for someone whose role was another on the day of a story; else empty."""
    if then.role == now.role or not now.role:
        return ""
    return wording_of(language).now.format(role=now.role)


def fediverse_handles(author: Author) -> tuple[str, ...]:
    """The accounts that networks of the fediverse credit a page to, as `@name@server`."""
    return tuple(link.handle for link in author.follow if link.network == "mastodon")


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


def _followed(author: Author, wording: Wording) -> str:
    """`Follow him `, `Follow Mira `: the words before where."""
    if author.kind is AuthorKind.ORGANIZATION:
        return wording.follow_name.format(name=author.name)
    if is_he(author.pronouns):
        return wording.follow_him
    if is_she(author.pronouns):
        return wording.follow_her
    first = first_name(author)
    if wording is not wording_of("en"):
        # These languages have no common form for others, or none that all accept.
        return wording.follow_name.format(name=first)
    return wording.follow_name.format(name=_object_form(author.pronouns) or first)


def _object_form(pronouns: str) -> str:
    """The English form to follow by: `they/them` gives `them`, `xe/xem` gives `xem`."""
    forms = [form.strip().casefold() for form in pronouns.split("/")]
    if forms[0] in ("they", "it"):
        return {"they": "them", "it": "it"}[forms[0]]
    return forms[1] if len(forms) > 1 and forms[0] != "any" else ""


def _initial(word: str) -> str:
    sign = next((sign for sign in word if sign.isalnum()), "")
    raised = sign.upper()
    # Some letters, such as ß, have no single capital.
    return raised if len(raised) == 1 else sign
