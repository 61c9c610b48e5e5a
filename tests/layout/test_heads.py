import pytest

from jamstack.layout.heads import PageFacts, ShareImage, head_view
from jamstack.views import FeedLink, MetaTag, PaginationView

from ..builders import make_settings
from .builders import make_paper

PAGE_TWO = PaginationView(
    number=2, count=3, previous_url="/paper/town/", next_url="/paper/town/page/3/", pages=()
)


def facts(**values):
    return PageFacts(**({"url": "town/", "title": "Town"} | values))


def meta(paper=None, **values):
    return {tag.key: tag.content for tag in head_view(facts(**values), paper or make_paper()).meta}


def test_a_title_ends_with_the_newsroom_but_at_home():
    paper = make_paper()

    assert "Town · The Herald" == head_view(facts(), paper).title
    assert "The Herald: News" == head_view(facts(url="", title="The Herald: News"), paper).title


def test_the_canonical_address_is_absolute_and_counts_pages():
    paper = make_paper()

    assert "https://herald.example/paper/town/" == head_view(facts(), paper).canonical
    second = head_view(facts(), paper, PAGE_TWO)
    assert "https://herald.example/paper/town/page/2/" == second.canonical
    assert "Town · The Herald (page 2)" == second.title
    assert ("/paper/town/", "/paper/town/page/3/") == (second.previous_url, second.next_url)


def test_tags_are_in_order_and_absent_without_their_data():
    image = ShareImage(url="https://herald.example/a.jpg", width=3, height=2, alt="")
    extra = MetaTag(attribute="name", key="author", content="Mira")

    actual = head_view(
        facts(description="News.", og_type="article", image=image, meta=(extra,), lang="pt-BR"),
        make_paper(),
    )

    assert "en" == actual.lang
    assert [
        ("name", "description", "News."),
        ("name", "robots", "max-image-preview:large"),
        ("property", "og:site_name", "The Herald"),
        ("property", "og:type", "article"),
        ("property", "og:title", "Town"),
        ("property", "og:description", "News."),
        ("property", "og:url", "https://herald.example/paper/town/"),
        ("property", "og:locale", "pt_BR"),
        ("property", "og:image", "https://herald.example/a.jpg"),
        ("property", "og:image:width", "3"),
        ("property", "og:image:height", "2"),
        ("name", "twitter:card", "summary_large_image"),
        ("name", "author", "Mira"),
    ] == [(tag.attribute, tag.key, tag.content) for tag in actual.meta]


def test_a_page_not_to_be_indexed_says_so_and_shares_nothing():
    head = head_view(facts(is_indexed=False), make_paper())

    assert "" == head.canonical
    assert (MetaTag(attribute="name", key="robots", content="noindex"),) == head.meta


def test_every_page_of_a_preview_turns_robots_away():
    assert "noindex" == meta(make_paper(is_preview=True))["robots"]


def test_feeds_of_the_page_come_before_those_of_the_site():
    paper = make_paper(settings=make_settings(site_url="https://herald.example"))

    feeds = head_view(facts(feed="town/", feed_title="Town"), paper).feeds

    assert (
        FeedLink(title="Town (RSS)", media_type="application/rss+xml", url="/town/feed.xml"),
        FeedLink(title="Town (Atom)", media_type="application/atom+xml", url="/town/atom.xml"),
        FeedLink(
            title="Town (JSON Feed)", media_type="application/feed+json", url="/town/feed.json"
        ),
        FeedLink(title="The Herald (RSS)", media_type="application/rss+xml", url="/feed.xml"),
        FeedLink(title="The Herald (Atom)", media_type="application/atom+xml", url="/atom.xml"),
        FeedLink(
            title="The Herald (JSON Feed)", media_type="application/feed+json", url="/feed.json"
        ),
    ) == feeds


def test_structured_data_are_one_graph_or_nothing():
    paper = make_paper()

    structured = head_view(facts(structured=({"@type": "A"}, {"@type": "B"})), paper).json_ld

    expected = '{"@context":"https://schema.org","@graph":[{"@type":"A"},{"@type":"B"}]}'
    assert expected == structured
    assert "" == head_view(facts(), paper).json_ld


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_a_page_knows_which_way_its_language_is_written(language, direction):
    paper = make_paper(settings=make_settings(language=language))

    assert direction == head_view(facts(), paper).direction
