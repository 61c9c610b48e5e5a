"""One typed line and what can be found at each of its tokens."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html.entities import html5

from jamstack.bylines.typed_registry import Registry
from jamstack.bylines.typed_tokens import Match, Phrases, Token, tokens_of
from jamstack.bylines.typed_words import ATTACHED_CONJUNCTION, PLACE_PARTICLES
from jamstack.model import Role

_MARKUP = frozenset("<>[]{}*_\\`^~=#")
_ROLE_JOINTS = frozenset(",/")


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """Words such as `Text and photographs by`, up to before the token `end`.

    `has_link`: a colon or a word such as `by` leads to the names. `has_name`: a known name follows.
    `is_doubtful`: the words may as well be part of a name, as `von` may.
    """

    roles: tuple[Role, ...]
    start: int
    end: int
    has_link: bool
    has_name: bool
    is_doubtful: bool = False

    def outdoes(self, name: Match) -> bool:
        """True when these words are meant where `name` could be read as well.

        Somebody's name may be the word of a role: a desk called `Photos`.
        """
        if self.has_link:
            return self.end > name.end
        return self.has_name and self.end >= name.end


class Line:
    """A composed (NFC) line in tokens, asked about by the number of a token."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.registry = registry
        self._composed = text
        self.tokens, self.markup = _prepared(text, registry)

    def text(self, start: int, end: int) -> str:
        """What is written from the token `start` to before `end`, with single spaces."""
        if start >= end:
            return ""
        span = self._composed[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(span.split())

    def key(self, number: int) -> str:
        """The key of a token; empty behind the last."""
        return self.tokens[number].key if number < len(self.tokens) else ""

    def is_over(self, number: int) -> bool:
        """True behind the last token, and where a part or a bracket ends."""
        return number >= len(self.tokens) or self.is_break(number) or self.key(number) in ("(", ")")

    def is_break(self, number: int) -> bool:
        """True at a comma and at what separates parts."""
        token = self.tokens[number]
        return token.is_separator or token.key == ","

    def name(self, number: int) -> Match | None:
        """The longest name or slug of the registry; it means slugs."""
        return self.registry.people.longest(self.tokens, number)

    def note(self, number: int) -> Match | None:
        """A note on this newsroom; it means its text."""
        return self.registry.notes.longest(self.tokens, number)

    def special(self, number: int) -> Match | None:
        """The words that begin a note; they mean their text."""
        return self.registry.specials.longest(self.tokens, number)

    def conjunction(self, number: int) -> Match | None:
        """An `and`."""
        return self.registry.conjunctions.longest(self.tokens, number)

    def origin(self, number: int) -> Match | None:
        """A word such as `in` before a place."""
        return self.registry.origins.longest(self.tokens, number)

    def companion(self, number: int) -> Match | None:
        """A word such as `with` that a name follows, and so no role."""
        found = self.registry.companions.longest(self.tokens, number)
        return found if found and self.name(found.end) else None

    def guest(self, number: int) -> int:
        """Where `(guest)` ends that begins at a token; 0 where none does."""
        found = self.registry.guests.longest(self.tokens, number + 1)
        if not found or self.name(number + 1) or self.key(number) != "(":
            return 0
        return found.end + 1 if self.key(found.end) == ")" else 0

    def firm(self, number: int) -> Match | None:
        """A word such as `of` before an agency."""
        return self._before_name(self.registry.firm_words, number)

    def firm_with_name(self, number: int) -> Match | None:
        """The agency, or whoever is named, after a word such as `of`."""
        firm = self.firm(number)
        return self.name(firm.end) if firm else None

    def begins_organization(self, number: int) -> bool:
        """True where a word such as `of` and an organization follow."""
        found = self.firm_with_name(number)
        return bool(found and any(map(self.registry.is_organization, found.meanings)))

    def link(self, number: int) -> Match | None:
        """A word such as `by` that leads from a role to names."""
        link, name = self._before_name(self.registry.links, number), self.name(number)
        return None if link and name and name.end > link.end else link

    def role(self, number: int) -> RolePhrase | None:
        """The words of one or more roles, or a word such as `by` alone."""
        nouns = self._nouns(number)
        if nouns:
            roles, end = nouns
            linked = self._link_end(end)
            return RolePhrase(
                roles=roles,
                start=number,
                end=linked,
                has_link=linked > end,
                has_name=self.name(linked) is not None,
            )
        return self.maker(number)

    def maker(self, number: int) -> RolePhrase | None:
        """A word such as `by`, with its colon."""
        maker = self.registry.makers.longest(self.tokens, number)
        if maker is None:
            return None
        is_doubtful = self.key(number) in PLACE_PARTICLES
        end = maker.end + (self.key(maker.end) == ":")
        return RolePhrase(
            roles=(Role.REPORTING,),
            start=number,
            end=end,
            has_link=True,
            has_name=self.name(end) is not None,
            is_doubtful=is_doubtful and end == maker.end,
        )

    def is_role_here(self, number: int) -> bool:
        """True where the words of a role can be nothing else, though no separator precedes."""
        role = self.role(number)
        return bool(role and ((role.has_link and not role.is_doubtful) or role.has_name))

    def _nouns(self, number: int) -> tuple[tuple[Role, ...], int] | None:
        """The roles of nouns in a series, as in `Text, maps and photographs`, and where it ends."""
        found = self._noun(number)
        if not found:
            companion = self.registry.companions.longest(self.tokens, number)
            found = self._noun(companion.end) if companion else None
        roles: list[Role] = []
        end = number
        while found:
            roles.append(Role(found.meanings[0]))
            end = found.end
            joint = self.conjunction(end)
            is_joint = joint is not None or self.key(end) in _ROLE_JOINTS
            found = self._noun(joint.end if joint else end + 1) if is_joint else None
        return (tuple(dict.fromkeys(roles)), end) if roles else None

    def _noun(self, number: int) -> Match | None:
        return self.registry.roles.longest(self.tokens, number)

    def _link_end(self, number: int) -> int:
        link = self.link(number)
        end = link.end if link else number
        return end + (self.key(end) == ":")

    def _before_name(self, phrases: Phrases, number: int) -> Match | None:
        """The longest of `phrases` that a name follows, else the longest.

        `de La Gaceta` and `de la Agencia Sur` both read as they should.
        """
        found = phrases.every(self.tokens, number)
        named = [match for match in found if self.name(match.end)]
        best = named or found
        return best[-1] if best else None


def _prepared(text: str, registry: Registry) -> tuple[list[Token], str]:
    """The tokens, with attached conjunctions split off; and the first markup outside of names."""
    tokens, markup, number, is_after_name = tokens_of(text), "", 0, False
    while number < len(tokens):
        name = registry.people.longest(tokens, number)
        if name:
            number, is_after_name = name.end, True
            continue
        markup = markup or _markup(tokens, number)
        if not _is_known(tokens, number, registry):
            split = _split(tokens[number])
            if split and (is_after_name or _is_known([*split, *tokens[number + 1 :]], 1, registry)):
                tokens[number : number + 1] = split
        number, is_after_name = number + 1, False
    return tokens, markup


def _is_known(tokens: list[Token], number: int, registry: Registry) -> bool:
    known = (registry.people, registry.roles, registry.makers, registry.origins, registry.specials)
    return any(phrases.longest(tokens, number) for phrases in known)


def _split(token: Token) -> tuple[Token, Token] | None:
    """The Arabic `and` and the word it is attached to."""
    rest = token.key.removeprefix(ATTACHED_CONJUNCTION)
    if not rest or rest == token.key:
        return None
    middle = token.start + 1
    return (
        Token(ATTACHED_CONJUNCTION, token.start, middle, True, token.is_glued),
        Token(rest, middle, token.end, True, False),
    )


def _markup(tokens: list[Token], number: int) -> str:
    """The markup or the beginning of a link at a token, or an empty text."""
    key = tokens[number].key
    following = [token.key for token in tokens[number + 1 : number + 4] if token.is_glued]
    if key in _MARKUP and not tokens[number].is_word:
        return key
    if following[:2] == ["/", "/"] and key == ":":
        return "://"
    if key == "www" and following[:1] == ["."]:
        return "www."
    if key == "mailto" and following[:1] == [":"]:
        return "mailto:"
    return _entity(key, following)


def _entity(key: str, following: Collection[str]) -> str:
    name, end = [*following, "", ""][:2]
    return f"&{name};" if key == "&" and end == ";" and f"{name};" in html5 else ""
