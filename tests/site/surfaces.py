"""Who made each story, as every surface tells it, parsed by programs that are not ours.

What is expected comes from the credits alone, by the plainest rules that can be written down, and
not from the byline that the platform computes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import extruct
import feedparser

from jamstack import addresses
from jamstack.edition import Edition
from jamstack.model import Article, Role

from .walking import Walk

Person = tuple[str, str]
"""A printed name, and the whole address of a page; empty without one."""


@dataclass(frozen=True)
class Expected:
    """Who made one story: everyone in the order of the credits, and who has the byline."""

    people: tuple[tuple[Person, Role], ...]

    @property
    def bylined(self) -> list[Person]:
        reporting = [person for person, role in self.people if role is Role.REPORTING]
        return list(dict.fromkeys(reporting or self.everyone))

    @property
    def everyone(self) -> list[Person]:
        return list(dict.fromkeys(person for person, _ in self.people))

    @property
    def others(self) -> list[Person]:
        return [person for person in self.everyone if person not in self.bylined]

    def with_role(self, role: Role) -> list[Person]:
        return list(dict.fromkeys(person for person, found in self.people if found is role))


@dataclass
class Told:
    """What the surfaces say that is not what they should; empty when all agree."""

    differences: list[str] = field(default_factory=list)

    def same(self, surface: str, url: str, expected: object, found: object) -> None:
        if expected != found:
            self.differences.append(f"{surface} of {url}: expected {expected}, found {found}")


def differences(walk: Walk, edition: Edition) -> list[str]:
    """Everything that any surface of any published story tells in another way."""
    expected = {
        walk.site_url + "/" + addresses.article_url(article, edition.settings): (
            article,
            _expected(article, edition, walk),
        )
        for article in edition.articles
    }
    told = Told()
    lines = {}
    for url, (article, people) in expected.items():
        page = walk.pages[_file(url, walk)]
        lines[url] = _page(page, url, article, people, edition, told)
        _share_image(page, url, article, lines[url], walk, told)
        _structured(page, url, people, article, told)
        _meta(page, url, people, article, edition, told)
    _lists(walk, expected, lines, told)
    _feeds(walk, expected, told)
    return told.differences


def _expected(article: Article, edition: Edition, walk: Walk) -> Expected:
    def person(slug: str, name: str) -> Person:
        if not slug:
            return name, ""
        url = f"{walk.site_url}/authors/{slug}/"
        return edition.authors[slug].name, url

    return Expected(
        tuple((person(credit.author, credit.name), credit.role) for credit in article.credits)
    )


def _file(url: str, walk: Walk) -> str:
    path = url.removeprefix(f"{walk.site_url}/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _page(page, url, article, people, edition, told) -> str:
    """Compare byline and author cards; give the printed line."""
    (byline,) = page.cssselect(".story-meta .byline")
    line = byline.text_content()
    linked = [(link.text_content(), whole(link.get("href"), url)) for link in byline.cssselect("a")]
    agencies = [
        (edition.authors[credit.agency].name, whole_author(credit.agency, edition))
        for credit in article.credits
        if credit.agency
    ]
    named = [person for person in linked if person not in agencies]
    # Within the line, roles stand together: the byline's own people first.
    roles = dict.fromkeys(role for _, role in people.people)
    ordered = sorted(roles, key=lambda role: role is not Role.REPORTING)
    in_line = [person for role in ordered for person in _each(people, role)]
    told.same("byline links", url, [person for person in in_line if person[1]], named)
    position = 0
    for name, _ in in_line:
        found = line.find(name, position)
        if found < 0:
            told.differences.append(f"byline of {url}: `{name}` is not in `{line}`")
        position = max(position, found)
    cards = [
        (link.text_content(), whole(link.get("href"), url))
        for link in page.cssselect(".author-cards .author-name a")
    ]
    with_pages = [person for person in people.everyone if person[1]]
    reporting_first = [person for person in people.bylined if person[1]]
    reporting_first += [person for person in with_pages if person not in reporting_first]
    told.same("author cards", url, reporting_first, cards)
    return line


def _each(people: Expected, role: Role) -> list[Person]:
    return [person for person, found in people.people if found is role]


def whole(href: str, url: str) -> str:
    origin = "/".join(url.split("/")[:3])
    return href if "://" in href else f"{origin}{href}"


def whole_author(slug: str, edition: Edition) -> str:
    return edition.settings.absolute(addresses.author_url(slug))


def _structured(page, url, people, article, told) -> None:
    (script,) = page.cssselect('script[type="application/ld+json"]')
    html = f'<script type="application/ld+json">{script.text}</script>'
    (data,) = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    (node,) = [item for item in data["@graph"] if item["@type"].endswith("NewsArticle")]

    def persons(key: str) -> list[Person]:
        return [(item["name"], item.get("url", "")) for item in node.get(key, [])]

    told.same("JSON-LD author", url, people.bylined, persons("author"))
    told.same("JSON-LD editor", url, _others(people, Role.EDITING), persons("editor"))
    told.same("JSON-LD translator", url, _others(people, Role.TRANSLATION), persons("translator"))
    rest = [
        person
        for person, role in people.people
        if role not in (Role.REPORTING, Role.EDITING, Role.TRANSLATION)
        and person not in people.bylined
    ]
    told.same("JSON-LD contributor", url, list(dict.fromkeys(rest)), persons("contributor"))
    if article.image and article.image.credit:
        credited = {image.get("creditText") for image in node["image"]}
        told.same("JSON-LD creditText", url, True, article.image.credit in credited)


def _others(people: Expected, role: Role) -> list[Person]:
    return people.with_role(role)


def _meta(page, url, people, article, edition, told) -> None:
    def contents(key: str) -> list[str]:
        return page.xpath(f'//meta[@name="{key}" or @property="{key}"]/@content')

    names = ", ".join(name for name, _ in people.bylined)
    told.same("meta author", url, [names], contents("author"))
    links = [link for _, link in people.bylined if link]
    told.same("article:author", url, links, contents("article:author"))
    handles = [
        link.handle
        for slug in dict.fromkeys(credit.author for credit in _reporting_first(article))
        if slug
        for link in edition.authors[slug].follow
        if link.network == "mastodon"
    ]
    told.same("fediverse:creator", url, handles, contents("fediverse:creator"))


def _share_image(page, url, article, line, walk, told) -> None:
    """The card says the printed line, in its alternative text, too."""
    (image,) = page.xpath('//meta[@property="og:image"]/@content')
    (alt,) = page.xpath('//meta[@property="og:image:alt"]/@content')
    told.same("share image", url, True, image.removeprefix(f"{walk.site_url}/") in walk.files)
    if article.share_image is None:
        spoken = " ".join(line.split())
        told.same("share image's text", url, True, spoken in alt and "/cards/" in image)


def _reporting_first(article: Article):
    return sorted(article.credits, key=lambda credit: credit.role is not Role.REPORTING)


def _lists(walk: Walk, expected, lines: Mapping[str, str], told: Told) -> None:
    """Teasers print the story's own line; whoever has a page lists what they did there."""
    listed = defaultdict(set)
    for path, page in walk.pages.items():
        at = walk.url(path)
        for teaser in page.cssselect(".teaser"):
            (link,) = teaser.cssselect(".headline a")
            url = whole(link.get("href"), at)
            (line,) = teaser.cssselect(".meta > span:first-child")
            told.same(f"teaser on {path}", url, lines[url], line.text_content())
            if path.startswith("authors/"):
                listed[f"{walk.site_url}/authors/{path.split('/')[1]}/"].add(url)
    credited = defaultdict(set)
    for url, (article, people) in expected.items():
        pages = {link for _, link in people.everyone if link}
        pages |= {f"{walk.site_url}/authors/{c.agency}/" for c in article.credits if c.agency}
        for page_url in pages:
            credited[page_url].add(url)
    for author in sorted(credited.keys() | listed.keys()):
        told.same("author page", author, sorted(credited[author]), sorted(listed[author]))
    names = {person[1]: person[0] for _, people in expected.values() for person in people.everyone}
    index = _index(walk)
    for author in sorted(names.keys() & credited.keys()):
        wanted = (names[author], str(len(credited[author])))
        told.same("authors index", author, wanted, index.get(author))


