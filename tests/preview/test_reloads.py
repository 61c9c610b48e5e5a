import asyncio
import threading
from contextlib import aclosing

import pytest

from jamstack.preview.reloads import Event, Outcome, Reloads

from .builders import CSS, NOTHING, PATIENCE_S, RELOAD, fault


def told(events, since, *, keep_alive_s=PATIENCE_S):
    """The first thing a page that knows `since` is told."""

    async def first():
        async with aclosing(events.subscribe(since, keep_alive_s=keep_alive_s)) as stream:
            return await anext(stream)

    return asyncio.run(first())


def event(events, kind, text=""):
    return Event(id=events.state, kind=kind, text=text)


class TestMissed:
    def test_a_page_that_knows_everything_is_told_nothing(self):
        events = Reloads()
        events.publish(RELOAD)

        assert told(events, events.state) is None

    @pytest.mark.parametrize(
        ("outcome", "expected"), [(RELOAD, Outcome.RELOAD), (CSS, Outcome.CSS)]
    )
    def test_a_page_is_told_what_it_missed(self, outcome, expected):
        events = Reloads()
        before = events.state
        events.publish(outcome)

        assert event(events, expected) == told(events, before)

    def test_a_reload_covers_everything_else_that_was_missed(self):
        events = Reloads()
        before = events.state
        for outcome in (CSS, RELOAD, CSS):
            events.publish(outcome)

        assert event(events, Outcome.RELOAD) == told(events, before)

    @pytest.mark.parametrize("since", ["", "elsewhere-3", "nonsense", "-", "ffffffff-²"])
    def test_a_page_of_another_run_reloads(self, since):
        events = Reloads()

        assert event(events, Outcome.RELOAD) == told(events, since)

    def test_a_number_that_is_none_reloads(self):
        events = Reloads()
        run = events.state.partition("-")[0]
        events.publish(RELOAD)

        assert event(events, Outcome.RELOAD) == told(events, f"{run}-x")


class TestFaults:
    def test_a_standing_fault_is_told_to_a_page_served_after_it(self):
        events = Reloads()
        events.publish(fault("no date"))

        assert event(events, Outcome.FAULT, "no date") == told(events, events.state)

    def test_the_fault_can_be_asked_for(self):
        events = Reloads()
        events.publish(fault("no date"))

        assert "no date" == events.fault

    @pytest.mark.parametrize("good", [RELOAD, CSS, NOTHING])
    def test_any_good_build_after_a_fault_reloads(self, good):
        events = Reloads()
        events.publish(fault())
        before = events.state
        events.publish(good)

        assert event(events, Outcome.RELOAD) == told(events, before)
        assert "" == events.fault

    def test_a_build_that_changed_nothing_is_no_news(self):
        events = Reloads()
        before = events.state
        events.publish(NOTHING)

        assert before == events.state


class TestSubscribers:
    def test_what_another_thread_publishes_wakes_the_page(self):
        events = Reloads()

        async def second():
            async with aclosing(events.subscribe(events.state, keep_alive_s=PATIENCE_S)) as stream:
                assert await anext(stream) is None
                thread = threading.Thread(target=events.publish, args=(CSS,))
                thread.start()
                found = await anext(stream)
                thread.join()
                return found

        found = asyncio.run(second())

        assert event(events, Outcome.CSS) == found

    def test_a_page_is_told_once(self):
        events = Reloads()
        before = events.state
        events.publish(RELOAD)

        async def all_told():
            async with aclosing(events.subscribe(before, keep_alive_s=0.01)) as stream:
                return [await anext(stream) for _ in range(2)]

        assert [event(events, Outcome.RELOAD), None] == asyncio.run(all_told())

    def test_an_idle_page_is_kept_alive(self):
        events = Reloads()

        async def all_told():
            async with aclosing(events.subscribe(events.state, keep_alive_s=0.01)) as stream:
                return [await anext(stream) for _ in range(3)]

        assert [None, None, None] == asyncio.run(all_told())

    def test_closing_ends_every_subscription(self):
        events = Reloads()

        async def rest():
            stream = events.subscribe(events.state, keep_alive_s=PATIENCE_S)
            assert await anext(stream) is None
            events.close()
            return [item async for item in stream]

        assert [] == asyncio.run(rest())

    def test_a_page_that_comes_after_closing_is_told_nothing(self):
        events = Reloads()
        events.close()

        async def everything():
            return [item async for item in events.subscribe(events.state)]

        assert [] == asyncio.run(everything())
