import json

import pytest

from jamstack.deploy.manifest import (
    INDEX,
    Changes,
    StoryChanges,
    is_manifest_path,
    manifest_files,
    read_index,
    read_manifest,
    read_shard,
    shard_path,
)
from jamstack.deploy.release import ManifestStory, Source, digest_of
from jamstack.errors import ManifestError
from tests.deploy.builders import BRIDGE, COMMIT, PAGES, make_release

HINT = "something else published there, or changed it; see docs/deploying.md"
CHANGES = Changes(
    added=StoryChanges(count=1, stories=(BRIDGE,)),
    removed=StoryChanges(
        count=1, stories=(ManifestStory(page="stories/old/index.html", headline="Old"),)
    ),
)


def many(count):
    return make_release({f"stories/{n}/index.html": b"%d" % n for n in range(count)}, stories=())


def changed(files, **values):
    """The files with other values in the index."""
    index = json.loads(files[INDEX])
    return files | {INDEX: json.dumps(index | values).encode()}


def refused(files):
    with pytest.raises(ManifestError) as caught:
        read_manifest(files)
    return str(caught.value)


class TestRoundTrip:
    def test_all_of_a_release_comes_back(self):
        release = make_release()
        manifest = read_manifest(manifest_files(release, CHANGES))

        assert tuple(sorted(release.files.values())) == manifest.files
        assert release.stories == manifest.stories
        assert release.source == manifest.index.source
        assert release.site_url == manifest.index.site_url
        assert (release.build, 2, release.size) == (
            manifest.index.build,
            manifest.index.file_count,
            manifest.index.size,
        )

    def test_changes_come_back_by_page_and_headline(self):
        found = read_index(manifest_files(make_release(), CHANGES)[INDEX]).changes

        assert 1 == found.added.count
        assert [("stories/bridge/index.html", "The bridge reopens")] == [
            (story.page, story.headline) for story in found.added.stories
        ]
        assert ["Old"] == [story.headline for story in found.removed.stories]
        assert StoryChanges() == found.changed

    def test_a_build_of_no_commit_has_none(self):
        files = manifest_files(make_release(source=Source()))

        assert Source() == read_index(files[INDEX]).source

    def test_the_same_release_gives_the_same_bytes(self):
        turned = make_release(dict(reversed(PAGES.items())))

        assert manifest_files(make_release()) == manifest_files(turned)

    def test_at_most_a_hundred_stories_are_named_and_all_are_counted(self):
        stories = tuple(
            ManifestStory(page=f"{n:03}/index.html", headline=f"{n}") for n in range(300)
        )
        changes = Changes(added=StoryChanges(count=300, stories=stories))
        found = read_index(manifest_files(make_release(), changes)[INDEX]).changes.added

        assert (300, 100) == (found.count, len(found.stories))


class TestShards:
    @pytest.mark.parametrize(("count", "shards"), [(512, 1), (513, 16), (8_192, 16), (8_193, 256)])
    def test_there_are_as_many_as_the_files_want(self, count, shards):
        assert shards == len(read_index(manifest_files(many(count))[INDEX]).shards)

    def test_a_file_is_in_the_shard_of_its_path(self):
        files = manifest_files(many(600))
        index = read_index(files[INDEX])
        name = index.shard_of("stories/7/index.html")
        shard = read_shard(files[shard_path(name)], index, name)

        assert digest_of(b"7") in {row.digest for row in shard.files}

    def test_a_changed_file_changes_its_shard_and_the_index(self):
        one, other = many(600), many(600)
        other.files["stories/7/index.html"] = make_release({"stories/7/index.html": b"new"}).files[
            "stories/7/index.html"
        ]
        before, after = manifest_files(one), manifest_files(other)
        name = read_index(before[INDEX]).shard_of("stories/7/index.html")

        assert {INDEX, shard_path(name)} == {path for path in before if before[path] != after[path]}

    def test_all_of_it_lies_in_one_folder_that_no_tool_drops(self):
        paths = list(manifest_files(many(600)))

        assert all(map(is_manifest_path, paths))
        assert [] == [
            path for path in paths for part in path.split("/") if part.startswith((".", "_"))
        ]


class TestTamperedOrForeign:
    def test_another_programs_json(self):
        expected = (
            "`deploy/manifest.json` is no manifest of ours: object missing required field `format`"
        )

        assert f"{expected}\nhint: {HINT}" == refused({INDEX: b'{"name": "Herald"}'})

    def test_no_json_at_all(self):
        expected = (
            "`deploy/manifest.json` is no manifest of ours: JSON is malformed: invalid character"
            " (byte 0)"
        )

        assert f"{expected}\nhint: {HINT}".lower() == refused({INDEX: b"<html>"}).lower()

    def test_a_later_format(self):
        files = changed(manifest_files(make_release()), format=2)

        assert (
            "`deploy/manifest.json` has the format 2, expected 1\n"
            "hint: publish with the version of the platform that wrote it"
        ) == refused(files)

    def test_no_index(self):
        assert f"there is no `deploy/manifest.json`\nhint: {HINT}" == refused({})

    def test_a_lost_shard(self):
        files = manifest_files(make_release())
        del files[shard_path("all")]

        assert f"there is no `deploy/files/all.json`\nhint: {HINT}" == refused(files)

    def test_a_changed_shard(self):
        files = manifest_files(make_release())
        files[shard_path("all")] = files[shard_path("all")].replace(b"reopens", b"shuts")

        expected = "`deploy/files/all.json` is not the one that `deploy/manifest.json` names"
        assert f"{expected}\nhint: {HINT}" == refused(files)

    def test_a_shard_that_is_no_shard(self):
        files = manifest_files(make_release()) | {shard_path("all"): b"[]"}
        files = changed(files, shards={"all": digest_of(b"[]")})

        expected = "`deploy/files/all.json` is no shard of a manifest"
        assert f"{expected}\nhint: {HINT}" == refused(files)

    @pytest.mark.parametrize(
        "shards", [{}, {"3f": COMMIT}, {"all": "short"}, {"../../all": COMMIT}]
    )
    def test_shards_that_cannot_be(self, shards):
        files = changed(manifest_files(make_release()), shards=shards)

        expected = "`deploy/manifest.json` names shards that cannot be"
        assert f"{expected}\nhint: {HINT}" == refused(files)

    def test_a_build_id_that_is_not_that_of_the_files(self):
        files = changed(manifest_files(make_release()), build="0" * 32)

        expected = (
            "`deploy/manifest.json` tells of build 000000000000, but the files are"
            f" {make_release().build[:12]}"
        )
        assert f"{expected}\nhint: {HINT}" == refused(files)

    def test_a_time_without_a_zone(self):
        files = changed(manifest_files(make_release()), committed_at="2026-11-20T09:30:00")

        expected = (
            "`deploy/manifest.json` is no manifest of ours: expected `datetime` with a timezone"
            " component - at `$.committed_at`"
        )
        assert f"{expected}\nhint: {HINT}" == refused(files)
