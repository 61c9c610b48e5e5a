import pytest

from jamstack.markdown.destinations import (
    Broken,
    External,
    Internal,
    as_typed,
    destination,
    no_address,
    picture_path,
)

SOURCE = "articles/2026/bridge.md"


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("https://x.example/a", External("https://x.example/a")),
        (" https://x.example ", External("https://x.example")),
        ("//x.example", External("//x.example")),
        ("tel:1", External("tel:1")),
        ("mailto:", External("mailto:")),
        ("https://m%C3%BCnchen.example/", External("https://m%C3%BCnchen.example/")),
        ("x.md", Internal("articles/2026/x.md", "")),
        ("x.md#a#b", Internal("articles/2026/x.md", "a#b")),
        ("%7Bfilename%7D/pages/a.md#b", Internal("pages/a.md", "b")),
        ("|filename|x.md", Internal("articles/2026/x.md", "")),
        ("#a", Internal("", "a")),
        ("/a/b/?c#d", Internal("/a/b/", "d")),
        ("/a.md", Internal("/a.md", "")),
        ("%2e%2e/x.md", Internal("articles/x.md", "")),
    ],
)
def test_a_link_leads_to_a_site_a_file_or_an_anchor(written, leads):
    assert leads == destination(written, source=SOURCE)


@pytest.mark.parametrize(
    "written",
    ["javascript:x", " java\tscript:x", "&#106;avascript:x", "vbscript:x", "data:,x", "mocha:x"],
)
def test_no_link_leads_to_an_active_address(written):
    assert Broken(
        f"links to the active address `{written.strip()}`, expected a page",
        "link to a page, or remove the link",
    ) == destination(written, source=SOURCE)


@pytest.mark.parametrize(
    "written",
    ["http://[server", "http:x", "https://", "https://x.example:0/", "https://x.example:99999",
     "https://a%20b.example", "//", "https://<x>/"],
)  # fmt: skip
def test_what_is_no_address_is_left_out_with_a_warning(written):
    leads = destination(written, source=SOURCE)

    assert no_address(written) == leads
    assert (
        Broken(
            f"links to `{written}`, which is no address; the link was left out",
            "correct the address",
            is_fault=False,
        )
        == leads
    )


@pytest.mark.parametrize(
    ("written", "path"),
    [("a.png", "articles/2026/a.png"), (" /a.png", "a.png"), ("{static}/b%20c.png", "b c.png")],
)
def test_a_picture_is_a_file_here(written, path):
    assert path == picture_path(written, source=SOURCE)


@pytest.mark.parametrize(
    ("address", "typed"),
    [("%7Ba%7D", "{a}"), ("caf%C3%A9", "café"), ("a%00%02b", "ab"), ("%FF", "�")],
)
def test_escapes_are_undone_and_control_characters_left_out(address, typed):
    assert typed == as_typed(address)
