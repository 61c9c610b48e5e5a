"""Writing with `invoke serve` beside the editor: the browser follows every save."""

import re
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from .conftest import PATIENCE_MS
from .newsroom import PROJECT

pytestmark = pytest.mark.browser

SETTINGS = """from pathlib import Path

from jamstack.pelican_plugin import NewsroomPelican

SITEURL = "http://localhost:8000/ledger"
PATH = "content"
THEME = "theme"
OUTPUT_PATH = str(Path(__file__).parent.parent / "output")
CACHE_PATH = str(Path(__file__).parent.parent / ".cache")
PELICAN_CLASS = NewsroomPelican
PLUGINS = ["jamstack.pelican_plugin"]
JAMSTACK = {"name": "The Herald", "sections": [{"slug": "town", "name": "Town"}]}
"""
AUTHOR = "---\nname: Mira Solberg\n---\nMira covers the town.\n"
STORY = """---
title: The bridge reopens
date: {date}
section: town
authors: [mira]
---
{text}
"""
FAULT = (
    "articles/2026/bridge.md:3: `date`: is `yesterday-ish`, expected a date such as `2026-11-22` or"
    " a time such as `2026-11-22T14:05`"
)
FIRST, SECOND = "It opened at nine.", "It opened at ten, and then shut."


@pytest.fixture
def project(tmp_path):
    """A small newsroom of one story."""
    site = tmp_path / "pelican-app"
    write(site / "pelicanconf.py", SETTINGS)
    write(site / "content" / "authors" / "mira.md", AUTHOR)
    save(tmp_path, FIRST)
    shutil.copytree(PROJECT / "pelican-app" / "theme", site / "theme")
    shutil.copy(PROJECT / "tasks.py", tmp_path)
    return tmp_path


@pytest.fixture
def page(project, browser):
    """The story in a browser that listens, served by the command."""
    command = [sys.executable, "-m", "invoke", "serve", "--now", "2026-11-22T12:00"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        try:
            said = []
            address = None
            while address is None:
                said.append(process.stdout.readline())
                assert said[-1], f"the preview ended: {''.join(said)}"
                address = re.match(r"serving (http://127\.0\.0\.1:\d+/ledger/)", said[-1])
            with browser.new_context() as context:
                context.set_default_timeout(PATIENCE_MS)
                page = context.new_page()
                with page.expect_response("**/__preview__/events*"):
                    page.goto(f"{address[1]}stories/bridge/")
                yield page
        finally:
            process.terminate()
            process.stdout.read()


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def save(project, text, date="2026-11-20"):
    story = project / "pelican-app" / "content" / "articles" / "2026" / "bridge.md"
    write(story, STORY.format(date=date, text=text))


def soon(locator):
    return expect(locator, "the page follows the save")


def test_a_saved_story_is_shown_without_a_hand_on_the_browser(project, page):
    text = page.locator(".body p")
    soon(text).to_have_text(FIRST)

    save(project, SECOND)

    soon(text).to_have_text(SECOND, timeout=PATIENCE_MS)


def test_a_saved_stylesheet_is_taken_without_loading_the_page_again(project, page):
    page.evaluate("window.isTheSame = true")
    stylesheet = project / "pelican-app" / "theme" / "static" / "css" / "paper.css"

    with stylesheet.open("a", encoding="utf-8") as file:
        file.write("\nh1 { color: rgb(1, 2, 3) !important; }\n")

    soon(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)", timeout=PATIENCE_MS)
    assert page.evaluate("window.isTheSame")


def test_a_broken_story_is_told_over_the_last_good_page_until_it_is_mended(project, page):
    save(project, SECOND, date="yesterday-ish")
    told = page.get_by_text(FAULT)
    soon(told).to_be_visible(timeout=PATIENCE_MS)
    assert FIRST == page.locator(".body p").inner_text()

    save(project, SECOND)

    soon(page.locator(".body p")).to_have_text(SECOND, timeout=PATIENCE_MS)
    assert 0 == told.count()
