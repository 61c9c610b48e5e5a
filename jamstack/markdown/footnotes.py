"""Footnotes gathered at the end, numbered in the order they are first named, with ways back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jamstack.markdown.markup import ATTRIBUTES

_REFERENCE = re.compile(r'<sup class="footnote-reference"><a href="#([^"]*)">([0-9]+)</a></sup>')
_DIV = re.compile(
    r'<div class="footnote-definition" id="([^"]*)">'
    r'<sup class="footnote-definition-label">[0-9]+</sup>'
    rf"|<div{ATTRIBUTES}>|</div>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """A body's HTML with references that lead to the notes; and the notes' section, if any.

    `identities` are the ids that the references and the notes have.
    """

    markup: str
    section: str
    identities: frozenset[str]


def take(markup: str) -> tuple[str, dict[str, str]]:
    """Take the definitions out of `markup`, wherever they stand.

    Returns the rest, and {label: the note's HTML} in the order written. Of two definitions with one
    label the first counts.
    """
    if "footnote-definition" not in markup:
        return markup, {}
    bodies: dict[str, str] = {}
    parts: list[list[str]] = [[]]
    labels: list[str | None] = []
    start = 0
    for match in _DIV.finditer(markup):
        parts[-1].append(markup[start : match.start()])
        start = match.end()
        if match[0] != "</div>":
            labels.append(match[1])
            if match[1] is None:
                parts[-1].append(match[0])
            else:
                bodies.setdefault(match[1], "")
                parts.append([])
            continue
        label = labels.pop()
        if label is None:
            parts[-1].append(match[0])
        else:
            body = "".join(parts.pop()).strip()
            bodies[label] = bodies[label] or body
    parts[-1].append(markup[start:])
    return "".join(parts[0]), bodies


def link(markup: str, bodies: Mapping[str, str]) -> Notes:
    """Number the notes `bodies` and lead each reference in `markup`, and in the notes, to its note.

    A note that nothing names comes last and has no way back.
    """
    order = _order(markup, bodies)
    numbers = {label: number for number, label in enumerate(order, start=1)}
    uses = dict.fromkeys(order, 0)
    identities = {f"fn-{number}" for number in numbers.values()}

    def reference(match: re.Match[str]) -> str:
        label = match[1]
        if label not in numbers:
            return f"<sup>{match[2]}</sup>"
        uses[label] += 1
        number = numbers[label]
        identity = f"fnref-{number}" + (f"-{uses[label]}" if uses[label] > 1 else "")
        identities.add(identity)
        return (
            f'<sup class="footnote-reference">'
            f'<a href="#fn-{number}" id="{identity}">{number}</a></sup>'
        )

    linked = _REFERENCE.sub(reference, markup)
    notes = [(label, _REFERENCE.sub(reference, bodies[label])) for label in order]
    items = "".join(_note(numbers[label], body, uses[label] > 0) for label, body in notes)
    section = f'<section class="footnotes" aria-label="Footnotes"><ol>{items}</ol></section>'
    return Notes(markup=linked, section=section if notes else "", identities=frozenset(identities))


def _order(markup: str, bodies: Mapping[str, str]) -> tuple[str, ...]:
    """The labels as they are first named: in the text, then in notes so named, then the others."""
    order = dict.fromkeys(_named(markup, bodies))
    waiting = list(order)
    while waiting:
        found = [label for label in _named(bodies[waiting.pop(0)], bodies) if label not in order]
        order.update(dict.fromkeys(found))
        waiting.extend(dict.fromkeys(found))
    return tuple({**order, **dict.fromkeys(bodies)})


def _named(markup: str, known: Iterable[str]) -> Iterator[str]:
    return (match[1] for match in _REFERENCE.finditer(markup) if match[1] in known)


def _note(number: int, body: str, is_used: bool) -> str:
    back = (
        f' <a class="footnote-back" href="#fnref-{number}"'
        f' aria-label="Back to reference {number}">↩</a>'
        if is_used
        else ""
    )
    text = f"{body[:-4]}{back}</p>" if body.endswith("</p>") else f"{body}{back}"
    return f'<li id="fn-{number}">{text}</li>'
