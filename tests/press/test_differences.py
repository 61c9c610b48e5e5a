import pytest

from jamstack.layout.plans import FilePlan, PagePlan
from jamstack.press import differences
from jamstack.press.codec import digest
from jamstack.press.memory import Memory

QUESTIONS = ("tag:sea", "face:a.md", "target:b.md")
MARK = digest(b"mark")


class Answers(dict):
    """The digests of answers by question, as a ledger gives them."""

    def __init__(self, **changes):
        given = dict.fromkeys(QUESTIONS, "as it was") | changes
        super().__init__((name, digest(text.encode())) for name, text in given.items())


@pytest.fixture
def memory(tmp_path):
    """What a build that has just ended remembers."""
    memory = Memory(file=tmp_path / "press.sqlite", site="content", tell=pytest.fail)
    with memory.opened():
        memory.recall()
        memory.questions.of(QUESTIONS)
        differences.note(memory, Answers(), MARK)
        yield memory


def page(path, template="story.html"):
    return PagePlan(path=path, template=template, lay_out=len)


class TestMark:
    BASE = ([page("a"), FilePlan(path="feed.xml", make=len)], {"story.html": b"1"}, b"ground")

    def test_it_is_the_same_for_the_same(self):
        assert differences.mark_of(*self.BASE) == differences.mark_of(*self.BASE)

    @pytest.mark.parametrize(
        "other",
        [
            ([*BASE[0], page("b")], *BASE[1:]),
            (BASE[0][:1], *BASE[1:]),
            ([page("a", "page.html"), BASE[0][1]], *BASE[1:]),
            (BASE[0], {"story.html": b"2"}, BASE[2]),
            (*BASE[:2], b"other"),
        ],
        ids=["one more", "one less", "another template", "a changed template", "another ground"],
    )
    def test_it_is_another_where_anything_else_is_made(self, other):
        assert differences.mark_of(*self.BASE) != differences.mark_of(*other)


class TestChanged:
    def test_nothing_where_all_answers_are_the_same(self, memory):
        assert frozenset() == differences.changed(memory, Answers(), MARK)

    def test_the_numbers_of_the_questions_with_other_answers(self, memory):
        now = Answers(**{"tag:sea": "other", "target:b.md": "other"})

        assert frozenset({1, 3}) == differences.changed(memory, now, MARK)

    def test_it_is_not_known_where_something_else_is_made(self, memory):
        assert differences.changed(memory, Answers(), digest(b"other")) is None

    def test_nor_before_the_first_build(self, memory):
        memory.keep_facts({differences.FACT: b""})

        assert differences.changed(memory, Answers(), MARK) is None

    def test_nor_once_pages_are_being_made(self, memory):
        differences.forget(memory)

        assert differences.changed(memory, Answers(), MARK) is None

    def test_nor_where_a_build_asked_more_and_did_not_end(self, memory):
        memory.questions.of(["tag:harbour"])

        assert differences.changed(memory, Answers(**{"tag:harbour": ""}), MARK) is None
