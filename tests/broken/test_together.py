"""Many faults in one run, on the real command line."""

from ..site.builders import NOW, make_site, picture, snapshot, story, without_stores

TEN = {
    "articles/2026/a.md": story(body="A caf\u00e9.\n").encode("latin-1"),
    "articles/2026/b.md": "---\ntitle: B\n\nNever closed.\n",
    "articles/2026/c.md": story(section="lokal", date="soon"),
    "articles/2026/d.md": story(authors="[ana-diaz]"),
    "articles/2026/e.md": story(body="One.\n\nRELATED: fery\n"),
    "articles/2026/f.md": story(body=""),
    "articles/2026/g.md": story(body="<script>alert(1)</script>\n"),
    "articles/2026/h.md": story(image="{src: h.jpg, alt: A pier}"),
    "authors/bo-lund.md": "---\nname: [Bo, Lund]\n---\n",
    "pages/about.md": "---\ntitle: About\n---\nSee [the ferry](../articles/2026/fery.md).\n",
}
TEN_TEXT = """\
articles/2026/a.md:8: byte 0xE9 is not UTF-8
hint: save the file with the encoding UTF-8
articles/2026/b.md:1: front matter is not closed, expected a second line `---`
hint: begin with `---`, then `title: …` and the other fields, then `---`
articles/2026/c.md:3: `date`: is `soon`, expected a date such as `2026-11-22` or a time such as \
`2026-11-22T14:05`
hint: see `date` in docs/writing.md
articles/2026/d.md:5: `authors`: names `ana-diaz`, who is not in `authors/`
hint: create `authors/ana-diaz.md`, or correct the slug; did you mean `ana-dias`?
articles/2026/e.md:10: `RELATED:` names `fery`, which is no story
hint: did you mean `ferry` (“The ferry sails again”)?
articles/2026/f.md:7: has no text after the front matter
hint: write the story
articles/2026/g.md:8: holds the active element `<script>`, expected text and pictures only
hint: remove it; for a video or a post put its address alone on a line
articles/2026/h.md:6: `image.src`: names `articles/2026/h.jpg`, but there is no such file
hint: put the picture there, or correct the name
authors/bo-lund.md:2: `name`: is a list, expected text
hint: put the text between quotes
pages/about.md:4: links to `../articles/2026/fery.md`, but there is no `articles/2026/fery.md`
hint: did you mean `articles/2026/ferry.md`?
"""


def test_ten_broken_files_are_told_in_one_run(tmp_path):
    site = make_site(tmp_path, TEN)
    before = snapshot(tmp_path)

    ran = site.run("invoke", "build", "--now", NOW)

    assert (1, "", f"{TEN_TEXT}10 faults; nothing was built\n") == (
        ran.code,
        ran.output,
        ran.errors,
    )
    assert before == without_stores(snapshot(tmp_path))


def test_check_tells_the_same(tmp_path):
    site = make_site(tmp_path, TEN)

    ran = site.run("invoke", "check", "--now", NOW)

    assert (1, "10 faults, 0 warnings\n", TEN_TEXT) == (ran.code, ran.output, ran.errors)


def test_pelican_tells_the_same_without_a_traceback(tmp_path):
    site = make_site(tmp_path, TEN)

    ran = site.run("pelican", "pelican-app/content", "-s", "pelican-app/pelicanconf.py")

    assert (1, TEN_TEXT) == (ran.code, ran.errors)
    assert not site.output.exists()


def test_a_stock_theme_stops_at_the_same_faults(tmp_path):
    site = make_site(tmp_path, TEN, pelican={"THEME": "simple"})

    ran = site.run("invoke", "build", "--now", NOW)

    assert (1, "", f"{TEN_TEXT}10 faults; nothing was built\n") == (
        ran.code,
        ran.output,
        ran.errors,
    )
    assert not site.output.exists()


def test_a_file_that_cannot_be_read_makes_no_faults_elsewhere(tmp_path):
    files = {
        "authors/bo-lund.md": "---\nname: Bo\n",
        "articles/2026/quay.md": "---\ntitle: The quay\n",
        "articles/2026/pier.md": story(
            "Read [the quay](quay.md).\n\nRELATED: quay\n", authors="[bo-lund]", related="[quay]"
        ),
        "fronts/home.yml": "lead: quay\n",
    }
    site = make_site(tmp_path, files)
    hint = "hint: begin with `---`, then `title: …` and the other fields, then `---`\n"
    expected = (
        "articles/2026/quay.md:1: front matter is not closed, expected a second line `---`\n"
        f"{hint}"
        "authors/bo-lund.md:1: front matter is not closed, expected a second line `---`\n"
        f"{hint}"
    )

    ran = site.invoke("check", "--now", NOW)

    assert (1, "2 faults, 0 warnings\n", expected) == (ran.code, ran.output, ran.errors)


