from jamstack.layout.heads import ShareImage
from jamstack.layout.publisher import default_share, organization, website

from ..builders import make_settings
from .builders import make_paper


def test_the_picture_of_the_theme_stands_for_the_newsroom():
    expected = ShareImage(
        url="https://herald.example/paper/theme/share.jpg?v=1",
        width=1200,
        height=630,
        alt="The Herald",
    )

    assert expected == default_share(make_paper())


def test_addresses_are_whole_without_a_base_path_too():
    settings = make_settings(site_url="https://herald.example")
    paper = make_paper(settings=settings, assets={"share.jpg": "/theme/share.jpg"})

    assert "https://herald.example/theme/share.jpg" == default_share(paper).url


def test_a_theme_may_have_no_picture_and_no_mark():
    paper = make_paper(assets={})

    assert None is default_share(paper)
    assert "logo" not in organization(paper)


def test_the_newsroom_links_to_its_policies_where_it_has_them():
    settings = make_settings(principles_page="about", ethics_page="ethics")

    node = organization(make_paper(settings=settings))

    assert "https://herald.example/paper/about/" == node["publishingPrinciples"]
    assert "https://herald.example/paper/ethics/" == node["ethicsPolicy"]
    assert "correctionsPolicy" not in node
    assert "https://herald.example/paper/theme/icon-512.png?v=3" == node["logo"]["url"]


def test_the_site_is_published_by_the_newsroom():
    node = website(make_paper())

    assert ("WebSite", "The Herald") == (node["@type"], node["publisher"]["name"])
