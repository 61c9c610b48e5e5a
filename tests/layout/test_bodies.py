import pytest

from jamstack.layout.bodies import body_views, story_views
from jamstack.layout.picks import Picks
from jamstack.views import BlockView, EmbedView, Link

from ..builders import NOW, make_article, make_author, make_page
from .builders import at, make_body, make_kin, make_paper, make_row

LONG = "\n\n".join(f"Paragraph {number} has words " + "and more " * 50 for number in range(9))


def views(article, *others, picks=None, **values):
    """The blocks of a story's page; `picks` are chosen unless given."""
    paper = make_paper(article, *others, **values)
    if picks:
        paper.offer({article.path: picks})
    return story_views(article, paper)


def inline(blocks):
    """The addresses of the inline related lines, in order."""
    return [block.related.url.split("/")[-2] for block in blocks if block.related]


def paragraphs(blocks):
    """How many paragraphs stand in each run of plain text."""
    return [block.html.count("<p>") for block in blocks if block.kind == "html"]


def test_runs_of_plain_html_become_one_block():
    article = make_article(body=make_body("One.\n\n## Two\n\nThree."))

    blocks = views(article)

    assert ["html"] == [block.kind for block in blocks]
    assert '<p>One.</p>\n<h2 id="two">' in blocks[0].html


def test_each_kind_of_block_has_its_view():
    text = (
        'One.\n\n![A pier](pier.jpg "The pier at dawn")\n\nTwo.\n\n'
        "https://www.youtube.com/watch?v=abcdefghijk\n\n"
        "> [!PULLQUOTE]\n> Words worth saying.\n> — A person\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nRELATED: ferry\n"
    )
    article = make_article(body=make_body(text))

    blocks = views(article, make_article("ferry", title="The ferry"))

    kinds = ["html", "figure", "html", "embed", "pull-quote", "html", "related"]
    assert kinds == [block.kind for block in blocks]
    assert "The pier at dawn" == blocks[1].picture.caption
    assert isinstance(blocks[3].embed, EmbedView)
    assert "https://www.youtube.com/watch?v=abcdefghijk" == blocks[3].embed.url
    assert "A person" == blocks[4].attribution
    assert blocks[5].html.startswith('<div class="table-scroll" role="group"')
    related = Link(text="The ferry", url="/paper/stories/ferry/")
    assert BlockView(kind="related", related=related, number=1) == blocks[6]


def test_a_picture_within_a_text_gets_its_sizes():
    article = make_article(body=make_body("See ![Fish & chips](pier.jpg) there."))

    blocks = views(article)

    assert '<img src="/paper/images/pier-' in blocks[0].html
    assert ' srcset="/paper/images/pier-' in blocks[0].html
    assert ' width="1200" height="900" alt="Fish &amp; chips" loading="lazy"' in blocks[0].html


def test_the_same_piece_of_text_can_link_to_everything_on_the_site():
    text = (
        "[story](ferry.md), [part](ferry.md#later), [page](../../pages/about.md),"
        " [author](../../authors/mira.md), [path](/tags/), [here](#below), [out](https://a.example/)"
        "\n\n## Below\n"
    )
    article = make_article(body=make_body(text))
    ferry = make_article("ferry", body=make_body("## Later\n\nText."))

    blocks = views(article, ferry, pages=(make_page(),))

    for href in (
        "/paper/stories/ferry/",
        "/paper/stories/ferry/#later",
        "/paper/about/",
        "/paper/authors/mira/",
        "/paper/tags/",
        "#below",
        "https://a.example/",
    ):
        assert f'href="{href}"' in blocks[0].html


def test_a_biography_links_and_shows_pictures_like_a_story():
    text = "She wrote [this](../articles/2026/ferry.md).\n\n![Mira](mira.jpg)"
    biography = make_body(text, path="authors/mira.md")
    paper = make_paper(make_article("ferry"), authors=(make_author(biography=biography),))

    blocks = body_views(biography, paper)

    assert '<p>She wrote <a href="/paper/stories/ferry/">this</a>.</p>' in blocks[0].html
    assert "Mira" == blocks[1].picture.alt


def test_a_line_shows_the_headline_and_address_of_the_story_picked_for_it():
    article = make_article("own", body=make_body("One.\n\nRELATED:\n\nMore."))

    blocks = views(article, make_article("ferry", title="The ferry"))

    assert Link(text="The ferry", url="/paper/stories/ferry/") == blocks[1].related


def test_a_line_for_which_nothing_was_picked_is_not_shown():
    body = make_body("One.\n\nRELATED: a\n\nTwo.\n\nRELATED: a\n\nThree.\n\nRELATED: b\n\nFour.")
    picks = Picks(inline=((0, make_article("a").path), (2, make_article("b").path)))

    blocks = views(make_article("own", body=body), *make_row("a", "b"), picks=picks)

    assert ["html", "related", "html", "related", "html"] == [block.kind for block in blocks]
    assert ["a", "b"] == inline(blocks)
    assert [1, 2, 1] == paragraphs(blocks)


def test_a_story_without_lines_of_its_own_gets_those_picked_between_its_paragraphs():
    article = make_article("own", tags=("ferry",), date=at(NOW), body=make_body(LONG))

    blocks = views(article, *make_kin("first", "second"))

    assert ["first", "second"] == inline(blocks)
    assert [3, 3, 3] == paragraphs(blocks)


def test_fewer_lines_than_places_are_divided_anew():
    article = make_article("own", body=make_body(LONG))

    blocks = views(article, make_article("first"))

    assert [4, 5] == sorted(paragraphs(blocks))


@pytest.mark.parametrize("lines", [LONG, "One.\n\nRELATED:\n\nMore."], ids=["placed", "given"])
def test_a_story_for_which_nothing_was_picked_is_its_text_alone(lines):
    blocks = views(make_article("own", body=make_body(lines)))

    assert ["html"] == [block.kind for block in blocks]
