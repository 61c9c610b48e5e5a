"""What stands inside the blocks of one body: links, pictures and headings, found and rewritten."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jamstack.errors import Finding, Severity
from jamstack.markdown.destinations import (
    WEB_ADDRESS,
    Broken,
    External,
    as_typed,
    destination,
    picture_path,
)
from jamstack.markdown.headings import Outline
from jamstack.markdown.lines import Locator
from jamstack.markdown.markup import ATTRIBUTES, attributes, opening_tag
from jamstack.model import InternalLink, Picture, marker

IMAGE = rf"<img{ATTRIBUTES}>"
_IMAGE = re.compile(IMAGE)
# Most links lead to other sites and stay as they are: those are passed over.
_LINK = re.compile(rf"<a(?! href=\"{WEB_ADDRESS}[/?#\"]){ATTRIBUTES}>")
_FIRST_LETTER = re.compile("<([abhi])")
_ANCHOR = re.compile(rf"<([a-z][a-z0-9]*){ATTRIBUTES}>")
_RESERVED = re.compile("fn(?:ref)?-[0-9]+(?:-[0-9]+)?")


@dataclass(slots=True, kw_only=True)
class Inline:
    """What one body has gathered so far.

    `is_sanitized` when raw HTML was cleaned, which reported each picture it left no address.
    `notes` are the ids that belong to footnotes.
    """

    path: str
    locate: Locator
    is_sanitized: bool
    notes: frozenset[str] = frozenset()
    links: list[InternalLink] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)

    def rewrite(self, markup: str) -> str:
        """Rewrite headings, pictures and links inside `markup`."""
        # One look tells which elements may be there at all: mostly none that are rewritten.
        letters = _FIRST_LETTER.findall(markup)
        if "h" in letters:
            markup = self.outline.rewrite(markup)
        if "i" in letters:
            markup = _IMAGE.sub(self._inline_picture, markup)
        if "a" in letters:
            markup = _LINK.sub(self._link, markup)
        if "b" in letters or "h" in letters:
            markup = markup.replace("<br />", "<br>").replace("<hr />", "<hr>")
        return markup.strip()

    def keep_anchors(self, markup: str) -> str:
        """Keep of equal ids that raw HTML brought the first; headings get theirs later.

        Anchors in their old form (`<a name="…">`) get the form of today, so that links to them
        work.
        """
        has_any = " id=" in markup or " name=" in markup
        return _ANCHOR.sub(self._anchor, markup) if has_any else markup

    def picture(self, found: dict[str, str]) -> Picture | None:
        """The picture of an `img` element's attributes; None after a fault."""
        written = found.get("src", "")
        if not written and self.is_sanitized:
            return None
        alt = " ".join(found.get("alt", "").split())
        line = self._line(written)
        caption, _, credit = (part.strip() for part in found.get("title", "").partition("|"))
        is_decorative = caption == "decorative"
        path = picture_path(written, source=self.path)
        if isinstance(path, Broken):
            self._report(line, path)
            return None
        if not alt and not is_decorative:
            hint = 'write `![What it shows](…)`, or give it the title "decorative"'
            self._report(line, Broken(f"the picture `{as_typed(written)}` has no alt text", hint))
            return None
        return Picture(
            path=path,
            alt="" if is_decorative else alt,
            caption="" if is_decorative else caption,
            credit=credit,
            is_decorative=is_decorative,
            line=line,
        )

    def _inline_picture(self, match: re.Match[str]) -> str:
        picture = self.picture(attributes(match[1]))
        if picture is None:
            return ""
        self.pictures.append(picture)
        return marker("picture", len(self.pictures) - 1)

    def _link(self, match: re.Match[str]) -> str:
        found = attributes(match[1])
        written = found.get("href")
        if written is None or (written[:1] == "#" and written[1:] in self.notes):
            return match[0]
        leads = destination(written, source=self.path)
        if isinstance(leads, External):
            return match[0]
        typed = as_typed(written)
        line = self.locate.find(written, typed, f"]({written})")
        if isinstance(leads, Broken):
            self._report(line, leads)
            return opening_tag("a", {name: found[name] for name in found if name != "href"})
        self.links.append(
            InternalLink(path=leads.path, fragment=leads.fragment, written=typed, line=line)
        )
        return opening_tag("a", {**found, "href": marker("link", len(self.links) - 1)})

    def _anchor(self, match: re.Match[str]) -> str:
        if " id=" not in match[2] and " name=" not in match[2]:
            return match[0]
        name = match[1]
        found = attributes(match[2])
        identity = found.pop("id", "") or (found.get("name", "") if name == "a" else "")
        found.pop("name", None)
        if re.fullmatch("h[1-6]", name):
            if _RESERVED.fullmatch(identity):
                return opening_tag(name, found)
            return match[0]
        is_usable = len(identity.split()) == 1 and not _RESERVED.fullmatch(identity)
        if not is_usable or identity in self.outline.anchors:
            return opening_tag(name, found)
        self.outline.anchors.add(identity)
        return opening_tag(name, {"id": identity, **found})

    def _line(self, written: str) -> int:
        return self.locate.find(written, as_typed(written), f"]({written})")

    def _report(self, line: int, broken: Broken) -> None:
        self.findings.append(
            Finding(
                path=self.path,
                line=line,
                message=broken.message,
                hint=broken.hint,
                severity=Severity.FAULT if broken.is_fault else Severity.WARNING,
            )
        )
