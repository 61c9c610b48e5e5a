"""Builders for the tests of this room."""

from jamstack.markdown.parse import parse

PATH = "articles/2026/bridge.md"


def body(text, **place):
    """The body of Markdown that is meant to be without fault."""
    parsed, findings = parse(text, path=PATH, **place)
    assert [] == [str(finding) for finding in findings]
    return parsed


def html(text):
    """The HTML of all blocks of Markdown that is meant to be without fault."""
    return "\n".join(block.html for block in body(text).blocks)


def findings(text, **place):
    """Everything found in Markdown, as it is printed, by place."""
    return [str(finding) for finding in sorted(parse(text, path=PATH, **place)[1])]
