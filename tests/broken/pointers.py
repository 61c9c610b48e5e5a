"""What points to something readers cannot see, and what shares an address."""

from __future__ import annotations

from ..site.builders import story
from .cases import DRAFT, EMBARGOED, HOME, QUAY, Broken

POINTERS = (
    Broken(
        name="a pinned story that is not there, near one",
        files={QUAY: story(related="[fery]")},
        text=(
            "articles/2026/quay.md:6: `related`: names `fery`, which is no story\n"
            "hint: did you mean `ferry` (“The ferry sails again”)?"
        ),
    ),
    Broken(
        name="a pinned story that is not there, near none",
        files={QUAY: story(related="[ferry, zeppelin]")},
        text=(
            "articles/2026/quay.md:6: `related`: names `zeppelin`, which is no story\n"
            "hint: name it by its slug, headline, file or address"
        ),
    ),
    Broken(
        name="a pinned draft",
        files={QUAY: story(related="[secret]"), **DRAFT},
        text=(
            "articles/2026/quay.md:6: `related`: names `secret`, which is a draft "
            "(`articles/2026/secret.md`)\n"
            "hint: publish that story first, or name another"
        ),
    ),
    Broken(
        name="a related line to nothing",
        files={QUAY: story(body="One.\n\nRELATED: the-fery\n\nTwo.\n")},
        text=(
            "articles/2026/quay.md:10: `RELATED:` names `the-fery`, which is no story\n"
            "hint: did you mean `ferry` (“The ferry sails again”)?"
        ),
    ),
    Broken(
        name="a related line to a draft",
        files={QUAY: story(body="One.\n\nRELATED: secret\n\nTwo.\n"), **DRAFT},
        text=(
            "articles/2026/quay.md:10: `RELATED:` names `secret`, which is a draft "
            "(`articles/2026/secret.md`)\n"
            "hint: publish that story first, or name another"
        ),
    ),
    Broken(
        name="a related line to an embargoed story",
        files={QUAY: story(body="One.\n\nRELATED: later\n\nTwo.\n"), **EMBARGOED},
        text=(
            "articles/2026/quay.md:10: `RELATED:` names `later`, which is embargoed "
            "(`articles/2026/later.md`)\n"
            "hint: publish that story first, or name another"
        ),
    ),
    Broken(
        name="a related line to the story itself",
        files={QUAY: story(body="One.\n\nRELATED: quay\n\nTwo.\n")},
        text=(
            "articles/2026/quay.md:10: `RELATED:` names the story itself\nhint: name another story"
        ),
    ),
    Broken(
        name="a link to no file",
        files={QUAY: story(body="Read [the other story](../2026/fery.md).\n")},
        text=(
            "articles/2026/quay.md:8: links to `../2026/fery.md`, but there is no "
            "`articles/2026/fery.md`\n"
            "hint: did you mean `articles/2026/ferry.md`?"
        ),
    ),
    Broken(
        name="a link to no heading of the same story",
        files={QUAY: story(body="See [below](#the-votes).\n\n## The vote\n\nEleven to six.\n")},
        text=(
            "articles/2026/quay.md:8: links to `#the-votes`, but this file has no heading "
            "`#the-votes`\n"
            "hint: did you mean `the-vote`?"
        ),
    ),
    Broken(
        name="a link to no heading of another story",
        files={QUAY: story(body="See [the ferry](ferry.md#timetable).\n")},
        text=(
            "articles/2026/quay.md:8: links to `ferry.md#timetable`, but "
            "`articles/2026/ferry.md` has no heading `#timetable`\n"
            "hint: an anchor is a heading in lower case with hyphens for spaces"
        ),
    ),
    Broken(
        name="a link to a draft",
        files={QUAY: story(body="One.\n\nRead [the secret](secret.md) now.\n"), **DRAFT},
        text=(
            "articles/2026/quay.md:10: links to `secret.md`, which is a draft\n"
            "hint: publish that story first, or remove the link"
        ),
    ),
    Broken(
        name="a link to an embargoed story",
        files={
            QUAY: story(body="Read [what comes]({filename}/articles/2026/later.md).\n"),
            **EMBARGOED,
        },
        text=(
            "articles/2026/quay.md:8: links to `{filename}/articles/2026/later.md`, which "
            "is embargoed\n"
            "hint: publish that story first, or remove the link"
        ),
    ),
    Broken(
        name="a link to no address of the site",
        files={QUAY: story(body="Read [the section](/harbor/).\n")},
        text=(
            "articles/2026/quay.md:8: links to `/harbor/`, which is no address of this site\n"
            "hint: did you mean `/harbour/`?"
        ),
    ),
    Broken(
        name="a link to a file that is no story",
        files={QUAY: story(body="Read [the minutes](minutes.pdf).\n")},
        text=(
            "articles/2026/quay.md:8: links to `minutes.pdf`, expected a Markdown file or "
            "a full address\n"
            "hint: link to the story's file, such as `../2026/story.md`"
        ),
    ),
    Broken(
        name="a link out of the content folder",
        files={QUAY: story(body="Read [the settings](../../../pelicanconf.md).\n")},
        text=(
            "articles/2026/quay.md:8: links to `../../../pelicanconf.md`, which leaves "
            "the content folder\n"
            "hint: link to a Markdown file inside it"
        ),
    ),
    Broken(
        name="a front that leads with a draft",
        files={HOME: "lead: secret\n", **DRAFT},
        text=(
            "fronts/home.yml:1: `lead`: names `secret`, which is a draft "
            "(`articles/2026/secret.md`)\n"
            "hint: publish that story first, or name another"
        ),
    ),
    Broken(
        name="a front that names an embargoed story and one that is not there",
        files={HOME: "lead: ferry\ntop: [later, fery]\n", **EMBARGOED},
        text=(
            "fronts/home.yml:2: `top`: names `fery`, which is no story\n"
            "hint: did you mean `ferry` (“The ferry sails again”)?\n"
            "fronts/home.yml:2: `top`: names `later`, which is embargoed "
            "(`articles/2026/later.md`)\n"
            "hint: publish that story first, or name another"
        ),
    ),
    Broken(
        name="a front that names a section that is not there",
        files={HOME: "order: [local, harbor]\nsections:\n  locale: [ferry]\n"},
        text=(
            "fronts/home.yml:1: `order`: names `harbor`, expected a declared section\n"
            "hint: did you mean `harbour`?\n"
            "fronts/home.yml:2: `sections`: names `locale`, expected a declared section\n"
            "hint: did you mean `local`?"
        ),
    ),
    Broken(
        name="a front that is not YAML",
        files={HOME: "lead: [ferry\n"},
        text=(
            "fronts/home.yml:2: is not YAML: did not find expected ',' or ']'\n"
            "hint: put text that holds `: `, `#` or quotes between quotes"
        ),
    ),
    Broken(
        name="one slug, two stories",
        files={QUAY: story(slug="ferry")},
        text=(
            "articles/2026/quay.md:6: has the slug `ferry`, which "
            "`articles/2026/ferry.md` has too\n"
            "hint: give one of them a `slug` of its own"
        ),
    ),
    Broken(
        name="one address, a page and a section",
        files={"pages/local.md": "---\ntitle: Local\n---\nAbout us.\n"},
        text=(
            "pages/local.md: has the address `/local/`, which the section `Town and "
            "Council` has too\n"
            "hint: give the page another `slug`"
        ),
    ),
    Broken(
        name="one address, a page and a story's alias",
        files={
            "pages/about.md": "---\ntitle: About\n---\nAbout us.\n",
            QUAY: story(aliases="[about]"),
        },
        text=(
            "articles/2026/quay.md:6: `aliases`: claims `/about/`, which `pages/about.md` has\n"
            "hint: remove the alias, or change the other's address"
        ),
    ),
    Broken(
        name="an alias that is another story's address",
        files={QUAY: story(aliases="[stories/ferry/]")},
        text=(
            "articles/2026/quay.md:6: `aliases`: claims `/stories/ferry/`, which "
            "`articles/2026/ferry.md` has\n"
            "hint: remove the alias, or change the other's address"
        ),
    ),
    Broken(
        name="an alias that two stories claim",
        files={
            QUAY: story(aliases="[old/quay]"),
            "articles/2026/pier.md": story(aliases="[/old/quay/]"),
        },
        text=(
            "articles/2026/quay.md:6: `aliases`: claims `/old/quay/`, which "
            "`articles/2026/pier.md` has\n"
            "hint: remove the alias, or change the other's address"
        ),
    ),
    Broken(
        name="an alias among the site's own files",
        files={QUAY: story(aliases="[theme/css/paper.css]")},
        text=(
            "articles/2026/quay.md:6: `aliases`: claims `/theme/css/paper.css`, where the "
            "site keeps its own files\n"
            "hint: remove the alias"
        ),
    ),
    Broken(
        name="an alias that is a feed",
        files={QUAY: story(aliases="[feed.xml]")},
        text=(
            "articles/2026/quay.md:6: `aliases`: claims `/feed.xml`, which the site's own "
            "file has\n"
            "hint: remove the alias, or change the other's address"
        ),
    ),
)
