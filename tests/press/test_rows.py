import pytest

from jamstack.errors import Finding, Severity
from jamstack.images.formats import PictureFormat
from jamstack.images.inspect import PictureFacts
from jamstack.model import HomeFront
from jamstack.press.codec import DamagedError
from jamstack.press.records import FileRecord, PictureRecord, SourceRecord, Stamp
from jamstack.press.rows import (
    Numbers,
    file_of,
    file_row,
    numbers_in,
    picture_of,
    picture_row,
    questions_of,
    questions_row,
    source_of,
    source_row,
)

from ..builders import make_article, make_author, make_page

STAMP = Stamp(size=7, changed_ns=1_700_000_000_123_456_789)
WARNING = Finding(path="a.md", line=2, message="odd", hint="mend it", severity=Severity.WARNING)


def make_source(value=None, **values):
    defaults = {"path": "a.md", "stamp": STAMP, "digest": b"d" * 16, "value": value}
    return SourceRecord(**(defaults | values))


class TestSources:
    @pytest.mark.parametrize(
        "value", [make_article(), make_author(), make_page(), HomeFront(lead="bridge"), None]
    )
    def test_every_kind_comes_back(self, value):
        record = make_source(value, face=b"f" * 16, findings=(WARNING, WARNING))

        assert record == source_of(source_row(record))

    def test_one_without_findings_comes_back(self):
        assert () == source_of(source_row(make_source())).findings

    def test_a_value_of_another_kind_is_damaged(self):
        row = list(source_row(make_source(make_article())))
        row[5] = "author"

        with pytest.raises(DamagedError):
            source_of(tuple(row))


class TestPictures:
    def test_one_comes_back(self):
        facts = PictureFacts(
            width=4, height=3, format=PictureFormat.PNG, digest="0f", has_alpha=True
        )
        record = PictureRecord(path="a.png", stamp=STAMP, facts=facts)

        assert record == picture_of(picture_row(record))


class TestFiles:
    def test_one_comes_back(self):
        record = FileRecord(
            path="a/index.html", stamp=STAMP, digest=b"d", key=b"k", view=b"v", asked=b"1234"
        )

        assert record == file_of(file_row(record))


class TestNumbers:
    def test_each_new_question_gets_the_next(self):
        numbers = Numbers({"face:a.md": 1})

        asked = numbers.of(("target:b", "face:a.md", "target:a"))

        assert {"face:a.md": 1, "target:b": 2, "target:a": 3} == numbers
        assert [2, 1, 3] == list(numbers_in(asked))

    def test_half_a_number_is_a_damage(self):
        with pytest.raises(DamagedError):
            numbers_in(b"123")


class TestQuestions:
    def test_they_come_back(self):
        asked = ["tag:søster", "face:a.md"]

        assert asked == questions_of(questions_row(12, asked))

    @pytest.mark.parametrize(
        "changes", [{0: 13}, {0: -1}, {0: None}, {1: b"x"}, {1: "tag:a"}, {1: None}, {2: 0}]
    )
    def test_a_damage_is_seen(self, changes):
        row = dict(enumerate(questions_row(12, ["tag:a"]))) | changes

        with pytest.raises(DamagedError):
            questions_of(tuple(row.values()))


@pytest.mark.parametrize("place", [0, 3, 4, 5, 6, 7, 8])
def test_a_seal_covers_all_of_a_row_but_its_stamp(place):
    """A stamp that is not that of the file leads to the file being read, which does no harm."""
    row = list(source_row(make_source(make_article(), findings=(WARNING,), face=b"f" * 16)))
    row[place] = row[place][:-1] if isinstance(row[place], str | bytes) else row[place] + 1

    with pytest.raises(DamagedError):
        source_of(tuple(row))