def _index(walk: Walk) -> dict[str, tuple[str, str]]:
    """The names in the list of all authors, each with its number of stories, by address."""
    found = {}
    path = "authors/index.html"
    for entry in walk.pages[path].cssselect(".author-card"):
        (link,) = entry.cssselect(".author-name a")
        count = entry.cssselect(".meta")[-1].text_content().split()[0]
        found[whole(link.get("href"), walk.url(path))] = (link.text_content(), count)
    return found


def _feeds(walk: Walk, expected, told: Told) -> None:
    for path, url, form, authors, others in _entries(walk):
        people = expected[url][1]
        wanted = people.bylined
        rest = people.others
        if form == "rss":
            wanted, rest = [(name, "") for name, _ in wanted], [(name, "") for name, _ in rest]
        told.same(f"authors in {path}", url, wanted, authors)
        if form != "json":
            told.same(f"contributors in {path}", url, rest, others)


def _entries(walk: Walk) -> Iterator[tuple[str, str, str, list[Person], list[Person]]]:
    for path in walk.files:
        name = path.rpartition("/")[2]
        data = (walk.output / path).read_bytes() if name in addresses.FEEDS else b""
        if name == addresses.JSON_FEED:
            for item in json.loads(data)["items"]:
                authors = [(one["name"], one.get("url", "")) for one in item["authors"]]
                yield path, item["url"], "json", authors, []
        elif data:
            form = "rss" if name == addresses.RSS else "atom"
            for entry in feedparser.parse(data).entries:
                authors = [(one.name, one.get("href", "")) for one in entry.authors]
                others = [(one.name, one.get("href", "")) for one in entry.get("contributors", [])]
                yield path, entry.link, form, authors, others
