"""A small newsroom that anything may happen to, as the state of a Hypothesis machine.

Each rule is what somebody may do between two builds. After it, unless the series says to wait for
more, the newsroom is built by what earlier builds remember and from nothing: see `twins.py`.
"""

import itertools
import os
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from jamstack.model import Section
from jamstack.press.project import Project
from jamstack.settings import Settings

from .builders import THEME
from .copies import crew
from .desk import SECTIONS, SHARED_TAGS, Desk, Person, Story, hidden_words
from .twins import Twins, linked_pictures

CLOCKS = tuple(
    datetime.fromisoformat(text).replace(tzinfo=UTC)
    for text in (
        "2026-11-20T00:00:00",
        "2026-11-20T00:00:01",
        "2026-11-20T12:00:00",
        "2026-11-22T18:00:00",
        "2026-11-24T12:00:00",
        "2026-12-31T23:30:00",
        "2027-01-01T12:00:00",
    )
)
DATES = ("2026-11-18", "2026-11-17", "2026-10-31T23:30", "2025-12-31T23:30", "2025-06-01")
LONG_AGO_S = datetime(2020, 1, 1, tzinfo=UTC).timestamp()

which = st.integers(0, 5)
"""The number of a story or of whatever there are some of; counted round where there are fewer."""
_ways = st.tuples(st.booleans(), st.integers(0, 2), st.sampled_from((0, 0, 0, 1, 2, 3)))


class NewsroomMachine(RuleBasedStateMachine):
    """The newsroom and its builds; `root` is set by whoever runs the machine."""

    root: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.root))
        self.theme = stand_theme(self.root)
        self.desk = Desk()
        self.on_disk: dict[str, bytes] = {}
        self.theme_as_it_was: dict[str, bytes | None] = {}
        self.writings = itertools.count()
        self.is_hasty = False
        self.process, self.crew = 0, 0
        pictures = self.root / "pictures"
        pictures.mkdir(exist_ok=True)
        linked_pictures(self.folder / "cache", pictures)
        project = Project(
            content=self.folder / "content",
            theme=self.theme,
            output=self.folder / "output",
            store=self.folder / "cache",
            settings=SETTINGS,
            now=CLOCKS[0],
        )
        self.twins = Twins(project=project, pictures=pictures)

    @initialize(
        stories=st.integers(3, 5),
        now=st.sampled_from(CLOCKS),
        ways=st.lists(_ways, max_size=10),
        is_hasty=st.booleans(),
    )
    def open(
        self, stories: int, now: datetime, ways: list[tuple[bool, int, int]], is_hasty: bool
    ) -> None:
        """`ways` say after each step: wait for the next; in which process to build, and by whom."""
        self.set(now=now)
        self.is_hasty = is_hasty
        self.ways = iter(ways)
        for _ in range(2):
            self.hire()
        self.desk.pages[self.desk.word("p")] = 1
        people = list(self.desk.people)
        for number in range(stories):
            story = Story(
                self.desk.word("s"),
                date=DATES[number % len(DATES)],
                section=SECTIONS[number % 2],
                authors=(people[number % 2],),
                body=number,
            )
            story.tags = (f"{story.word} affair", SHARED_TAGS[number % 3])
            self.desk.stories[story.word] = story
        self.desk.stories[next(iter(self.desk.stories))].shade = 0
        self.file()

    @invariant()
    def the_next_edition_is_as_from_nothing(self) -> None:
        waits, self.process, self.crew = next(self.ways, (False, 0, 0))
        if not waits:
            self.build()

    def teardown(self) -> None:
        for path, data in self.theme_as_it_was.items():
            file = self.theme / path
            if data is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(data)
        shutil.rmtree(self.folder)

    def build(self) -> None:
        outcome = self.twins.build(self.process, crew(self.crew))
        if outcome.report and not self.twins.project.is_preview:
            self._demand_silence()

    def hire(self) -> Person:
        person = Person(self.desk.word("a"))
        self.desk.people[person.word] = person
        return person

    def story(self, number: int) -> Story:
        stories = list(self.desk.stories.values())
        return stories[number % len(stories)]

    def set(self, **changes: object) -> None:
        """Change what the project says of itself: the clock, the settings."""
        self.twins.project = replace(self.twins.project, **changes)

    def set_settings(self, **changes: object) -> None:
        self.set(settings=replace(self.twins.project.settings, **changes))

    def file(self) -> None:
        """Write every source that is not on disk as it should be, and remove what must go."""
        files = self.desk.files()
        for path, data in files.items():
            if self.on_disk.get(path) != data:
                self.write(path, data)
        for path in self.on_disk.keys() - files.keys():
            (self.twins.project.content / path).unlink()
        self.on_disk = files

    def write(self, path: str, data: bytes, changed_s: float | None = None) -> None:
        """Write a source, in haste now, else some time ago: each time another second."""
        number = next(self.writings)
        file = self.twins.project.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if changed_s is None and not (self.is_hasty and number % 2):
            changed_s = LONG_AGO_S + number
        if changed_s is not None:
            os.utime(file, (changed_s, changed_s))

    def write_theme(self, path: str, data: bytes | None) -> None:
        """Write or remove a file of the theme; it is as it was when the series ends."""
        file = self.theme / path
        if path not in self.theme_as_it_was:
            self.theme_as_it_was[path] = file.read_bytes() if file.exists() else None
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)

    def _demand_silence(self) -> None:
        """Nothing of what readers may not know is in any file of ours, or in its name."""
        project = self.twins.project
        words = hidden_words(self.desk, project.now, project.settings.zone)
        paths = [path for path in sorted(self.twins.known) if words]
        for path in paths:
            data = (project.output / path).read_bytes().lower() + path.encode()
            assert [] == [word for word in words if word.encode() in data], path


def stand_theme(root: Path) -> Path:
    """The project's theme, copied once, with small files in the place of its static ones."""
    theme = root / "theme"
    if not theme.exists():
        shutil.copytree(THEME, theme)
        for file in theme.joinpath("static").rglob("*"):
            if file.is_file():
                file.write_bytes(file.name.encode())
    return theme


SETTINGS = Settings(
    site_url="https://herald.example",
    name="The Herald",
    sections=tuple(Section(slug=slug, name=slug.title()) for slug in SECTIONS),
    page_size=2,
    front_size=2,
    top_size=1,
    feed_size=4,
    related_size=3,
    image_widths=(16, 32),
    inline_related_words=5,
    inline_related_from=5,
)
