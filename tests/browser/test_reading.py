"""A story can be read without JavaScript, and nothing of it is missing."""

import pytest

from .kinds import EMBED, HOME

pytestmark = pytest.mark.browser


@pytest.fixture
def page(reader):
    return reader.open(EMBED, java_script_enabled=False)


def test_headline_and_text_are_shown_without_javascript(page):
    assert "Forty voices and one foghorn" == page.locator("h1").inner_text()
    paragraphs = page.locator(".body > p:not(.embed, .related-line)").all()
    assert len(paragraphs) > 5
    assert all(paragraph.is_visible() for paragraph in paragraphs)


def test_every_picture_is_loaded_without_javascript(page):
    widths = page.evaluate("[...document.images].map((image) => image.naturalWidth)")

    assert len(widths) > 3
    assert 0 not in widths


def test_authors_are_introduced_without_javascript(page):
    assert page.locator(".author-card .author-name").all_inner_texts() == [
        "Halima Brandt",
        "Ode Farrow",
        "Western Seaboard News Agency",
    ]


def test_related_stories_are_shown_without_javascript(page):
    titles = page.locator(".related-block .headline").all_inner_texts()

    assert 3 <= len(titles) <= 6
    assert all(titles)


def test_an_embed_is_a_link_without_javascript(page):
    card = page.locator(".embed a")

    assert "https://vimeo.com/" in card.get_attribute("href")
    assert card.is_visible()
    assert 0 == page.locator("iframe").count()


def test_every_story_of_the_front_page_is_shown_without_javascript(reader):
    page = reader.open(HOME, java_script_enabled=False)
    headlines = page.locator(".headline").all()

    assert len(headlines) >= 24
    assert all(headline.is_visible() for headline in headlines)
