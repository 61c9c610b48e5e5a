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
        ("<p>RELATED: <b>a</b></p>", None),
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
        ("<p>one RELATED: a</p>", ["<p>one RELATED: a</p>"]),
        ("<p><b>one\nRELATED: a</b>\nRELATED: b</p>",
         ["<p><b>one\nRELATED: a</b></p>", "<p>RELATED: b</p>"]),
        ('<p lang="fr">one\nRELATED: a</p>', ['<p lang="fr">one\nRELATED: a</p>']),
    ],
)  # fmt: skip
def test_a_paragraph_is_parted_at_each_line(piece, parts):
    assert parts == list(apart(piece))
