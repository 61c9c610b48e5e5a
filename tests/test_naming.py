import pytest

from jamstack.model import Block, BlockKind, Body
from jamstack.naming import Names, headline_key, settle

from .builders import make_article, make_settings

HERE = "articles/2026/quay.md"
BRIDGE = make_article(
    "bridge", title="The ‘old’ bridge — reopened…", aliases=("2019/bridge/", "old.html")
)
FERRY = make_article("ferry", title="Ferry", path="articles/2025/ferry/index.md")


def named(name, *articles, **settings):
    stories = articles or (BRIDGE, FERRY)
    found = Names(stories, make_settings(**settings)).find(name, source=HERE)
    return [article.slug for article in found]


@pytest.mark.parametrize(
    "name",
    [
        "bridge",
        "bridge.md",
        "../2026/bridge.md",
        "articles/2026/bridge.md",
        "/articles/2026/bridge.md",
        "{filename}/articles/2026/bridge.md",
        "{filename}bridge.md",
        "pelican-app/content/articles/2026/bridge.md",
        "https://herald.example/paper/stories/bridge/",
        "http://HERALD.example/paper/stories/bridge?from=home#top",
        "https://herald.example/paper/stories/bridge/index.html",
        "http://127.0.0.1:8000/paper/stories/bridge/",
        "http://localhost/stories/bridge/",
        "/paper/stories/bridge/",
        "/stories/bridge",
        "stories/bridge/",
        "/2019/bridge/",
        "https://herald.example/paper/2019/bridge",
        "/paper/old.html",
        "The ‘old’ bridge — reopened…",
        "The 'old' bridge -- reopened...",
        "the OLD  bridge - reopened...".replace("OLD", "'old'"),
        "The *‘old’* bridge – reopened…",
    ],
)
def test_a_story_is_found_by_every_name_it_has(name):
    assert ["bridge"] == named(name)


@pytest.mark.parametrize(
    "name",
    [
        "bridg",
        "The old bridge",
        "../bridge.md",
        "../../../bridge.md",
        "https://other.example/paper/stories/bridge/",
        "https://[herald/stories/bridge/",
        "/stories/other/",
        "/paper/stories/bridge/feed.xml",
        "/",
    ],
)
def test_no_other_name_finds_one(name):
    assert [] == named(name)


def test_a_story_in_a_folder_is_found_by_its_path():
    assert ["ferry"] == named("../2025/ferry/index.md")


def test_a_headline_of_two_stories_means_both():
    twin = make_article("twin", title="ferry")

    assert ["ferry"] == named("ferry", FERRY, twin)
    assert ["ferry", "twin"] == named("Ferry", FERRY, twin)


def test_an_address_in_use_comes_before_a_former_one():
    mover = make_article("mover", aliases=("stories/bridge/",))

    assert ["bridge"] == named("/stories/bridge/", mover, BRIDGE)


def test_a_site_at_a_hosts_root_has_no_base_path():
    assert ["bridge"] == named("/stories/bridge/", site_url="https://herald.example")


def test_a_headline_in_any_script_is_a_name():
    story = make_article("port", title="港口重新开放")

    assert ["port"] == named("港口重新开放", story)


def test_spellings_of_one_headline_share_a_key():
    assert headline_key("It’s — “so” …") == headline_key('IT\'S  --- "so" ...')


def test_names_are_settled_as_slugs_and_the_rest_stays_as_it_was_written():
    blocks = tuple(
        Block(kind=BlockKind.RELATED, target=target, line=9)
        for target in ("../2025/ferry/index.md", "", "nobody", "bridge")
    )
    quay = make_article("quay", related=("Ferry", "gone"), body=Body(blocks=blocks, words=7))
    plain = make_article("plain", related=("ferry",))

    *_, settled, same = sorted(
        settle((quay, plain, BRIDGE, FERRY), make_settings()), key=lambda one: one.slug == "plain"
    )

    assert ("ferry", "gone") == settled.related
    assert ["ferry", "", "nobody", "bridge"] == [block.target for block in settled.body.blocks]
    assert (7, 9) == (settled.body.words, settled.body.blocks[0].line)
    assert same is plain
