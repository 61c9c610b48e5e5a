from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator

from jamstack.edition import gather
from jamstack.layout.paper import Paper
from jamstack.model import Block, BlockKind, Body
from jamstack.pelican_plugin.ordinary import (
    PreparedArticles,
    PreparedPages,
    SilentArticles,
    SilentPages,
    replace_generators,
)
from jamstack.pelican_plugin.reader import prepare

from ..builders import make_article, make_author, make_edition, make_page, make_settings


class Feeds(Generator):
    """A generator that a plugin brought."""


def make_paper(edition):
    return Paper(edition, plans={}, assets={}, theme_colours={})


class TestReplaceGenerators:
    def test_each_is_replaced_by_the_one_that_builds_on_it(self):
        theirs = [ArticlesGenerator, PagesGenerator, StaticGenerator]

        replaced = replace_generators(theirs, [SilentPages, SilentArticles])

        assert [SilentArticles, SilentPages, StaticGenerator] == replaced

    def test_a_plugins_own_stays_in_its_place(self):
        replaced = replace_generators([Feeds, ArticlesGenerator], [PreparedArticles, PreparedPages])

        assert [Feeds, PreparedArticles] == replaced


class TestPrepare:
    def test_published_stories_and_pages_are_prepared(self):
        edition = make_edition(make_article("bridge"), pages=[make_page("about")])

        prepared = prepare(make_paper(edition))

        assert ["articles/2026/bridge.md", "pages/about.md"] == sorted(prepared)

    def test_a_story_has_its_text(self):
        """What is remembered of a story lacks it; it comes from the paper's own texts."""
        paper = make_paper(make_edition(make_article("bridge")))
        block = Block(kind=BlockKind.HTML, html="<p>Two words.</p>")
        paper.texts = {"articles/2026/bridge.md": Body(blocks=(block,))}

        prepared = prepare(paper)["articles/2026/bridge.md"]

        assert "<p>Two words.</p>" in prepared.html

    def test_a_hidden_story_is_not(self):
        from jamstack.model import Status

        edition = gather(
            [make_article("bridge"), make_article("secret", status=Status.DRAFT)],
            [make_author("mira")],
            [],
            make_edition().front,
            settings=make_settings(),
            now=make_edition().now,
        )

        assert ["articles/2026/bridge.md"] == list(prepare(make_paper(edition)))

    def test_a_story_stands_where_it_stands_with_our_theme(self):
        edition = make_edition(make_article("bridge"))

        metadata = prepare(make_paper(edition))["articles/2026/bridge.md"].metadata

        assert ("stories/bridge/", "stories/bridge/index.html") == (
            metadata["url"],
            metadata["save_as"],
        )
        assert "published" == metadata["status"]
        assert "modified" not in metadata

    def test_text_is_escaped_for_themes_that_do_not(self):
        article = make_article("bridge", title="<del>Old</del> & new", tags=("A & B",))

        metadata = prepare(make_paper(make_edition(article)))["articles/2026/bridge.md"].metadata

        assert "&lt;del&gt;Old&lt;/del&gt; &amp; new" == str(metadata["title"])
        assert ["A &amp; B"] == [str(tag) for tag in metadata["tags"]]
