"""A page asks nobody but its own site, and runs nothing but its own script."""

import pytest
from playwright.sync_api import expect

from .conftest import Reader
from .kinds import EMBED, PAGES

pytestmark = pytest.mark.browser

SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.scrollingElement.scrollHeight; y += innerHeight) {
    scrollTo({top: y, behavior: "instant"});
    await frame();
  }
}"""
INJECT = """() => new Promise((resolve) => {
  document.addEventListener("securitypolicyviolation", (event) => resolve(
    [event.effectiveDirective, event.blockedURI]));
  document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = true">');
  document.body.insertAdjacentHTML("beforeend", '<a id="go" onclick="window.ran = true">go</a>');
  document.getElementById("go").click();
})"""


@pytest.fixture(scope="module")
def walked(browser, origin):
    """A reader who has seen all of every kind of page, and what the console said meanwhile."""
    reader, told = Reader(browser, origin), []

    def listen(page):
        page.on("pageerror", lambda error: told.append((page.url, str(error))))
        page.on("console", lambda line: told.append((line.location["url"], line.text)))

    reader.prepare.append(listen)
    for _, page in reader.walk(PAGES):
        page.evaluate(SCROLL)
    reader.close()
    return reader, told


def test_no_page_asks_another_site_for_anything(walked):
    assert [] == walked[0].foreign


def test_no_page_offends_its_own_security_policy_or_fails_in_another_way(walked, origin):
    # Chromium tells of every page that is not there; that one is meant to be missing.
    missing = f"{origin}{PAGES['a missing page']}"

    assert [] == [(url, text) for url, text in walked[1] if url != missing]


@pytest.mark.parametrize("kind", ["home", "an embed", "a missing page", "an author"])
def test_a_handler_that_slips_into_a_page_does_not_run(reader, kind):
    page = reader.open(PAGES[kind])

    assert ["script-src-attr", "inline"] == page.evaluate(INJECT)
    assert page.evaluate("window.ran === undefined")


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_an_embed_is_framed_when_the_reader_chooses_it_and_not_before(reader, way):
    page = reader.open(EMBED)
    page.evaluate(SCROLL)
    card = page.locator(".embed a")
    expected = card.get_attribute("data-frame")
    assert [] == reader.foreign

    with page.expect_request(expected):
        if way == "click":
            card.click()
        else:
            card.focus()
            page.keyboard.press(way)

    expect(page.locator(".embed iframe")).to_be_focused()
    assert "https://player.vimeo.com/" in expected
    assert [expected] == reader.foreign
    reader.foreign.clear()


def test_a_link_to_a_post_is_never_framed(reader):
    page = reader.open("/ledger/stories/gig-race-inches/")

    assert 1 == page.locator(".embed a:not([data-frame])").count()
    assert 0 == page.locator("script[src]").count()
