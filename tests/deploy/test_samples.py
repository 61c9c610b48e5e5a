import pytest

from jamstack.deploy.manifest import Changes, StoryChanges, index_of, shards_of
from jamstack.deploy.release import ManifestStory
from jamstack.deploy.samples import ALWAYS, address_of, choose_samples, kinds, wanted_shards

from .builders import BRIDGE, make_release

MANY = {
    **{f"stories/s{number}/index.html": b"%d" % number for number in range(900)},
    **{f"images/p{number}.webp": b"p%d" % number for number in range(40)},
    **{f"authors/a{number}/feed.xml": b"f%d" % number for number in range(40)},
    **{f"theme/t{number}.css": b"t%d" % number for number in range(40)},
    **{path: path.encode() for path in ALWAYS},
}


def make_index(pages, changes=Changes(), **values):  # noqa: B008 - a frozen value
    release = make_release(pages, **values)
    return index_of(release, shards_of(release), changes), release


def chosen(pages, **values):
    index, release = make_index(pages, **values)
    return [file.path for file in choose_samples(index, release.files.values())]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""),
        ("stories/bridge/index.html", "stories/bridge/"),
        ("404.html", "404.html"),
        ("caf\u00e9 & co/a?b#c%.html", "caf%C3%A9%20%26%20co/a%3Fb%23c%25.html"),
    ],
)
def test_the_address_of_a_file(path, address):
    assert address == address_of(path)


def test_of_a_small_site_everything_is_looked_at():
    pages = {"index.html": b"home", "feed.xml": b"feed", "a.jpg": b"a"}

    assert ["a.jpg", "feed.xml", "index.html"] == chosen(pages)


def test_of_a_large_site_some_of_each_kind_and_what_is_always_looked_at():
    found = chosen(MANY)

    assert set(ALWAYS) <= set(found)
    index, release = make_index(MANY)
    counts = dict(kinds(choose_samples(index, release.files.values())))
    assert {"feeds", "other files", "pages", "pictures"} == set(counts)
    assert 6 == counts["pictures"]
    assert len(found) <= 32


def test_the_same_build_has_the_same_samples_and_another_has_others():
    other = {**MANY, "theme/t1.css": b"other"}

    assert chosen(MANY) == chosen(dict(reversed(MANY.items())))
    assert chosen(MANY) != chosen(other)


def test_stories_that_changed_are_looked_at():
    story = ManifestStory(page="stories/s777/index.html", headline="Seven")
    changes = Changes(changed=StoryChanges(count=1, stories=(story,)))
    index, release = make_index(MANY, changes)

    files = choose_samples(index, release.files.values())

    assert story.page in {file.path for file in files}
    assert index.shard_of(story.page) in wanted_shards(index)


def test_a_changed_story_that_is_in_no_shard_that_was_read_is_passed_over():
    changes = Changes(added=StoryChanges(count=1, stories=(BRIDGE,)))
    index, _ = make_index(MANY, changes)

    assert () == choose_samples(index, ())


def test_of_many_shards_a_few_are_read():
    index, _ = make_index(MANY)

    found = wanted_shards(index)

    assert {index.shard_of(path) for path in ALWAYS} <= set(found)
    assert len(found) < len(index.shards) == 16
