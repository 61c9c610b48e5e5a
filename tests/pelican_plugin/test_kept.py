import jinja2
import pytest

from jamstack.pelican_plugin.kept import FILE_NAME, KeptTemplates

from .themes import Page, make_renderer, make_site, render

TEMPLATES = {
    "page.html": "{% from 'm.html' import m %}{{ m(site) }}{{ page.title }}",
    "m.html": "{% macro m(site) %}<{{ site.name }}>{% endmacro %}",
}
EXPECTED = "</>Tide &lt; &amp; Time"


def print_page(renderer):
    return render(renderer, page=Page(), site=make_site())


def build(folder, templates=TEMPLATES, **options):
    """One build: what it compiled, and the page it made."""
    compiled = []
    renderer = make_renderer(folder, templates, bytecode=folder / "store", **options)
    environment = renderer._environment  # noqa: SLF001 - nothing else shows what is compiled
    compile_ = environment.compile

    def note(source, name=None, *others, **named):
        compiled.append(name)
        return compile_(source, name, *others, **named)

    environment.compile = note
    renderer.prepare()
    return compiled, print_page(renderer)


def kept_file(folder):
    return folder / "store" / FILE_NAME


def test_the_second_build_compiles_nothing(tmp_path):
    first, second = build(tmp_path), build(tmp_path)

    assert (["m.html", "page.html"], EXPECTED) == first
    assert ([], EXPECTED) == second


def test_the_second_build_parses_nothing(tmp_path, monkeypatch):
    build(tmp_path)
    renderer = make_renderer(tmp_path, TEMPLATES, bytecode=tmp_path / "store")
    expected = renderer.digest("page.html")
    monkeypatch.setattr(jinja2.Environment, "parse", None)

    renderer = make_renderer(tmp_path, TEMPLATES, bytecode=tmp_path / "store")

    assert expected == renderer.digest("page.html")
    assert EXPECTED == print_page(renderer)


def test_a_template_that_changed_is_compiled_anew(tmp_path):
    build(tmp_path)

    assert (["page.html"], "new") == build(tmp_path, {**TEMPLATES, "page.html": "new"})


def test_nothing_is_kept_of_templates_that_are_gone(tmp_path):
    build(tmp_path, {"page.html": "old"})
    build(tmp_path, {"page.html": "new"})
    _, again = build(tmp_path, {"page.html": "new"}), kept_file(tmp_path).read_bytes()
    build(tmp_path / "other", {"page.html": "new"})

    assert kept_file(tmp_path / "other").read_bytes() == again


def test_another_filter_compiles_all_anew(tmp_path):
    """A filter of constant text is worked out while the template is compiled."""
    templates = {"page.html": "{{ 'a'|change }}"}
    build(tmp_path, templates, filters={"change": str.upper})

    assert (["page.html"], "a") == build(tmp_path, templates, filters={"change": str.lower})


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data[:200] + b"!" + data[201:],
        lambda data: b"\0" * len(data),
        lambda data: data + b" ",
    ],
)
def test_what_is_damaged_is_compiled_anew(tmp_path, damage):
    build(tmp_path)
    whole = kept_file(tmp_path).read_bytes()
    kept_file(tmp_path).write_bytes(damage(whole))

    assert (["m.html", "page.html"], EXPECTED) == build(tmp_path)
    assert whole == kept_file(tmp_path).read_bytes()


def test_a_folder_in_its_place_does_not_stop_a_build(tmp_path):
    kept_file(tmp_path).mkdir(parents=True)

    assert (["m.html", "page.html"], EXPECTED) == build(tmp_path)
    assert [FILE_NAME] == [file.name for file in (tmp_path / "store").iterdir()]


def test_a_store_that_cannot_be_made_does_not_stop_a_build(tmp_path):
    (tmp_path / "store").write_text("a file", encoding="utf-8")

    assert (["m.html", "page.html"], EXPECTED) == build(tmp_path)


def test_without_a_folder_nothing_is_written(tmp_path):
    renderer = make_renderer(tmp_path, TEMPLATES)
    renderer.prepare()

    assert EXPECTED == print_page(renderer)
    assert ["theme"] == [file.name for file in tmp_path.iterdir()]


def test_nothing_is_kept_where_a_plugin_has_made_what_templates_see(tmp_path):
    build(tmp_path, pelican={"SITENAME": "The Herald"})

    assert not kept_file(tmp_path).exists()


def test_a_file_that_holds_the_same_is_not_written_again(tmp_path):
    build(tmp_path)
    before = kept_file(tmp_path).stat().st_mtime_ns, kept_file(tmp_path).stat().st_ino
    build(tmp_path)

    assert before == (kept_file(tmp_path).stat().st_mtime_ns, kept_file(tmp_path).stat().st_ino)


def test_what_is_kept_under_other_tools_is_not_looked_at(tmp_path):
    kept = KeptTemplates(tmp_path, tools=b"some")
    kept.keep("key", [1])
    kept.write()

    assert [1] == KeptTemplates(tmp_path, tools=b"some").recall("key")
    assert KeptTemplates(tmp_path, tools=b"other").recall("key") is None
