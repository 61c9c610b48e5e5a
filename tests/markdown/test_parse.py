import pytest

from jamstack.markdown.parse import parse
from jamstack.model import BlockKind, Embed, InternalLink, Picture
from tests.markdown.builders import PATH, body, findings, html


def kinds(text):
    return [block.kind.value for block in body(text).blocks]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("One *two* **three** ~~four~~ `five`", "<p>One <em>two</em> <strong>three</strong> "
         "<del>four</del> <code>five</code></p>"),
        ("\"Quoted\" -- it's -- done...", "<p>“Quoted” – it’s – done…</p>"),
        ("one  \ntwo\\\nthree", "<p>one<br>\ntwo<br>\nthree</p>"),
        ("f***ed and 2 < 3 & 4", "<p>f***ed and 2 &lt; 3 &amp; 4</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
        ("***", "<hr>"),
        ("```\n<script>alert(1)</script>\n```",
         "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>"),
        ("```python hl=1\nx = 1\n```", '<pre><code class="language-python">x = 1\n</code></pre>'),
        ("```c++\nint x;\n```", '<pre><code class="language-c++">int x;\n</code></pre>'),
        ("    indented <b>", "<pre><code>indented &lt;b&gt;</code></pre>"),
        ("`<iframe>` and \\<script>", "<p><code>&lt;iframe&gt;</code> and &lt;script&gt;</p>"),
        ("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |",
         '<table><thead><tr><th class="align-left">a</th><th class="align-center">b</th>'
         '<th class="align-right">c</th><th>d</th></tr></thead><tbody>\n'
         '<tr><td class="align-left">1</td><td class="align-center">2</td>'
         '<td class="align-right">3</td><td>4</td></tr>\n</tbody></table>'),
        ("Text <!-- a comment --> more", "<p>Text  more</p>"),
        ("a &#2;link:9&#3; b &#8;&#xFFFE;c", "<p>a link:9 b c</p>"),
        ("a &amp;#2;link:9&amp;#3; b", "<p>a &amp;#2;link:9&amp;#3; b</p>"),
    ],
)  # fmt: skip
def test_markdown_becomes_html(text, markup):
    assert markup == html(text)


def test_each_outermost_piece_is_a_block():
    assert [
        "paragraph", "heading", "list", "list", "quote", "table", "code", "rule", "html",
    ] == kinds(
        "a\n\n## b\n\n- c\n\n1. d\n\n> e\n\n|f|\n|-|\n|g|\n\n```\nh\n```\n\n---\n\n"
        "<details><summary>i</summary>j</details>"
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\n\n", "<!-- only a comment -->", "&nbsp;", "<p> </p>", "> "]
)
def test_what_shows_nothing_gives_no_block(text):
    assert () == body(text).blocks


def test_an_empty_header_of_a_table_is_a_cell():
    assert "<thead><tr><td></td><th>b</th></tr></thead>" in html("| | b |\n|-|-|\n| c | d |")


def test_the_first_paragraph_is_the_text():
    parsed = body(
        "## Head\n\n- list\n\nThe *first* [one](x.md)[^a] & <b>only</b>.\n\nNot this.\n\n[^a]: n"
    )

    assert "The first one & only." == parsed.text


def test_a_body_without_a_paragraph_has_no_text():
    assert "" == body("- a list").text


def test_words_are_counted():
    assert 7 == body("One two.\n\n- three\n- four <br>five\n\nsix<br>seven").words


AROUND = [("paragraph", "", 0), ("related", "a", 2)]


