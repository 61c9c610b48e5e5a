"""The corpus with its active HTML: every element of it is reported, and nothing is built."""

import re
from collections import Counter, defaultdict

import pyromark
import pytest
from selectolax.lexbor import LexborHTMLParser

from jamstack.errors import SourceError
from jamstack.markdown.parse import OPTIONS

from .builders import CORPUS, build_content, write_content

pytestmark = pytest.mark.corpus

# What a browser's parser never makes up by itself, as it does `html`, `head` and `body`.
ACTIVE = (
    "script", "style", "iframe", "object", "embed", "form", "button", "input", "select",
    "textarea", "meta", "link", "title", "video", "audio", "source", "track", "svg", "math", "base",
)  # fmt: skip
NAMED = re.compile(r"holds the active element `<([a-z0-9]+)>`")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    assert CORPUS.is_dir(), "the real articles must stand beside the project"
    return write_content(tmp_path_factory.mktemp("raw") / "content", "--raw")


@pytest.fixture(scope="module")
def findings(content):
    with pytest.raises(SourceError) as caught:
        build_content(content, content.parent / "output")
    assert not (content.parent / "output").exists()
    return caught.value.findings


@pytest.fixture(scope="module")
def told(findings):
    """The active elements that were told, as {path: {element: lines}}."""
    found = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        if match := NAMED.match(finding.message):
            found[finding.path][match[1]].append(finding.line)
    return found


@pytest.fixture(scope="module")
def seen(content):
    """The active elements that another parser finds in the rendered text, as {path: elements}."""
    found = {}
    for file in sorted(content.glob("articles/*/*.md")):
        body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        if "<" not in body:
            continue
        page = LexborHTMLParser(f"<body>{pyromark.html(body, options=OPTIONS)}")
        elements = {name for name in ACTIVE if page.css_first(name)}
        if elements:
            found[file.relative_to(content).as_posix()] = elements
    return found


def test_there_is_active_content_to_report(seen):
    assert 42 == len(seen)
    assert {"iframe", "script", "form", "style"} <= set().union(*seen.values())


def test_every_file_with_an_active_element_is_reported_for_it(seen, told):
    missed = {
        path: elements - set(told.get(path, ()))
        for path, elements in seen.items()
        if elements - set(told.get(path, ()))
    }

    assert {} == missed


def test_every_report_stands_on_a_line_that_holds_the_element(content, told):
    wrong = []
    for path, elements in told.items():
        lines = (content / path).read_text(encoding="utf-8").split("\n")
        for element, numbers in elements.items():
            wrong += [
                f"{path}:{number}: <{element}>"
                for number in numbers
                if f"<{element}" not in lines[number - 1].lower()
            ]

    assert [] == wrong


def test_every_event_handler_is_reported(content, findings):
    seen = Counter()
    for file in sorted(content.glob("articles/*/*.md")):
        body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        if not re.search(r"\son[a-z]+\s*=", body):
            continue
        page = LexborHTMLParser(f"<body>{pyromark.html(body, options=OPTIONS)}")
        seen[file.relative_to(content).as_posix()] = sum(
            name.startswith("on") for node in page.css("*") for name in node.attributes
        )

    told = Counter(item.path for item in findings if "holds the event handler" in item.message)

    assert 6 == seen.total()
    assert +seen == told


def test_nothing_is_reported_for_stories_without_markup(content, findings):
    clean = [
        finding
        for finding in findings
        if finding.is_fault
        and NAMED.match(finding.message)
        and "<" not in (content / finding.path).read_text(encoding="utf-8")
    ]

    assert [] == clean


def test_every_fault_says_what_to_do(findings):
    assert [] == [finding for finding in findings if finding.is_fault and not finding.hint]
