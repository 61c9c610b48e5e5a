from jamstack.checks import check
from jamstack.edition import gather
from jamstack.press import looking
from jamstack.press.progress import Silence
from jamstack.press.reading import read_content
from jamstack.sources.scan import Scan

from ..builders import NOW, make_settings, story_text
from .builders import AUTHOR, GOOD, Recorder, write_files

SETTINGS = make_settings()


def read(folder, files, *, progress=None):
    write_files(folder, files)
    return read_content(folder, settings=SETTINGS, progress=progress or Silence())


def texts(content):
    return [str(finding) for finding in content.findings]


def all_texts(content):
    """What reading and the checks between files have to say."""
    edition = gather(
        content.articles,
        content.authors,
        content.pages,
        content.front,
        settings=SETTINGS,
        now=NOW,
        unread=content.unread,
    )
    return sorted(map(str, (*content.findings, *check(edition))))


def test_every_kind_of_file_is_read_from_its_place(tmp_path):
    content = read(
        tmp_path,
        {
            "articles/2026/bridge.md": story_text(),
            "articles/2025/ferry/index.md": story_text(),
            "authors/mira.md": AUTHOR,
            "pages/about.md": "---\ntitle: About\n---\nWe write.\n",
            "fronts/home.yml": "lead: bridge\n",
        },
    )

    assert [] == texts(content)
    assert ["ferry", "bridge"] == [article.slug for article in content.articles]
    assert ["Mira Solberg"] == [author.name for author in content.authors]
    assert ["About"] == [page.title for page in content.pages]
    assert ("bridge", "fronts/home.yml") == (content.front.lead, content.front.path)
    assert [] == content.unread


def test_each_file_read_is_told(tmp_path):
    progress = Recorder()

    read(tmp_path, {**GOOD, "articles/2026/photo.jpg": b"x"}, progress=progress)

    assert [("Reading", 2), 1, 1, "end"] == progress.told


class TestFaults:
    def test_a_missing_folder_is_told(self, tmp_path):
        content = read_content(tmp_path / "content", settings=SETTINGS, progress=Silence())

        assert [
            "content: there is no such folder\nhint: create it, or set `PATH` in pelicanconf.py"
        ] == texts(content)

    def test_a_file_that_is_gone_when_it_is_read_is_told(self, tmp_path, monkeypatch):
        write_files(tmp_path, GOOD)
        files = ("articles/2026/bridge.md", "articles/2026/gone.md", "authors/mira.md")
        monkeypatch.setattr(looking, "scan", lambda _: Scan(files=files, findings=()))

        content = read_content(tmp_path, settings=SETTINGS, progress=Silence())

        assert texts(content) == [
            "articles/2026/gone.md: cannot be read: No such file or directory"
            "\nhint: check that the file is there and that you may read it"
        ]
        assert ["articles/2026/gone.md"] == content.unread
        assert 1 == len(content.articles)

    def test_a_bad_file_hides_no_fault_of_another(self, tmp_path):
        content = read(
            tmp_path,
            {
                "articles/2026/a.md": b"---\ntitle: \xff\n---\n",
                "articles/2026/b.md": "no front matter",
                "articles/2026/c.md": story_text(sektion="town"),
                "articles/2026/d.md": story_text(body="\n"),
                "articles/2026/e.md": story_text(authors="[nobody]"),
                "authors/mira.md": "---\nrole: Reporter\n---\n",
                "fronts/home.yml": "lead: [a\n",
                "pages/about.md": "---\ndek: x\n---\n",
            },
        )

        faulty = {text.split(":")[0] for text in all_texts(content)}
        letters = [f"articles/2026/{letter}.md" for letter in "abcde"]
        assert faulty == {*letters, "authors/mira.md", "fronts/home.yml", "pages/about.md"}


class TestNoEchoes:
    """A fault is told once: what points to a file that cannot be read is not wrong for that."""

    def test_a_story_may_name_an_author_whose_file_is_broken(self, tmp_path):
        content = read(tmp_path, {**GOOD, "authors/mira.md": "---\nrole: Reporter\n---\n"})

        assert ["authors/mira.md:2: `name`: is missing\nhint: add text"] == all_texts(content)
        assert ["authors/mira.md"] == content.unread

    def test_a_story_may_name_an_author_whose_file_is_a_dangling_link(self, tmp_path):
        write_files(tmp_path, {"articles/2026/bridge.md": story_text()})
        (tmp_path / "authors").mkdir()
        (tmp_path / "authors" / "mira.md").symlink_to("gone.md")

        content = read(tmp_path, {})

        assert [
            "authors/mira.md: is a symbolic link to nothing, expected a file"
            "\nhint: remove the link, or restore its target"
        ] == all_texts(content)
        assert ["authors/mira.md"] == content.unread

    def test_what_points_to_a_broken_story_is_not_wrong_for_that(self, tmp_path):
        pointing = story_text(
            body="See [it](broken.md#part).\n\nRELATED: broken\n\nMore.\n", related="[broken]"
        )
        content = read(
            tmp_path,
            {
                **GOOD,
                "articles/2026/broken.md": "---\ntitle: x\n",
                "articles/2026/bridge.md": pointing,
                "fronts/home.yml": "lead: broken\ntop: [broken]\n",
            },
        )

        (text,) = all_texts(content)
        assert text.startswith("articles/2026/broken.md:1: front matter is not closed")

    def test_a_linked_picture_that_is_missing_is_no_unread_source(self, tmp_path):
        write_files(tmp_path, GOOD)
        (tmp_path / "articles" / "2026" / "photo.jpg").symlink_to("gone.jpg")

        assert [] == read(tmp_path, {}).unread

    def test_two_names_that_differ_in_case_are_both_read(self, tmp_path):
        content = read(tmp_path, {**GOOD, "authors/Mira.md": AUTHOR})

        assert [] == [path for path in content.unread if path == "authors/mira.md"]


def test_the_order_of_the_file_system_does_not_matter(tmp_path):
    files = {f"articles/2026/{name}.md": story_text(title=name) for name in "dbca"}
    one = read(tmp_path / "one", files)
    two = read(tmp_path / "two", dict(sorted(files.items())))

    assert one.articles == two.articles
