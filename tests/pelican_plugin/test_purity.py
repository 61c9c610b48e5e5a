import jinja2
import pytest

from jamstack.pelican_plugin.purity import is_pure, surroundings

PURE = [
    "{% macro m(story) %}{{ story.title }}{% endmacro %}",
    "{% macro m(story, n=1) %}{{ story.title }}{{ varargs }}{% endmacro %}",
    "{# A teaser. #}{% from 'a.html' import a, b as c %}{% macro m(x) %}{{ a(x) }}{{ c(x) }}"
    "{% endmacro %}",
    "{% import 'a.html' as a %}{% macro m(x) %}{{ a.b(x) }}{% endmacro %}",
    "{% set sizes = {'row': '104px', 'card': ['1', ('2', 3)]} %}{% macro m(x) %}{{ sizes[x] }}"
    "{% endmacro %}",
    "{% macro m(x) %}{% for word in x.split(' ') %}{{ word|upper|trim }}{{ loop.index }}"
    "{% endfor %}{% endmacro %}",
    "{% macro m(x) %}{{ x.extra.get('a') }}{{ caller() }}{% endmacro %}",
    "{% macro m(x) %}{% set y = x|batch(2) %}{{ y|first }}{% endmacro %}",
    "{% macro m(x) %}{% for n in range(3) %}{{ dict(a=n).a }}{% endfor %}{% endmacro %}",
    "{% macro m(x) %}{% include 'a.html' %}{% endmacro %}",
    "{% set title %}A paper{% endset %}{% macro m(x) %}{{ title }}{{ m(x) if x }}{% endmacro %}",
    "{% macro m(x) %}{{ name }}{{ pelican }}{% endmacro %}",
    "{% macro n() %}{% endmacro %}{% macro m(x) %}{% call n() %}{{ x }}{% endcall %}{% endmacro %}",
]
IMPURE = [
    "{% macro m(x) %}{{ now() }}{% endmacro %}",
    "{% macro m(x) %}{{ settings.a }}{% endmacro %}",
    "{% macro m(x) %}{{ x|shout }}{% endmacro %}",
    "{% macro m(x) %}{{ x|lower }}{% endmacro %}",
    "{% macro m(x) %}{% filter shout %}{{ x }}{% endfilter %}{% endmacro %}",
    "{% macro m(x) %}{{ x|random }}{% endmacro %}",
    "{% macro m(x) %}{{ x|map('shout')|list }}{% endmacro %}",
    "{% macro m(x) %}{{ lipsum() }}{% endmacro %}",
    "{% set n = namespace(a=1) %}{% macro m(x) %}{% set n.a = 2 %}{% endmacro %}",
    "{% set c = cycler(1, 2) %}",
    "{% set j = joiner() %}",
    "{% set seen = [] %}{% macro m(x) %}{{ seen.append(x) }}{% endmacro %}",
    "{% set seen = [] %}{% macro m(x) %}{{ seen['append'](x) }}{% endmacro %}",
    "{% set seen = [] %}{% macro m(x) %}{{ (seen|attr('append'))(x) }}{% endmacro %}",
    "{% set seen = [] %}{% set grow = seen.append %}",
    "{% set pairs = [1, 2]|batch(2) %}",
    "{% if true %}{% set pairs = [1, 2]|batch(2) %}{% endif %}",
    "{% macro m(x) %}{{ x() }}{% endmacro %}",
    "{% macro n() %}{% endmacro %}{% macro m(n) %}{{ n() }}{% endmacro %}",
    "{% import 'a.html' as a %}{% macro m(a) %}{{ a.b() }}{% endmacro %}",
    "{% macro m(x) %}{{ x.sort() }}{% endmacro %}",
    "{% macro m(x) %}{% autoescape false %}{{ x }}{% endautoescape %}{% endmacro %}",
    "{% extends 'a.html' %}",
    "{% block a %}{% endblock %}",
]


def make_environment(pelican=None):
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update({"shout": str.upper, "lower": str.lower})
    environment.globals.update(
        {"now": print, "settings": {"a": 1}, "name": "The Herald", "pelican": pelican or {}}
    )
    return environment


def judge(text, **values):
    environment = make_environment(**values)
    return is_pure(environment.parse(text), surroundings(environment))


@pytest.mark.parametrize("text", PURE)
def test_a_template_is_pure_where_nothing_speaks_against_it(text):
    assert judge(text)


@pytest.mark.parametrize("text", IMPURE)
def test_a_template_is_impure_where_anything_may_be(text):
    assert not judge(text)


def test_pelicans_context_is_impure_where_there_is_one():
    text = "{% macro m(x) %}{{ pelican.SITENAME }}{% endmacro %}"

    assert judge(text)
    assert not judge(text, pelican={"SITENAME": "The Herald"})


def test_a_global_of_jinjas_that_the_site_replaced_is_impure():
    environment = make_environment()
    environment.globals["range"] = print

    assert "range" in surroundings(environment)
