import dataclasses
import zoneinfo

import pytest

import jamstack
from jamstack.layout.paper import Paper
from jamstack.model import Credit, Status
from jamstack.press import ledger as ledgers
from jamstack.press.codec import DIGEST_BYTES, digest
from jamstack.press.ledger import NOTHING, Ledger, code_digest, layout_ground, reading_ground
from jamstack.press.reading import read_source, read_text
from jamstack.press.records import NO_STAMP, SourceRecord

from ..broken.test_faults import CASES
from ..builders import make_article, make_author, make_edition, make_settings
from .builders import write_files
from .newsroom import FILES

CODE = b"code"


class FewSettings:
    """Settings of which reading sees only those that `reading_ground` holds."""

    language = "en"
    timezone = "Europe/Dublin"
    zone = zoneinfo.ZoneInfo(timezone)
    maximum_source_bytes = 10_000

    def __getattr__(self, name):
        raise AssertionError(f"reading depends on the setting `{name}`")


def texts_in(files):
    return [
        pytest.param(path, data.encode() if isinstance(data, str) else data, id=path)
        for path, data in files.items()
        if path.endswith((".md", ".yml")) and isinstance(data, str | bytes)
    ]


BROKEN = [param for case in CASES for param in texts_in(case.files)]


class TestReadingGround:
    def ground(self, **values):
        return reading_ground(make_settings(**values), CODE)

    @pytest.mark.parametrize(("path", "data"), texts_in(FILES))
    def test_it_holds_every_setting_that_reading_looks_at(self, path, data):
        value, _ = read_source(path, data, FewSettings())

        assert value is not None
        assert isinstance(read_text(path, data, FewSettings()), bytes)

    def test_it_holds_every_setting_that_reading_what_is_wrong_looks_at(self):
        for param in BROKEN:
            read_source(*param.values, FewSettings())

        assert len(BROKEN) > 50

    @pytest.mark.parametrize(
        "changes", [{"timezone": "Asia/Tokyo"}, {"maximum_source_bytes": 9}, {"language": "es"}]
    )
    def test_it_is_another_where_those_are(self, changes):
        assert self.ground() != self.ground(**changes)

    def test_it_is_the_same_where_others_change(self):
        assert self.ground() == self.ground(page_size=7, name="Other")

    def test_it_is_another_with_other_code(self):
        settings = make_settings()

        assert reading_ground(settings, b"one") != reading_ground(settings, b"two")


class TestCodeDigest:
    def digest_of(self, folder, monkeypatch, files):
        write_files(folder, files)
        monkeypatch.setattr(jamstack, "__file__", str(folder / "__init__.py"))
        return code_digest.__wrapped__()

    def test_it_is_the_same_for_the_same_code(self, tmp_path, monkeypatch):
        files = {"__init__.py": "", "a/b.py": "x = 1\n", "notes.txt": "1"}
        one = self.digest_of(tmp_path / "one", monkeypatch, files)

        assert one == self.digest_of(tmp_path / "two", monkeypatch, {**files, "notes.txt": "2"})

    @pytest.mark.parametrize(
        "files", [{"a/b.py": "x = 2\n"}, {"a/b.py": "x = 1\n", "c.py": ""}, {"a/c.py": "x = 1\n"}]
    )
    def test_it_is_another_for_another_module(self, tmp_path, monkeypatch, files):
        one = self.digest_of(tmp_path / "one", monkeypatch, {"a/b.py": "x = 1\n"})

        assert one != self.digest_of(tmp_path / "two", monkeypatch, files)

    @pytest.mark.parametrize("library", ledgers.LIBRARIES)
    def test_it_is_another_with_another_version_of_a_library(self, monkeypatch, library):
        before = code_digest.__wrapped__()
        version = ledgers.importlib.metadata.version
        monkeypatch.setattr(
            ledgers.importlib.metadata,
            "version",
            lambda name: "0" if name == library else version(name),
        )

        assert before != code_digest.__wrapped__()

    def test_it_is_another_with_another_python(self, monkeypatch):
        """It brings the tables of Unicode, which decide what a letter is."""
        before = code_digest.__wrapped__()
        monkeypatch.setattr(ledgers.platform, "python_version", lambda: "3.99.0")

        assert before != code_digest.__wrapped__()


