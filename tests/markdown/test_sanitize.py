import pytest

from jamstack.markdown import policy
from jamstack.markdown.parse import parse
from jamstack.markdown.sanitize import clean, has_raw_html
from tests.markdown.builders import PATH, findings, html

REMOVE = "hint: remove it; for a video or a post put its address alone on a line"
PLAIN = "hint: write `&lt;` for a plain less-than sign, or use Markdown"


def active(line, what):
    return f"{PATH}:{line}: holds {what}\n{REMOVE}"


def active_element(name, line=1):
    return active(line, f"the active element `<{name}>`, expected text and pictures only")


def handler(name, element, line=1):
    return active(line, f"the event handler `{name}` on `<{element}>`, expected no active content")


def active_address(name, element, line=1):
    return active(
        line, f"an active address in `{name}` on `<{element}>`, expected a link to a page"
    )


def dropped(name, element):
    return (
        f"{PATH}:1: warning: the attribute `{name}` on `<{element}>` is not allowed and was left "
        "out\nhint: remove it"
    )


@pytest.mark.parametrize(
    ("text", "is_raw"),
    [
        ("a < b", False),
        ("a <b", True),
        ("</b", True),
        ("<!--", True),
        ("<?x", True),
        ("a <3", False),
    ],
)
def test_text_without_a_tag_is_certain_to_hold_no_html(text, is_raw):
    assert is_raw == has_raw_html(text)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("a <b>b</b> <I>c</I>", "<p>a <b>b</b> <i>c</i></p>"),
        ('<p lang="fr" dir="ltr">Bonjour</p>', '<p lang="fr" dir="ltr">Bonjour</p>'),
        ('<abbr title="A &amp; b">AB</abbr>', '<p><abbr title="A &amp; b">AB</abbr></p>'),
        (
            '<details open><summary>s</summary>\n\ntext\n\n</details>',
            '<details open=""><summary>s</summary>\n<p>text</p>\n</details>',
        ),
        ("<time datetime=2026-11>now</time>", '<p><time datetime="2026-11">now</time></p>'),
        ("<ruby>a<rp>(<rt>b</ruby>", "<p><ruby>a<rp>(</rp><rt>b</rt></ruby></p>"),
        ("x<sub>2</sub> <wbr>y<br/>z", "<p>x<sub>2</sub> <wbr>y<br>z</p>"),
        ("<q cite='https://x.example'>a</q>", '<p><q cite="https://x.example">a</q></p>'),
        ("<b>not closed", "<p><b>not closed</b></p>"),
        ("</b>closed", "<p>closed</p>"),
        ("<b><i>crossed</b></i>", "<p><b><i>crossed</i></b></p>"),
        ("<div>\n<p>a\n<p>b\n</div>", "<div>\n<p>a\n</p><p>b\n</p></div>"),
        ("text <!-- <script> --> more", "<p>text  more</p>"),
        ("<!-- a\n<script>\n-->\n\nmore", "<p>more</p>"),
        ("<?php echo 1 ?> text", "<p>text</p>"),
        ("<table><tr><td colspan=2>a</table>",
         '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
        ('<h2 title="&gt; &lt;img src=x onerror=alert(1)&gt;">x</h2>',
         '<h2 id="x" title="&gt; &lt;img src=x onerror=alert(1)&gt;">x</h2>'),
        ('<b title="> <img src=x onerror=alert(1)>">x</b>',
         '<p><b title="&gt; &lt;img src=x onerror=alert(1)&gt;">x</b></p>'),
        ('<b title="data: 7 boats">x</b>', '<p><b title="data: 7 boats">x</b></p>'),
        ('<code class="language-js">x</code> <code class="other">y</code>',
         '<p><code class="language-js">x</code> <code>y</code></p>'),
        ("<a href='https://x.example'>\n<div>a</div>\n</a>",
         '<div><a href="https://x.example">\n<div>a</div>\n</a></div>'),
        ("<a href=x.md>a</a>", '<p><a href="\x02link:0\x03">a</a></p>'),
    ],
)  # fmt: skip
def test_what_is_allowed_passes_well_formed(text, markup):
    assert markup == html(text)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<center>a</center>", "<p>a</p>"),
        ("<font color=red face=x size=7>a</font>", "<p>a</p>"),
        ("<tt>a</tt> <big>b</big> <nobr>c</nobr>", "<p>a b c</p>"),
        ('<p style="color:red" class="x" align=center bgcolor=red>a</p>', "<p>a</p>"),
        ('<a href="https://x.example" target=_blank rel=nofollow>a</a>',
         '<p><a href="https://x.example">a</a></p>'),
        ("<table border=1 cellpadding=2 width=9><tr><td valign=top height=3 nowrap>a</table>",
         "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ('<td class="align-left">', ""),
    ],
)  # fmt: skip
def test_presentation_goes_quietly(text, markup):
    assert markup == html(text)


