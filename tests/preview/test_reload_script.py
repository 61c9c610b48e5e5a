from contextlib import contextmanager

import pytest
from playwright.sync_api import expect, sync_playwright

from jamstack.preview.reloads import Reloads

from ..browser.newsroom import chromium
from .builders import CSS, NOTHING, PATIENCE_S, RELOAD, fault, running, write

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><title>The bridge</title>
<link rel="stylesheet" href="{css}"><body><p>{text}</p><div style="height: 3000px"></div></body>
"""
BLACK, RED = "rgb(0, 0, 0)", "rgb(255, 0, 0)"


def make_output(folder, text="one", css="css/paper.css"):
    return write(folder, index_html=PAGE.format(text=text, css=css), css__paper_css="p { }")


@contextmanager
def open_page(output, events):
    """The site's home in a browser, once it listens."""
    with running(output, events, base_path="/paper") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        with page.expect_response("**/__preview__/events*"):
            page.goto(f"http://127.0.0.1:{site.port}/paper/")
        try:
            yield page
        finally:
            browser.close()


def colour(page):
    return page.locator("p").evaluate("node => getComputedStyle(node).color")


def mark(page):
    """Leave a mark that a reload wipes away."""
    page.evaluate("window.marked = true")


def is_marked(page):
    return page.evaluate("window.marked === true")


def test_a_reload_shows_the_new_page_at_the_same_place(tmp_path):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        page.evaluate("scrollTo(0, 1000)")
        make_output(tmp_path, text="two")
        events.publish(RELOAD)

        expect(page.locator("p")).to_have_text("two")
        page.wait_for_function("scrollY === 1000")


@pytest.mark.parametrize("css", ["css/paper.css", "css/other.css"])
def test_stylesheets_change_without_a_reload(tmp_path, css):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        mark(page)
        before = colour(page)
        make_output(tmp_path, css=css)
        write(tmp_path, **{css.replace("/", "__").replace(".", "_"): "p { color: red }"})
        events.publish(CSS)

        page.wait_for_function(
            "getComputedStyle(document.querySelector('p')).color === 'rgb(255, 0, 0)'"
            " && document.querySelectorAll('link').length === 1"
        )
        assert (BLACK, RED) == (before, colour(page))
        assert is_marked(page)


def test_stylesheets_change_a_second_time(tmp_path):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        mark(page)
        for name in ("blue", "red"):
            write(tmp_path, css__paper_css=f"p {{ color: {name} }}")
            events.publish(CSS)
            page.wait_for_function(
                "name => { const probe = document.createElement('i'); probe.style.color = name;"
                " document.body.append(probe); const wanted = getComputedStyle(probe).color;"
                " probe.remove(); return document.querySelectorAll('link').length === 1"
                " && getComputedStyle(document.querySelector('p')).color === wanted }",
                arg=name,
            )

        assert RED == colour(page)
        assert is_marked(page)


def test_a_fault_is_shown_as_text_and_read_out(tmp_path):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        events.publish(fault("bridge.md:3: <img src=x onerror=alert(1)>\nhint: mend it"))

        alert = page.get_by_role("alert")
        expect(alert.get_by_role("heading")).to_have_text("The build stopped")
        expect(alert.locator("pre")).to_have_text(
            "bridge.md:3: <img src=x onerror=alert(1)>\nhint: mend it"
        )
        assert 0 == alert.locator("img").count()


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_a_fault_can_be_dismissed_by_keyboard(tmp_path, key):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        events.publish(fault())
        expect(page.get_by_role("button", name="Show the page as it was")).to_be_focused()
        page.keyboard.press(key)

        expect(page.get_by_role("alert")).to_have_count(0)


def test_a_fault_stays_until_the_next_good_build(tmp_path):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        events.publish(fault("first"))
        expect(page.locator("pre")).to_have_text("first")
        events.publish(fault("second"))
        expect(page.locator("pre")).to_have_text("second")
        events.publish(NOTHING)

        expect(page.get_by_role("alert")).to_have_count(0)


def test_a_page_opened_after_a_fault_shows_it(tmp_path):
    events = Reloads()
    events.publish(fault("no date"))
    with open_page(make_output(tmp_path), events) as page:
        expect(page.get_by_role("alert").locator("pre")).to_have_text("no date")


def test_a_page_that_was_away_reloads_when_it_is_back(tmp_path):
    events = Reloads()
    with open_page(make_output(tmp_path), events) as page:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        make_output(tmp_path, text="two")
        events.publish(RELOAD)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")

        expect(page.locator("p")).to_have_text("two")


def test_a_page_survives_a_server_that_starts_again(tmp_path):
    output = make_output(tmp_path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        with running(output) as site, page.expect_response("**/__preview__/events*"):
            page.goto(f"http://127.0.0.1:{site.port}/")
        make_output(tmp_path, text="two")
        with running(output, port=site.port):
            expect(page.locator("p")).to_have_text("two", timeout=PATIENCE_S * 1000)
        browser.close()
