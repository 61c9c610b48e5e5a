"""One clock, one result: by Invoke or by Pelican, the first time or the tenth."""

from .builders import NOW, make_site, snapshot, story


def test_pelican_writes_the_same_bytes_as_invoke(sample):
    ran = sample.run(
        "pelican",
        "pelican-app/content",
        "-s",
        "pelican-app/pelicanconf.py",
        "-o",
        "by-pelican",
        "-e",
        f'JAMSTACK_NOW="{NOW}"',
    )

    assert (0, "") == (ran.code, ran.errors)
    by_pelican, by_invoke = snapshot(sample.folder / "by-pelican"), snapshot(sample.output)
    assert sorted(by_invoke) == sorted(by_pelican)
    assert [] == [path for path in by_invoke if by_invoke[path] != by_pelican[path]]


def test_a_second_build_writes_nothing(sample):
    before = {file: file.stat().st_mtime_ns for file in sample.output.rglob("*")}

    ran = sample.run("invoke", "build", "--now", NOW)

    assert (
        f"0 files written, {len(snapshot(sample.output))} unchanged, 0 removed in output"
        == (ran.output.splitlines()[-1])
    )
    assert before == {file: file.stat().st_mtime_ns for file in sample.output.rglob("*")}


def test_a_build_from_nothing_gives_the_same_bytes(sample):
    ran = sample.run("invoke", "build", "--now", NOW, "--output", "anew")

    assert 0 == ran.code
    assert snapshot(sample.output) == snapshot(sample.folder / "anew")


def test_pictures_made_anew_have_the_same_bytes(tmp_path):
    from .builders import picture

    files = {
        "articles/2026/pier/index.md": story(image="{src: photo.png, alt: The pier}"),
        "articles/2026/pier/photo.png": picture(1300, 900),
    }
    one, two = make_site(tmp_path / "one", files), make_site(tmp_path / "two", files)

    assert (0, 0) == (one.build().code, two.build().code)

    assert snapshot(one.output) == snapshot(two.output)


def test_only_what_changed_is_written(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": story(title="The quay")})
    site.build()
    site.write("articles/2026/quay.md", story("The first paragraph.\n\nMore.\n", title="The quay"))
    before = snapshot(site.output)

    site.build()

    changed = {path for path, data in snapshot(site.output).items() if before[path] != data}
    assert "stories/quay/index.html" in changed
    assert {"stories/ferry/index.html", "sitemap.xml", "authors/index.html"}.isdisjoint(changed)


def test_a_story_that_goes_leaves_no_file_behind(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": story(title="The quay", tags="[slips]")})
    site.build()
    (site.content / "articles" / "2026" / "quay.md").unlink()

    site.build()

    assert not (site.output / "stories" / "quay").exists()
    assert not (site.output / "tags" / "slips").exists()


def test_an_output_that_lost_files_is_mended(tmp_path):
    site = make_site(tmp_path)
    site.build()
    whole = snapshot(site.output)
    (site.output / "index.html").unlink()
    (site.output / "feed.xml").write_bytes(b"half")

    site.build()

    assert whole == snapshot(site.output)
