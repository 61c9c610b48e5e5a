from datetime import timedelta

import pytest

from jamstack.layout.bodies import body_views, link_targets, linked_slugs, story_views
from jamstack.model import Status
from jamstack.views import BlockView, EmbedView, Link

from ..builders import NOW, make_article, make_author, make_page, make_settings
from .builders import at, make_body, make_paper, make_row

LONG = "\n\n".join(f"Paragraph {number} has words " + "and more " * 50 for number in range(9))


def views(article, *others, **values):
    paper = make_paper(article, *others, **values)
    return story_views(article, paper, link_targets(paper))


def inline(blocks):
    """The addresses of the inline related lines, in order."""
    return [block.related.url.split("/")[-2] for block in blocks if block.related]


def lines(*targets):
    """A body of paragraphs with these `RELATED:` lines between them."""
    return make_body("One.\n\n" + "\n\n".join(f"RELATED: {slug}\n\nMore." for slug in targets))


def test_runs_of_plain_html_become_one_block():
    article = make_article(body=make_body("One.\n\n## Two\n\nThree."))

    blocks, _ = views(article)

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

    blocks, used = views(article, make_article("ferry", title="The ferry"))

    kinds = ["html", "figure", "html", "embed", "pull-quote", "html", "related"]
    assert kinds == [block.kind for block in blocks]
    assert "The pier at dawn" == blocks[1].picture.caption
    assert isinstance(blocks[3].embed, EmbedView)
    assert "https://www.youtube.com/watch?v=abcdefghijk" == blocks[3].embed.url
    assert "A person" == blocks[4].attribution
    assert blocks[5].html.startswith('<div class="table-scroll" role="group"')
    related = Link(text="The ferry", url="/paper/stories/ferry/")
    assert BlockView(kind="related", related=related) == blocks[6]
    assert frozenset({"ferry"}) == used


def test_a_picture_within_a_text_gets_its_sizes():
    article = make_article(body=make_body("See ![Fish & chips](pier.jpg) there."))

    blocks, _ = views(article)

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

    blocks, _ = views(article, ferry, pages=(make_page(),))

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
    biography = make_body("She wrote [this](../articles/2026/ferry.md).", path="authors/mira.md")
    paper = make_paper(make_article("ferry"), authors=(make_author(biography=biography),))

    blocks = body_views(biography, paper, link_targets(paper))

    assert '<p>She wrote <a href="/paper/stories/ferry/">this</a>.</p>' in blocks[0].html


def test_targets_are_what_readers_may_open():
    """An author who is credited on hidden stories alone has no page to link to."""
    draft = make_article("secret", status=Status.DRAFT, credits=make_article().credits)
    paper = make_paper(draft, make_article("open", credits=()), authors=(make_author(),))

    assert {"articles/2026/open.md": "/paper/stories/open/"} == link_targets(paper)


def test_a_line_without_a_target_takes_the_newest_that_shares_a_tag():
    article = make_article("own", tags=("Ferry",), body=lines(""))
    old, new = make_row("newer", "older", tags=("ferry",), section="sea")

    blocks, used = views(article, old, new)

    assert ["newer"] == inline(blocks)
    assert frozenset({"newer"}) == used


def test_a_line_shows_nothing_where_no_story_can_be_chosen():
    blocks, used = views(make_article("own", body=lines("")))

    assert [] == inline(blocks)
    assert frozenset() == used


def test_a_story_named_further_down_is_not_chosen_further_up():
    article = make_article("own", body=lines("", "first"))

    blocks, _ = views(article, *make_row("first", "second"))

    assert ["second", "first"] == inline(blocks)


def test_two_lines_that_name_one_story_show_it_once():
    article = make_article("own", body=lines("first", "first", ""))

    blocks, _ = views(article, *make_row("first", "second"))

    assert ["first", "second"] == inline(blocks)


def test_lines_stop_where_the_stories_run_out():
    article = make_article("own", body=lines("", "", ""))

    blocks, _ = views(article, *make_row("first", "second"))

    assert ["first", "second"] == inline(blocks)


@pytest.mark.parametrize(
    "link", ["ferry.md", "/stories/ferry/", "/old/ferry/"], ids=["file", "path", "alias"]
)
def test_a_story_linked_in_the_text_is_not_chosen(link):
    body = make_body(f"See [it]({link}).\n\nRELATED:\n\nMore.")
    ferry = make_article("ferry", aliases=("old/ferry",))
    article = make_article("own", body=body)
    paper = make_paper(article, ferry)

    blocks, used = story_views(article, paper, link_targets(paper))

    assert frozenset({"ferry"}) == linked_slugs(article, paper)
    assert ([], frozenset()) == (inline(blocks), used)


def test_a_pinned_story_is_left_to_the_block_at_the_end():
    article = make_article("own", related=("first",), body=lines(""))

    blocks, _ = views(article, *make_row("first", "second"))

    assert ["second"] == inline(blocks)


def test_lines_are_placed_in_a_long_story_without_any():
    article = make_article("own", body=make_body(LONG))

    blocks, used = views(article, *make_row("first", "second", "third"))

    assert ["html", "related", "html", "related", "html"] == [block.kind for block in blocks]
    assert 3 <= blocks[0].html.count("<p>")
    assert frozenset({"first", "second"}) == used


def test_fewer_lines_than_places_are_divided_anew():
    article = make_article("own", body=make_body(LONG))

    blocks, _ = views(article, make_article("first"))

    counts = [block.html.count("<p>") for block in blocks if block.kind == "html"]
    assert [4, 5] == sorted(counts)


@pytest.mark.parametrize(
    "changes",
    [{"inline_related": 0}, {"inline_related_words": 10_000}],
    ids=["switched off", "too short"],
)
def test_no_lines_are_placed_where_the_settings_say_so(changes):
    article = make_article("own", body=make_body(LONG))

    blocks, _ = views(article, make_article("first"), settings=make_settings(**changes))

    assert ["html"] == [block.kind for block in blocks]


def test_no_line_ever_names_a_hidden_story():
    hidden = [
        make_article("draft", status=Status.DRAFT, tags=("ferry",)),
        make_article("later", embargo=at(NOW + timedelta(hours=1)), tags=("ferry",)),
    ]
    article = make_article("own", body=lines(""), tags=("ferry",))

    assert [] == inline(views(article, *hidden)[0])
    assert ["draft"] == inline(views(article, *hidden, is_preview=True)[0])
