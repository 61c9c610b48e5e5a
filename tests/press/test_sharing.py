from jamstack.articles.story import read_story
from jamstack.press.sharing import Sharing

from ..builders import make_article, make_settings

STORY = """---
title: {title}
dek: The ferry sails again.
date: 2026-11-20
section: town
authors: [mira, ben]
tags: [harbour, ferries]
image:
  src: pier.jpg
  alt: The pier
  credit: Ben Ito
  focus: 20% 30%
---

See [the bridge](bridge.md).

![The quay](quay.jpg "At noon. | Ben Ito")
"""


def read(slug):
    path = f"articles/2026/{slug}.md"
    text = STORY.format(title=f"Story {slug}")
    article, findings = read_story(text.encode(), path=path, settings=make_settings())
    assert () == findings
    return article


def parts(article):
    figure = next(block.picture for block in article.body.blocks if block.picture)
    return (
        article.section,
        article.credits,
        *article.tags,
        article.image.path,
        article.image.credit,
        article.image.focus,
        figure.path,
        article.body.links[0].path,
        article.lines,
    )


def test_a_story_stays_what_it_was():
    article = read("pier")

    assert article == Sharing().story(article)


def test_what_two_stories_have_in_common_is_held_once():
    sharing = Sharing()

    first, second = (parts(sharing.story(read(slug))) for slug in ("pier", "quay"))

    assert first == second
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_a_story_that_is_named_lends_its_path():
    sharing = Sharing()
    named = sharing.story(make_article("bridge"))

    naming = sharing.story(read("pier"))

    assert naming.body.links[0].path is named.path


def test_a_summary_that_is_the_dek_is_held_once():
    shared = Sharing().story(make_article(dek="The ferry", summary=" ".join(["The", "ferry"])))

    assert shared.summary is shared.dek


def test_a_summary_of_its_own_stays():
    assert "Short." == Sharing().story(make_article(dek="Long.", summary="Short.")).summary
