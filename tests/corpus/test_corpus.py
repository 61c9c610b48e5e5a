"""The whole corpus builds with no fault, and every page of it can be read and leads on."""

from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import lxml.html
import pytest

from jamstack.edition import gather
from jamstack.press.progress import Silence
from jamstack.press.reading import read_content

from ..site.surfaces import differences
from ..site.walking import Walk, active_content, json_ld
from .builders import CORPUS, NOW, SITE_URL, build_content, settings_of, write_content

pytestmark = pytest.mark.corpus

SAMPLED = 150


@dataclass(frozen=True)
class Survey:
    """What one walk over all pages found: by page where not said otherwise."""

    active: dict[str, list[str]]
    anchors: dict[str, frozenset[str]]
    addresses: dict[str, frozenset[str]]
    headings: dict[str, int]
    titles: dict[str, str]
    graphs: dict[str, int]


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    assert CORPUS.is_dir(), "the real articles must stand beside the project"
    return write_content(tmp_path_factory.mktemp("corpus") / "content")


@pytest.fixture(scope="session")
def built(content):
    """The report, and the walk over what was built."""
    output = content.parent / "output"
    return build_content(content, output), Walk(output, SITE_URL)


@pytest.fixture(scope="session")
def survey(built):
    _, walk = built
    found = Survey({}, {}, {}, {}, {}, {})
    parser = lxml.html.HTMLParser(encoding="utf-8")
    for path in walk.files:
        if not path.endswith(".html"):
            continue
        data = (walk.output / path).read_bytes()
        page = lxml.html.document_fromstring(data, parser=parser)
        found.active[path] = active_content(page)
        found.anchors[path] = frozenset(page.xpath("//@id"))
        found.addresses[path] = frozenset(page.xpath("//@href | //@src"))
        found.headings[path] = len(page.xpath("//h1"))
        found.titles[path] = page.findtext("head/title")
        found.graphs[path] = len(json_ld(page))
    return found


def test_every_article_becomes_a_page(content, built):
    report, walk = built
    sources = list(content.glob("articles/*/*.md"))

    pages = [path for path in walk.files if path.startswith("stories/")]

    assert 2572 == len(sources)
    assert (len(sources), 0) == (report.articles, report.hidden)
    assert len(sources) == len(pages)


def test_every_author_has_a_page(content, survey):
    slugs = {file.stem for file in content.glob("authors/*.md")}

    missing = {slug for slug in slugs if f"authors/{slug}/index.html" not in survey.titles}

    assert 983 == len(slugs)
    assert set() == missing


def test_only_what_was_dropped_from_odd_html_is_told(built):
    report, _ = built

    assert [] == [finding for finding in report.warnings if finding.is_fault]
    assert len(report.warnings) < 300


def test_nothing_in_any_page_could_run_or_load_from_elsewhere(survey):
    assert {} == {path: found for path, found in survey.active.items() if found}


def test_every_page_has_one_h1_and_a_title(survey):
    assert {} == {path: count for path, count in survey.headings.items() if count != 1}
    assert [] == [path for path, title in survey.titles.items() if not (title or "").strip()]


def test_structured_data_of_every_story_parses(survey):
    without = [
        path for path, count in survey.graphs.items() if path.startswith("stories/") and count != 1
    ]

    assert [] == without


def test_every_link_inside_the_site_leads_to_a_page_and_its_heading(built, survey):
    _, walk = built
    files = frozenset(walk.files)
    site = urlsplit(SITE_URL)
    broken = []
    for path, addresses in survey.addresses.items():
        for written in addresses:
            try:
                whole, fragment = urldefrag(urljoin(walk.url(path), written))
                parts = urlsplit(whole)
            except ValueError:
                continue  # an address elsewhere that is none, such as `http://[server`
            if (parts.scheme, parts.netloc) != (site.scheme, site.netloc):
                continue
            target = unquote(parts.path).removeprefix(f"{site.path}/")
            target = f"{target}index.html" if not target or target.endswith("/") else target
            is_there = target in files and parts.path.startswith(f"{site.path}/")
            has_anchor = not fragment or unquote(fragment) in survey.anchors.get(target, ())
            if not is_there or not has_anchor:
                broken.append(f"{path}: {written}")

    assert [] == broken


def test_a_sample_of_pages_is_well_formed(built):
    _, walk = built
    stories = [path for path in walk.files if path.startswith("stories/")]
    step = len(stories) // SAMPLED
    wrong = {}
    for path in stories[::step][:SAMPLED]:
        parser = html5lib.HTMLParser()
        parser.parse((walk.output / path).read_bytes(), transport_encoding="utf-8")
        if parser.errors:
            wrong[path] = [(place, code) for place, code, _ in parser.errors]

    assert {} == wrong


def test_every_surface_tells_the_same_people(content, built):
    _, walk = built
    settings = settings_of(content)
    found = read_content(content, settings=settings, progress=Silence())
    edition = gather(
        found.articles, found.authors, found.pages, found.front, settings=settings, now=NOW
    )

    assert [] == differences(walk, edition)
