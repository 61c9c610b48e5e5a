import pytest

from jamstack.bylines.author_card import (
    card_text,
    fediverse_handles,
    first_name,
    follow_sentence,
    initials,
    standing_note,
)
from jamstack.model import AuthorStatus, TextPart

from .builders import make_agency, make_author, make_follow


def sentence(author):
    return "".join(part.text for part in follow_sentence(author))


class TestFollowSentence:
    @pytest.mark.parametrize(
        ("pronouns", "text"),
        [
            ("he/him", "Follow him on X."),
            ("She / Her", "Follow her on X."),
            ("they/them", "Follow them on X."),
            ("she/they", "Follow her on X."),
            ("he", "Follow him on X."),
            ("xe/xem", "Follow xem on X."),
            ("xe/xem/xyr", "Follow xem on X."),
            ("xe", "Follow Mira on X."),
            ("any/all", "Follow Mira on X."),
            ("", "Follow Mira on X."),
        ],
    )
    def test_pronouns_give_the_form_to_follow_by(self, pronouns, text):
        author = make_author(pronouns=pronouns, follow=make_follow(x="mira"))

        assert text == sentence(author)

    def test_organization_is_followed_by_its_whole_name(self):
        author = make_agency(pronouns="they/them", follow=make_follow(x="wire"))

        assert "Follow Harbour Wire on X." == sentence(author)

    def test_networks_are_joined_with_commas_and_and(self):
        follow = make_follow(mastodon="@mira@social.example", x="mira", github="mira")

        assert "Follow Mira on Mastodon, X and GitHub." == sentence(make_author(follow=follow))

    def test_website_stands_last_by_its_address(self):
        follow = make_follow(website="https://mira.example", mastodon="@m@social.example", x="m")

        assert "Follow Mira on Mastodon and X, or at mira.example." == sentence(
            make_author(follow=follow)
        )

    def test_website_alone_is_where_to_follow(self):
        author = make_author(pronouns="she/her", follow=make_follow(website="mira.example"))

        assert "Follow her at mira.example." == sentence(author)

    def test_no_links_give_no_sentence(self):
        assert () == follow_sentence(make_author())

    def test_names_of_networks_are_linked_to_the_profiles(self):
        follow = make_follow(x="mira", website="mira.example")

        assert (
            TextPart(text="Follow Mira "),
            TextPart(text="on "),
            TextPart(text="X", url="https://x.com/mira"),
            TextPart(text=", or at "),
            TextPart(text="mira.example", url="https://mira.example/"),
            TextPart(text="."),
        ) == follow_sentence(make_author(follow=follow))


@pytest.mark.parametrize(
    ("name", "sort_name", "called"),
    [
        ("Mira Castell", "Castell, Mira", "Mira"),
        ("Mira Castell", "Mira Castell", "Mira"),
        ("Dora van der Berg", "Berg, Dora van der", "Dora"),
        ("Nagy Piroska", "Nagy, Piroska", "Piroska"),
        ("Tomas Reed Jr.", "Reed, Tomas, Jr.", "Tomas"),
        ("Suri", "Suri", "Suri"),
        ("J. Ito", "Ito, J.", "J. Ito"),
        ("J Ito", "J Ito", "J Ito"),
        ("Mira Castell", "Herald, the", "Mira"),
        ("Mira Castell", "Castell, Miranda", "Mira"),
    ],
)
def test_first_name_is_what_a_person_is_called(name, sort_name, called):
    assert called == first_name(make_author(name, sort_name=sort_name))


class TestCardText:
    def test_bio_is_shown_as_it_is(self):
        author = make_author(bio="Mira has lived here since 1998.", beats=("housing",))

        assert "Mira has lived here since 1998." == card_text(author)

    @pytest.mark.parametrize(
        ("beats", "text"),
        [
            (("housing",), "Mira Castell covers housing."),
            (("housing", "the port"), "Mira Castell covers housing and the port."),
            (("a", "b", "c"), "Mira Castell covers a, b and c."),
            ((), ""),
        ],
    )
    def test_beats_speak_where_there_is_no_bio(self, beats, text):
        assert text == card_text(make_author(beats=beats))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mira Castell", "MC"),
        ("Ana van der Berg", "AB"),
        ("Tomas Reed Jr.", "TR"),
        ("Ada Oak, Ph.D.", "AO"),
        ("Suri", "S"),
        ("jos\u00e9 \u00e1vila", "J\u00c1"),
        ("Jose\u0301 A\u0301vila", "J\u00c1"),
        ("(Mira) \u201cCastell\u201d", "MC"),
        ("\u00df \u00df", "\u00df\u00df"),
        ("\u5c71\u7530\u592a\u90ce", "\u5c71"),
        ("4th Desk \u2013", "4D"),
        ("Jr.", "J"),
        ("\u2013", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name, letters):
    assert letters == initials(name)


@pytest.mark.parametrize(
    ("language", "pronouns", "text"),
    [
        ("es", "ella", "Síguela en Mastodon y X, o en mira.example."),
        ("es", "he/him", "Síguelo en Mastodon y X, o en mira.example."),
        ("es", "they/them", "Sigue a Mira en Mastodon y X, o en mira.example."),
        ("fr", "elle", "Suivez-la sur Mastodon et X, ou sur mira.example."),
        ("fr", "", "Suivez Mira sur Mastodon et X, ou sur mira.example."),
        ("de", "er/ihn", "Folgen Sie ihm auf Mastodon und X oder unter mira.example."),
        ("pt", "ela/dela", "Siga-a em Mastodon e X, ou em mira.example."),
        ("ar", "هي", "تابعها على Mastodon وX، أو على mira.example."),
        ("en", "ella", "Follow her on Mastodon and X, or at mira.example."),
    ],
)
def test_the_sentence_is_worded_in_the_storys_language(language, pronouns, text):
    follow = make_follow(mastodon="@m@social.example", x="m", website="mira.example")
    author = make_author(pronouns=pronouns, follow=follow)

    assert text == "".join(part.text for part in follow_sentence(author, language))


def test_beats_are_worded_in_the_storys_language():
    author = make_author(beats=("la vivienda", "el puerto"), pronouns="she/her")

    assert "Mira Castell cubre la vivienda y el puerto." == card_text(author, "es")
    assert "تغطي Mira Castell la vivienda وel puerto." == card_text(author, "ar")


def test_staff_needs_no_note():
    assert "" == standing_note(make_author())
    assert "Guest contributor" == standing_note(make_author(status=AuthorStatus.GUEST))
    assert "Gehörte früher zur Redaktion" == standing_note(
        make_author(status=AuthorStatus.FORMER), "de"
    )


def test_accounts_of_the_fediverse_are_those_on_mastodon():
    follow = make_follow(mastodon="@m@social.example", x="m")

    assert ("@m@social.example",) == fediverse_handles(make_author(follow=follow))
