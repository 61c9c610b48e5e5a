import pytest

from jamstack.markdown.related_lines import apart, target


@pytest.mark.parametrize(
    ("piece", "slug"),
    [
        ("<p>RELATED: a-b</p>", "a-b"),
        ("<p> RELATED:a </p>", "a"),
        ("<p>RELATED:</p>", ""),
        ("<p>RELATED: a&amp;b</p>", "a&b"),
        ("<p>RELATED: a\nb</p>", None),
        ("<p>RELATED: The <em>Guillemot</em> &amp; <strong>we</strong></p>", "The Guillemot & we"),
        ('<p>RELATED: <a href="../2026/b.md">the bridge</a></p>', "../2026/b.md"),
        ('<p>RELATED: <a href="https://x.example/a?b&amp;c">x</a></p>', "https://x.example/a?b&c"),
        ('<p>RELATED: the <a href="b.md">bridge</a></p>', "the bridge"),
        ("<p>RELATED: <span>a</span></p>", None),
        ("<p>RELATED: <em>a</p>", None),
        ("<p>See RELATED: a</p>", None),
        ("<p>a</p>", None),
    ],
)
def test_a_paragraph_of_one_such_line_names_a_story(piece, slug):
    assert slug == target(piece)


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        ("<p>RELATED: a</p>", ["<p>RELATED: a</p>"]),
        ("<p>one\nRELATED: a\ntwo</p>", ["<p>one</p>", "<p>RELATED: a</p>", "<p>two</p>"]),
        ("<p>one<br />\nRELATED: a<br />\ntwo<br />\n</p>",
         ["<p>one</p>", "<p>RELATED: a</p>", "<p>two</p>"]),
        ("<p>one\nRELATED: <em>a</em>\ntwo</p>",
         ["<p>one</p>", "<p>RELATED: <em>a</em></p>", "<p>two</p>"]),
        ("<p><em>one\nRELATED: a</em>\n</p>", ["<p><em>one\nRELATED: a</em></p>"]),
        ("<p>one RELATED: a</p>", ["<p>one RELATED: a</p>"]),
        ("<p><b>one\nRELATED: a</b>\nRELATED: b</p>",
         ["<p><b>one\nRELATED: a</b></p>", "<p>RELATED: b</p>"]),
        ('<p lang="fr">one\nRELATED: a</p>', ['<p lang="fr">one\nRELATED: a</p>']),
    ],
)  # fmt: skip
def test_a_paragraph_is_parted_at_each_line(piece, parts):
    assert parts == list(apart(piece))
