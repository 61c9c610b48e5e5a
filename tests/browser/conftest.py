"""One newsroom for all, one Chromium per file, and pages that may ask nobody else for anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from .newsroom import build_newsroom, chromium, serving

PATIENCE_MS = 20_000
"""How long a test waits for what must come, before it fails."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)


@dataclass
class Reader:
    """Opens pages of the sample newsroom, each in a browser profile of its own."""

    browser: Browser
    origin: str
    foreign: list[str] = field(default_factory=list)
    """What pages asked of other sites; it was not answered."""
    prepare: list[Callable[[Page], None]] = field(default_factory=list)
    """What to do with a new page before it loads anything."""
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        path: str,
        *,
        width: int = 1440,
        height: int = 900,
        is_dark: bool = False,
        wait_until: str = "load",
        **options: object,
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if is_dark else "light",
            **options,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.route(lambda url: not url.startswith(f"{self.origin}/"), self._refuse)
        page = context.new_page()
        for step in self.prepare:
            step(page)
        page.goto(f"{self.origin}{path}", wait_until=wait_until)
        return page

    def walk(self, paths: Mapping[str, str], **options: object) -> Iterator[tuple[str, Page]]:
        """Open one page after the other in the same window; each with its name."""
        page = None
        for name, path in paths.items():
            if page is None:
                page = self.open(path, **options)
            else:
                page.goto(f"{self.origin}{path}")
            yield name, page

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _refuse(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory) -> Path:
    """The folder with the built sites, shared by the processes of one run."""
    return build_newsroom(tmp_path_factory.getbasetemp().parent / "newsroom")


@pytest.fixture(scope="session")
def origin(newsroom) -> Iterator[str]:
    with serving(newsroom) as origin:
        yield origin


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for one file of tests.

    Not for the session: while it runs, no other test of this process could start an event loop.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def reader(browser, origin) -> Iterator[Reader]:
    """A reader of the newsroom; the test fails if a page asks anything of another site."""
    reader = Reader(browser, origin)
    yield reader
    reader.close()
    assert [] == reader.foreign
