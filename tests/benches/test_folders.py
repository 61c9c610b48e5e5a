from jamstack.benches.folders import contents, copy_static, write_pictures, write_text
from jamstack.benches.newsroom import newsroom
from jamstack.benches.runs import Contents

from ..site.builders import THEME, snapshot


def test_files_are_counted_in_all_folders(tmp_path):
    write_text(tmp_path / "one.txt", "12345")
    write_text(tmp_path / "deep" / "down" / "two.txt", "é")

    assert Contents(files=2, size_bytes=7) == contents(tmp_path)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert Contents(files=0, size_bytes=0) == contents(tmp_path / "nowhere")


def test_lines_end_the_same_on_every_system(tmp_path):
    write_text(tmp_path / "lines.txt", "one\ntwo\n")

    assert b"one\ntwo\n" == (tmp_path / "lines.txt").read_bytes()


def test_all_pictures_are_drawn(tmp_path):
    write_pictures(newsroom(stories=1, seed=7), tmp_path / "pictures")

    expected = [f"view-{number}.jpg" for number in range(8)]
    assert expected == sorted(snapshot(tmp_path / "pictures"))


def test_static_files_lie_where_the_platform_publishes_them(tmp_path):
    copy_static(THEME / "static", tmp_path / "static")

    found = snapshot(tmp_path / "static")
    assert "favicon.ico" in found
    assert "theme/css/paper.css" in found
    assert "theme/favicon.ico" not in found
