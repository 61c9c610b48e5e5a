import pytest

from jamstack.bylines.follow import ALIASES, NETWORKS, network_key, normalise
from jamstack.model import FollowLink

CHANNEL = "UCabcdefghijklmnopqrst_-"
IDENTIFIER = "did:plc:abcdefghijklmnopqrstuvw2"

ACCEPTED = [
    ("website", "https://mira.example", "https://mira.example/", "mira.example"),
    (
        "website",
        "http://www.mira.example/about/",
        "http://www.mira.example/about/",
        "mira.example/about",
    ),
    ("website", "mira.example", "https://mira.example/", "mira.example"),
    ("website", "www.mira.example", "https://www.mira.example/", "mira.example"),
    ("website", "https://mira.example/a?b=c#d", "https://mira.example/a?b=c#d", "mira.example/a"),
    ("mastodon", "@mira@social.example", "https://social.example/@mira", "@mira@social.example"),
    ("mastodon", "mira@Social.Example", "https://social.example/@mira", "@mira@social.example"),
    (
        "mastodon",
        "https://social.example/@mira",
        "https://social.example/@mira",
        "@mira@social.example",
    ),
    (
        "mastodon",
        "http://social.example/@mira/?x=1",
        "https://social.example/@mira",
        "@mira@social.example",
    ),
    ("mastodon", "social.example/@mira", "https://social.example/@mira", "@mira@social.example"),
    (
        "mastodon",
        "https://social.example/users/mira",
        "https://social.example/@mira",
        "@mira@social.example",
    ),
    (
        "mastodon",
        "https://social.example/web/@mira",
        "https://social.example/@mira",
        "@mira@social.example",
    ),
    (
        "mastodon",
        "https://one.example/@mira@two.example",
        "https://two.example/@mira",
        "@mira@two.example",
    ),
    (
        "mastodon",
        "@m.c-d_e@social.example",
        "https://social.example/@m.c-d_e",
        "@m.c-d_e@social.example",
    ),
    (
        "bluesky",
        "mira.bsky.social",
        "https://bsky.app/profile/mira.bsky.social",
        "mira.bsky.social",
    ),
    ("bluesky", "@Mira.Example", "https://bsky.app/profile/mira.example", "mira.example"),
    (
        "bluesky",
        "https://bsky.app/profile/mira.example/",
        "https://bsky.app/profile/mira.example",
        "mira.example",
    ),
    (
        "bluesky",
        "bsky.app/profile/mira.example",
        "https://bsky.app/profile/mira.example",
        "mira.example",
    ),
    ("bluesky", IDENTIFIER, f"https://bsky.app/profile/{IDENTIFIER}", IDENTIFIER),
    ("x", "mira_c", "https://x.com/mira_c", "@mira_c"),
    ("x", " @mira ", "https://x.com/mira", "@mira"),
    ("x", "https://x.com/mira", "https://x.com/mira", "@mira"),
    ("x", "http://www.twitter.com/mira/?lang=en", "https://x.com/mira", "@mira"),
    ("x", "https://mobile.twitter.com/@mira", "https://x.com/mira", "@mira"),
    ("x", "twitter.com/mira", "https://x.com/mira", "@mira"),
    ("twitter", "mira", "https://x.com/mira", "@mira"),
    ("Twitter", "mira", "https://x.com/mira", "@mira"),
    ("instagram", "@mira.castell", "https://www.instagram.com/mira.castell/", "@mira.castell"),
    ("instagram", "https://instagram.com/mira?igsh=a", "https://www.instagram.com/mira/", "@mira"),
    ("threads", "mira", "https://www.threads.com/@mira", "@mira"),
    ("threads", "https://www.threads.net/@mira", "https://www.threads.com/@mira", "@mira"),
    ("facebook", "mira.castell", "https://www.facebook.com/mira.castell", "mira.castell"),
    ("facebook", "https://en-gb.facebook.com/mira?ref=x", "https://www.facebook.com/mira", "mira"),
    ("facebook", "https://m.facebook.com/mira/", "https://www.facebook.com/mira", "mira"),
    ("facebook", "https://fb.com/mira", "https://www.facebook.com/mira", "mira"),
    (
        "facebook",
        "https://www.facebook.com/profile.php?id=123",
        "https://www.facebook.com/123",
        "123",
    ),
    (
        "facebook",
        "https://www.facebook.com/people/Mira/123/",
        "https://www.facebook.com/123",
        "123",
    ),
    (
        "facebook",
        "https://www.facebook.com/pages/Herald/123",
        "https://www.facebook.com/123",
        "123",
    ),
    ("facebook", "https://www.facebook.com/pg/herald", "https://www.facebook.com/herald", "herald"),
    ("linkedin", "mira-castell/", "https://www.linkedin.com/in/mira-castell/", "mira-castell"),
    ("linkedin", "in/mira", "https://www.linkedin.com/in/mira/", "mira"),
    ("linkedin", "company/herald", "https://www.linkedin.com/company/herald/", "herald"),
    ("linkedin", "https://pt.linkedin.com/in/mira/en", "https://www.linkedin.com/in/mira/", "mira"),
    ("linkedin", "www.linkedin.com/in/mira?trk=x", "https://www.linkedin.com/in/mira/", "mira"),
    ("linkedin", "mir%C3%A9", "https://www.linkedin.com/in/mir%C3%A9/", "mir\u00e9"),
    ("linkedin", "mir\u00e9", "https://www.linkedin.com/in/mir%C3%A9/", "mir\u00e9"),
    ("youtube", "@mira", "https://www.youtube.com/@mira", "@mira"),
    ("youtube", "mira", "https://www.youtube.com/@mira", "@mira"),
    ("youtube", "https://m.youtube.com/@mira/videos", "https://www.youtube.com/@mira", "@mira"),
    ("youtube", "https://youtube.com/mira", "https://www.youtube.com/c/mira", "mira"),
    ("youtube", "https://youtube.com/c/mira", "https://www.youtube.com/c/mira", "mira"),
    ("youtube", "https://youtube.com/user/mira", "https://www.youtube.com/user/mira", "mira"),
    ("youtube", CHANNEL, f"https://www.youtube.com/channel/{CHANNEL}", CHANNEL),
    (
        "youtube",
        f"youtube.com/channel/{CHANNEL}/about",
        f"https://www.youtube.com/channel/{CHANNEL}",
        CHANNEL,
    ),
    ("youtube", "@mir\u00e9", "https://www.youtube.com/@mir%C3%A9", "@mir\u00e9"),
    ("github", "mira-castell", "https://github.com/mira-castell", "mira-castell"),
    ("github", "@mira", "https://github.com/mira", "mira"),
    ("github", "mira_herald", "https://github.com/mira_herald", "mira_herald"),
    ("github", "https://github.com/mira/", "https://github.com/mira", "mira"),
    ("github", "https://github.com/orgs/herald", "https://github.com/herald", "herald"),
    (
        "orcid",
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "0000-0002-1825-0097",
    ),
    ("orcid", "0000000218250097", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    (
        "orcid",
        "http://orcid.org/0000-0002-1694-233x",
        "https://orcid.org/0000-0002-1694-233X",
        "0000-0002-1694-233X",
    ),
]

REFUSED = [
    ("website", "mira"),
    ("website", "mailto:mira@mira.example"),
    ("website", "javascript:alert(1)"),
    ("website", ""),
    ("mastodon", "@mira"),
    ("mastodon", "mira@server"),
    ("mastodon", "https://social.example/@mira/1234"),
    ("mastodon", "https://social.example/about"),
    ("mastodon", "https://social.example:8080/@mira"),
    ("mastodon", "https://www.youtube.com/@mira"),
    ("mastodon", "https://x.com/@mira"),
    ("bluesky", "mira"),
    ("bluesky", "mira castell.example"),
    ("bluesky", "https://bsky.app/profile/mira.example/post/3k"),
    ("bluesky", "https://example.org/profile/mira.example"),
    ("x", "mira-castell"),
    ("x", "sixteen_letters_"),
    ("x", "Mira on X"),
    ("x", "https://x.com/home"),
    ("x", "https://x.com/mira/status/1"),
    ("x", "https://x.com.evil.example/mira"),
    ("x", "https://x.com@evil.example/mira"),
    ("x", "https://x.com:8080/mira"),
    ("x", "https://[server"),
    ("x", "x.com"),
    ("x", "@"),
    ("instagram", "mira..castell"),
    ("instagram", ".mira"),
    ("instagram", "mira."),
    ("instagram", "https://instagram.com/p/abc"),
    ("threads", "https://x.com/mira"),
    ("facebook", "mira castell"),
    ("facebook", "https://www.facebook.com/profile.php?id=mira@1"),
    ("facebook", "https://www.facebook.com/profile.php"),
    ("facebook", "profile.php"),
    ("facebook", "https://www.facebook.com/groups/1"),
    ("facebook", "https://www.facebook.com/people/Mira/castell"),
    ("linkedin", "mira castell"),
    ("linkedin", "in/.."),
    ("linkedin", "https://www.linkedin.com/feed"),
    ("linkedin", "https://www.linkedin.com/pub/mira/1/2"),
    ("youtube", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("youtube", "@m"),
    ("youtube", "https://youtube.com/channel/short"),
    ("youtube", "https://www.youtube.com/"),
    ("github", "-mira"),
    ("github", "m" * 40),
    ("github", "https://github.com/mira/repository"),
    ("github", "settings"),
    ("orcid", "0000-0002-1825-0098"),
    ("orcid", "0000-0002-1825"),
    ("orcid", "mira"),
    ("orcid", "https://orcid.org/0000-0002-1825-0097/works"),
    ("orcid", "https://example.org/0000-0002-1825-0097"),
]


@pytest.mark.parametrize(("network", "typed", "url", "handle"), ACCEPTED)
def test_handle_or_address_becomes_one_link(network, typed, url, handle):
    link = normalise(network, typed)

    assert (url, handle) == (link.url, link.handle)


@pytest.mark.parametrize(("network", "url"), sorted({(row[0], row[2]) for row in ACCEPTED}))
def test_a_canonical_address_stays_as_it_is(network, url):
    assert url == normalise(network, url).url


@pytest.mark.parametrize(("network", "typed"), REFUSED)
def test_what_is_no_account_is_refused_with_what_was_expected(network, typed):
    with pytest.raises(ValueError, match="expected") as refusal:
        normalise(network, typed)

    assert f"is `{typed}`, expected {NETWORKS[network].expected}" == str(refusal.value)


@pytest.mark.parametrize(
    ("network", "text"),
    [
        ("website", "a web address such as `https://mira.example`"),
        (
            "mastodon",
            "an account with its server, such as `@mira@social.example` "
            "or `https://social.example/@mira`",
        ),
        (
            "bluesky",
            "a handle such as `mira.bsky.social` or `https://bsky.app/profile/mira.bsky.social`",
        ),
        (
            "x",
            "at most 15 letters, digits and underscores, such as `@mira`, or `https://x.com/mira`",
        ),
        (
            "instagram",
            "at most 30 letters, digits, underscores and single dots, such as `@mira`, "
            "or `https://www.instagram.com/mira/`",
        ),
        (
            "facebook",
            "a profile's or a page's name such as `mira.castell`, "
            "or `https://www.facebook.com/mira.castell`",
        ),
        (
            "linkedin",
            "a profile such as `in/mira`, `company/herald`, or `https://www.linkedin.com/in/mira/`",
        ),
        (
            "youtube",
            "a handle such as `@mira`, or a channel such as `https://www.youtube.com/@mira`",
        ),
        (
            "threads",
            "at most 30 letters, digits, underscores and single dots, such as `@mira`, "
            "or `https://www.threads.com/@mira`",
        ),
        (
            "github",
            "at most 39 letters, digits and hyphens, such as `mira`, or `https://github.com/mira`",
        ),
        ("orcid", "an ORCID iD whose check digit is right, such as `0000-0002-1825-0097`"),
    ],
)
def test_refusal_names_the_form_each_network_expects(network, text):
    with pytest.raises(ValueError, match="expected") as refusal:
        normalise(network, "two words")

    assert f"is `two words`, expected {text}" == str(refusal.value)


def test_unknown_network_is_refused_with_those_known():
    with pytest.raises(ValueError, match="expected") as refusal:
        normalise("agora", "mira")

    assert (
        "is on `agora`, expected one of `website`, `mastodon`, `bluesky`, `x`, `instagram`, "
        "`facebook`, `linkedin`, `youtube`, `threads`, `github`, `orcid`"
    ) == str(refusal.value)


def test_refusal_repeats_a_long_value_on_one_line_and_cut():
    with pytest.raises(ValueError, match="expected") as refusal:
        normalise("website", "two\nlines " + "a" * 100)

    assert str(refusal.value) == (
        f"is `two lines {'a' * 69}…`, expected a web address such as `https://mira.example`"
    )


def test_link_carries_the_key_and_the_printed_name():
    expected = FollowLink(network="x", label="X", url="https://x.com/mira", handle="@mira")

    assert expected == normalise("twitter", "mira")


def test_labels_are_printed_as_the_networks_print_them():
    labels = [network.label for network in NETWORKS.values()]

    assert [
        "Website",
        "Mastodon",
        "Bluesky",
        "X",
        "Instagram",
        "Facebook",
        "LinkedIn",
        "YouTube",
        "Threads",
        "GitHub",
        "ORCID",
    ] == labels


def test_every_alias_leads_to_a_network():
    assert set(ALIASES.values()) <= set(NETWORKS)


def test_unknown_network_has_no_key():
    assert network_key("agora") == ""