class TestLayoutGround:
    def ground(self, *, assets=(), colours=(), code=CODE, is_preview=False, **values):
        edition = make_edition(settings=make_settings(**values), is_preview=is_preview)
        paper = Paper(edition, plans={}, assets=dict(assets), theme_colours=dict(colours))
        return layout_ground(paper, code)

    @pytest.mark.parametrize(
        "changes",
        [
            {"name": "Other"},
            {"page_size": 7},
            {"site_url": "https://other.example"},
            {"assets": [("a.css", "/a.css?v=1")]},
            {"colours": [("accent", "#fff")]},
            {"code": b"other"},
            {"is_preview": True},
        ],
    )
    def test_it_is_another_for_whatever_all_pages_depend_on(self, changes):
        assert self.ground() == self.ground()
        assert self.ground() != self.ground(**changes)

    @pytest.mark.parametrize("setting", [item.name for item in dataclasses.fields(make_settings())])
    def test_every_setting_is_in_it(self, setting):
        changed = {"sections": ()} if setting == "sections" else {setting: "other"}

        assert self.ground() != self.ground(**changed)


class TestLedger:
    def make(self, *articles, records=(), **values):
        edition = make_edition(*articles, **values)
        paper = Paper(edition, plans={}, assets={}, theme_colours={})
        return Ledger(paper, {record.path: record for record in records}, ground=b"ground")

    def record(self, path, *, digest=b"digest", face=b"face", value=None):
        value = value or make_article()
        return SourceRecord(path=path, stamp=NO_STAMP, digest=digest, value=value, face=face)

    def test_a_storys_answers_are_its_file_and_its_face(self):
        path = "articles/2026/bridge.md"
        ledger = self.make(make_article(), records=[self.record(path)])

        assert (b"digest", b"face") == (ledger[f"story:{path}"], ledger[f"face:{path}"])

    def test_credits_that_the_registry_settled_are_part_of_both(self):
        path = "articles/2026/bridge.md"
        typed = make_article(byline="By Mira", credits=())
        settled = [make_article(byline="By Mira", credits=(Credit(author=who),)) for who in "ab"]
        answers = [
            {ledger[f"story:{path}"], ledger[f"face:{path}"]}
            for ledger in (
                self.make(article, records=[self.record(path, value=typed)]) for article in settled
            )
        ]

        assert 4 == len(set.union(*answers))

    def test_a_story_that_is_not_there_has_an_answer_too(self):
        ledger = self.make()

        assert (NOTHING, NOTHING) == (ledger["story:gone.md"], ledger["face:gone.md"])

    def test_every_answer_is_of_one_length(self):
        """They are noted one after another, and told apart by that alone."""
        page = self.record("pages/about.md", digest=digest(b"a page"), face=b"")
        ledger = self.make(make_article(), authors=[make_author()], records=[page])
        asked = ("story:gone.md", "face:pages/about.md", "author:mira", "author:gone", "faces:site")

        assert {DIGEST_BYTES} == {len(ledger[question]) for question in asked}

    def test_on_a_preview_why_a_story_is_hidden_is_in_its_face(self):
        path = "articles/2026/bridge.md"
        faces = [
            self.make(make_article(status=status), records=[self.record(path)], is_preview=True)[
                f"face:{path}"
            ]
            for status in Status
        ]

        assert len(Status) == len(set(faces))

    def test_the_faces_of_all_stories_have_one_answer(self):
        articles = [make_article("a"), make_article("b")]
        records = [self.record(article.path) for article in articles]
        other = [records[0], self.record(articles[1].path, face=b"other")]

        one, same, two = (
            self.make(*articles, records=r)["faces:site"] for r in (records, records, other)
        )

        assert one == same
        assert one != two

    def test_other_answers_are_compared_as_values(self):
        ledger = self.make(make_article(), authors=[make_author(), make_author("ben")])

        assert ledger["author:mira"] != ledger["author:ben"]
        assert ledger["author:gone"] == ledger["author:nobody"]

    def test_a_key_depends_on_answers_frame_and_ground(self):
        ledger = self.make(make_article(), authors=[make_author(), make_author("ben")])
        keys = {
            ledger.key(["author:mira"], b"frame"),
            ledger.key(["author:mira"], b"other"),
            ledger.key(["author:ben"], b"frame"),
            ledger.key([], b"frame"),
        }

        assert 4 == len(keys)
        assert ledger.key(["author:mira"], b"frame") in keys