@pytest.mark.parametrize("name", sorted(policy.ACTIVE_ELEMENTS))
def test_every_active_element_is_a_fault_on_its_line(name):
    text = f"One.\n\nTwo <{name.upper()} x=1>three\n\n<{name}/>"
    parsed, _ = parse(text, path=PATH)
    found = [line for line in findings(text) if "active element" in line]

    assert [active_element(name, 3), active_element(name, 5)] == found
    assert f"<{name}" not in "".join(block.html for block in parsed.blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<b onclick="alert(1)">a</b>', [handler("onclick", "b")]),
        ("<b ONCLICK = alert(1)>a</b>", [handler("onclick", "b")]),
        ("<div>\n<b/onclick=alert(1)>a</b></div>", [handler("onclick", "b", 2)]),
        (
            "<div\nonload='a'\nonfocus>a</div>",
            [handler("onfocus", "div"), handler("onload", "div")],
        ),
        ("<center onclick=a>a</center>", [handler("onclick", "center")]),
        ("<a href=javascript:alert(1)>a</a>", [active_address("href", "a")]),
        ("<a href='JavaScript:alert(1)'>a</a>", [active_address("href", "a")]),
        ('<a href=" java\tscript:alert(1)">a</a>', [active_address("href", "a")]),
        ('<a href="java&#10;script:alert(1)">a</a>', [active_address("href", "a")]),
        ('<a href="java&Tab;script&colon;alert(1)">a</a>', [active_address("href", "a")]),
        ('<a href="&#x6A;&#97;vascript:alert(1)">a</a>', [active_address("href", "a")]),
        ('<a href="&#1;javascript:alert(1)">a</a>', [active_address("href", "a")]),
        ("<a href=vbscript:x>a</a>", [active_address("href", "a")]),
        ("<a href=data:text/html,x>a</a>", [active_address("href", "a")]),
        ('<img src="data:image/png;base64,x" alt=a>', [active_address("src", "img")]),
        ('<q cite="javascript:x">a</q>', [active_address("cite", "q")]),
        ('<p background="javascript:x">a</p>', [active_address("background", "p")]),
        (
            "<iframe src=javascript:x onload=y></iframe>",
            sorted(
                [
                    active_address("src", "iframe"),
                    handler("onload", "iframe"),
                    active_element("iframe"),
                ]
            ),
        ),
        ("text\n\n<div>\n<script>\nalert(1)\n</script>\n</div>", [active_element("script", 4)]),
        ("<!-- one\ntwo --> <b>x</b>\n<iframe>", [active_element("iframe", 3)]),
        (
            "<div>a</div>\n<u",
            [
                f"{PATH}:2: the tag `<u` is not closed, expected `>`\n"
                "hint: close it, or write `&lt;` for a plain less-than sign"
            ],
        ),
    ],
)
def test_active_content_is_a_fault(text, expected):
    assert expected == findings(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<blink>a</blink>",
            [f"{PATH}:1: warning: the element `<blink>` is not allowed and was left out\n{PLAIN}"],
        ),
        (
            "write to <your-name>",
            [
                f"{PATH}:1: warning: `<your-name>` is no HTML and is shown as text\n"
                "hint: write `&lt;` for a plain less-than sign, or put it between backticks"
            ],
        ),
        ("<b data-x=1 aria-label=y>a</b>", [dropped("aria-label", "b"), dropped("data-x", "b")]),
        ("<b name=x>a</b>", [dropped("name", "b")]),
        (
            "<q cite=ftp://x>a</q>",
            [
                f"{PATH}:1: warning: the address in `cite` on `<q>` is not allowed and was left "
                "out\nhint: remove it"
            ],
        ),
        (
            "<a href=ftp://x>a</a>",
            [
                f"{PATH}:1: warning: links to `ftp://x`, whose scheme is not allowed; the link was "
                "left out\nhint: use an address that begins with `https://`"
            ],
        ),
        (
            '<a href="https://x y.example/">a</a>',
            [
                f"{PATH}:1: warning: links to `https://x y.example/`, which is no address; the "
                "link was left out\nhint: correct the address"
            ],
        ),
        (
            '<a href="https://1.2.3.999/">a</a>',
            [
                f"{PATH}:1: warning: links to `https://1.2.3.999/`, which is no address; the link "
                "was left out\nhint: correct the address"
            ],
        ),
    ],
)
def test_anything_else_that_is_dropped_is_a_warning(text, expected):
    assert expected == findings(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("<img>", "shows a picture without an address\nhint: name a file beside the text"),
        (
            "<img src='' alt=x>",
            "shows a picture without an address\nhint: name a file beside the text",
        ),
        (
            "<img src='http://[x' alt=x>",
            "shows the picture `http://[x`, expected a file beside the text\n"
            "hint: download it, with the right to, and put it beside the text",
        ),
        (
            "<img src='https://x.example/a.png' alt=x>",
            "shows the picture `https://x.example/a.png`, expected a file beside the text\n"
            "hint: download it, with the right to, and put it beside the text",
        ),
        (
            "<img src=a.png>",
            "the picture `a.png` has no alt text\n"
            'hint: write `![What it shows](…)`, or give it the title "decorative"',
        ),
    ],
)
def test_a_raw_picture_is_judged_as_any_other(text, finding):
    assert [f"{PATH}:1: {finding}"] == findings(text)


