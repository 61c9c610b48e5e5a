import pytest

from jamstack.markdown.embeds import recognise
from jamstack.model import Embed

YOUTUBE = "https://www.youtube-nocookie.com/embed/{}?autoplay=1"
VIMEO = "https://player.vimeo.com/video/{}?autoplay=1&dnt=1"
X = "https://platform.twitter.com/embed/Tweet.html?id={}&dnt=true"


@pytest.mark.parametrize(
    ("url", "provider", "frame"),
    [
        ("https://www.youtube.com/watch?v=ab--CD_12", "YouTube", YOUTUBE.format("ab--CD_12")),
        ("https://youtube.com/watch?v=abcdefg&t=10s", "YouTube", YOUTUBE.format("abcdefg")),
        ("https://m.youtube.com/shorts/abcdefg", "YouTube", YOUTUBE.format("abcdefg")),
        ("https://www.youtube.com/live/abcdefg?si=x", "YouTube", YOUTUBE.format("abcdefg")),
        ("https://youtu.be/-abcdef", "YouTube", YOUTUBE.format("-abcdef")),
        ("https://vimeo.com/123456", "Vimeo", VIMEO.format("123456")),
        ("https://www.vimeo.com/123456/abc?x=1", "Vimeo", VIMEO.format("123456")),
        ("https://x.com/mira_s/status/1234567890", "X", X.format("1234567890")),
        ("https://mobile.twitter.com/mira/status/12345?s=20", "X", X.format("12345")),
        ("https://www.instagram.com/p/abc_DE-1/", "Instagram",
         "https://www.instagram.com/p/abc_DE-1/embed/"),
        ("https://instagram.com/reel/abcde?igsh=1", "Instagram",
         "https://www.instagram.com/reel/abcde/embed/"),
        ("https://bsky.app/profile/mira.example/post/3kabc", "Bluesky", ""),
        ("https://bsky.app/profile/did:plc:abc/post/3kabc", "Bluesky", ""),
        ("https://social.example/@mira/112233445566", "Mastodon",
         "https://social.example/@mira/112233445566/embed"),
        ("https://social.example/@mira@other.example/112233", "Mastodon",
         "https://social.example/@mira@other.example/112233/embed"),
    ],
)  # fmt: skip
def test_an_address_is_the_providers_that_owns_it(url, provider, frame):
    assert Embed(provider=provider, url=url, frame_url=frame) == recognise(url)


def test_an_embed_is_always_encrypted():
    assert "https://youtu.be/abcdefg" == recognise("http://youtu.be/abcdefg").url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://youtube.com/",
        "https://youtube.com/watch?v=abc",
        "https://youtube.com.evil.example/watch?v=abcdefg",
        "https://evil.example/?https://youtu.be/abcdefg",
        "https://youtu.be/abcdefg\nx",
        'https://youtu.be/abcdefg?"><script>',
        "https://youtu.be/" + "a" * 21,
        "https://vimeo.com/about",
        "https://x.com/mira",
        "https://x.com/mira/status/12a45",
        "https://instagram.com/mira",
        "https://bsky.app/profile/mira.example",
        "https://bsky.app/profile/mira.example/post/3k/../x",
        "https://social.example/@mira",
        "http://social.example/@mira/112233",
        "https://social.example:80/@mira/112233",
        "javascript:https://youtu.be/abcdefg",
    ],
)
def test_any_other_address_is_no_embed(url):
    assert recognise(url) is None