def test_all_faults_of_one_file_are_told(tmp_path):
    body = "<script></script>\n\n![](pier.jpg)\n\nRELATED: fery\n\n[there](#here)\n"
    site = make_site(
        tmp_path, {"articles/2026/quay.md": story(body, section="lokal", titel="x", lang="none!")}
    )

    ran = site.invoke("check", "--now", NOW)

    lines = [line.partition(": ")[0] for line in ran.errors.splitlines() if line[:5] != "hint:"]
    expected = [f"articles/2026/quay.md:{line}" for line in (4, 6, 7, 10, 12, 14, 16)]
    assert (1, sorted(expected)) == (ran.code, sorted(lines))


def test_a_fault_leaves_the_last_good_site_as_it_was(tmp_path):
    site = make_site(tmp_path)
    assert 0 == site.build().code
    before = snapshot(site.output)
    site.write("articles/2026/quay.md", story(section="lokal"))

    assert 1 == site.build().code

    assert before == snapshot(site.output)


def test_a_picture_that_breaks_while_it_is_made_stops_the_build(tmp_path):
    files = {
        "articles/2026/pier/index.md": story(image="{src: photo.jpg, alt: The pier}"),
        "articles/2026/pier/photo.jpg": picture(kind="JPEG")[:-4000],
    }
    site = make_site(tmp_path, files)
    expected = (
        "articles/2026/pier/photo.jpg: `photo.jpg` is a damaged JPEG, its pixels cannot be read\n"
        "hint: export or download it again; the file may have been cut short\n"
        "1 fault; nothing was built\n"
    )

    ran = site.run("invoke", "build", "--now", NOW)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)
    assert not site.output.exists()


FAULT = "articles/2026/quay.md:4: `section`: is `lokal`, expected a declared section\n"
ANNOTATED = {
    "articles/2026/quay.md": story(section="lokal"),
    "articles/2026/pier.md": story(body="One <blink>two</blink>.\n"),
}
ANNOTATIONS = (
    "::warning file=pelican-app/content/articles/2026/pier.md,line=8::the element `<blink>` is not"
    " allowed and was left out%0Ahint: write `&lt;` for a plain less-than sign, or use Markdown\n"
    "::error file=pelican-app/content/articles/2026/quay.md,line=4::`section`: is `lokal`,"
    " expected a declared section%0Ahint: did you mean `local`?\n"
)
PLAIN = (
    "articles/2026/pier.md:8: warning: the element `<blink>` is not allowed and was left out\n"
    "hint: write `&lt;` for a plain less-than sign, or use Markdown\n"
    f"{FAULT}hint: did you mean `local`?\n"
)


def test_github_gets_annotations_from_a_build(tmp_path):
    site = make_site(tmp_path, ANNOTATED)

    ran = site.run("invoke", "build", "--now", NOW, GITHUB_ACTIONS="true")

    expected = f"{PLAIN}{ANNOTATIONS}1 fault; nothing was built\n"
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_github_gets_annotations_from_check(tmp_path):
    site = make_site(tmp_path, ANNOTATED)

    ran = site.run("invoke", "check", "--now", NOW, GITHUB_ACTIONS="true")

    assert (1, PLAIN + ANNOTATIONS) == (ran.code, ran.errors)


def test_github_gets_annotations_of_warnings_from_a_build_that_succeeds(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    files = {"articles/2026/pier.md": ANNOTATED["articles/2026/pier.md"]}
    site = make_site(tmp_path, files)

    ran = site.build()

    warning, annotation = PLAIN.partition(FAULT)[0], ANNOTATIONS.partition("::error")[0]
    assert (0, warning + annotation) == (ran.code, ran.errors)


def test_github_gets_annotations_of_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    site = make_site(tmp_path, newsroom={"name": None})

    ran = site.build()

    expected = (
        "::error file=pelican-app/pelicanconf.py::`JAMSTACK.name`: is missing%0Ahint: every"
        " newsroom needs it; see docs/settings.md\n"
    )
    assert (1, expected) == (ran.code, ran.output)


def test_a_word_of_the_command_line_is_no_annotation(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    site = make_site(tmp_path)

    ran = site.invoke("build", "--now", "soon")

    assert (1, "") == (ran.code, ran.output)
