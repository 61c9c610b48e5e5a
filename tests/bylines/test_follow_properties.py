"""Whatever is typed gives a link that is safe to print, or a refusal."""

from urllib.parse import urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from jamstack.bylines.follow import NETWORKS, normalise

ADDRESSES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "https://", "HTTP://", "javascript://", "//", "https://a@"]),
    st.sampled_from(["x.com", "www.youtube.com", "bsky.app", "linkedin.com", "a.example", "[a"]),
    st.sampled_from(["/", "/@", "/in/", "/profile/", "/channel/", ":8/", "?q="]),
    st.text(max_size=20),
)


EXPECTED = tuple(f", expected {network.expected}" for network in NETWORKS.values())


def link_or_refusal(network, typed):
    try:
        return normalise(network, typed)
    except ValueError as refusal:
        return str(refusal)


@given(network=st.sampled_from(sorted(NETWORKS)), typed=st.text(max_size=60) | ADDRESSES)
@example(network="website", typed="http://[server")
@example(network="orcid", typed="\u0660" * 16)
def test_any_text_is_a_plain_web_address_or_is_refused(network, typed):
    found = link_or_refusal(network, typed)

    if isinstance(found, str):
        assert found.endswith(EXPECTED)
    else:
        assert urlsplit(found.url).scheme in {"https", "http" if network == "website" else "https"}
        assert found.url.isascii()
        assert not set(found.url) & set(' "<>\\^`{|}\n')


@given(network=st.sampled_from(sorted(NETWORKS)), typed=st.text(max_size=60) | ADDRESSES)
def test_a_link_made_once_stays_the_same(network, typed):
    found = link_or_refusal(network, typed)

    assert isinstance(found, str) or found == normalise(network, found.url)
