import pytest

from jamstack.errors import Severity
from jamstack.press.progress import Silence
from jamstack.press.reading import read_content

from ..builders import make_settings, story_text
from .builders import write_files

SETTINGS = make_settings()
KEEP = "hint: move or rename it, or begin its name with a dot to keep it as a note"


def read(folder, files):
    write_files(folder, files)
    return read_content(folder, settings=SETTINGS, progress=Silence())


def texts(content):
    return [str(finding) for finding in content.findings]


class TestPlaces:
    STORY = "`articles/<year>/<slug>.md` or `articles/<year>/<slug>/index.md`"

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("articles/bridge.md", STORY),
            ("articles/26/bridge.md", STORY),
            ("articles/2026/bridge/notes.md", STORY),
            ("articles/2026/a/b/index.md", STORY),
            ("articles/2026/BRIDGE.MD", STORY),
            ("authors/mira/index.md", "`authors/<slug>.md`"),
            ("pages/legal/terms.md", "`pages/<slug>.md`"),
            ("fronts/home.yaml", "`fronts/home.yml`"),
            ("fronts/home.md", "`fronts/home.yml`"),
        ],
    )
    def test_a_source_in_a_wrong_place_is_a_fault(self, tmp_path, path, expected):
        content = read(tmp_path, {path: story_text()})

        assert [f"{path}: is not read, expected {expected}\n{KEEP}"] == texts(content)
        assert ([], []) == (content.articles, content.unread)

    @pytest.mark.parametrize("suffix", ["txt", "rst", "html", "htm", "markdown", "mkd", "mdown"])
    def test_another_text_is_a_warning(self, tmp_path, suffix):
        content = read(tmp_path, {f"pages/about.{suffix}": "text"})

        warning = f"pages/about.{suffix}: warning: is not read, expected `pages/<slug>.md`\n{KEEP}"
        assert [warning] == texts(content)

    @pytest.mark.parametrize(
        ("path", "hint"),
        [
            ("article/2026/bridge.md", "did you mean `articles`?"),
            ("x/a.md", "known: `articles/`, `authors/`, `pages/`, `fronts/`"),
        ],
    )
    def test_a_text_in_a_folder_nobody_knows_is_a_warning(self, tmp_path, path, hint):
        content = read(tmp_path, {path: story_text()})

        told = f"{path}: warning: is not read, expected a folder of the platform\nhint: {hint}"
        assert [told] == texts(content)
        assert [Severity.WARNING] == [finding.severity for finding in content.findings]

    @pytest.mark.parametrize(
        "path",
        ["LICENSE.md", "articles/2026/photo.jpg", "articles/2026/.notes.md", "images/pier.png"],
    )
    def test_other_files_may_stand_there(self, tmp_path, path):
        assert [] == texts(read(tmp_path, {path: b"x"}))
