"""What may happen in a newsroom: to its stories, its people, its pages."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from .desk import SECTIONS, SHADES, SHARED_TAGS, Story
from .newsroom_machine import CLOCKS, DATES, NewsroomMachine, which

EMBARGOES = ("2026-11-20T12:00", "2026-11-22T18:00", "2026-11-23T06:00")
SERIES = ("", "The zq Tide", "the  zq tide", "Boats")
WAYS = ("linked", "pinned", "lined", "named")
shade = st.none() | st.integers(0, len(SHADES) - 1)
tags = st.lists(st.sampled_from(SHARED_TAGS), max_size=2, unique_by=str.lower)


class StoryRules(NewsroomMachine):
    """What writers do."""

    @rule(number=which, date=st.sampled_from(DATES), tags=tags, shade=shade, is_draft=st.booleans())
    def write_story(self, number, date, tags, shade, is_draft):
        people = list(self.desk.people)
        story = Story(
            self.desk.word("s"),
            date=date,
            section=SECTIONS[number % 2],
            authors=(people[number % len(people)],),
            tags=tuple(tags),
            body=number,
            shade=shade,
            is_draft=is_draft,
        )
        self.desk.stories[story.word] = story
        self.file()

    @rule(number=which)
    def retitle(self, number):
        self.story(number).title += 1
        self.file()

    @rule(number=which)
    def edit_the_text(self, number):
        self.story(number).body += 1
        self.file()

    @rule(number=which, tags=tags)
    def change_tags(self, number, tags):
        self.story(number).tags = tuple(tags)
        self.file()

    @rule(number=which)
    def change_section(self, number):
        story = self.story(number)
        story.section = SECTIONS[story.section == SECTIONS[0]]
        self.file()

    @rule(number=which, date=st.sampled_from(DATES))
    def change_date(self, number, date):
        self.story(number).date = date
        self.file()

    @rule(number=which)
    def move_to_another_year(self, number):
        story = self.story(number)
        story.year = 2025 if story.year == 2026 else 2026
        self.file()

    @rule(number=which, has_alias=st.booleans())
    def rename(self, number, has_alias):
        story = self.story(number)
        if has_alias:
            story.aliases += (f"stories/{story.slug}",)
        story.edition += 1
        self.file()

    @precondition(lambda self: len(self.desk.stories) > 1)
    @rule(number=which)
    def delete(self, number):
        story = self.story(number)
        self.desk.withdraw(story.word)
        del self.desk.stories[story.word]
        self.file()

    @rule(number=which, shade=shade)
    def change_picture(self, number, shade):
        self.story(number).shade = shade
        self.file()

    @rule(number=which)
    def publish_or_not(self, number):
        story = self.story(number)
        self.desk.withdraw(story.word)
        story.is_draft = not story.is_draft
        self.file()

    @rule(number=which, embargo=st.sampled_from(("", *EMBARGOES)))
    def embargo(self, number, embargo):
        story = self.story(number)
        self.desk.withdraw(story.word)
        story.embargo = embargo
        self.file()

    @rule(number=which)
    def correct(self, number):
        story = self.story(number)
        story.corrected += 1
        story.updated = "" if story.updated else "2026-11-18T10:00"
        self.file()

    @rule(number=which, other=which, how=st.sampled_from(WAYS))
    def name_a_story_in_another(self, number, other, how):
        word = self._plain(other)
        named = getattr(self.story(number), how)
        if word in named:
            named.discard(word)
        elif word and word != self.story(number).word:
            named.add(word)
        self.file()

    @rule(number=which, series=st.sampled_from(SERIES), has_part=st.booleans())
    def make_a_part_of_a_series(self, number, series, has_part):
        story = self.story(number)
        story.series = series
        # No two of one number, which would be a fault.
        story.part = int(story.word.strip("zqs")) if has_part else 0
        self.file()

    @rule(number=which, inline=st.sampled_from(("", "none", "1", "3")))
    def say_how_many_lines(self, number, inline):
        self.story(number).inline = inline
        self.file()

    @rule(number=which, authors=st.lists(which, min_size=1, max_size=2))
    def credit(self, number, authors):
        people = list(self.desk.people)
        self.story(number).authors = tuple({people[n % len(people)]: n for n in authors})
        self.file()

    def _plain(self, number: int) -> str:
        plain = self.desk.plain()
        return plain[number % len(plain)] if plain else ""


class PaperRules(NewsroomMachine):
    """What editors do."""

    @rule()
    def hire_someone(self):
        self.hire()
        self.file()

    @rule(number=which)
    def rename_someone(self, number):
        self._person(number).name += 1
        self.file()

    @rule(number=which)
    def tell_of_someone(self, number):
        self._person(number).bio += 1
        self.file()

    @rule(number=which, shade=shade)
    def change_portrait(self, number, shade):
        self._person(number).shade = shade
        self.file()

    @rule(lead=which, top=st.lists(which, max_size=2), pins=st.lists(which, max_size=2))
    def arrange_the_front(self, lead, top, pins):
        plain = self.desk.plain() or [""]
        self.desk.lead = plain[lead % len(plain)]
        chosen = [plain[number % len(plain)] for number in top]
        self.desk.top = tuple(dict.fromkeys(word for word in chosen if word))
        chosen = [plain[number % len(plain)] for number in pins]
        self.desk.pins = tuple(dict.fromkeys(word for word in chosen if word))
        self.file()

    @rule(order=st.permutations(SECTIONS))
    def arrange_the_sections(self, order):
        self.desk.lead, self.desk.top, self.desk.pins = "", (), ()
        self.desk.order = () if self.desk.order == tuple(order) else tuple(order)
        self.file()

    @rule()
    def add_a_page(self):
        self.desk.pages[self.desk.word("p")] = 1
        self.file()

    @rule(number=which)
    def edit_a_page(self, number):
        for word in list(self.desk.pages)[number : number + 1]:
            self.desk.pages[word] += 1
        self.file()

    @rule(number=which)
    def remove_a_page(self, number):
        for word in list(self.desk.pages)[number : number + 1]:
            del self.desk.pages[word]
        self.file()

    @rule(now=st.sampled_from(CLOCKS))
    def turn_the_clock(self, now):
        self.set(now=now)

    @rule()
    def let_time_pass(self):
        later = [now for now in CLOCKS if now > self.twins.project.now]
        self.set(now=later[0] if later else CLOCKS[0])

    @rule()
    def preview_or_not(self):
        self.set(is_preview=not self.twins.project.is_preview)

    def _person(self, number: int):
        people = list(self.desk.people.values())
        return people[number % len(people)]
