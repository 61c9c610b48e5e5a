"""Themes that do what they should not, by what it is: `page.html`, `m.html` and `i.html`."""

import jinja2

IMPORT = "{% from 'm.html' import m %}"
HOSTILE = {
    "a caller": (
        IMPORT + "{% for item in page.items %}{% call m(page.story) %}{{ item }}{% endcall %}"
        "{% endfor %}",
        "{% macro m(story) %}{{ story.title }}{{ caller() }}{% endmacro %}",
    ),
    "a caller that takes arguments": (
        IMPORT + "{% call(text) m(page.story) %}{{ text }}{{ page.title }}{% endcall %}",
        "{% macro m(story) %}{{ caller(story.title) }}{% endmacro %}",
    ),
    "more arguments than it names": (
        IMPORT + "{{ m(page.story, 1, 2) }}{{ m(page.story, 1) }}{{ m(page.story, b=1, c='<') }}",
        "{% macro m(story) %}{{ story.title }}{{ varargs }}{{ kwargs }}{% endmacro %}",
    ),
    "default arguments": (
        IMPORT + "{{ m(page.story) }}{{ m(page.story, 'b') }}{{ m(page.story, c=3) }}",
        "{% macro m(story, b=story.title, c=b) %}{{ b }}{{ c }}{% endmacro %}",
    ),
    "a list that changes between two calls": (
        IMPORT + "{% set seen = [] %}{{ m(page.story, seen) }}{% if seen.append(1) %}{% endif %}"
        "{{ m(page.story, seen) }}",
        "{% macro m(story, seen) %}{{ story.title }}{{ seen }}{% endmacro %}",
    ),
    "a dict": (
        IMPORT + "{{ m(page.story, {'a': page.title}) }}",
        "{% macro m(story, names) %}{{ story.title }}{{ names.a }}{% endmacro %}",
    ),
    "recursion": (
        IMPORT + "{{ m(page.story, 3) }}{{ m(page.story, 2) }}",
        "{% macro m(story, n) %}<{{ story.title }}{{ m(story, n - 1) if n else '' }}>"
        "{% endmacro %}",
    ),
    "import with context": (
        "{% from 'm.html' import m with context %}{{ m(page.story) }}",
        "{% macro m(story) %}{{ story.title }}{{ page.items[1] }}{% endmacro %}",
    ),
    "an include that sees the macro's arguments": (
        IMPORT + "{{ m(page.story, 1) }}{{ m(page.story, 2) }}",
        "{% macro m(story, n) %}{% include 'i.html' %}{% endmacro %}",
        "{{ story.title }}{{ n }}",
    ),
    "an include that sees the page": (
        "{% include 'm.html' %}{% include 'i.html' without context %}",
        "{{ page.story.title }}",
        "{{ page is defined }}",
    ),
    "a global that counts": (
        IMPORT + "{{ m(page.story) }}{{ count() }}",
        "{% macro m(story) %}{{ story.title }}{{ count() }}{% endmacro %}",
    ),
    "a global that counts, one template further": (
        IMPORT + "{{ m(page.story) }}",
        "{% from 'i.html' import i %}{% macro m(story) %}{{ i(story) }}{% endmacro %}",
        "{% macro i(story) %}{{ story.title }}{{ count() }}{% endmacro %}",
    ),
    "a filter that counts": (
        IMPORT + "{{ m(page.story) }}",
        "{% macro m(story) %}{{ story.title|counted }}{% endmacro %}",
    ),
    "a filter that counts, by its name": (
        IMPORT + "{{ m(page.story) }}",
        "{% macro m(story) %}{{ [story.title]|map('count' ~ 'ed')|list }}{% endmacro %}",
    ),
    "a filter of Jinja's that the site replaced": (
        IMPORT + "{{ m(page.story) }}",
        "{% macro m(story) %}{{ story.title|upper }}{% endmacro %}",
    ),
    "a namespace": (
        IMPORT + "{{ m(page.story) }}{{ m(page.story) }}",
        "{% set n = namespace(a=0) %}{% macro m(story) %}{% set n.a = n.a + 1 %}{{ story.title }}"
        "{{ n.a }}{% endmacro %}",
    ),
    "a cycler": (
        IMPORT + "{{ m(page.story) }}{{ m(page.story) }}",
        "{% set c = cycler('odd', 'even') %}{% macro m(story) %}{{ c.next() }}{% endmacro %}",
    ),
    "a joiner": (
        IMPORT + "{{ m(page.story) }}{{ m(page.story) }}",
        "{% set comma = joiner() %}{% macro m(story) %}{{ comma() }}{{ story.title }}"
        "{% endmacro %}",
    ),
    "a list that grows": (
        IMPORT + "{{ m(page.story) }}",
        "{% set seen = [] %}{% macro m(story) %}{{ seen.append(1) }}{{ seen|length }}"
        "{% endmacro %}",
    ),
    "a list that grows, through another name": (
        IMPORT + "{{ m(page.story) }}",
        "{% set seen = [] %}{% set grow = seen.append %}"
        "{% macro m(story) %}{{ grow(1) }}{{ seen|length }}{% endmacro %}",
    ),
    "a list that grows, by subscription": (
        IMPORT + "{{ m(page.story) }}",
        "{% set seen = [] %}{% macro m(story) %}{{ seen['append'](1) }}{{ seen|length }}"
        "{% endmacro %}",
    ),
    "a list that grows, from another template": (
        IMPORT + "{{ m(page.story) }}",
        "{% from 'i.html' import seen, grow %}"
        "{% macro m(story) %}{{ grow(1) }}{{ seen|length }}{% endmacro %}",
        "{% set seen = [] %}{% set grow = seen.append %}",
    ),
    "what is used up by being read": (
        IMPORT + "{{ m(page.story) }}",
        "{% set pairs = [1, 2, 3]|batch(2) %}{% macro m(story) %}{{ pairs|list }}{% endmacro %}",
    ),
    "an argument by the name of a macro": (
        "{% from 'm.html' import m, n %}{{ n(page.story) }}{{ m(page.story, n) }}",
        "{% macro n(story) %}{{ story.title }}{% endmacro %}"
        "{% macro m(story, n) %}{{ n(story) }}!{% endmacro %}",
    ),
    "1 and True": (
        IMPORT + "{{ m(page.story, 1) }}{{ m(page.story, true) }}{{ m(page.story, 1.0) }}",
        "{% macro m(story, value) %}{{ value }}{% endmacro %}",
    ),
    "text and markup": (
        IMPORT + "{{ m(page.story, '<') }}{{ m(page.story, '<'|safe) }}{{ m(page.story, '<') }}",
        "{% macro m(story, value) %}{{ value }}{% endmacro %}",
    ),
    "places changed": (
        IMPORT + "{{ m(page.story, page.items[0]) }}{{ m(page.items[0], page.story) }}",
        "{% macro m(a, b) %}{{ a.url }}{{ b.url }}{% endmacro %}",
    ),
    "nothing escaped": (
        IMPORT
        + "{{ m(page.story) }}{% autoescape false %}{{ m(page.story) }}{{ page.story.title }}"
        "{% endautoescape %}{{ m(page.story) }}",
        "{% macro m(story) %}{{ story.title }}{% autoescape false %}{{ story.title }}"
        "{% endautoescape %}{% endmacro %}",
    ),
    "a template as a module": (
        "{% import 'm.html' as lib %}{{ lib.m(page.story) }}{{ lib.m(page.story)|upper }}{{ lib }}",
        "{% macro m(story) %}{{ story.title }}{% endmacro %}text",
    ),
    "a macro as a value": (
        IMPORT + "{{ m }}{{ m.name }}{{ m.arguments }}{{ m.catch_varargs }}{{ m is callable }}",
        "{% macro m(story) %}{{ varargs }}{% endmacro %}",
    ),
    "a macro handed to another": (
        "{% from 'm.html' import m, n %}{{ m(page.story, n) }}{{ m(page.items[0], n) }}",
        "{% macro n(view) %}{{ view.url }}{% endmacro %}"
        "{% macro m(view, inner) %}{{ inner(view) }}{% endmacro %}",
    ),
    "a macro of the page that reads a variable": (
        "{% set n = 1 %}{% macro m(story) %}{{ story.title }}{{ n }}{% endmacro %}"
        "{{ m(page.story) }}{% set n = 2 %}{{ m(page.story) }}",
        "",
    ),
    "a loop that calls itself": (
        IMPORT + "{{ m(page.story) }}",
        "{% macro m(story) %}{% for n in [[1, [2]], [3]] recursive %}"
        "{{ loop(n) if n is iterable else n }}{{ loop.cycle('<', '>') }}{% endfor %}{% endmacro %}",
    ),
    "a macro in the blocks of a template that extends": (
        "{% extends 'i.html' %}" + IMPORT + "{% block a %}{{ super() }}{{ m(page.story) }}"
        "{% endblock %}",
        "{% macro m(story) %}{{ story.title }}{% endmacro %}",
        "<{% block a %}{{ page.title }}{% endblock %}{{ self.a() }}>",
    ),
    "a template chosen by the page": (
        "{% include ['none.html', page.story.title ~ '.html', 'i.html'] %}" + IMPORT
        + "{{ m(page.story) }}",
        "{% macro m(story) %}{% include story.title ~ '.html' ignore missing %}{% endmacro %}",
        "i",
    ),
    "a function that asks for the context": (
        "{% set n = 1 %}{% for n in [2, 3] %}{{ look('n') }}{% endfor %}{{ look('n') }}" + IMPORT
        + "{{ m(page.story, 4) }}",
        "{% macro m(story, n) %}{{ story.title }}{{ look('page') }}{% endmacro %}",
    ),
}  # fmt: skip


class Counter:
    """Functions that are not pure."""

    def __init__(self):
        self.number = 0

    def count(self):
        self.number += 1
        return self.number

    def counted(self, text):
        return f"{text} {self.count()}"


@jinja2.pass_context
def look(context, name):
    return context.get(name, "nothing")


def site_functions():
    counter = Counter()
    filters = {"counted": counter.counted, "upper": counter.counted}
    return {"filters": filters, "globals_": {"count": counter.count, "look": look}}