class TestRelatedLines:
    def test_a_slug_on_a_line_of_its_own_is_a_related_line(self):
        blocks = body("One.\n\nRELATED: harbour-bridge\n\nTwo.", first_line=10).blocks

        assert (BlockKind.RELATED, "harbour-bridge", 12) == (
            blocks[1].kind,
            blocks[1].target,
            blocks[1].line,
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("RELATED: a", [("related", "a", 1)]),
            ("RELATED:a", [("related", "a", 1)]),
            ("  RELATED:   a  ", [("related", "a", 1)]),
            ("RELATED:", [("related", "", 1)]),
            ("One\nRELATED: a\ntwo", [*AROUND, ("paragraph", "", 0)]),
            ("One  \nRELATED: a  \ntwo", [*AROUND, ("paragraph", "", 0)]),
            ("One<br>\nRELATED: a<br>\ntwo", [*AROUND, ("paragraph", "", 0)]),
            ("RELATED: a\ntwo", [("related", "a", 1), ("paragraph", "", 0)]),
            ("RELATED:\ntwo", [("related", "", 1), ("paragraph", "", 0)]),
            ("One\nRELATED: a", AROUND),
            ("RELATED: a\nRELATED: b\n\nRELATED:",
             [("related", "a", 1), ("related", "b", 2), ("related", "", 4)]),
            ("RELATED: a\n\nRELATED: a", [("related", "a", 1), ("related", "a", 3)]),
            ("RELATED: \"a\"", [("related", "“a”", 1)]),
            ("One\n\nRELATED: The *Gull's* -- too",
             [("paragraph", "", 0), ("related", "The Gull’s – too", 3)]),
            ("One\n\nRELATED: [the bridge](../2026/b.md)",
             [("paragraph", "", 0), ("related", "../2026/b.md", 3)]),
            ("RELATED: <https://x.example/a-b/>", [("related", "https://x.example/a-b/", 1)]),
            ("RELATED: &amp;", [("related", "&", 1)]),
        ],
    )  # fmt: skip
    def test_blank_lines_around_it_do_not_matter(self, text, expected):
        assert expected == [
            (block.kind.value, block.target, block.line) for block in body(text).blocks
        ]

    def test_text_around_it_is_kept_whole(self):
        assert ["<p>One <em>a</em></p>", "", "<p><b>two</b></p>"] == [
            block.html for block in body("One *a*  \nRELATED: x\n<b>two</b>").blocks
        ]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("- RELATED: a", "list"),
            ("- one\n\n  RELATED: a", "list"),
            ("> RELATED: a", "quote"),
            ("```\nRELATED: a\n```", "code"),
            ("    RELATED: a", "code"),
            ("<div>\n\nRELATED: a\n\n</div>", "html"),
            ("See RELATED: a", "paragraph"),
            ("related: a", "paragraph"),
            ("RELATED: a<sub>b</sub>", "paragraph"),
            ("**one\nRELATED: a\ntwo**", "paragraph"),
        ],
    )
    def test_elsewhere_the_words_stay_text(self, text, kind):
        parsed = body(text)

        assert [kind] == [block.kind.value for block in parsed.blocks]
        assert "elated: a" in parsed.blocks[0].html.replace("ELATED", "elated").replace(
            '<a href="\x02link:0\x03">a</a>', "a"
        )

    def test_after_a_line_inside_emphasis_another_is_still_found(self):
        assert ["paragraph", "related"] == kinds("**one\nRELATED: a\ntwo**\nRELATED: b")


class TestPullQuotes:
    @pytest.mark.parametrize(
        ("text", "markup", "attribution"),
        [
            (
                "> [!PULLQUOTE]\n> We *waited*.\n> — Ana Dias",
                "<p>We <em>waited</em>.</p>",
                "Ana Dias",
            ),
            ("> [!PULLQUOTE]\n> We waited.\n> -- Ana", "<p>We waited.</p>", "Ana"),
            ("> [!PULLQUOTE]\n> We waited.\n> --- Ana", "<p>We waited.</p>", "Ana"),
            ("> [!PULLQUOTE]\n> We waited.  \n> – Ana, *mayor*", "<p>We waited.</p>", "Ana, mayor"),
            ("> [!PULLQUOTE] We waited.", "<p>We waited.</p>", ""),
            ("> [!PULLQUOTE]\n>\n> One.\n>\n> Two.\n>\n> — Ana", "<p>One.</p>\n<p>Two.</p>", "Ana"),
            ("> [!PULLQUOTE]\n> One -- two.", "<p>One – two.</p>", ""),
            ("> [!PULLQUOTE]\n> *One\n> — two*", "<p><em>One\n— two</em></p>", ""),
            ("> [!PULLQUOTE]\n> — Ana", "<p>— Ana</p>", ""),
            ("> [!PULLQUOTE]\n> - one", "<ul>\n<li>one</li>\n</ul>", ""),
        ],
    )
    def test_a_quote_may_name_who_said_it(self, text, markup, attribution):
        (block,) = body(text).blocks

        assert (BlockKind.PULL_QUOTE, markup, attribution) == (
            block.kind,
            block.html,
            block.attribution,
        )

    def test_its_words_are_those_of_the_quote(self):
        assert 2 == body("> [!PULLQUOTE]\n> We waited.\n> — Ana Dias").words

    def test_an_empty_one_is_none(self):
        assert () == body("> [!PULLQUOTE]").blocks

    def test_another_quote_is_a_quote(self):
        assert ["quote"] == kinds("> One [!PULLQUOTE]\n> — Ana")


