import pytest

from jamstack.cards.files import FontDigests
from jamstack.layout.cards import author_card, author_share, cards_of, story_card, story_share
from jamstack.model import CardLayout, Credit, FollowLink, Role
from tests.copies import replace

from ..builders import make_article, make_author, make_settings
from .builders import make_paper, make_picture

FONTS = FontDigests(own="own", all="all")
MIRA = make_author(
    name="Mira Solberg",
    role="Editor",
    bio="Mira edits.",
    portrait=make_picture("mira.jpg", alt="Mira", focus=(40, 30)),
    follow=tuple(
        FollowLink(network=name, label=name, url=f"https://{name}.example/", handle=f"@{name}")
        for name in ("a", "b", "c", "d")
    ),
)


def paper_of(*articles, fonts=FONTS, **values):
    paper = make_paper(*articles, authors=(MIRA, make_author("ben")), **values)
    paper.fonts = fonts
    return paper


class TestStories:
    def test_a_card_says_what_the_page_says(self):
        credits_ = (
            Credit(author="mira"),
            Credit(name="Pia Holm"),
            Credit(author="ben", role=Role.VIDEO),
        )
        article = make_article(title="The ferry", kicker="Boats", credits=credits_, lang="es")

        card = story_card(article, paper_of(article))

        assert ("The ferry", "Boats", "es", "The Herald") == (
            card.headline,
            card.kicker,
            card.lang,
            card.newsroom,
        )
        assert "Por Mira Solberg y Pia Holm; vídeo de Ben" == card.byline
        assert [("Mira Solberg", "MS"), ("Pia Holm", "PH")] == [
            (person.name, person.initials) for person in card.people
        ]
        assert (40, 30) == card.people[0].portrait.focus
        assert None is card.people[1].portrait

    @pytest.mark.parametrize(
        ("setting", "own", "has_image", "layout"),
        [
            (CardLayout.TYPE, None, True, CardLayout.TYPE),
            (CardLayout.PHOTO, None, True, CardLayout.PHOTO),
            (CardLayout.PHOTO, CardLayout.TYPE, True, CardLayout.TYPE),
            (CardLayout.TYPE, CardLayout.PHOTO, True, CardLayout.PHOTO),
            (CardLayout.PHOTO, None, False, CardLayout.TYPE),
        ],
    )
    def test_the_layout_is_the_storys_or_the_newsrooms(self, setting, own, has_image, layout):
        article = make_article(card=own, image=make_picture() if has_image else None)
        paper = paper_of(article, settings=make_settings(card_layout=setting))

        card = story_card(article, paper)

        assert layout is card.layout
        assert (layout is CardLayout.PHOTO) == (card.photo is not None)

    def test_networks_are_told_of_it_with_what_it_says(self):
        article = make_article(title="The ferry")

        image = story_share(article, paper_of(article))

        assert image.url.startswith("https://herald.example/paper/cards/")
        assert (1200, 630) == (image.width, image.height)
        assert "Town · The ferry · By Mira Solberg · The Herald" == image.alt

    def test_a_picture_that_the_writer_chose_stands_in_its_place(self):
        article = make_article(share_image=make_picture("boat.jpg", alt="A boat", focus=(10, 20)))
        paper = paper_of(article)

        image = story_share(article, paper)

        assert image.url.endswith("-share-10x20.jpg")
        assert "A boat" == image.alt
        assert [MIRA.path, "authors/ben.md"] == [item.source for item in cards_of(paper)][::-1]

    def test_what_a_card_shows_are_questions_of_its_page(self):
        article = make_article()
        paper = paper_of(article)

        _, asked = paper.asked_by(lambda it: story_share(article, it))

        assert {"author:mira", "picture:articles/2026/mira.jpg@40,30"} <= set(asked)

    def test_colours_are_the_themes(self):
        colours = {"background": "#000000", "ink": "#ffffff", "accent": "#00ff00"}
        article = make_article()

        card = story_card(article, paper_of(article, colours=colours))

        assert ("#000000", "#ffffff", "#00ff00") == (
            card.colours.paper,
            card.colours.ink,
            card.colours.accent,
        )


class TestNames:
    def name(self, article, paper):
        return story_share(article, paper).url.rpartition("/")[2]

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "Another"},
            {"kicker": "Boats"},
            {"lang": "es"},
            {"credits": (Credit(author="ben"),)},
        ],
    )
    def test_what_is_shown_decides_it(self, change):
        article = make_article()
        changed = replace(article, **change)

        assert self.name(article, paper_of(article)) != self.name(changed, paper_of(changed))

    @pytest.mark.parametrize(
        "change", [{"dek": "More."}, {"slug": "other", "path": "articles/2026/other.md"}]
    )
    def test_what_is_not_shown_does_not(self, change):
        article = make_article()
        changed = replace(article, **change)

        assert self.name(article, paper_of(article)) == self.name(changed, paper_of(changed))

    def test_fonts_of_the_system_decide_only_where_they_are_needed(self):
        others = FontDigests(own="own", all="others")
        latin, chinese = make_article(title="The ferry"), make_article(title="渡轮")

        assert self.name(latin, paper_of(latin)) == self.name(latin, paper_of(latin, fonts=others))
        assert self.name(chinese, paper_of(chinese)) != self.name(
            chinese, paper_of(chinese, fonts=others)
        )


class TestAuthors:
    def test_a_card_says_who_they_are(self):
        card = author_card(MIRA, paper_of())

        assert ("Mira Solberg", "Editor", "Mira edits.", ("@a", "@b", "@c")) == (
            card.person.name,
            card.role,
            card.bio,
            card.handles,
        )

    def test_networks_are_told_of_it(self):
        image = author_share(MIRA, paper_of())

        assert "/cards/" in image.url
        assert "Mira Solberg, Editor · The Herald" == image.alt

    def test_without_cards_it_is_the_portrait(self):
        image = author_share(MIRA, paper_of(fonts=None))

        assert "/images/mira-" in image.url
        assert "Mira" == image.alt
        assert None is author_share(make_author("ben"), paper_of(fonts=None))


def test_every_story_and_author_has_a_card():
    articles = (make_article("one"), make_article("two"))

    planned = list(cards_of(paper_of(*articles)))

    assert {"articles/2026/one.md", "articles/2026/two.md", "authors/ben.md", MIRA.path} == {
        item.source for item in planned
    }
    assert 4 == len({item.name for item in planned})


def test_a_newsroom_without_cards_has_none():
    assert [] == list(cards_of(paper_of(make_article(), fonts=None)))
