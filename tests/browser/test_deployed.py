"""The sample newsroom, deployed to a real remote and served as Pages would, walked by a browser."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from jamstack.deploy.verify import verify
from jamstack.deploy.web import HttpWeb
from jamstack.pelican_plugin import finished_site

from ..deploy.live import Clock
from ..deploy.remotes import Desk, live_files, make_remote
from ..hosting import hosting
from .conftest import Reader
from .newsroom import NOW, PROJECT, build_site

pytestmark = pytest.mark.browser

ADDRESSES = """() => [...document.querySelectorAll("a[href], link[href], img[src], source[srcset]")]
  .flatMap((item) => item.srcset ? item.srcset.split(",").map((one) => one.trim().split(" ")[0])
    : [item.getAttribute("href") ?? item.getAttribute("src")])
  .map((written) => new URL(written, location.href).href)"""


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    """The address below which the deployed newsroom is served, and the paths of its files."""
    folder = tmp_path_factory.mktemp("deployed")
    served = folder / "served"
    served.mkdir()
    with hosting({"/paper": served}) as host:
        address = f"{host.origin}/paper"
        given = {
            "SITEURL": address,
            "OUTPUT_PATH": str(folder / "desk" / "output"),
            "CACHE_PATH": str(folder / "cache"),
            "JAMSTACK_NOW": NOW,
        }
        settings = PROJECT / "pelican-app" / "pelicanconf.py"
        build_site(settings, given)
        finished = finished_site(settings, given)
        remote = make_remote(folder / "remote.git")
        desk = Desk(folder / "desk", remote)
        pages = {path: (finished.output / path).read_bytes() for path in finished.build.digests}
        outcome = desk.deploy(pages, build=finished.build, site_url=address)
        files = live_files(remote)
        for path, data in files.items():
            file = served / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield host, address, outcome, files


def test_what_is_served_is_what_was_deployed(deployed):
    _, address, outcome, _ = deployed

    found = verify(address, build=outcome.build, web=HttpWeb(), clock=Clock(), tell=[].append)

    assert outcome.build == found.build


def test_every_page_is_well_and_everything_it_names_answers(deployed, browser):
    host, address, _, files = deployed
    reader, told, named = Reader(browser, host.origin), [], set()

    def listen(page):
        page.on("pageerror", lambda error: told.append((page.url, str(error))))
        page.on("console", lambda line: told.append((page.url, line.text)))

    reader.prepare.append(listen)
    pages = {path: f"/paper/{path.removesuffix('index.html')}" for path in _shown(files)}
    try:
        for _, page in reader.walk(pages):
            named.update(urldefrag(url).url for url in page.evaluate(ADDRESSES))
        own = sorted(url for url in named if urlsplit(url).netloc == urlsplit(address).netloc)
        lost = [url for url in own if HttpWeb().get(url).status != 200]
    finally:
        reader.close()

    assert len(pages) > 100
    assert len(own) > 300
    assert [] == [url for url in own if not urlsplit(url).path.startswith("/paper/")]
    assert ([], [], []) == (lost, told, reader.foreign)


def test_every_feed_and_picture_answers_with_its_media_type(deployed):
    host, address, _, files = deployed
    kinds = {
        ".xml": ("application/xml", "application/rss+xml", "application/atom+xml"),
        ".jpg": ("image/jpeg",),
        ".webp": ("image/webp",),
    }
    wrong = []
    for path in (path for path in files if path.endswith(tuple(kinds))):
        answer = HttpWeb().get(urljoin(f"{address}/", path))
        if answer.status != 200:
            wrong.append((answer.status, path))

    assert [] == wrong
    assert host.asked


def _shown(files):
    """Pages that a reader sees: no redirects, which lead on at once."""
    return [
        path
        for path, data in sorted(files.items())
        if path.endswith("index.html") and b'http-equiv="refresh"' not in data
    ]
