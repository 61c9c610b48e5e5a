"""Verification against a real server that behaves as GitHub Pages does, with time that is given."""

import pytest

from jamstack.deploy.manifest import INDEX, Changes, StoryChanges, manifest_files, shard_path
from jamstack.deploy.verify import Verified, live_index, live_shard, verify
from jamstack.deploy.web import HttpWeb
from jamstack.errors import LiveSiteError, ManifestError

from .builders import BRIDGE, make_release
from .live import PAGES, Clock, Web, serving

HINT = (
    "\nhint: see the host's own report of the deployment, then deploy again; see docs/publishing.md"
)


@pytest.fixture(params=["/paper", ""], ids=["base path", "root"])
def live(tmp_path, request):
    with serving(tmp_path / "site", request.param) as live:
        live.publish()
        yield live


@pytest.fixture
def below(tmp_path):
    with serving(tmp_path / "site") as live:
        live.publish()
        yield live


def run(live, build="", clock=None, told=None, **values):
    return verify(
        live.address,
        build=build,
        web=HttpWeb(),
        clock=clock or Clock(),
        tell=(told if told is not None else []).append,
        **values,
    )


def faults(live, build="", **values):
    with pytest.raises(LiveSiteError) as failed:
        run(live, build, **values)
    return str(failed.value).replace(live.address, "SITE").replace(live.host.origin, "HOST")


def test_a_site_as_published_is_verified(live):
    found = run(live, live.release.build)

    expected = Verified(
        build=live.release.build,
        waited_s=0.0,
        looked_at=(("feeds", 1), ("other files", 1), ("pages", 4), ("pictures", 1)),
    )
    assert expected == found


def test_what_was_verified_is_told(live):
    expected = (
        f"verified: build {live.release.build[:12]} is live; as published:"
        " 1 feeds, 1 other files, 4 pages, 1 pictures, and the page for what is missing"
    )
    assert expected == str(run(live))


def test_how_long_it_took_is_told():
    found = Verified(build="a" * 32, waited_s=14.2, looked_at=(("pages", 2),))

    expected = (
        "verified: build aaaaaaaaaaaa is live after 14 s; as published: 2 pages,"
        " and the page for what is missing"
    )
    assert expected == str(found)


class TestWaiting:
    def test_it_waits_until_the_build_is_served(self, below):
        told = []
        new = {**PAGES, "index.html": b"<h1>Election night</h1>"}
        old = below.release.build
        wanted = make_release(new, site_url=below.address).build

        def publish_at_last(clock):
            if len(clock.slept) == 4:
                below.publish(new)

        clock = Clock(during=publish_at_last)
        found = run(below, wanted, clock, told)

        assert (wanted, 30.0) == (found.build, found.waited_s)
        assert [2.0, 4.0, 8.0, 16.0] == clock.slept
        assert [f"waiting for the live site: serves build {old[:12]}"] == told

    def test_waits_grow_to_half_a_minute_and_end(self, below):
        clock = Clock()

        text = faults(below, "f" * 32, clock=clock)

        assert [2.0, 4.0, 8.0, 16.0, 30.0, 30.0] == clock.slept[:6]
        assert sum(clock.slept) <= 600
        expected = (
            f"SITE/{INDEX}: serves build {below.release.build[:12]}, 600 s after the deploy;"
            f" expected build ffffffffffff{HINT}"
        )
        assert expected == text

    def test_every_change_of_what_is_live_is_told_once(self, below):
        told = []
        index = below.folder / INDEX
        data = index.read_bytes()
        states = {1: None, 3: b"{}", 5: data}

        def go_on(clock):
            if len(clock.slept) in states:
                content = states[len(clock.slept)]
                index.write_bytes(content) if content is not None else index.unlink()

        index.write_bytes(b"<html>")
        run(below, below.release.build, Clock(during=go_on), told)

        assert [
            "waiting for the live site: serves no manifest of ours",
            "waiting for the live site: answers 404, expected 200",
            "waiting for the live site: serves no manifest of ours",
        ] == told

    def test_each_question_while_waiting_is_a_new_one_to_caches(self, below):
        clock = Clock()
        asked = []

        class Noting(HttpWeb):
            def get(self, url):
                asked.append(url)
                return super().get(url)

        with pytest.raises(LiveSiteError):
            verify(
                below.address,
                build="f" * 32,
                web=Noting(),
                clock=clock,
                tell=[].append,
                patience_s=10,
            )

        assert [f"{below.address}/{INDEX}?build=ffffffffffff.{n}" for n in (1, 2, 3)] == asked

    def test_nobody_there_is_told_at_the_end(self):
        with pytest.raises(LiveSiteError) as failed:
            verify(
                "https://herald.example",
                build="",
                web=Web(),
                clock=Clock(),
                tell=[].append,
                patience_s=1,
            )

        expected = (
            f"https://herald.example/{INDEX}: cannot be asked: connection refused,"
            f" 0 s after the deploy{HINT}"
        )
        assert expected == str(failed.value)


