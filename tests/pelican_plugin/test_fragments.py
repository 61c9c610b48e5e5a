import gc
import weakref

from jamstack.pelican_plugin.fragments import Fragments

from .themes import Counted, Page, make_card, make_renderer, make_site, make_teaser, render

LINK = "{% macro link(site, path='a', is_loud=false) %}{{ site.assets[path] }}{% endmacro %}"


class Value:
    """Something that can be seen to go away."""


def asked_of(folder, text, times=3, macro=LINK):
    """The assets asked for when a page that imports `link` is rendered a few times."""
    page = "{% from 'link.html' import link %}" + text
    renderer = make_renderer(folder, {"page.html": page, "link.html": macro})
    assets = Counted()
    site = make_site(assets=assets)
    for _ in range(times):
        render(renderer, site=site)
    return assets.asked


def test_a_call_with_a_shared_view_is_made_once(tmp_path):
    assert ["a"] == asked_of(tmp_path, "{{ link(site) }}")


def test_other_arguments_make_another_call(tmp_path):
    text = "{{ link(site, 'a') }}{{ link(site, 'b') }}{{ link(site, 'b', true) }}"

    assert ["a", "b", "b"] == asked_of(tmp_path, text)


def test_an_argument_by_name_is_another_call_than_one_by_place(tmp_path):
    text = "{{ link(site, 'a') }}{{ link(site, path='a') }}{{ link(site, is_loud='a') }}"

    assert ["a", "a", "a"] == asked_of(tmp_path, text)


def test_a_call_inside_a_loop_is_made_once(tmp_path):
    text = "{% for item in page.items %}{{ link(site) }}{% endfor %}"

    assert ["a"] == asked_of(tmp_path, text)


def test_another_view_makes_another_call_even_where_it_is_equal(tmp_path):
    templates = {
        "page.html": "{% from 'card.html' import card %}{{ card(page.items[0]) }}",
        "card.html": "{% macro card(author) %}{{ author.sentence.a }}{% endmacro %}",
    }
    renderer = make_renderer(tmp_path, templates)
    asked = Counted()

    for _ in range(2):
        render(renderer, page=Page(items=(make_card(sentence=asked),)))

    assert ["a", "a"] == asked.asked


def test_a_call_without_a_shared_view_is_made_each_time(tmp_path):
    macro = "{% macro link(assets, path='a') %}{{ assets[path] }}{% endmacro %}"

    assert ["a", "a", "a"] == asked_of(tmp_path, "{{ link(site.assets) }}", macro=macro)


def test_a_call_whose_first_argument_is_something_else_is_made_each_time(tmp_path):
    macro = "{% macro link(path, site) %}{{ site.assets[path] }}{% endmacro %}"

    assert ["a", "a", "a"] == asked_of(tmp_path, "{{ link('a', site) }}", macro=macro)


def test_two_shared_views_make_one_call(tmp_path):
    macro = "{% macro link(site, other) %}{{ site.assets.a }}{% endmacro %}"

    assert ["a"] == asked_of(tmp_path, "{{ link(site, site) }}", macro=macro)


def test_a_call_with_anything_that_may_change_is_made_each_time(tmp_path):
    assert ["b", "b", "b"] == asked_of(tmp_path, "{{ link(site, 'b', ['c']) }}")


def test_a_call_with_markup_is_made_each_time(tmp_path):
    assert ["b", "b", "b"] == asked_of(tmp_path, "{{ link(site, 'b'|safe) }}")


def test_a_macro_imported_with_context_is_called_each_time(tmp_path):
    text = "{% from 'link.html' import link with context %}{{ link(site) }}"

    assert ["a", "a", "a"] == asked_of(tmp_path, text)


def test_a_macro_of_the_page_itself_is_called_each_time(tmp_path):
    text = "{% macro mine(site) %}{{ site.assets.a }}{% endmacro %}{{ mine(site) }}"

    assert ["a", "a", "a"] == asked_of(tmp_path, text)


def test_a_macro_of_an_impure_template_is_called_each_time(tmp_path):
    assert ["a", "a", "a"] == asked_of(tmp_path, "{{ link(site) }}", macro=LINK + "{{ lipsum }}")


def test_a_call_where_nothing_is_escaped_is_made_each_time(tmp_path):
    text = "{% autoescape false %}{{ link(site) }}{% endautoescape %}"

    assert ["a", "a", "a"] == asked_of(tmp_path, text)


def test_what_is_kept_is_recalled():
    fragments = Fragments()
    fragments.keep("key", "markup", ())

    assert "markup" == fragments.recall("key")
    assert fragments.recall("other") is None


def test_beyond_the_limit_the_oldest_is_forgotten():
    fragments = Fragments(limit_bytes=10_000)
    for number in range(100):
        fragments.keep(number, "x" * 100, ())

    assert fragments.recall(0) is None
    assert "x" * 100 == fragments.recall(99)


def test_what_is_asked_for_again_stays():
    fragments = Fragments(limit_bytes=10_000)
    fragments.keep("wanted", "markup", ())
    for number in range(100):
        fragments.keep(number, "x" * 100, ())

        assert "markup" == fragments.recall("wanted")


def test_the_values_of_what_is_forgotten_are_let_go():
    fragments = Fragments(limit_bytes=1_000)
    value = Value()
    gone = weakref.ref(value)
    fragments.keep("key", "markup", (value,))
    del value
    gc.collect()
    held = gone() is not None
    for number in range(10):
        fragments.keep(number, "", ())
    gc.collect()

    assert (True, None) == (held, gone())


def test_a_view_is_held_while_its_markup_is(tmp_path):
    templates = {
        "page.html": "{% from 'title.html' import title %}{{ title(page.story) }}",
        "title.html": "{% macro title(story) %}{{ story.title }}{% endmacro %}",
    }
    renderer = make_renderer(tmp_path, templates)

    titles = [str(number) for number in range(50)]
    rendered = [render(renderer, page=Page(story=make_teaser(title))) for title in titles]

    assert titles == rendered
