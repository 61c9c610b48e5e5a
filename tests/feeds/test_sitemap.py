from datetime import timedelta

import pytest
from lxml import etree

from jamstack.feeds.sitemap import (
    MAXIMUM_BYTES,
    MAXIMUM_URLS,
    NewsEntry,
    SitemapEntry,
    news_sitemap,
    sitemaps,
)

from .builders import NOON, SITE

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def addresses(document):
    return etree.fromstring(document).xpath("//s:loc/text()", namespaces=NAMES)


def make_news(slug="a", *, age_h=1.0, **values):
    defaults = {
        "url": f"{SITE}/stories/{slug}/",
        "title": f"Story {slug}",
        "published": NOON - timedelta(hours=age_h),
    }
    return NewsEntry(**(defaults | values))


def write_news(*entries, language="en"):
    return news_sitemap(entries, publication="The Herald", language=language, now=NOON)


class TestSitemaps:
    def test_one_file_holds_every_page(self):
        entries = [SitemapEntry(url=f"{SITE}/", modified=NOON), SitemapEntry(url=f"{SITE}/a&b/")]

        assert (
            (
                "sitemap.xml",
                b'<?xml version="1.0" encoding="utf-8"?>\n'
                b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
                b"<url>\n"
                b"<loc>https://herald.example/paper/</loc>\n"
                b"<lastmod>2025-11-03T12:00:00+00:00</lastmod>\n"
                b"</url>\n"
                b"<url>\n"
                b"<loc>https://herald.example/paper/a&amp;b/</loc>\n"
                b"</url>\n"
                b"</urlset>\n",
            ),
        ) == sitemaps(entries, base_url=SITE)

    def test_a_site_without_pages_has_an_empty_one(self):
        ((name, document),) = sitemaps([], base_url=SITE)

        assert ("sitemap.xml", []) == (name, addresses(document))

    def test_the_largest_single_file_has_as_many_pages_as_allowed(self):
        entries = [SitemapEntry(url=f"{SITE}/{number}/") for number in range(MAXIMUM_URLS)]

        assert ["sitemap.xml"] == [name for name, _ in sitemaps(entries, base_url=SITE)]

    def test_more_pages_than_allowed_make_an_index(self):
        entries = [SitemapEntry(url=f"{SITE}/{number}/") for number in range(MAXIMUM_URLS)]
        last = SitemapEntry(url=f"{SITE}/last/", modified=NOON)

        (index, first, second) = sitemaps([*entries, last], base_url=f"{SITE}/")

        assert index == (
            "sitemap.xml",
            b'<?xml version="1.0" encoding="utf-8"?>\n'
            b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            b"<sitemap>\n"
            b"<loc>https://herald.example/paper/sitemap-1.xml</loc>\n"
            b"</sitemap>\n"
            b"<sitemap>\n"
            b"<loc>https://herald.example/paper/sitemap-2.xml</loc>\n"
            b"<lastmod>2025-11-03T12:00:00+00:00</lastmod>\n"
            b"</sitemap>\n"
            b"</sitemapindex>\n",
        )
        assert ("sitemap-1.xml", MAXIMUM_URLS) == (first[0], len(addresses(first[1])))
        assert ("sitemap-2.xml", [f"{SITE}/last/"]) == (second[0], addresses(second[1]))

    def test_more_bytes_than_allowed_make_an_index(self):
        long = "x" * 10_000
        entries = [SitemapEntry(url=f"{SITE}/{long}/{number}/") for number in range(5_001)]

        files = sitemaps(entries, base_url=SITE)

        assert ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"] == [name for name, _ in files]
        assert all(len(document) <= MAXIMUM_BYTES for _, document in files)


class TestNewsSitemap:
    def test_a_story_is_told_whole(self):
        written = write_news(make_news(title="Bridge & boat"), language="pt-BR").decode()

        assert written == (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
            ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
            "<url>\n"
            "<loc>https://herald.example/paper/stories/a/</loc>\n"
            "<news:news>\n"
            "<news:publication>\n"
            "<news:name>The Herald</news:name>\n"
            "<news:language>pt</news:language>\n"
            "</news:publication>\n"
            "<news:publication_date>2025-11-03T11:00:00+00:00</news:publication_date>\n"
            "<news:title>Bridge &amp; boat</news:title>\n"
            "</news:news>\n"
            "</url>\n"
            "</urlset>\n"
        )

    def test_only_the_last_two_days_count(self):
        ages = {"now": 0, "edge": 48, "old": 48.01, "future": -0.01}
        entries = [make_news(slug, age_h=age) for slug, age in ages.items()]

        found = addresses(write_news(*entries))

        assert [f"{SITE}/stories/now/", f"{SITE}/stories/edge/"] == found

    def test_newest_come_first_then_by_address(self):
        entries = [make_news("c", age_h=2), make_news("b", age_h=2), make_news("a", age_h=1)]

        found = addresses(write_news(*entries[:2], make_news("d", age_h=1), entries[2]))

        assert [f"{SITE}/stories/{slug}/" for slug in "adbc"] == found

    def test_the_oldest_beyond_a_thousand_are_left_out(self):
        entries = [make_news(f"s{n}", age_h=n / 100) for n in range(1_001)]

        found = addresses(write_news(*entries))

        assert (1_000, f"{SITE}/stories/s999/") == (len(found), found[-1])

    def test_no_news_give_an_empty_file(self):
        assert [] == addresses(write_news())

    @pytest.mark.parametrize(
        ("tag", "language"),
        [
            ("en", "en"),
            ("en-GB", "en"),
            ("zh", "zh-cn"),
            ("zh-Hans-CN", "zh-cn"),
            ("zh-TW", "zh-tw"),
            ("zh-Hant", "zh-tw"),
        ],
    )
    def test_languages_are_written_as_news_search_wants_them(self, tag, language):
        parsed = etree.fromstring(write_news(make_news(lang=tag)))

        assert [language] == parsed.xpath("//n:language/text()", namespaces=NAMES)
