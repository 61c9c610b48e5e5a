"""What may happen around a newsroom: to its settings, theme, output, cache, and to its builds."""

import os
import shutil
import time

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from .newsroom_machine import SETTINGS, NewsroomMachine, which
from .twins import look

CHANGES = (
    {"tagline": "News of the bay"},
    {"name": "The Bay Herald"},
    {"page_size": 1},
    {"page_size": 3},
    {"related_size": 6},
    {"inline_related": 0},
    {"feed_size": 1},
    {"front_size": 1},
    {"top_size": 3},
    {"language": "de"},
    {"timezone": "Pacific/Auckland"},
    {"timezone": "America/New_York"},
    {"article_url": "{year}/{slug}/"},
    {"article_url": "{section}/{month}/{slug}/"},
    {"image_widths": (16,)},
    {"sections": SETTINGS.sections[::-1]},
    {"site_url": "https://herald.example/paper"},
    {"site_url": "https://other.example"},
    {"maximum_source_bytes": 1_000_000},
)
COLOUR = b'theme = "#fbfbf8"'
ADDED = "static/added.txt"
kind = st.sampled_from((".html", ".xml", "images/", "theme/", "."))
"""A part of the path of a file in the output."""
fraction = st.sampled_from((0.0, 0.1, 0.5, 0.9, 0.999))


class HouseRules(NewsroomMachine):
    """What those do who run the site."""

    @rule(change=st.sampled_from(CHANGES))
    def change_a_setting(self, change):
        settings = self.twins.project.settings
        is_so = all(getattr(settings, name) == value for name, value in change.items())
        old = {name: getattr(SETTINGS, name) for name in change}
        self.set_settings(**(old if is_so else change))

    @rule(number=st.integers(0, 50))
    def edit_a_template(self, number):
        templates = sorted(self.theme.joinpath("templates").rglob("*.html"))
        path = templates[number % len(templates)].relative_to(self.theme).as_posix()
        text = (self.theme / path).read_bytes()
        # Most have an element with a class; what the others show of it is for the browser.
        edited = text.replace(b'class="', b'class="edited ', 1)
        self.write_theme(path, edited if edited != text else text + b"<!-- edited -->\n")

    @rule()
    def edit_the_stylesheet(self):
        path = "static/css/paper.css"
        self.write_theme(path, (self.theme / path).read_bytes() + b"a{}\n")

    @rule()
    def change_a_colour(self):
        text = (self.theme / "theme.toml").read_bytes()
        self.write_theme("theme.toml", text.replace(COLOUR, COLOUR.replace(b"8", b"7")))

    @rule()
    def add_a_static_file(self):
        has_it = (self.theme / ADDED).exists()
        self.write_theme(ADDED, None if has_it else b"added")


class OutputRules(NewsroomMachine):
    """What happens to what builds made, and to what they remember."""

    backup: tuple[bytes, set[str]] | None = None

    @rule(kind=kind, number=st.integers(0, 20))
    def lose_a_file_of_the_output(self, kind, number):
        for file in self._made(kind, number):
            file.unlink()

    @rule(kind=kind, number=st.integers(0, 20), is_same_size=st.booleans())
    def alter_a_file_of_the_output(self, kind, number, is_same_size):
        for file in self._made(kind, number):
            data = file.read_bytes()
            file.write_bytes(data[::-1] if is_same_size else data + b"!")
            os.utime(file, (time.time() + 5, time.time() + 5))

    @rule(kind=kind, number=st.integers(0, 20))
    def touch_a_file_of_the_output(self, kind, number):
        for file in self._made(kind, number):
            os.utime(file, (time.time() + 5, time.time() + 5))

    @rule(name=st.sampled_from(("notes.txt", "stories/notes.txt", "own/index.html")))
    def put_a_file_into_the_output(self, name):
        file = self.twins.project.output / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"not ours")

    @precondition(lambda self: self.twins.store_file.exists())
    @rule()
    def keep_a_copy_of_the_store(self):
        self.backup = (self.twins.store_file.read_bytes(), set(self.twins.known))

    @precondition(lambda self: self.backup)
    @rule()
    def put_back_the_store(self):
        data, known = self.backup
        self.twins.store_file.write_bytes(data)
        self.twins.known = set(known)

    @precondition(lambda self: self.twins.store_file.exists())
    @rule()
    def lose_the_store(self):
        self.twins.store_file.unlink()
        self.twins.lose_memory()

    @precondition(lambda self: self.twins.store_file.exists())
    @rule(part=fraction)
    def truncate_the_store(self, part):
        size = self.twins.store_file.stat().st_size
        os.truncate(self.twins.store_file, int(size * part))
        if int(size * part) == 0:
            self.twins.lose_memory()

    @precondition(lambda self: self.twins.store_file.exists())
    @rule(part=st.floats(0, 0.999))
    def damage_the_store(self, part):
        data = bytearray(self.twins.store_file.read_bytes())
        start = int(len(data) * part)
        data[start : start + 64] = b"\xa5" * len(data[start : start + 64])
        self.twins.store_file.write_bytes(data)

    def _made(self, kind, number):
        output = self.twins.project.output
        made = [path for path in sorted(self.twins.known & look(output).keys()) if kind in path]
        return [output / path for path in made[number % len(made) :][:1]] if made else []