class TestFiles:
    def test_other_bytes_are_a_fault(self, live):
        (live.folder / "feed.xml").write_bytes(b"<rss>!</rss>")

        expected = (
            "SITE/feed.xml: serves other bytes than were published (12 bytes, expected 6)" + HINT
        )
        assert expected == faults(live)

    def test_a_file_that_is_not_there_is_a_fault(self, live):
        (live.folder / "images/bridge.jpg").unlink()

        assert f"SITE/images/bridge.jpg: answers 404, expected 200{HINT}" == faults(live)

    def test_all_that_is_wrong_is_told(self, live):
        (live.folder / "images/bridge.jpg").unlink()
        (live.folder / "stories/caf\u00e9 au lait/index.html").write_bytes(b"?")

        expected = (
            f"SITE/images/bridge.jpg: answers 404, expected 200{HINT}\n"
            "SITE/stories/caf%C3%A9%20au%20lait/: serves other bytes than were published"
            f" (1 bytes, expected 13){HINT}"
        )
        assert expected == faults(live)

    def test_a_changed_story_is_looked_at(self, below):
        story = PAGES | {f"stories/s{n}/index.html": b"%d" % n for n in range(40)}
        release = below.publish(story)
        changes = Changes(changed=StoryChanges(count=1, stories=(BRIDGE,)))
        for path, data in manifest_files(release, changes).items():
            (below.folder / path).write_bytes(data)
        below.host.asked.clear()

        run(below)

        assert "/paper/stories/bridge/" in below.host.asked

    def test_an_answer_that_fails_is_a_fault(self, below):
        below.host.statuses["/paper/feed.xml"] = 503

        assert f"SITE/feed.xml: answers 503, expected 200{HINT}" == faults(below)


class TestMissingPage:
    def test_a_host_that_answers_200_for_everything_is_a_fault(self, live):
        name = f"nothing-is-here-{live.release.build[:12]}"
        live.host.statuses[f"{live.base}/{name}"] = 200

        assert f"SITE/{name}: answers 200, expected 404{HINT}" == faults(live)

    def test_another_page_than_the_sites_own_is_a_fault(self, live):
        (live.folder / "404.html").unlink()
        name = f"nothing-is-here-{live.release.build[:12]}"

        expected = (
            f"SITE/404.html: answers 404, expected 200{HINT}\n"
            f"SITE/{name}: is not answered with the site's own page `404.html`{HINT}"
        )
        assert expected == faults(live)


class TestAddress:
    def test_a_build_for_another_address_is_a_fault(self, live):
        live.publish(site_url="https://herald.example/other")

        expected = (
            "SITE/: serves a build for `https://herald.example/other`\n"
            "hint: correct `SITEURL` in publishconf.py, or verify that address"
        )
        assert expected == faults(live)

    def test_the_address_without_its_slash_must_lead_into_the_site(self, below):
        below.host.statuses["/paper"] = 404

        expected = f"SITE: answers 404, expected 301 to `/paper/`{HINT}"
        assert expected == faults(below)


class TestManifest:
    def test_a_damaged_shard_stops_it(self, live):
        (live.folder / shard_path("all")).write_bytes(b"{}")

        with pytest.raises(ManifestError) as failed:
            run(live)

        expected = (
            "`deploy/files/all.json` is not the one that `deploy/manifest.json` names\n"
            "hint: something else published there, or changed it; see docs/deploying.md"
        )
        assert expected == str(failed.value)

    def test_a_shard_that_is_not_there_stops_it(self, live):
        (live.folder / shard_path("all")).unlink()

        assert f"SITE/deploy/files/all.json: answers 404, expected 200{HINT}" == faults(live)

    def test_the_live_index_is_read(self, live):
        assert live.release.build == live_index(live.address, web=HttpWeb()).build

    def test_a_live_shard_is_read(self, live):
        index = live_index(live.address, web=HttpWeb())

        shard = live_shard(live.address, index, "all", web=HttpWeb())

        assert sorted(PAGES) == [file.path for file in shard.files]

    def test_a_site_that_was_never_deployed_has_none(self, live):
        (live.folder / INDEX).unlink()

        assert live_index(live.address, web=HttpWeb()) is None

    def test_a_site_that_fails_has_an_unknown_one(self, live):
        live.host.statuses[f"{live.base}/{INDEX}"] = 500

        with pytest.raises(LiveSiteError) as failed:
            live_index(live.address, web=HttpWeb())

        assert f"{live.address}/{INDEX}: answers 500, expected 200{HINT}" == str(failed.value)

    def test_a_site_that_cannot_be_asked_is_told(self):
        with pytest.raises(LiveSiteError) as failed:
            live_index("https://herald.example", web=Web())

        expected = (
            f"https://herald.example/{INDEX}: cannot be asked: connection refused\n"
            "hint: check the address"
        )
        assert expected == str(failed.value)


class Breaking(HttpWeb):
    """A network that fails for some addresses."""

    def __init__(self, *broken):
        super().__init__()
        self.broken = broken

    def get(self, url):
        if url.partition("?")[0].endswith(self.broken):
            return Web().get(url)
        return super().get(url)


@pytest.mark.parametrize(
    "path",
    ["/feed.xml", "/deploy/files/all.json", "/paper"],
)
def test_a_network_that_fails_later_is_told(below, path):
    with pytest.raises(LiveSiteError) as failed:
        verify(below.address, build="", web=Breaking(path), clock=Clock(), tell=[].append)

    expected = (
        f"{below.host.origin}{path if path == '/paper' else '/paper' + path}: cannot be asked:"
        " connection refused\nhint: check the address"
    )
    assert expected == str(failed.value)


def test_a_network_that_fails_at_the_missing_page_is_told(below):
    name = f"nothing-is-here-{below.release.build[:12]}"

    with pytest.raises(LiveSiteError) as failed:
        verify(below.address, build="", web=Breaking(name), clock=Clock(), tell=[].append)

    expected = (
        f"{below.address}/{name}: cannot be asked: connection refused\nhint: check the address"
    )
    assert expected == str(failed.value)
