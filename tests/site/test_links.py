"""Every address that the site gives leads somewhere, at the root and below a path."""

import json

import pytest

from .walking import active_content


@pytest.fixture(params=["at_the_root", "below_a_path"])
def walk(request):
    return request.getfixturevalue(request.param)


def test_every_address_of_the_site_leads_to_a_file(walk):
    assert [] == walk.problems()


def test_addresses_are_really_looked_at(walk):
    seen = {address.what for address in walk.addresses()}

    assert {"href", "src", "srcset", "meta", "json-ld", "css", "xml", "manifest"} <= seen
    assert len(list(walk.addresses())) > 3000


def test_nothing_in_a_page_could_run_or_load_from_elsewhere(walk):
    found = {path: active_content(page) for path, page in walk.pages.items()}

    assert {} == {path: items for path, items in found.items() if items}


def test_the_manifest_stays_below_the_path(below_a_path):
    manifest = json.loads((below_a_path.output / "manifest.webmanifest").read_bytes())

    assert ("/repo/", "/repo/") == (manifest["start_url"], manifest["scope"])


def test_no_page_below_a_path_names_the_other_address(below_a_path):
    naming = [
        path
        for path in below_a_path.files
        if path.endswith((".html", ".xml", ".txt", ".webmanifest"))
        and b"localhost" in (below_a_path.output / path).read_bytes()
    ]

    assert [] == naming