@pytest.mark.parametrize("element", ["blockquote", "q", "ins", "del"])
@pytest.mark.parametrize(
    "address", ["javascript:x", "JAVA&#9;SCRIPT:x", "data:x", "ftp://x", "&#2;javascript:x"]
)
def test_no_quote_cites_an_address_that_is_no_page(element, address):
    assert f"<{element}>a</{element}>" == clean(f'<{element} cite="{address}">a</{element}>')


@pytest.mark.parametrize(
    "text",
    [
        "`<script>`",
        "```html\n<script src=x></script>\n<a onclick=y>\n```",
        "    <iframe>",
        "\\<script>",
        "&lt;script&gt;",
        "<!-- <script> -->",
        '<b title="<script>">a</b>',
    ],
)
def test_html_that_is_shown_or_left_out_is_no_fault(text):
    assert [] == findings(text)


class TestAnchors:
    @pytest.mark.parametrize(
        ("text", "markup"),
        [
            ('<a name="foo"></a>', '<a id="foo"></a>'),
            ("<a name=foo></a>\n", '<a id="foo"></a>'),
            ('<a class="x" NAME=foo></a>', '<a id="foo"></a>'),
            ('<a name="foo" id="bar"></a>', '<a id="bar"></a>'),
            ('<p id="foo"></p>', '<p id="foo"></p>'),
        ],
    )
    def test_an_anchor_alone_stays_and_can_be_linked_to(self, text, markup):
        parsed, found = parse(text, path=PATH)

        assert [] == list(found)
        assert ["html"] == [block.kind.value for block in parsed.blocks]
        assert markup == parsed.blocks[0].html
        assert 1 == len(parsed.anchors)

    def test_of_equal_ids_the_first_is_kept(self):
        assert '<p><b id="a">x</b> <b>y</b> <a>z</a></p>' == html(
            '<b id="a">x</b> <b id="a">y</b> <a name="a">z</a>'
        )

    @pytest.mark.parametrize("identity", ["", " ", "a b", "fn-1", "fnref-2-3"])
    def test_an_id_that_is_none_or_that_belongs_to_notes_goes(self, identity):
        assert "<p><b>x</b></p>" == html(f'<b id="{identity}">x</b>')

    @pytest.mark.parametrize(
        ("text", "markup"),
        [
            ('<h2 id="given">Title</h2>', '<h2 id="given">Title</h2>'),
            ('<h2 id="a b">Title</h2>', '<h2 id="title">Title</h2>'),
            ('<h2 id="fn-1">Title</h2>', '<h2 id="title">Title</h2>'),
            (
                '<h2 lang="fr" id="x" title="t">Title</h2>',
                '<h2 id="x" lang="fr" title="t">Title</h2>',
            ),
            ("<h2><b>Bold</b> title</h2>", '<h2 id="bold-title"><b>Bold</b> title</h2>'),
            ("<h3>a <a><h3>", '<h2 id="a">a <a></a></h2>'),
        ],
    )
    def test_a_raw_heading_is_a_heading(self, text, markup):
        assert markup == html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to <your-name>", "<p>write to &lt;your-name&gt;</p>"),
        ("see <https: //x.example>", "<p>see &lt;https: //x.example&gt;</p>"),
        ("a <some> b </some> c", "<p>a &lt;some&gt; b &lt;/some&gt; c</p>"),
        ('<foo onclick="alert(1)">a', '<p>&lt;foo onclick="alert(1)"&gt;a</p>'),
        ('<b title="<foo>">a</b>', '<p><b title="&lt;foo&gt;">a</b></p>'),
        ("<section>a</section> b", "<p>a b</p>"),
    ],
)
def test_what_is_no_html_is_shown_as_it_was_typed(text, expected):
    parsed, _ = parse(text, path=PATH)

    assert expected == "\n".join(block.html for block in parsed.blocks)
