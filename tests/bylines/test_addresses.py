import pytest

from jamstack.bylines.addresses import domain, read_address


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://mira.example", "https://mira.example/"),
        ("HTTP://WWW.Mira.Example/About", "http://www.mira.example/About"),
        ("mira.example/about", "https://mira.example/about"),
        ("https://mira.example:8443/a", "https://mira.example:8443/a"),
        ("https://mira.example/?q=a b".replace(" ", "+"), "https://mira.example/?q=a+b"),
        ("https://mira.example/p#part", "https://mira.example/p#part"),
        ("https://mira.example/caf\u00e9", "https://mira.example/caf%C3%A9"),
        ("https://mira.example/caf%C3%A9", "https://mira.example/caf%C3%A9"),
        ('https://mira.example/"><b', "https://mira.example/%22%3E%3Cb"),
        ("https://m\u00fcnster.example/", "https://xn--mnster-3ya.example/"),
    ],
)
def test_address_is_written_whole_and_encoded(typed, url):
    found = read_address(typed)

    assert url == found.url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mira",
        "mira castell",
        "ftp://mira.example",
        "javascript://mira.example/%0aalert(1)",
        "javascript:alert(1)",
        "mailto:mira@mira.example",
        "https://mira@mira.example/",
        "https://[server",
        "https://mira.example:port/",
        "https://localhost/",
        "https://192.0.2.1/",
        "https://mira..example/",
        "https://-mira.example/",
        "https://mira.example/a b",
        "https://mira.example/\u202egnp",
        "https://mira.example/" + "a" * 2_000,
    ],
)
def test_what_no_reader_could_open_is_no_address(typed):
    assert read_address(typed) is None


def test_segments_are_decoded_composed_and_never_empty():
    found = read_address("https://mira.example//a/cafe%CC%81/")

    assert ("a", "caf\u00e9") == found.segments


@pytest.mark.parametrize("host", ["x.com", "www.x.com", "m.x.com", "pt.x.com", "en-gb.x.com"])
def test_forms_for_phones_and_countries_are_on_the_site(host):
    assert read_address(f"https://{host}/mira").is_on({"x.com"})


@pytest.mark.parametrize("host", ["x.com.evil.example", "notx.com", "evil.x.com"])
def test_other_hosts_are_not_on_the_site(host):
    assert not read_address(f"https://{host}/mira").is_on({"x.com"})


def test_domain_is_lower_case_ascii():
    assert "mira.example" == domain("Mira.Example")


@pytest.mark.parametrize("text", ["", "mira", "a.b_c.example", "a" * 64 + ".example", ".example"])
def test_no_domain_is_an_empty_text(text):
    assert domain(text) == ""
