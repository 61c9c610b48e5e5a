import pytest

from jamstack.preview.pages import Found
from jamstack.preview.reloads import Reloads

from .builders import CSS, RELOAD, fault, running, write

PAGE = "<!doctype html><title>The bridge</title><body><p>Open.</p></body></html>"


def make_output(folder):
    return write(
        folder / "output",
        index_html=PAGE,
        about_html=PAGE,
        stories__bridge__index_html=PAGE,
        css__paper_css="body { margin: 0 }",
        feed_xml="<rss/>",
        **{"404_html": "<body>Lost?</body>"},
    )


def tag(state, base_path=""):
    return f'<script src="{base_path}/__preview__/reload.js" data-state="{state}" defer></script>'


class TestPages:
    def test_a_page_ends_with_the_script_and_its_file_does_not(self, tmp_path):
        output = make_output(tmp_path)
        events = Reloads()

        with running(output, events) as site:
            answer = site.get("/stories/bridge/")

        assert 200 == answer.status
        assert "text/html; charset=utf-8" == answer.headers["content-type"]
        assert "no-store" == answer.headers["cache-control"]
        assert PAGE.replace("</body>", f"{tag(events.state)}</body>") == answer.body.decode()
        assert PAGE == (output / "stories/bridge/index.html").read_text(encoding="utf-8")

    def test_the_last_end_of_a_body_counts(self, tmp_path):
        output = write(tmp_path, index_html="<script>'</body>'</script></BODY>")
        events = Reloads()

        with running(output, events) as site:
            answer = site.get("/")

        assert f"<script>'</body>'</script>{tag(events.state)}</BODY>" == answer.body.decode()

    def test_a_page_without_an_end_gets_the_script_at_its_end(self, tmp_path):
        events = Reloads()

        with running(write(tmp_path, index_html="<p>Open."), events) as site:
            answer = site.get("/")

        assert f"<p>Open.{tag(events.state)}" == answer.body.decode()

    def test_a_head_request_gets_the_headers_alone(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            answer, whole = site.get("/", method="HEAD"), site.get("/")

        assert (200, b"") == (answer.status, answer.body)
        assert whole.headers["content-length"] == answer.headers["content-length"]

    def test_posting_is_refused(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            answer = site.get("/", method="POST")

        assert 405 == answer.status

    def test_a_page_changed_on_disk_is_served_changed(self, tmp_path):
        output = make_output(tmp_path)

        with running(output) as site:
            site.get("/about")
            write(output, about_html="<body>Changed</body>")
            answer = site.get("/about")

        assert answer.body.startswith(b"<body>Changed<script")


class TestFiles:
    def test_a_file_is_served_untouched_with_its_type(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            answer = site.get("/feed.xml")

        assert (200, b"<rss/>") == (answer.status, answer.body)
        assert "application/rss+xml" == answer.headers["content-type"]
        assert "no-cache" == answer.headers["cache-control"]

    def test_a_file_the_browser_has_is_not_sent_again(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            etag = site.get("/css/paper.css").headers["etag"]
            answer = site.get("/css/paper.css", If_None_Match=etag)

        assert (304, b"") == (answer.status, answer.body)

    def test_a_changed_file_is_sent_again(self, tmp_path):
        output = make_output(tmp_path)

        with running(output) as site:
            etag = site.get("/css/paper.css").headers["etag"]
            write(output, css__paper_css="body { margin: 1em }")
            answer = site.get("/css/paper.css", If_None_Match=etag)

        assert (200, b"body { margin: 1em }") == (answer.status, answer.body)


class TestRedirects:
    @pytest.mark.parametrize(
        ("path", "location"),
        [
            ("/stories/bridge", "/stories/bridge/"),
            ("/stories/bridge?q=a%20b", "/stories/bridge/?q=a%20b"),
        ],
    )
    def test_a_folder_without_its_slash_moves_for_good(self, tmp_path, path, location):
        with running(make_output(tmp_path)) as site:
            answer = site.get(path)

        assert (301, location) == (answer.status, answer.headers["location"])

    def test_a_redirect_stays_below_the_base_path(self, tmp_path):
        with running(make_output(tmp_path), base_path="/paper") as site:
            answer = site.get("/paper/stories/bridge")

        assert (301, "/paper/stories/bridge/") == (answer.status, answer.headers["location"])

    def test_two_slashes_never_redirect_to_another_host(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            answer = site.get("//stories/bridge")

        assert 404 == answer.status


class TestMissing:
    def test_a_missing_page_shows_the_sites_own(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events) as site:
            answer = site.get("/stories/ferry/")

        assert 404 == answer.status
        assert f"<body>Lost?{tag(events.state)}</body>" == answer.body.decode()

    def test_a_site_without_a_page_for_it_gets_one(self, tmp_path):
        with running(tmp_path / "output") as site:
            answer = site.get("/")

        assert 404 == answer.status
        assert b"<h1>There is no such page</h1>" in answer.body

    def test_a_file_that_a_rebuild_removes_meanwhile_is_missing(self, tmp_path, monkeypatch):
        gone = Found(file=tmp_path / "gone.html")
        monkeypatch.setattr("jamstack.preview.server.resolve", lambda _output, _path: gone)

        with running(tmp_path) as site:
            answer = site.get("/gone.html")

        assert 404 == answer.status
        assert b"<h1>There is no such page</h1>" in answer.body

    def test_a_first_build_that_failed_shows_its_faults_as_text(self, tmp_path):
        events = Reloads()
        events.publish(fault("bridge.md: <b> & so on"))

        with running(tmp_path / "output", events) as site:
            answer = site.get("/")

        expected = b"<h1>The build stopped</h1><pre>bridge.md: &lt;b&gt; &amp; so on</pre>"
        assert expected in answer.body
        assert tag(events.state).encode() in answer.body

    @pytest.mark.parametrize(
        "path",
        [
            "/../private.txt",
            "/%2e%2e/private.txt",
            "/stories/..%2f..%2f..%2fprivate.txt",
            "/..%5cprivate.txt",
            "/%00",
            "/%ff%fe",
            "/linked.txt",
        ],
    )
    def test_nothing_outside_the_output_is_served(self, tmp_path, path):
        output = make_output(tmp_path)
        write(tmp_path, private_txt="secret")
        (output / "linked.txt").symlink_to(tmp_path / "private.txt")

        with running(output) as site:
            answer = site.get(path)

        assert 404 == answer.status
        assert b"secret" not in answer.body


class TestBasePath:
    def test_the_site_begins_at_its_base_path(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events, base_path="/paper") as site:
            answer = site.get("/paper/")

        assert 200 == answer.status
        assert tag(events.state, "/paper") in answer.body.decode()

    @pytest.mark.parametrize("path", ["/", "/paper"])
    def test_above_it_the_browser_is_sent_there(self, tmp_path, path):
        with running(make_output(tmp_path), base_path="/paper") as site:
            answer = site.get(path)

        assert (302, "/paper/") == (answer.status, answer.headers["location"])

    def test_beside_it_there_is_nothing(self, tmp_path):
        with running(make_output(tmp_path), base_path="/paper") as site:
            answer = site.get("/css/paper.css")

        assert 404 == answer.status
        assert b"Nothing here: the site begins at /paper/\n" == answer.body

    def test_a_base_path_may_need_escaping(self, tmp_path):
        with running(make_output(tmp_path), base_path="/the%20paper") as site:
            page, script = site.get("/the%20paper/"), site.get("/the%20paper/__preview__/reload.js")

        assert b'src="/the%20paper/__preview__/reload.js"' in page.body
        assert 200 == script.status


class TestHosts:
    @pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000"])
    def test_this_machine_is_answered(self, tmp_path, host):
        with running(make_output(tmp_path)) as site:
            answer = site.get("/", Host=host)

        assert 200 == answer.status

    @pytest.mark.parametrize("path", ["/", "/__preview__/reload.js", "/__preview__/events"])
    @pytest.mark.parametrize("host", ["rebound.example", "127.0.0.1.rebound.example", ""])
    def test_a_foreign_name_is_refused(self, tmp_path, host, path):
        with running(make_output(tmp_path)) as site:
            answer = site.get(path, Host=host)

        assert (400, b"Invalid host header") == (answer.status, answer.body)


class TestEvents:
    def test_the_script_is_served(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            answer = site.get("/__preview__/reload.js")

        assert 200 == answer.status
        assert "text/javascript; charset=utf-8" == answer.headers["content-type"]
        assert b"new EventSource" in answer.body

    def test_an_open_page_is_told_at_once(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events) as site, site.stream(site.state()) as stream:
            stream.wait_until_open()
            found = []
            for outcome in (CSS, fault("no date\n\nevent: reload"), RELOAD):
                events.publish(outcome)
                found.append(stream.event())

        assert [("css", ""), ("fault", "no date\n\nevent: reload"), ("reload", "")] == found

    def test_a_page_loaded_before_a_missed_reload_reloads_when_it_is_back(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events) as site:
            state = site.state()
            events.publish(RELOAD)
            with site.stream(state) as stream:
                assert ("reload", "") == stream.event()

    def test_the_last_event_a_browser_saw_counts_more_than_the_page(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events) as site:
            state = site.state()
            events.publish(RELOAD)
            with site.stream(state, Last_Event_ID=events.state) as stream:
                stream.wait_until_open()

    def test_a_page_of_an_earlier_server_reloads(self, tmp_path):
        with running(make_output(tmp_path)) as site:
            earlier = site.state()

        with running(make_output(tmp_path)) as site, site.stream(earlier) as stream:
            assert ("reload", "") == stream.event()

    def test_the_stream_is_never_kept(self, tmp_path):
        with running(make_output(tmp_path)) as site, site.stream(site.state()) as stream:
            headers = stream.response.headers

        assert "text/event-stream; charset=utf-8" == headers["content-type"]
        assert "no-store" == headers["cache-control"]

    def test_ending_the_server_ends_the_streams(self, tmp_path):
        events = Reloads()

        with running(make_output(tmp_path), events) as site, site.stream(site.state()) as stream:
            stream.wait_until_open()
            events.close()

            assert [] == stream.lines()
