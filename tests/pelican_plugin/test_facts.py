from jamstack.pelican_plugin.environment import PageEnvironment
from jamstack.pelican_plugin.facts import Facts, TemplateFacts
from jamstack.pelican_plugin.kept import KeptTemplates
from jamstack.pelican_plugin.templates import TemplateLoader, read_templates

from .themes import write_theme

MACRO = "{% macro m(x) %}{{ x }}{% endmacro %}"


def make_facts(folder, templates):
    read = read_templates(write_theme(folder, templates))
    environment = PageEnvironment(TemplateLoader(read), is_pure=lambda _: False)
    return TemplateFacts(read, environment, KeptTemplates(None, tools=b""))


def test_a_template_names_what_it_uses(tmp_path):
    text = (
        "{% extends 'd.html' %}{% include ['c.html', 'b.html'] %}{% from 'a.html' import a %}"
        "{% import 'e.html' as e %}"
    )
    facts = make_facts(tmp_path, {"page.html": text})

    expected = ("a.html", "b.html", "c.html", "d.html", "e.html")
    assert Facts(names=expected) == facts["page.html"]


def test_a_template_that_names_one_by_a_value_is_open(tmp_path):
    facts = make_facts(tmp_path, {"page.html": "{% include page.kind %}"})

    assert Facts(is_open=True, is_pure=True) == facts["page.html"]


def test_a_template_that_cannot_be_read_uses_nothing(tmp_path):
    facts = make_facts(tmp_path, {"page.html": "{% include 'a.html' %}{% if %}", "a.html": b"\xff"})

    assert Facts() == facts["page.html"]
    assert Facts() == facts["a.html"]
    assert Facts() == facts["missing.html"]


def test_what_a_template_reaches_is_what_those_it_names_reach(tmp_path):
    templates = {
        "page.html": "{% include 'a.html' %}",
        "a.html": "{% include 'b.html' %}{% include 'missing.html' %}",
        "b.html": "{% include 'page.html' %}",
        "other.html": "",
    }

    expected = ("a.html", "b.html", "missing.html", "page.html")
    assert expected == make_facts(tmp_path, templates).reached("page.html")


def test_an_open_template_reaches_all(tmp_path):
    facts = make_facts(tmp_path, {"page.html": "{% include page.kind %}", "other.html": ""})

    expected = ("!theme/other.html", "!theme/page.html", "other.html", "page.html")
    assert expected == facts.reached("page.html")


def test_a_template_is_pure_where_all_it_uses_are(tmp_path):
    facts = make_facts(
        tmp_path,
        {
            "pure.html": "{% from 'm.html' import m %}" + MACRO,
            "impure.html": "{% from 'n.html' import n %}" + MACRO,
            "m.html": MACRO,
            "n.html": "{{ lipsum() }}",
        },
    )

    assert [True, False] == [facts.is_pure("pure.html"), facts.is_pure("impure.html")]


def test_it_holds_the_facts_of_every_template(tmp_path):
    facts = make_facts(tmp_path, {"page.html": ""})

    assert 2 == len(facts)
    assert {"!theme/page.html", "page.html"} == set(facts)
