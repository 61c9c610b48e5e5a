import json
from urllib.parse import parse_qsl

import pytest

from jamstack.deploy.manifest import Changes, StoryChanges
from jamstack.deploy.notify import INDEXNOW, Changed, Notice, changed_addresses, notify
from jamstack.deploy.release import ManifestStory
from jamstack.deploy.web import Answer, HttpWeb

from ..hosting import hosting
from .live import Web

SITE = "https://herald.example"
KEY = "0123456789abcdef"
HUB = "https://hub.example/publish"
PLACE = f"{SITE}/{KEY}.txt"
RIGHT = {PLACE: Answer(status=200, body=f"{KEY}\n".encode()), INDEXNOW: 202, HUB: 204}
CHANGED = Changed(pages=(f"{SITE}/stories/bridge/",), feeds=(f"{SITE}/feed.xml",))


def story(name, headline="Headline"):
    return ManifestStory(page=f"stories/{name}/index.html", headline=headline)


def changes(**kinds):
    return Changes(
        **{
            kind: StoryChanges(count=len(names), stories=tuple(map(story, names)))
            for kind, names in kinds.items()
        }
    )


def told(web, changed=CHANGED, site=SITE, key=KEY, hub=HUB):
    return notify(changed, site, indexnow_key=key, websub_hub=hub, web=web)


class TestChanged:
    def test_stories_that_came_went_or_were_written_anew_are_told(self):
        found = changes(added=["new"], changed=["written"], removed=["gone"])

        expected = tuple(f"{SITE}/stories/{name}/" for name in ("gone", "new", "written"))
        assert expected == changed_addresses(SITE, found, ["stories/other/index.html"]).pages

    def test_feeds_that_were_written_are_told(self):
        written = ["feed.xml", "index.html", "local/feed.json", "sitemap.xml"]

        expected = (f"{SITE}/feed.xml", f"{SITE}/local/feed.json")
        assert expected == changed_addresses(SITE, Changes(), written).feeds

    def test_addresses_are_escaped(self):
        found = changed_addresses(SITE, changes(added=["caf\u00e9"]), [])

        assert (f"{SITE}/stories/caf%C3%A9/",) == found.pages


class TestIndexNow:
    def test_changed_stories_are_told_with_the_key(self):
        web = Web(RIGHT)

        notices = told(web, hub="")

        url, data, media_type = web.posted[0]
        assert (INDEXNOW, "application/json; charset=utf-8") == (url, media_type)
        expected = {
            "host": "herald.example",
            "key": KEY,
            "keyLocation": PLACE,
            "urlList": list(CHANGED.pages),
        }
        assert expected == json.loads(data)
        assert "IndexNow: api.indexnow.org was told of 1 address" == str(*notices)
        assert notices[0].is_told

    def test_no_call_holds_more_than_ten_thousand(self):
        web = Web(RIGHT)
        pages = tuple(f"{SITE}/{number}/" for number in range(20_001))

        notices = told(web, Changed(pages=pages, feeds=()))

        calls = [json.loads(data)["urlList"] for _, data, _ in web.posted]
        assert [10_000, 10_000, 1] == [len(urls) for urls in calls]
        assert list(pages) == [url for urls in calls for url in urls]
        assert "IndexNow: api.indexnow.org was told of 10,000 addresses" == str(notices[0])

    def test_a_project_site_is_told_that_it_cannot_work(self):
        web = Web(RIGHT)

        notices = told(web, site="https://user.github.io/repo", hub="")

        expected = (
            "IndexNow: cannot work below `/repo`: its key must lie at the root of user.github.io,"
            " which is not this site's; give the site a domain of its own, or remove"
            " `indexnow_key`"
        )
        assert [expected] == [str(notice) for notice in notices]
        assert [] == web.posted

    @pytest.mark.parametrize(
        ("answer", "fault"),
        [
            (404, "answers 404, expected 200"),
            (Answer(status=200, body=b"other"), "does not hold the key"),
            (None, "cannot be asked for: connection refused"),
        ],
    )
    def test_a_key_that_is_not_live_is_told_and_nothing_is_sent(self, answer, fault):
        web = Web({**RIGHT, PLACE: answer})

        notices = told(web, hub="")

        expected = f"IndexNow: `/{KEY}.txt` {fault}, so nothing was told"
        assert [expected] == [str(notice) for notice in notices]
        assert [] == web.posted

    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            (403, "api.indexnow.org did not take 1 address: it answers 403"),
            (None, "api.indexnow.org was not told of 1 address: connection refused"),
        ],
    )
    def test_a_service_that_fails_is_told(self, answer, text):
        notices = told(Web({**RIGHT, INDEXNOW: answer}), hub="")

        assert (Notice(service="IndexNow", is_told=False, text=text),) == notices


class TestWebSub:
    def test_changed_feeds_are_told(self):
        web = Web(RIGHT)

        notices = told(web, key="")

        url, data, media_type = web.posted[0]
        assert (HUB, "application/x-www-form-urlencoded") == (url, media_type)
        expected = [("hub.mode", "publish"), ("hub.url", f"{SITE}/feed.xml")]
        assert expected == parse_qsl(data.decode())
        assert "WebSub: hub.example was told of 1 feed" == str(*notices)

    def test_many_feeds_are_told_in_portions(self):
        web = Web(RIGHT)
        feeds = tuple(f"{SITE}/authors/{number}/feed.xml" for number in range(101))

        told(web, Changed(pages=(), feeds=feeds))

        assert [101, 2] == [len(parse_qsl(data.decode())) for _, data, _ in web.posted]

    def test_a_hub_that_fails_does_not_keep_others_from_being_told(self):
        notices = told(Web({**RIGHT, HUB: 500}))

        assert [True, False] == [notice.is_told for notice in notices]
        assert "WebSub: hub.example did not take 1 feed: it answers 500" == str(notices[1])

    def test_a_real_hub_gets_what_a_hub_expects(self, tmp_path):
        with hosting({"": tmp_path}) as host:
            host.statuses["/hub"] = 204
            notices = told(HttpWeb(), key="", hub=f"{host.origin}/hub")

        assert [True] == [notice.is_told for notice in notices]
        body = b"hub.mode=publish&hub.url=https%3A%2F%2Fherald.example%2Ffeed.xml"
        assert [("/hub", "application/x-www-form-urlencoded", body)] == host.posted


def test_who_configured_nothing_tells_nobody():
    assert () == told(Web(), key="", hub="")


def test_who_changed_nothing_tells_nobody():
    assert () == told(Web(), Changed(pages=(), feeds=()))
