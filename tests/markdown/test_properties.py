"""Whatever is typed, what comes out is well-formed and holds nothing active."""

import re

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.markdown import policy
from jamstack.markdown.markup import is_balanced
from jamstack.markdown.parse import parse

ELEMENTS = policy.ALLOWED_ELEMENTS | {"section"}
ADDRESSES = ("href", "src", "cite")
MARKER = re.compile("\x02(link|picture):([0-9]+)\x03")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

MARKDOWN = (
    "# ", "## ", "###### ", "* ", "- ", "1. ",
    "> ", "> [!PULLQUOTE]\n> ", "\n> — ", "```", "```js ",
    "~~~", "`", "**", "*", "_", "~~", "---", "***", "===", "| a | b |\n|:-:|--|\n| ", " | ", "[^a]",
    "[^a]: ", "[^b]", "\n\n[^b]: ", "![", "[", "](", "](<", ")", "][r]", "\n\n[r]: ", "RELATED:",
    "\nRELATED: a-slug\n", "{filename}", "../2026/x.md", "#here", "a.png", "  \n", "\\", "    ",
    "https://youtu.be/abcdef--ghij", "https://social.example/@a/12345678", "<https://x.example>",
)  # fmt: skip
TAGS = tuple(
    f"<{slash}{name}"
    for name in sorted(
        policy.ALLOWED_ELEMENTS | policy.ACTIVE_ELEMENTS | {"center", "blink", "x-y"}
    )
    for slash in ("", "/")
)
ATTRIBUTES = (
    " href=", " src=", " cite=", " action=", " onclick=", " ONLOAD =", " style=", " class=", " id=",
    " name=", " title=", " alt=", " lang=", " srcdoc=", " xlink:href=", " datetime=", " start=",
)  # fmt: skip
VALUES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:a", "&#106;avascript:a",
    "javascript&colon;a", "&#x6A;avascript&#58;a", "java&#10;script:a", " javascript:a",
    "\x01javascript:a", "vbscript:a",
    "data:text/html,<script>a</script>", "data:image/png;base64,a",
    "ftp://x.example", "http://[server", "//x.example/a", "mailto:a@x.example", "tel:1", "story.md",
    "color:red", "language-js", "footnote-reference", "footnote-definition", "fn-1", "foo", " id=",
)  # fmt: skip
MARKS = (
    ">", "/>", '"', "'", "=", "<", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?php ", "?>",
    "&lt;", "&#2;link:0&#3;", "&#2;picture:9&#3;", "&#8;", "&#xfffe;", "&amp;", "&", "\n", "\n\n",
    " ", "\t",
    "a", "word", "é", "дом", "\u202e", "\u200b", "\x85", "\u2028",
    "🎉", "$", ":", "%", "%3c", "%00",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(MARKDOWN),
        st.sampled_from(TAGS),
        st.sampled_from(tuple(f"{tag}>" for tag in TAGS)),
        st.builds(
            "{}{}{}".format, st.sampled_from(ATTRIBUTES), st.just('"'), st.sampled_from(VALUES)
        ).map(lambda text: f'{text}"'),
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(VALUES),
        st.sampled_from(MARKS),
        st.sampled_from(MARKS),
        st.text(max_size=3),
    ),
    max_size=40,
).map("".join)


def shown(markup):
    """A block's HTML as a page will have it, as far as addresses go."""
    return MARKER.sub(lambda found: f"/{found[1]}/{found[2]}/", markup)


def tree(markup):
    return html5lib.parseFragment(markup, container="article", namespaceHTMLElements=False)


def serialised(root):
    return html5lib.serialize(
        root, omit_optional_tags=False, quote_attr_values="always", alphabetical_attributes=True
    )


def outline(element):
    """A tree as plain values, to compare."""
    children = [(outline(child), child.tail or "") for child in element]
    return (element.tag, sorted(element.attrib.items()), element.text or "", children)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_block_holds_anything_outside_the_policy(text):
    body, _ = parse(text, path="articles/2026/x.md")
    elements = [
        element
        for element in tree("\n".join(shown(block.html) for block in body.blocks)).iter()
        if element.tag != "DOCUMENT_FRAGMENT"
    ]

    assert set() == {element.tag for element in elements} - ELEMENTS
    for element in elements:
        assert not {name for name in element.attrib if name.startswith("on") or name == "style"}
        for name in set(ADDRESSES) & set(element.attrib):
            assert policy.scheme(element.attrib[name]) in ("", *policy.URL_SCHEMES)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_block_is_well_formed_and_stands_alone(text):
    body, _ = parse(text, path="articles/2026/x.md")

    for block in body.blocks:
        root = tree(shown(block.html))
        assert is_balanced(block.html)
        assert outline(root) == outline(tree(serialised(root)))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_marker_is_ours_and_leads_somewhere(text):
    body, _ = parse(text, path="articles/2026/x.md")

    for block in body.blocks:
        for kind, number in MARKER.findall(block.html):
            assert int(number) < len(body.links if kind == "link" else body.pictures)
        assert CONTROL.search(MARKER.sub("", block.html)) is None


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_id_stands_twice_and_every_anchor_is_there(text):
    body, _ = parse(text, path="articles/2026/x.md")
    root = tree("\n".join(shown(block.html) for block in body.blocks))
    identities = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]

    assert sorted(set(identities)) == sorted(identities)
    assert set(body.anchors) >= set(identities)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(VALUES))
def test_a_link_in_markdown_is_never_active(label, address):
    label = re.sub(r"[\[\]<>`\\!&\s]", "", label)
    body, _ = parse(f"[{label}](<{address}>)", path="articles/2026/x.md")

    for block in body.blocks:
        for address in re.findall('href="([^"]*)"', shown(block.html)):
            assert policy.scheme(address) in ("", *policy.URL_SCHEMES)