class TroubleRules(NewsroomMachine):
    """What goes wrong."""

    @rule(number=which)
    def touch(self, number):
        path = self.story(number).path
        self.write(path, self.on_disk[path])

    @rule(number=which)
    def edit_with_no_trace(self, number):
        """As many bytes in the same second: the time of change is as it was."""
        story = self.story(number)
        story.title, story.shade = 1, 0
        self.desk.files()
        soon_s = time.time() + 5
        self.file()
        for path in (story.path, story.picture):
            os.utime(self.twins.project.content / path, (soon_s, soon_s))
        self.build()
        story.title, story.shade = 2, 1
        files = self.desk.files()
        for path in (story.path, story.picture):
            self.write(path, files[path], soon_s)
        self.on_disk = files

    @rule(number=which, has_other_edit=st.booleans())
    def break_and_mend_a_story(self, number, has_other_edit):
        story = self.story(number)
        story.is_wrong = True
        if has_other_edit:
            self.story(number + 1).title += 1
        self.file()
        self.build()
        story.is_wrong = False
        self.file()

    @rule(
        template=st.sampled_from(("story.html", "partials/teaser.html", "page.html")),
        fault=st.sampled_from((b"{{ page.nothing }}", b"{% if %}", b"{% include 'no.html' %}")),
        number=which,
    )
    def break_and_mend_a_template(self, template, fault, number):
        path = f"templates/{template}"
        text = (self.theme / path).read_bytes()
        self.write_theme(path, text + fault)
        self.build()
        self.story(number).title += 1
        self.file()
        self.build()
        self.write_theme(path, text)

    @rule(after=st.integers(0, 60), leaves_part=st.booleans(), number=which)
    def kill_a_build(self, after, leaves_part, number):
        self.story(number).title += 1
        self.file()
        self.twins.die(self.process, after, leaves_part=leaves_part)

    @rule(
        after=st.integers(0, 60),
        number=which,
        edit=st.sampled_from(("story", "picture", "stylesheet", "colour", "template", "output")),
    )
    def edit_while_a_build_is_at_work(self, after, number, edit):
        """That build may make the one or the other; the next one must see it."""
        edits = {
            "story": lambda: self.retitle(number),
            "picture": lambda: self.change_picture(number, after % 3),
            "stylesheet": self.edit_the_stylesheet,
            "colour": self.change_a_colour,
            "template": lambda: self.edit_a_template(after),
            "output": lambda: self.alter_a_file_of_the_output(".html", number, is_same_size=True),
        }
        self.retitle(number + 1)
        self.twins.disturb(self.process, after, lambda _path, _data: edits[edit]())

    @precondition(lambda self: self.twins.project.output.is_dir())
    @rule(number=which)
    def put_back_the_output(self, number):
        """As it was before the last edit, times and all."""
        output = self.twins.project.output
        aside = self.folder / "aside"
        shutil.copytree(output, aside)
        self.story(number).title += 1
        self.file()
        self.build()
        shutil.rmtree(output)
        aside.rename(output)
