"""`invoke serve`: the real server in a process of its own, and a browser's side of it."""

import shutil
import signal
import subprocess
import sys

from ..preview.builders import PATIENCE_S
from ..preview.builders import Site as Browser
from ..site.builders import NOW, THEME, make_site, quiet_environment, story

FILES = {
    "articles/2026/secret.md": story("Hush.\n", title="The secret", status="draft"),
    "articles/2026/later.md": story(title="What comes", embargo="2026-12-24T18:00"),
}


class Serving:
    """A running `invoke serve`, from its first line to Ctrl-C."""

    def __init__(self, site, *words):
        self.told = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "invoke", "serve", "--now", NOW, *(words or ("--port", "0"))],
            cwd=site.folder,
            env=quiet_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self):
        while not (line := self.process.stdout.readline()).startswith("serving "):
            assert line, f"ended after {self.told}"
            self.told.append(line)
        self.line = line
        address = line.split()[1].removeprefix("http://127.0.0.1:")
        port, _, path = address.rstrip("/").partition("/")
        self.browser = Browser(int(port), f"/{path}" if path else "")
        return self

    def __exit__(self, *_error):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=PATIENCE_S)

    def page(self, path):
        answer = self.browser.get(f"{self.browser.base_path}/{path}")
        return answer.status, answer.body.decode()

    def built(self):
        """What the next build says it has done: read, rendered and drawn; written and removed."""
        while not (line := self.process.stdout.readline()).endswith(" drawn\n"):
            assert line, "it ended"
        return line.strip(), self.process.stdout.readline().partition(" in ")[0]

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode


def test_a_draft_is_visible_and_marked(tmp_path):
    with Serving(make_site(tmp_path, FILES)) as serving:
        status, page = serving.page("stories/secret/")

    assert 200 == status
    assert "Hush." in page
    assert '<span class="mark">Draft</span>' in page


def test_an_embargoed_story_is_visible_and_marked(tmp_path):
    with Serving(make_site(tmp_path, FILES)) as serving:
        _, page = serving.page("stories/later/")
        _, home = serving.page("")

    mark = '<span class="mark">Embargoed until December 24, 2026, 18:00</span>'
    assert mark in page
    assert mark in home


def test_every_page_says_that_it_is_a_preview_and_is_kept_from_search_engines(tmp_path):
    with Serving(make_site(tmp_path)) as serving:
        pages = [serving.page(path)[1] for path in ("", "stories/ferry/", "local/", "tags/")]

    for page in pages:
        assert "Preview: drafts and embargoed stories are shown" in page
        assert '<meta name="robots" content="noindex">' in page


def test_the_published_output_is_not_touched(tmp_path):
    site = make_site(tmp_path, FILES)

    with Serving(site) as serving:
        serving.page("")

    assert not site.output.exists()


def test_a_saved_story_reaches_an_open_page(tmp_path):
    site = make_site(tmp_path)
    with Serving(site) as serving:
        with serving.browser.stream(serving.browser.state()) as stream:
            stream.wait_until_open()
            site.write("articles/2026/ferry.md", story("Another text.\n", title="The ferry"))
            event = stream.event()
        _, page = serving.page("stories/ferry/")

    assert ("reload", "") == event
    assert "Another text." in page


