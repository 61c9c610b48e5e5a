"""Files that cannot be read, or must not be."""

from __future__ import annotations

from ..site.builders import Link, story
from .cases import QUAY, Broken

FILES = (
    Broken(
        name="not UTF-8",
        files={QUAY: story(body="A caf\u00e9.\n").encode("latin-1")},
        text=(
            "articles/2026/quay.md:8: byte 0xE9 is not UTF-8\n"
            "hint: save the file with the encoding UTF-8"
        ),
    ),
    Broken(
        name="a NUL byte",
        files={QUAY: story(body="One\0two\n")},
        text=(
            "articles/2026/quay.md:8: holds a NUL byte, expected text\n"
            "hint: is it a binary file? save it as plain UTF-8 text"
        ),
    ),
    Broken(
        name="more bytes than a story may have",
        files={QUAY: story(body="A word. " * 30)},
        text=(
            "articles/2026/quay.md: has 327 bytes, expected at most 200\n"
            "hint: put pictures in files of their own, or raise `maximum_source_bytes`"
        ),
        newsroom={"maximum_source_bytes": 200},
    ),
    Broken(
        name="an empty file",
        files={QUAY: ""},
        text=(
            "articles/2026/quay.md:1: begins with nothing, expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="no front matter",
        files={QUAY: "The quay was closed on Monday.\n"},
        text=(
            "articles/2026/quay.md:1: begins with `The quay was closed on Monday.`, "
            "expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="front matter not closed",
        files={QUAY: "---\ntitle: The quay\n\nThe quay was closed.\n"},
        text=(
            "articles/2026/quay.md:1: front matter is not closed, expected a second line `---`\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="front matter without fields",
        files={QUAY: "---\n---\nThe quay was closed.\n"},
        text=(
            "articles/2026/quay.md:1: front matter is empty, expected fields\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="front matter that is a list",
        files={QUAY: "---\n- title\n- date\n---\nThe quay was closed.\n"},
        text=(
            "articles/2026/quay.md:2: front matter is a list, expected fields such as "
            "`title: …`\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="front matter that is a text",
        files={QUAY: "---\nThe quay\n---\nThe quay was closed.\n"},
        text=(
            "articles/2026/quay.md:2: front matter is a text, expected fields such as "
            "`title: …`\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ),
    ),
    Broken(
        name="front matter that is not YAML",
        files={QUAY: story(title='"The quay: closed')},
        text=(
            "articles/2026/quay.md:6: front matter is not YAML: found unexpected end of stream\n"
            "hint: put text that holds `: `, `#` or quotes between quotes"
        ),
    ),
    Broken(
        name="a colon in a title",
        files={QUAY: story(title="The quay: closed: again")},
        text=(
            "articles/2026/quay.md:2: front matter is not YAML: mapping values are not "
            "allowed in this context\n"
            "hint: put text that holds `: `, `#` or quotes between quotes"
        ),
    ),
    Broken(
        name="a tab in front matter",
        files={QUAY: story(authors="\n\t- ana-dias")},
        text=(
            "articles/2026/quay.md:6: front matter is not YAML: found character that "
            "cannot start any token\n"
            "hint: put text that holds `: `, `#` or quotes between quotes"
        ),
    ),
    Broken(
        name="a field twice",
        files={QUAY: story(dek="One\ndek: Two")},
        text=(
            "articles/2026/quay.md:7: front matter names `dek` twice, first on line 6\n"
            "hint: keep one of the two"
        ),
    ),
    Broken(
        name="a YAML tag",
        files={QUAY: story(title='!!python/object/apply:os.system ["true"]')},
        text=(
            "articles/2026/quay.md:2: front matter holds a tag "
            "(`tag:yaml.org,2002:python/object/apply:os.system`), which is refused\n"
            "hint: write the value itself, or quote it"
        ),
    ),
    Broken(
        name="a YAML bomb",
        files={QUAY: story(extra="\n  a: &a [x, x]\n  b: &b [*a, *a]\n  c: [*b, *b]")},
        text=(
            "articles/2026/quay.md:7: front matter holds an anchor (`&name`), which is refused\n"
            "hint: write the value itself, or quote it"
        ),
    ),
    Broken(
        name="YAML too deep",
        files={QUAY: story(extra="{a: " + "[" * 30 + "]" * 30 + "}")},
        text=(
            "articles/2026/quay.md:6: front matter is nested deeper than 20 levels\n"
            "hint: write it with fewer levels"
        ),
    ),
    Broken(
        name="a header line that is none",
        files={QUAY: "Title: The quay\nno colon here\n\nThe quay was closed.\n"},
        text=(
            "articles/2026/quay.md:2: front matter holds `no colon here`, expected `Name: "
            "value`\n"
            "hint: put a blank line between the header and the text"
        ),
    ),
    Broken(
        name="an empty body",
        files={QUAY: story(body="")},
        text=("articles/2026/quay.md:7: has no text after the front matter\nhint: write the story"),
    ),
    Broken(
        name="a body that nobody could see",
        files={QUAY: story(body="<!-- to be written -->\n")},
        text=("articles/2026/quay.md:7: has no text that readers could see\nhint: write the story"),
    ),
    Broken(
        name="a name that is no address",
        files={"articles/2026/The Quay.md": story()},
        text=(
            "articles/2026/The Quay.md: the name `The Quay` cannot be an address, "
            "expected a slug: lower-case letters, digits and single hyphens\n"
            "hint: rename it, or set `slug`"
        ),
    ),
    Broken(
        name="a slug that leaves the output folder",
        files={QUAY: story(slug="../../etc/passwd")},
        text=(
            "articles/2026/quay.md:6: `slug`: is `../../etc/passwd`, expected a slug: "
            "lower-case letters, digits and single hyphens\n"
            "hint: see `slug` in docs/writing.md"
        ),
    ),
    Broken(
        name="an alias that leaves the output folder",
        files={QUAY: story(aliases="[../../index.html]")},
        text=(
            "articles/2026/quay.md:6: `aliases[0]`: is `../../index.html`, expected an "
            "old path on this site, such as `2019/old-name/`\n"
            "hint: see `aliases` in docs/writing.md"
        ),
    ),
    Broken(
        name="a story outside a year",
        files={"articles/quay.md": story()},
        text=(
            "articles/quay.md: is not read, expected `articles/<year>/<slug>.md` or "
            "`articles/<year>/<slug>/index.md`\n"
            "hint: move or rename it, or begin its name with a dot to keep it as a note"
        ),
    ),
    Broken(
        name="a link that leaves the content folder",
        files={QUAY: Link("/etc/hostname")},
        text=(
            "articles/2026/quay.md: is a symbolic link that leaves the content folder, "
            "expected a file inside it\n"
            "hint: copy the file here"
        ),
    ),
    Broken(
        name="a link to nothing",
        files={QUAY: Link("nowhere.md")},
        text=(
            "articles/2026/quay.md: is a symbolic link to nothing, expected a file\n"
            "hint: remove the link, or restore its target"
        ),
    ),
    Broken(
        name="a linked folder",
        files={"articles/2026/more": Link("..")},
        text=(
            "articles/2026/more: is a symbolic link to a folder, expected a folder\n"
            "hint: linked folders are not followed; move the folder here"
        ),
    ),
    Broken(
        name="paths that differ only in case",
        files={QUAY: story(), "articles/2026/Quay.md": story(slug="quay-two")},
        text=(
            "articles/2026/quay.md: differs from `articles/2026/Quay.md` only in case or "
            "in Unicode form\n"
            "hint: rename one: on macOS and Windows they are the same file"
        ),
    ),
)
