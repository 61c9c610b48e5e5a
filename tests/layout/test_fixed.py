import json
from datetime import timedelta

from jamstack.layout.fixed import missing_plan, redirect_plans, standing_plans
from jamstack.model import Status
from jamstack.views import RedirectPage

from ..builders import NOW, make_article, make_author, make_page, make_settings
from .builders import at, laid_out, lay_out, make_body, make_paper, make_row, meta_of, slugs_of


def standing(page, **values):
    """The one standing page of a paper, laid out."""
    paper = make_paper(pages=(page,), **values)
    (laid,) = laid_out(standing_plans(paper), paper).values()
    return laid


def redirects(*articles, **values):
    """All old addresses by path."""
    paper = make_paper(*articles, **values)
    return laid_out(redirect_plans(paper), paper)


def test_a_standing_page_shows_its_body():
    page = make_page(title="About us", dek="Who we are.", body=make_body("We write.\n"))

    plan = standing(page)

    assert ("about/index.html", "page.html", "pages/about.md") == (
        plan.path,
        plan.template,
        plan.source,
    )
    assert ("About us", "Who we are.") == (plan.page.title, plan.page.dek)
    assert ["<p>We write.</p>"] == [block.html.strip() for block in plan.page.body]
    assert ["Who we are."] == meta_of(plan, "description")
    assert ["https://herald.example/paper/theme/share.jpg?v=1"] == meta_of(plan, "og:image")


def test_a_standing_page_without_a_dek_is_described_by_its_first_paragraph():
    plan = standing(make_page(body=make_body("We write.\n\nAnd more.")))

    assert ["We write."] == meta_of(plan, "description")


def test_standing_pages_tell_of_the_newsroom_and_its_policies():
    settings = make_settings(corrections_page="corrections", legal_name="Herald Ltd")

    plan = standing(make_page(), settings=settings)

    (node,) = json.loads(plan.head.json_ld)["@graph"]
    assert "https://herald.example/paper/corrections/" == node["correctionsPolicy"]
    assert "Herald Ltd" == node["legalName"]


def test_the_page_for_a_missing_address_offers_the_newest_and_is_not_indexed():
    plan = lay_out(missing_plan(), make_paper(*make_row(*"abcdefgh")))

    assert ("404.html", "404.html") == (plan.path, plan.template)
    assert [*"abcdef"] == slugs_of(plan.page.latest)
    assert "" == plan.head.canonical
    assert ["noindex"] == meta_of(plan, "robots")
    assert "Page not found · The Herald" == plan.head.title


def test_each_old_address_sends_readers_on():
    article = make_article(
        "ferry", title="The ferry", aliases=("2019/ferry.html", "old/ferry", "older/")
    )

    plans = redirects(article)

    assert ["2019/ferry.html", "old/ferry/index.html", "older/index.html"] == list(plans)
    plan = plans["old/ferry/index.html"]
    expected = RedirectPage(
        title="The ferry",
        url="/paper/stories/ferry/",
        absolute_url="https://herald.example/paper/stories/ferry/",
    )
    assert (expected, "redirect.html", article.path) == (plan.page, plan.template, plan.source)
    assert "https://herald.example/paper/stories/ferry/" == plan.head.canonical
    assert ["noindex"] == meta_of(plan, "robots")


def test_old_addresses_of_hidden_stories_lead_nowhere():
    draft = make_article("draft", status=Status.DRAFT, aliases=("old/draft",))
    later = make_article("later", embargo=at(NOW + timedelta(days=1)), aliases=("old/later",))

    assert {} == redirects(draft, later)
    preview = redirects(draft, later, is_preview=True)
    assert ["old/draft/index.html", "old/later/index.html"] == sorted(preview)


def test_former_addresses_of_an_author_send_readers_on():
    mira = make_author(name="Mira Solberg", aliases=("mira-berg",))

    plans = redirects(make_article(), authors=(mira,))

    assert ["authors/mira-berg/index.html"] == list(plans)
    plan = plans["authors/mira-berg/index.html"]
    expected = RedirectPage(
        title="Mira Solberg",
        url="/paper/authors/mira/",
        absolute_url="https://herald.example/paper/authors/mira/",
    )
    assert (expected, mira.path) == (plan.page, plan.source)
    assert "https://herald.example/paper/authors/mira/" == plan.head.canonical
    assert ["noindex"] == meta_of(plan, "robots")


def test_former_addresses_of_who_only_made_hidden_stories_lead_nowhere():
    draft = make_article("draft", status=Status.DRAFT)

    assert {} == redirects(draft, authors=(make_author(aliases=("mira-berg",)),))
