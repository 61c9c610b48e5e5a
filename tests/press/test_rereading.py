"""What is known of sources, and what is read again; and what becomes of those that change."""

import io
import os
import time
from pathlib import Path

import pytest

from jamstack.press import looking, reading
from jamstack.press.progress import Silence
from jamstack.press.reading import PIECE, TRIES, read_content
from jamstack.press.records import DOUBTFUL_NS, NO_STAMP, Stamp, stamp_of
from jamstack.press.workers import OneWorker

from ..builders import make_settings, story_text
from .builders import GOOD, Recorder, age, write_files

SETTINGS = make_settings()
BRIDGE = "articles/2026/bridge.md"


def read(folder, files, *, progress=None, known=None, workers=None):
    write_files(folder, files)
    return read_content(
        folder,
        settings=SETTINGS,
        progress=progress or Silence(),
        known=known.records if known else None,
        workers=workers,
    )


def texts(content):
    return [str(finding) for finding in content.findings]


class Counting(OneWorker):
    """A worker that counts the files it is given, by piece."""

    def __init__(self):
        self.pieces = []

    def run(self, work, shared, pieces):
        def counted():
            for piece in pieces:
                self.pieces.append(len(piece))
                yield piece

        return super().run(work, shared, counted())


class TestAgain:
    """What is known of a file is not read again, as long as nothing speaks against it."""

    def known(self, folder, files=GOOD):
        write_files(folder, files)
        age(folder)
        return read(folder, {})

    def test_a_file_that_looks_as_it_did_is_not_read(self, tmp_path, monkeypatch):
        known = self.known(tmp_path)
        monkeypatch.setattr("pathlib.Path.read_bytes", pytest.fail)

        content = read(tmp_path, {}, known=known)

        assert (0, set(), {}) == (content.read, content.changed, content.texts)
        assert (known.articles, known.authors) == (content.articles, content.authors)
        assert known.records == content.records

    def test_another_stamp_and_the_same_bytes_are_not_parsed(self, tmp_path, monkeypatch):
        known = self.known(tmp_path)
        os.utime(tmp_path / BRIDGE, ns=(0, 7))
        monkeypatch.setattr(reading, "read_source", pytest.fail)

        content = read(tmp_path, {}, known=known)

        assert (0, {BRIDGE}) == (content.read, content.changed)
        assert 7 == content.records[BRIDGE].stamp.changed_ns
        assert known.articles == content.articles

    def test_other_bytes_are_read(self, tmp_path):
        known = self.known(tmp_path)

        content = read(tmp_path, {BRIDGE: story_text("Shut.\n")}, known=known)

        assert (1, {BRIDGE}) == (content.read, content.changed)
        assert [BRIDGE] == list(content.texts)
        assert ["Shut."] == [article.summary for article in content.articles]

    def test_other_bytes_of_one_length_are_read(self, tmp_path):
        known = self.known(tmp_path)
        text = GOOD[BRIDGE].replace("Monday", "Sunday")

        content = read(tmp_path, {BRIDGE: text}, known=known)

        assert ["The bridge reopens on Sunday."] == [item.summary for item in content.articles]

    @pytest.mark.parametrize("ahead_ns", [-DOUBTFUL_NS // 2, 0, 3_600_000_000_000])
    def test_a_file_changed_just_now_or_in_the_time_to_come_is_read_each_time(
        self, tmp_path, ahead_ns
    ):
        """It may change again within the time that its stamp can tell apart."""
        write_files(tmp_path, GOOD)
        age(tmp_path)
        then = time.time_ns() + ahead_ns
        os.utime(tmp_path / BRIDGE, ns=(then, then))
        known = read(tmp_path, {})
        text = GOOD[BRIDGE].replace("Monday", "Sunday")
        write_files(tmp_path, {BRIDGE: text})
        os.utime(tmp_path / BRIDGE, ns=(then, then))

        content = read(tmp_path, {}, known=known)

        assert NO_STAMP == known.records[BRIDGE].stamp
        assert ["The bridge reopens on Sunday."] == [item.summary for item in content.articles]

    def test_what_was_wrong_with_a_file_is_told_again(self, tmp_path):
        files = {**GOOD, BRIDGE: story_text(sektion="x"), "pages/a.md": "no front matter"}
        known = self.known(tmp_path, files)

        content = read(tmp_path, {}, known=known)

        assert 0 == content.read
        assert sorted(texts(known)) == sorted(texts(content))
        assert known.unread == content.unread == ["pages/a.md"]

    def test_a_file_that_went_is_not_remembered(self, tmp_path):
        known = self.known(tmp_path, {**GOOD, "pages/a.md": "---\ntitle: A\n---\nText.\n"})
        (tmp_path / "pages" / "a.md").unlink()

        content = read(tmp_path, {}, known=known)

        assert ([], known.records.keys() - {"pages/a.md"}) == (
            content.pages,
            content.records.keys(),
        )

    def test_each_file_is_told_whether_it_was_read_or_not(self, tmp_path):
        known = self.known(tmp_path)
        progress = Recorder()

        read(tmp_path, {BRIDGE: story_text("Shut.\n")}, known=known, progress=progress)

        assert [("Reading", 2), 1, 1, "end"] == progress.told


class TestUnrest:
    """Files that change while the folder is read."""

    HINT = "\nhint: check that the file is there and that you may read it"

    def test_one_that_never_rests_is_told(self, tmp_path, monkeypatch):
        write_files(tmp_path, GOOD)
        sizes = iter(range(1_000))

        def restless(file):
            if str(file).endswith(BRIDGE):
                return Stamp(size=next(sizes), changed_ns=1)
            return stamp_of(file)

        monkeypatch.setattr(reading, "stamp_of", restless)

        content = read(tmp_path, {})

        assert [f"{BRIDGE}: changes while it is read{self.HINT}"] == texts(content)
        assert ([BRIDGE], []) == (content.unread, content.articles)
        assert 2 * TRIES == next(sizes)

    def test_one_that_comes_to_rest_is_read(self, tmp_path, monkeypatch):
        write_files(tmp_path, GOOD)
        written = []

        def saved_meanwhile(file, *_, **__):
            data = Path(file).read_bytes()
            if file.endswith(BRIDGE) and not written:
                new = story_text("Shut for good.\n").encode()
                written.append((tmp_path / BRIDGE).write_bytes(new))
            return io.BytesIO(data)

        monkeypatch.setattr(reading, "open", saved_meanwhile, raising=False)

        content = read(tmp_path, {})

        assert [] == texts(content)
        assert ["Shut for good."] == [article.summary for article in content.articles]

    def test_one_that_vanishes_between_the_look_and_the_reading_is_told(
        self, tmp_path, monkeypatch
    ):
        write_files(tmp_path, GOOD)
        scan = looking.scan

        def gone_meanwhile(folder):
            found = scan(folder)
            (folder / BRIDGE).unlink()
            return found

        monkeypatch.setattr(looking, "scan", gone_meanwhile)

        content = read(tmp_path, {})

        expected = f"{BRIDGE}: cannot be read: No such file or directory{self.HINT}"
        assert [expected] == texts(content)
        assert 1 == len(content.authors)

    def test_one_that_is_known_and_vanishes_is_told(self, tmp_path, monkeypatch):
        write_files(tmp_path, GOOD)
        age(tmp_path)
        known = read(tmp_path, {})
        scan = looking.scan

        def gone_meanwhile(folder):
            found = scan(folder)
            (folder / BRIDGE).unlink()
            return found

        monkeypatch.setattr(looking, "scan", gone_meanwhile)

        content = read(tmp_path, {}, known=known)

        expected = f"{BRIDGE}: cannot be read: No such file or directory{self.HINT}"
        assert [expected] == texts(content)
        assert BRIDGE not in content.records


class TestPieces:
    def test_few_files_are_read_by_the_process_that_asks(self, tmp_path):
        files = {f"pages/p{n}.md": "---\ntitle: A\n---\nText.\n" for n in range(PIECE)}
        workers = Counting()

        content = read(tmp_path, files, workers=workers)

        assert ([], PIECE) == (workers.pieces, content.read)

    def test_many_are_handed_out_in_pieces(self, tmp_path):
        files = {
            f"pages/p{n:03}.md": f"---\ntitle: T{n}\n---\nText.\n" for n in range(2 * PIECE + 1)
        }
        workers = Counting()

        content = read(tmp_path, files, workers=workers)

        assert [PIECE, PIECE, 1] == workers.pieces
        assert [f"T{n}" for n in range(2 * PIECE + 1)] == [page.title for page in content.pages]

    def test_texts_are_handed_on_as_they_come(self, tmp_path):
        files = {f"articles/2026/s{n:03}.md": story_text() for n in range(PIECE + 1)}
        write_files(tmp_path, files)
        kept = []

        content = read_content(
            tmp_path,
            settings=SETTINGS,
            progress=Silence(),
            keep=lambda found, _: kept.append(sorted(found)),
        )

        assert [sorted(files)[:PIECE], sorted(files)[PIECE:]] == kept
        assert {} == content.texts
