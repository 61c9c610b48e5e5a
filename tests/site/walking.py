"""Walking over an output folder as browsers and other programs do: every address, and its file."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
from lxml import etree

_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_REFRESH = re.compile(r"\d+\s*;\s*url=(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An address as written in `file`, and the whole address it stands for."""

    file: str
    what: str
    written: str
    whole: str


class Walk:
    """An output folder that is published at `site_url`."""

    def __init__(self, output: Path, site_url: str) -> None:
        self.output = output
        self.site_url = site_url.rstrip("/")

    @functools.cached_property
    def files(self) -> tuple[str, ...]:
        found = (file for file in self.output.rglob("*") if file.is_file())
        return tuple(sorted(file.relative_to(self.output).as_posix() for file in found))

    @functools.cached_property
    def pages(self) -> dict[str, lxml.html.HtmlElement]:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return {
            path: lxml.html.document_fromstring((self.output / path).read_bytes(), parser=parser)
            for path in self.files
            if path.endswith(".html")
        }

    @functools.cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        return {
            path: frozenset(page.xpath("//@id | //a/@name")) for path, page in self.pages.items()
        }

    def url(self, path: str) -> str:
        """The address at which a file is published."""
        folder, _, name = path.rpartition("/")
        url = (f"{folder}/" if folder else "") if name == "index.html" else path
        return f"{self.site_url}/{url}"

    def addresses(self) -> Iterator[Address]:
        """Every address in every page, stylesheet, feed, sitemap and manifest."""
        for path, page in self.pages.items():
            yield from self._of_markup(path, page)
            for script in json_ld(page):
                for url in _strings(script):
                    if url.startswith(("http://", "https://", "/")):
                        yield self._address(path, "json-ld", url)
        for path in self.files:
            data = (self.output / path).read_bytes()
            if path.endswith(".css"):
                for url in _CSS_URL.findall(data.decode()):
                    if not url.startswith("data:"):
                        yield self._address(path, "css", url)
            elif path.endswith(".xml"):
                yield from self._of_xml(path, data)
            elif path.endswith(".webmanifest"):
                manifest = json.loads(data)
                for url in (manifest["start_url"], *(icon["src"] for icon in manifest["icons"])):
                    yield self._address(path, "manifest", url)
            elif path == "robots.txt":
                for url in re.findall(r"^Sitemap: (\S+)$", data.decode(), re.MULTILINE):
                    yield self._address(path, "sitemap", url)

    def problem(self, address: Address) -> str:
        """Why an address of this site leads nowhere; empty when it leads to a file."""
        if address.what == "relative":
            return "is no whole address, which feed readers need"
        whole, fragment = urldefrag(address.whole)
        parts, site = urlsplit(whole), urlsplit(self.site_url)
        if (parts.scheme, parts.netloc) != (site.scheme, site.netloc):
            return ""
        if not f"{parts.path}/".startswith(f"{site.path}/"):
            return "leaves the base path"
        path = unquote(parts.path.removeprefix(site.path).removeprefix("/"))
        path = f"{path}index.html" if not path or path.endswith("/") else path
        if path not in self.files:
            return f"there is no `{path}`"
        is_anchor = fragment and address.what not in ("json-ld", "xml")
        if is_anchor and unquote(fragment) not in self.anchors.get(path, ()):
            return f"`{path}` has no `#{fragment}`"
        return ""

    def problems(self) -> list[str]:
        return [
            f"{address.file}: {address.what} `{address.written}` {problem}"
            for address in self.addresses()
            if (problem := self.problem(address))
        ]

    def _address(self, path: str, what: str, written: str) -> Address:
        return Address(path, what, written, urljoin(self.url(path), written.strip()))

    def _of_markup(self, path: str, page: etree._Element) -> Iterator[Address]:
        for name in ("href", "src", "poster", "action", "cite", "data"):
            for value in page.xpath(f"//@{name}"):
                yield self._address(path, name, value)
        for value in page.xpath("//@srcset | //@imagesrcset"):
            for candidate in value.split(","):
                yield self._address(path, "srcset", candidate.split()[0])
        for content in page.xpath("//meta[@http-equiv='refresh']/@content"):
            found = _REFRESH.fullmatch(content)
            yield self._address(path, "refresh", found[1] if found else content)
        for content in page.xpath("//meta[@property or @name]/@content"):
            if content.startswith(("http://", "https://", "/")):
                yield self._address(path, "meta", content)

    def _of_xml(self, path: str, data: bytes) -> Iterator[Address]:
        for element in etree.fromstring(data).iter(etree.Element):
            name = etree.QName(element).localname
            text = (element.text or "").strip()
            if name in ("loc", "link", "uri", "id") and text.startswith("http"):
                yield self._address(path, "xml", text)
            for attribute in ("href", "url"):
                if attribute in element.attrib:
                    yield self._address(path, "xml", element.attrib[attribute])
            if name in ("encoded", "content") and text:
                body = lxml.html.fragment_fromstring(text, create_parent="div")
                for address in self._of_markup(path, body):
                    is_whole = address.written.startswith(("http", "mailto:", "tel:"))
                    yield address if is_whole else Address(path, "relative", address.written, "")


def json_ld(page: lxml.html.HtmlElement) -> list[object]:
    """The structured data of a page."""
    scripts = page.xpath("//script[@type='application/ld+json']")
    return [json.loads(script.text_content()) for script in scripts]


def active_content(page: lxml.html.HtmlElement) -> list[str]:
    """What in a page could run, or load something of another site by itself."""
    found = []
    for element in page.iter(etree.Element):
        if element.tag == "script" and element.get("type") != "application/ld+json":
            source = element.get("src", "")
            if "/theme/" not in source or "://" in source:
                found.append(f"<script src={source!r}>")
        if element.tag in ("iframe", "object", "embed", "form", "applet", "svg", "math", "base"):
            found.append(f"<{element.tag}>")
        if element.tag in ("img", "source", "video", "audio", "track", "input"):
            found += [
                f"<{element.tag} {name}={element.get(name)!r}>"
                for name in ("src", "srcset", "poster")
                if _ELSEWHERE.match(element.get(name, ""))
            ]
        for name, value in element.attrib.items():
            if name.lower().startswith("on"):
                found.append(f"<{element.tag} {name}>")
            scheme = re.sub(r"[\x00-\x20\x7f-\xa0]", "", value).lower()
            if scheme.startswith(("javascript:", "vbscript:", "data:text/html")):
                found.append(f"<{element.tag} {name}={value!r}>")
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)
    elif isinstance(value, str):
        yield value