class TestEmbeds:
    @pytest.mark.parametrize(
        "text", ["https://youtu.be/a--b---c_1", "<https://youtu.be/a--b---c_1>"]
    )
    def test_an_address_alone_on_a_line_is_an_embed_whatever_its_dashes(self, text):
        (block,) = body(f"\n{text}\n").blocks

        assert (
            Embed(
                provider="YouTube",
                url="https://youtu.be/a--b---c_1",
                frame_url="https://www.youtube-nocookie.com/embed/a--b---c_1?autoplay=1",
            )
            == block.embed
        )
        assert (BlockKind.EMBED, 2) == (block.kind, block.line)

    def test_an_address_without_encryption_is_found_on_its_line(self):
        (_, block) = body("One.\n\nhttp://vimeo.com/123456").blocks

        assert ("https://vimeo.com/123456", 3) == (block.embed.url, block.line)

    @pytest.mark.parametrize(
        "text",
        [
            "See https://youtu.be/abcdefg",
            "https://youtu.be/abcdefg\nmore",
            "- https://youtu.be/abcdefg",
            "https://video.example/abcdefg",
            "[https://youtu.be/abcdefg](https://other.example)",
            "[a video](https://youtu.be/abcdefg)",
        ],
    )
    def test_elsewhere_an_address_is_text(self, text):
        assert [None] == [block.embed for block in body(text).blocks]


class TestPictures:
    def test_a_picture_alone_in_a_paragraph_is_a_figure(self):
        (block,) = body('![A *red* boat](pics/boat%201.jpg "The boat | Mira Dias")').blocks

        assert BlockKind.FIGURE == block.kind
        assert (
            Picture(
                path="articles/2026/pics/boat 1.jpg",
                alt="A red boat",
                caption="The boat",
                credit="Mira Dias",
                line=1,
            )
            == block.picture
        )

    @pytest.mark.parametrize(
        ("title", "caption", "credit", "is_decorative"),
        [
            ("", "", "", False),
            ("The boat", "The boat", "", False),
            ("| Mira", "", "Mira", False),
            ("decorative", "", "", True),
            ("decorative | Mira", "", "Mira", True),
        ],
    )
    def test_the_title_tells_caption_and_credit(self, title, caption, credit, is_decorative):
        picture = body(f'![A boat](a.jpg "{title}")').blocks[0].picture

        assert (caption, credit, is_decorative) == (
            picture.caption,
            picture.credit,
            picture.is_decorative,
        )
        assert picture.alt == ("" if is_decorative else "A boat")

    @pytest.mark.parametrize(
        ("written", "path"),
        [
            ("{static}/images/a.jpg", "images/a.jpg"),
            ("/images/a.jpg", "images/a.jpg"),
            ("../a.jpg", "articles/a.jpg"),
            ("<a $b 🎉.jpg>", "articles/2026/a $b 🎉.jpg"),
            ("caf%C3%A9.jpg", "articles/2026/café.jpg"),
            ("a%00b%02.jpg", "articles/2026/ab.jpg"),
            ("<what?.jpg>", "articles/2026/what?.jpg"),
        ],
    )
    def test_its_path_is_relative_to_the_text(self, written, path):
        assert path == body(f"![A]({written})").blocks[0].picture.path

    def test_a_picture_in_a_line_is_marked_where_it_stands(self):
        parsed = body("One ![A](a.jpg) and ![B](b.jpg).\n\n[![C](c.jpg)](https://x.example)")

        assert [
            "<p>One \x02picture:0\x03 and \x02picture:1\x03.</p>",
            '<p><a href="https://x.example">\x02picture:2\x03</a></p>',
        ] == [block.html for block in parsed.blocks]
        assert ["a.jpg", "b.jpg", "c.jpg"] == [item.path[-5:] for item in parsed.pictures]

    def test_a_picture_in_a_heading_is_no_heading(self):
        parsed = body("## ![A](a.jpg)\n\nText")

        assert "<p>\x02picture:0\x03</p>" == parsed.blocks[0].html
        assert () == parsed.anchors

    @pytest.mark.parametrize("raw", ["", "\n\n<b>raw</b>"])
    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            (
                "![A](https://x.example/a.jpg)",
                "shows the picture `https://x.example/a.jpg`, expected a file beside the text\n"
                "hint: download it, with the right to, and put it beside the text",
            ),
            (
                "![A](//x.example/a.jpg)",
                "shows the picture `//x.example/a.jpg`, expected a file beside the text\n"
                "hint: download it, with the right to, and put it beside the text",
            ),
            (
                "![A](data:image/png;base64,iVBORw0KGgo)",
                "shows the picture `data:image/png;base64,iVBORw0KGgo`, expected a file beside the "
                "text\nhint: download it, with the right to, and put it beside the text",
            ),
            (
                f"![A](data:image/png;base64,{'A' * 90})",
                f"shows the picture `data:image/png;base64,{'A' * 57}…`, expected a file beside "
                "the text\nhint: download it, with the right to, and put it beside the text",
            ),
            (
                "![A](../../../a.jpg)",
                "shows the picture `../../../a.jpg`, which leaves the content folder\n"
                "hint: put the picture beside the text",
            ),
            ("![A]()", "shows a picture without an address\nhint: name a file beside the text"),
            (
                "![](a%20b.jpg)",
                "the picture `a b.jpg` has no alt text\n"
                'hint: write `![What it shows](…)`, or give it the title "decorative"',
            ),
        ],
    )  # fmt: skip
    def test_a_picture_that_is_wrong_is_one_fault_and_not_shown(self, text, finding, raw):
        parsed, _ = parse(f"\n{text}{raw}", path=PATH)

        assert [f"{PATH}:2: {finding}"] == findings(f"\n{text}{raw}")
        assert [f"{PATH}:1: {finding}"] == findings(f"One {text}{raw}")
        assert () == parsed.pictures


