import pytest

from jamstack.errors import SourceError
from jamstack.press.clashes import planned_paths

from ..builders import make_settings, story_text
from .builders import GOOD, make_project, plain_build


class TestClashes:
    """What no check between files foresaw is still told before anything is written."""

    HINT = "hint: change its slug or its alias"

    def told(self, folder, files, **values):
        project = make_project(folder, {**GOOD, **files}, **values)
        with pytest.raises(SourceError) as caught:
            plain_build(project)
        assert not project.output.exists()
        return str(caught.value)

    def test_two_stories_at_one_address(self, tmp_path):
        text = self.told(
            tmp_path, {"articles/2026/b.md": story_text(aliases="[stories/bridge/index.html]")}
        )

        assert text == (
            "articles/2026/b.md: would be published at `/stories/bridge/index.html`, where"
            f" `articles/2026/bridge.md` goes too\n{self.HINT}"
        )

    def test_a_page_within_a_file(self, tmp_path):
        text = self.told(
            tmp_path, {"articles/2026/b.md": story_text(aliases="[old.html, old.html/more]")}
        )

        assert text == (
            "articles/2026/b.md: would be published at `/old.html/more/index.html`, but"
            f" `/old.html` is a file\n{self.HINT}"
        )

    def test_a_page_of_a_story_and_a_page_of_a_list(self, tmp_path):
        text = self.told(
            tmp_path,
            {"articles/2026/b.md": story_text(aliases="[town/page/2/]")},
            settings=make_settings(page_size=1),
        )

        assert text == (
            "articles/2026/b.md: would be published at `/town/page/2/index.html`, where another"
            f" file goes too\n{self.HINT}"
        )

    def test_a_page_and_a_file_of_the_theme(self):
        with pytest.raises(SourceError) as caught:
            planned_paths([], ["a/b.css", "a", "a/b.css"])

        assert str(caught.value) == (
            f"a/b.css: would be published at `/a/b.css`, but `/a` is a file\n{self.HINT}\n"
            f"a/b.css: would be published at `/a/b.css`, where another file goes too\n{self.HINT}"
        )

    def test_where_nothing_clashes_all_paths_come_back_in_order(self):
        assert ("b", "a/c", "a/b") == planned_paths([], ["b", "a/c", "a/b"])