def test_a_save_reads_one_file_and_renders_what_shows_it(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": story(title="The quay")})
    with Serving(site) as serving, serving.browser.stream(serving.browser.state()) as stream:
        stream.wait_until_open()
        text = "The first paragraph.\n\nAnother one.\n"
        site.write("articles/2026/ferry.md", story(text, title="The ferry sails again"))
        stream.event()
        done, written = serving.built()

    assert "1 file read, 1 page rendered, 0 pictures drawn" == done
    # The page, and the feeds that hold its text.
    assert "10 files written, 37 unchanged, 0 removed" == written


def test_a_saved_stylesheet_renders_nothing(tmp_path):
    theme = tmp_path / "pelican-app" / "theme"
    shutil.copytree(THEME, theme)
    site = make_site(tmp_path, pelican={"THEME": "theme"})
    with Serving(site) as serving, serving.browser.stream(serving.browser.state()) as stream:
        stream.wait_until_open()
        with (theme / "static" / "css" / "paper.css").open("a", encoding="utf-8") as style:
            style.write("main { color: teal }\n")
        stream.event()
        done, written = serving.built()

    assert "0 files read, 0 pages rendered, 0 pictures drawn" == done
    assert "1 file written, 44 unchanged, 0 removed" == written


def test_a_mended_fault_makes_only_what_it_kept_from_being_made(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": story(title="The quay")})
    mended = story("The first paragraph.\n\nAnother one.\n", title="The ferry sails again")
    with Serving(site) as serving, serving.browser.stream(serving.browser.state()) as stream:
        stream.wait_until_open()
        site.write("articles/2026/ferry.md", mended.replace("section: local", "section: lokal"))
        first, _ = stream.event()
        site.write("articles/2026/ferry.md", mended)
        second, _ = stream.event()
        done, _ = serving.built()

    assert ("fault", "reload") == (first, second)
    assert "1 file read, 1 page rendered, 0 pictures drawn" == done


def test_a_template_that_is_wrong_is_told_and_the_next_good_one_is_shown(tmp_path):
    theme = tmp_path / "pelican-app" / "theme"
    shutil.copytree(THEME, theme)
    site = make_site(tmp_path, pelican={"THEME": "theme"})
    template = theme / "templates" / "base.html"
    good = template.read_text(encoding="utf-8")
    with Serving(site) as serving, serving.browser.stream(serving.browser.state()) as stream:
        stream.wait_until_open()
        template.write_text(good.replace("</body>", "{{ site.nam }}</body>"), encoding="utf-8")
        first, text = stream.event()
        template.write_text(good.replace("</body>", "<p>Mended</p></body>"), encoding="utf-8")
        second, _ = stream.event()
        _, page = serving.page("stories/ferry/")

    assert ("fault", "reload") == (first, second)
    assert "`SiteView` has no `nam`; did you mean `name`?" in text
    assert "<p>Mended</p>" in page


def test_a_new_story_appears(tmp_path):
    site = make_site(tmp_path)
    with Serving(site) as serving:
        assert 404 == serving.page("stories/quay/")[0]
        with serving.browser.stream(serving.browser.state()) as stream:
            stream.wait_until_open()
            site.write("articles/2026/quay.md", story(title="The quay"))
            stream.event()

        assert 200 == serving.page("stories/quay/")[0]


def test_a_fault_is_shown_and_the_last_good_page_stays_until_it_is_mended(tmp_path):
    site = make_site(tmp_path)
    fault = (
        "articles/2026/ferry.md:4: `section`: is `lokal`, expected a declared section\n"
        "hint: did you mean `local`?"
    )
    with Serving(site) as serving, serving.browser.stream(serving.browser.state()) as stream:
        stream.wait_until_open()
        site.write("articles/2026/ferry.md", story("Broken.\n", section="lokal"))
        first = stream.event()
        _, kept = serving.page("stories/ferry/")
        site.write("articles/2026/ferry.md", story("Mended.\n"))
        second = stream.event()
        _, mended = serving.page("stories/ferry/")

    assert [("fault", fault), ("reload", "")] == [first, second]
    assert "The first paragraph." in kept
    assert "Mended." in mended


def test_a_site_with_a_fault_is_served_and_can_be_mended(tmp_path):
    site = make_site(tmp_path, {"articles/2026/ferry.md": story(section="lokal")})
    with Serving(site) as serving:
        status, page = serving.page("")
        with serving.browser.stream(serving.browser.state()) as stream:
            told, _ = stream.event()
            site.write("articles/2026/ferry.md", story())
            mended, _ = stream.event()
        last, _ = serving.page("")

    assert ("fault", "reload") == (told, mended)
    assert (404, 200) == (status, last)
    assert "articles/2026/ferry.md:4: `section`: is `lokal`, expected a declared section" in page


def test_a_saved_stylesheet_is_told_as_a_style(tmp_path):
    theme = tmp_path / "pelican-app" / "theme"
    shutil.copytree(THEME, theme)
    site = make_site(tmp_path, pelican={"THEME": "theme"})
    with (
        Serving(site) as serving,
        serving.browser.stream(serving.browser.state()) as stream,
    ):
        stream.wait_until_open()
        with (theme / "static" / "css" / "paper.css").open("a", encoding="utf-8") as style:
            style.write("main { color: teal }\n")
        event = stream.event()

    assert ("css", "") == event


def test_settings_that_change_count_at_once(tmp_path):
    site = make_site(tmp_path)
    settings = tmp_path / "pelican-app" / "pelicanconf.py"
    with Serving(site) as serving:
        with serving.browser.stream(serving.browser.state()) as stream:
            stream.wait_until_open()
            text = settings.read_text(encoding="utf-8").replace("The Bay Paper", "The Bay Post")
            settings.write_text(text, encoding="utf-8")
            stream.event()
        _, page = serving.page("")

    assert "The Bay Post" in page


def test_a_site_below_a_path_is_served_there(tmp_path):
    site = make_site(tmp_path, pelican={"SITEURL": "https://user.github.io/repo"})
    with Serving(site) as serving:
        status, page = serving.page("stories/ferry/")

    assert "/repo" == serving.browser.base_path
    assert 200 == status
    assert 'href="/repo/local/"' in page


def test_ctrl_c_ends_it_well(tmp_path):
    with Serving(make_site(tmp_path)) as serving:
        assert 200 == serving.page("")[0]

        assert 0 == serving.interrupt()


def test_a_port_that_is_taken_gives_the_next(tmp_path):
    site = make_site(tmp_path)
    with Serving(site) as first:
        taken = first.browser.port
        with Serving(site, "--port", str(taken)) as second:
            assert second.browser.port > taken
            expected = f"port {taken} is taken, so this is port {second.browser.port}\n"
            assert expected == second.told[-1]
            assert 200 == second.page("")[0]