class TestLinks:
    @pytest.mark.parametrize(
        ("written", "path", "fragment"),
        [
            ("story.md", "articles/2026/story.md", ""),
            ("../2025/story.md#the-bridge", "articles/2025/story.md", "the-bridge"),
            ("story/index.md", "articles/2026/story/index.md", ""),
            ("{filename}../2025/story.md", "articles/2025/story.md", ""),
            ("{filename}/pages/about.md", "pages/about.md", ""),
            ("|filename|/pages/about.md#us", "pages/about.md", "us"),
            ("#here", "", "here"),
            ("caf%C3%A9.md#n%C3%A3o", "articles/2026/café.md", "não"),
            ("café.md", "articles/2026/café.md", ""),
            ("<a b.md>", "articles/2026/a b.md", ""),
            ("..\\2025\\story.md", "articles/2025/story.md", ""),
            ("/archive/2026/?page=2#x", "/archive/2026/", "x"),
        ],
    )
    def test_a_link_to_a_file_here_is_marked(self, written, path, fragment):
        parsed = body(f"One [two]({written}) three.", first_line=5)

        assert '<p>One <a href="\x02link:0\x03">two</a> three.</p>' == parsed.blocks[0].html
        (link,) = parsed.links
        assert (path, fragment, 5) == (link.path, link.fragment, link.line)

    def test_a_link_tells_what_was_typed_and_where(self):
        parsed = body("One.\n\n[a](x.md)\n[b](x.md)\n\n[c][ref]\n\n[ref]: {filename}y.md")

        assert (
            InternalLink(path="articles/2026/x.md", fragment="", written="x.md", line=3),
            InternalLink(path="articles/2026/x.md", fragment="", written="x.md", line=4),
            InternalLink(path="articles/2026/y.md", fragment="", written="{filename}y.md", line=8),
        ) == parsed.links

    def test_other_attributes_of_a_link_stay(self):
        markup = html('[a](x.md "A & \\"b\\" href=") <a id=k title=" href=" href="y.md">b</a>')

        assert (
            '<p><a href="\x02link:0\x03" title="A &amp; &quot;b&quot; href=">a</a> '
            '<a id="k" title=" href=" href="\x02link:1\x03">b</a></p>'
        ) == markup

    @pytest.mark.parametrize(
        "address",
        ["https://x.example/a?b=c&amp;d#e", "http://x.example", "//x.example/a",
         "mailto:a@x.example", "tel:+351210", "https://m%C3%BCnchen.example:8080/", "HTTPS://X.EXAMPLE"],
    )  # fmt: skip
    @pytest.mark.parametrize("raw", ["", " <b>raw</b>"])
    def test_a_link_elsewhere_is_kept(self, address, raw):
        assert f'<p><a href="{address}">a</a>{raw}</p>' == html(f"[a](<{address}>){raw}")

    @pytest.mark.parametrize("raw", ["", "\n\n<b>raw</b>"])
    @pytest.mark.parametrize(
        ("address", "shown"),
        [
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("JaVaScRiPt:alert(1)", "JaVaScRiPt:alert(1)"),
            ("&#106;avascript:alert(1)", "javascript:alert(1)"),
            ("javascript&colon;alert(1)", "javascript:alert(1)"),
            ("vbscript:x", "vbscript:x"),
            ("data:text/html,x", "data:text/html,x"),
            ("livescript:x", "livescript:x"),
        ],
    )
    def test_an_active_link_is_a_fault_and_no_link(self, address, shown, raw):
        text = f"\n[a]({address}){raw}"
        parsed, _ = parse(text, path=PATH)

        assert "<p><a>a</a></p>" == parsed.blocks[0].html
        assert [
            f"{PATH}:2: links to the active address `{shown}`, expected a page\n"
            "hint: link to a page, or remove the link"
        ] == findings(text)

    def test_an_active_address_between_angle_brackets_is_a_fault(self):
        assert [
            f"{PATH}:1: links to the active address `javascript:alert(1)`, expected a page\n"
            "hint: link to a page, or remove the link"
        ] == findings("<javascript:alert(1)>")

    def test_an_active_reference_is_a_fault(self):
        assert [
            f"{PATH}:3: links to the active address `javascript:x`, expected a page\n"
            "hint: link to a page, or remove the link"
        ] == findings("[a][r]\n\n[r]: javascript:x")

    @pytest.mark.parametrize("address", ["java%09script:x", "<java\tscript:x>", "java&#9;script:x"])
    def test_an_escaped_tab_makes_an_address_of_another_kind(self, address):
        """Browsers drop a tab, but not its percent escape."""
        (finding,) = findings(f"[a]({address})")

        assert finding.startswith(f"{PATH}:1: links to ")

    @pytest.mark.parametrize(
        ("address", "finding"),
        [
            (
                "ftp://x.example",
                "warning: links to `ftp://x.example`, whose scheme is not allowed; the link was "
                "left out\nhint: use an address that begins with `https://`",
            ),
            (
                "https://:80/",
                "warning: links to `https://:80/`, which is no address; the link was left out\n"
                "hint: correct the address",
            ),
            (
                "http://x.example:port/",
                "warning: links to `http://x.example:port/`, which is no address; the link was "
                "left out\nhint: correct the address",
            ),
            ("", "links to nothing\nhint: give the link an address"),
            ("#", "links to nothing\nhint: give the link an address"),
            (
                "../../../x.md",
                "links to `../../../x.md`, which leaves the content folder\n"
                "hint: link to a Markdown file inside it",
            ),
            (
                "report.pdf",
                "links to `report.pdf`, expected a Markdown file or a full address\n"
                "hint: link to the story's file, such as `../2026/story.md`",
            ),
            (
                "?page=2",
                "links to `?page=2`, expected a Markdown file or a full address\n"
                "hint: link to the story's file, such as `../2026/story.md`",
            ),
            (
                f"{'x' * 90}.pdf",
                f"links to `{'x' * 79}…`, expected a Markdown file or a full address\n"
                "hint: link to the story's file, such as `../2026/story.md`",
            ),
        ],
    )
    @pytest.mark.parametrize("raw", ["", "\n\n<b>raw</b>"])
    def test_a_link_that_leads_nowhere_is_told_and_left_out(self, address, finding, raw):
        parsed, _ = parse(f"[a]({address}){raw}", path=PATH)

        assert "<p><a>a</a></p>" == parsed.blocks[0].html
        assert [f"{PATH}:1: {finding}"] == findings(f"[a]({address}){raw}")

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("[a](http://[server)", "http://%5Bserver"),
            ("[a](http://[server) <b>raw</b>", "http://%5Bserver"),
            ('<a href="http://[server">a</a>', "http://[server"),
        ],
    )
    def test_an_address_that_parsers_choke_on_is_a_warning(self, text, shown):
        assert [
            f"{PATH}:1: warning: links to `{shown}`, which is no address; the link was left out\n"
            "hint: correct the address"
        ] == findings(text)


def test_a_body_that_is_one_great_inline_picture_is_one_fault():
    data = "A" * 284_000
    parsed, found = parse(f"![x](data:image/png;base64,{data})", path=PATH)

    assert (1, ()) == (len(found), parsed.blocks)


def test_a_very_long_story_is_read():
    text = "The harbour is *calm* and [wide](https://x.example). " * 40
    parsed = body("\n\n".join([text] * 110))

    assert (110, 110 * 40 * 7) == (len(parsed.blocks), parsed.words)
