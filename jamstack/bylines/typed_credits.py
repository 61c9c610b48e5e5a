"""Gathers what a typed line says into credits, and the faults of it.

Knows who was named, in which part, and to whom a place, an agency or a note belongs; knows
nothing of the words and signs by which the line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from jamstack.bylines import typed_faults as faults
from jamstack.bylines.typed_faults import MOST_NAMES, TypedFault
from jamstack.bylines.typed_registry import Registry
from jamstack.model import Credit, Role


@dataclass(slots=True, kw_only=True)
class Named:
    """Somebody as the line prints them. `slug` is empty for a guest, or who could not be found."""

    slug: str
    name: str
    place: str = ""
    agency: str = ""
    note: str = ""


@dataclass(slots=True, kw_only=True)
class Part:
    """Those who did one thing. `words` said what; `is_excused` when their lack was told."""

    roles: tuple[Role, ...] = (Role.REPORTING,)
    words: str = ""
    people: list[Named] = field(default_factory=list)
    is_excused: bool = False


class Gathering:
    """The parts of one line as they are read, first to last.

    Faults are worded last: where the line holds too many names, that alone is told, and nobody
    is looked up in vain.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._parts = [Part()]
        self._faults: list[Callable[[], TypedFault]] = []
        self._here: list[Named] = []
        self._noted: list[Named] = []
        self._is_placed = self._is_noted = False
        self._looked = 0

    @property
    def latest(self) -> Named | None:
        """Who was named last in this part."""
        people = self._parts[-1].people
        return people[-1] if people else None

    @property
    def follows_person(self) -> bool:
        """True when a person was named last in this part."""
        person = self.latest
        return bool(person and not self._is_organization(person))

    @property
    def is_reporting(self) -> bool:
        """True in a part of reporters, and where nobody is named yet."""
        part = self._parts[-1]
        return not part.people or Role.REPORTING in part.roles

    @property
    def has_content(self) -> bool:
        """False as long as nobody is named and nothing is wrong."""
        return bool(self._faults or len(self._parts) > 1 or self.latest)

    def may_look(self) -> bool:
        """True while the nearest names may be looked up, which takes a walk over the registry."""
        self._looked += 1
        return self._looked <= 2 * MOST_NAMES

    def start(self, roles: tuple[Role, ...], words: str) -> None:
        """Begin a part, of a role or several."""
        self.miss_name()
        self._parts.append(Part(roles=roles, words=words))
        self._here, self._noted = [], []
        self._is_placed = self._is_noted = False

    def separate(self) -> None:
        """Let a place and a note that follow other names not belong to those named so far."""
        self._is_placed = self._is_noted = True

    def narrow(self) -> None:
        """Let a place and a note in brackets belong to the one named last alone."""
        self._here, self._noted = self._here[-1:], self._noted[-1:]

    def add(self, name: str, slugs: Sequence[str]) -> None:
        """Name one of the authors `slugs`; a fault unless there is one."""
        if not slugs:
            known = self._registry.slugs if name.islower() and "-" in name else self._registry.names
            place = self._latest_place()
            self._faults.append(lambda: faults.unknown_name(name, self._known(known), place=place))
        elif len(slugs) > 1:
            self.tell(faults.ambiguous(name, slugs))
        slug = slugs[0] if len(slugs) == 1 else ""
        self._add(Named(slug=slug, name=self._printed(slug) or name))

    def add_guest(self, name: str, slugs: Sequence[str]) -> None:
        """Name someone without a page; one of the authors `slugs` is called as they are."""
        self._add(Named(slug="", name=self._printed(slugs[0]) if slugs else name))

    def _add(self, named: Named) -> None:
        self._parts[-1].people.append(named)
        self._here = [named] if self._is_placed else [*self._here, named]
        self._noted = [named] if self._is_noted else [*self._noted, named]
        self._is_placed = self._is_noted = False

    def place(self, place: str) -> None:
        """Say where those named since the last place were."""
        if not self._here:
            self.refuse(faults.place_without_name(place))
            return
        first = self._here[0]
        if first.place:
            self.tell(faults.second_place(place, first.name))
        for named in self._here:
            named.place = place
        self._is_placed = True

    def note(self, note: str) -> None:
        """Note something on those named since the last note."""
        if not self._noted:
            self.refuse(faults.note_without_name(note))
            return
        first = self._noted[0]
        if first.note:
            self.tell(faults.second_note(note, first.name))
        for named in self._noted:
            named.note = note
        self._is_noted = True

    def employ(self, name: str, slugs: Sequence[str]) -> None:
        """Say for which agency the one named last worked."""
        person = self.latest
        organizations = [slug for slug in slugs if self._registry.is_organization(slug)]
        if person is None or self._is_organization(person):
            self.refuse(faults.no_person_for_agency(name))
        elif not slugs:
            known = self._registry.firms
            self._faults.append(lambda: faults.unknown_agency(name, self._known(known)))
        elif len(slugs) > 1:
            self.tell(faults.ambiguous(name, slugs))
        elif not organizations:
            shown = self._printed(slugs[0])
            self.tell(faults.agency_is_person(shown, person.name))
        elif person.agency:
            shown = self._printed(slugs[0])
            self.tell(faults.second_agency(shown, person.name))
        else:
            person.agency = slugs[0]

    def miss_name(self) -> None:
        """Tell that nobody follows the words of this part, if so."""
        part = self._parts[-1]
        if part.words and not part.people and not part.is_excused:
            part.is_excused = True
            self.tell(faults.no_name_after(part.words))

    def tell(self, fault: TypedFault) -> None:
        """Keep a fault."""
        self._faults.append(lambda: fault)

    def refuse(self, fault: TypedFault) -> None:
        """Keep a fault that also says why nobody follows the words of this part."""
        self._parts[-1].is_excused = True
        self.tell(fault)

    def result(self, line: int) -> tuple[tuple[Credit, ...], tuple[TypedFault, ...]]:
        """The credits in the order printed, or every fault once in that order."""
        self.miss_name()
        number = sum(len(part.people) for part in self._parts)
        if number > MOST_NAMES:
            return (), (faults.too_many(number),)
        told = (fault() for fault in self._faults)
        found = tuple(dict.fromkeys((*told, *self._twice())))
        return ((), found) if found else (tuple(self._credits(line)), ())

    def _credits(self, line: int) -> Iterator[Credit]:
        for part in self._parts:
            for role in part.roles:
                for named in part.people:
                    yield Credit(
                        author=named.slug,
                        name="" if named.slug else named.name,
                        role=role,
                        line=line,
                        place=named.place,
                        agency=named.agency,
                        note=named.note,
                    )

    def _twice(self) -> Iterator[TypedFault]:
        seen: set[tuple[str, Role]] = set()
        for credit in self._credits(0):
            key = (credit.author or credit.name, credit.role)
            if key in seen:
                yield faults.twice(self._printed(credit.author) or credit.name, credit.role)
            seen.add(key)

    def _latest_place(self) -> str:
        """The place right before, to which what follows a comma may belong."""
        return self.latest.place if self.latest and self._is_placed else ""

    def _is_organization(self, named: Named) -> bool:
        return bool(named.slug) and self._registry.is_organization(named.slug)

    def _printed(self, slug: str) -> str:
        return self._registry.authors[slug].name if slug else ""

    def _known(self, known: Sequence[str]) -> Sequence[str]:
        return known if self.may_look() else ()
