import pytest

from jamstack.model import Block, BlockKind, Body, Credit
from jamstack.related import terms
from jamstack.related.terms import profile, term_of
from jamstack.related.vectors import unpacked

from .builders import make_article


def terms_of(article, language="en"):
    """How often each of a story's terms counts."""
    _, terms, counts = unpacked([profile(article, language=language)])
    return dict(zip(terms.tolist(), counts.tolist(), strict=True))


def make_plain(title="", *, text="", language="", **values):
    body = Body(blocks=(Block(kind=BlockKind.PARAGRAPH, html=text),))
    return make_article(title=title, lang=language, body=body, credits=(), **values)


def known(*words):
    return {term_of(word) for word in words}


@pytest.mark.parametrize(
    ("language", "title", "stems"),
    [
        ("en", "The ferries of Mira’s harbours", ("ferri", "mira", "harbour")),
        ("es", "Las canciones del puerto", ("cancion", "puert")),
        ("fr", "L’école d'aujourd’hui", ("écol",)),
        ("de", "Die Häuser am Hafen", ("haus", "haf")),
        ("pt-BR", "As cidades", ("cidad",)),
        ("zh", "海港渡轮", ("海港", "港渡", "渡轮")),
        ("ja", "港とフェリー", ("港と", "とフ", "フェ", "ェリ", "リー")),
        ("th", "ท่าเรือ", ("ท่", "่า", "าเ", "เร", "รื", "ือ")),
        ("hi", "समुद्र", ("समुद्र",)),
        ("he", "נָמֵל", ("נָמֵל",)),
        ("xx", "Harbours", ("harbours",)),
        ("en", "海", ("海",)),
    ],
)
def test_the_terms_of_a_title_are_its_stems(language, title, stems):
    assert known(*stems) == set(terms_of(make_plain(title, language=language)))


def test_words_that_say_nothing_are_left_out():
    assert {} == terms_of(make_plain("The a 7 of 12 and !"))


def test_a_story_that_names_no_language_has_the_sites():
    assert known("puert") == set(terms_of(make_plain("Puertos"), language="es"))


def test_where_a_word_stands_decides_how_often_it_counts():
    article = make_plain("anchor", text="<p>barge</p>", dek="canal")

    assert {
        term_of("anchor"): 3,
        term_of("barg"): 1,
        term_of("canal"): 2,
    } == terms_of(article)


def test_tags_and_authors_are_terms_and_the_words_of_a_tag_are_too():
    credit = Credit(author="mira")
    article = make_article(title="", tags=("Night-Bus",), credits=(credit,))

    assert known("#night-bus", "@mira", "night", "bus") == set(terms_of(article))


def test_markup_and_addresses_are_no_words():
    link = '<a href="\x02link:0\x03">Anchor</a>'
    text = f"{link} &amp; https://barge.example/canal <b title='x'>dredge</b>"

    assert known("anchor", "dredg") == set(terms_of(make_plain(text=text)))


@pytest.mark.parametrize("kind", [BlockKind.RELATED, BlockKind.EMBED])
def test_what_names_other_things_is_not_its_text(kind):
    body = Body(blocks=(Block(kind=kind, html="anchor"),))

    assert {} == terms_of(make_article(title="", credits=(), body=body))


def test_how_often_a_term_counts_fits_a_byte():
    assert {term_of("anchor"): 255} == terms_of(make_plain(text="anchor " * 300))


def test_of_a_very_long_story_the_strongest_terms_are_kept(monkeypatch):
    monkeypatch.setattr(terms, "MOST_TERMS", 2)

    assert known("anchor", "barg") == set(terms_of(make_plain("anchor barge", text="canal")))
    assert known("gull", "anchor") == set(terms_of(make_plain(text="anchor gull net sail gull")))


def test_words_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(terms, "REMEMBERED", 0)

    assert known("anchor", "barg") == set(terms_of(make_plain("anchor barge anchor")))
