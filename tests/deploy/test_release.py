import hashlib
import subprocess
from datetime import timedelta

from jamstack.deploy.release import ManifestStory, Source, digest_of
from tests.deploy.builders import COMMITTED_AT, PAGES, make_release


def test_a_digest_is_gits_own():
    data = b"The tide is out\r\n\0"
    git = subprocess.run(["git", "hash-object", "--stdin"], input=data, capture_output=True)

    assert git.stdout.decode().strip() == digest_of(data)


def test_the_build_id_is_of_paths_and_digests_alone():
    later = Source(commit="9" * 40, committed_at=COMMITTED_AT + timedelta(days=1))
    other = make_release(source=later, stories=(), site_url="https://other.example")

    assert make_release().build == other.build


def test_the_build_id_is_that_of_files_by_path_in_order():
    lines = "".join(f"{digest_of(PAGES[path])} {path}\0" for path in sorted(PAGES))

    assert hashlib.sha256(lines.encode()).hexdigest()[:32] == make_release().build


def test_a_moved_file_is_another_build():
    moved = {"about.html" if path == "index.html" else path: PAGES[path] for path in PAGES}

    assert make_release().build != make_release(moved).build


def test_the_order_of_files_makes_no_difference():
    assert make_release().build == make_release(dict(reversed(PAGES.items()))).build


def test_the_size_is_that_of_all_files():
    assert sum(map(len, PAGES.values())) == make_release().size


def test_a_storys_address_is_its_pages_folder():
    story = ManifestStory(page="stories/ferry/index.html", headline="The quiet ferry")

    assert "stories/ferry/" == story.url
