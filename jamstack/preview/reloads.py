"""Telling open pages what a rebuild changed. Written to by the building thread, read by the server.

Every change has a number. A page knows the number it was served at, and what it has to do is told
from that number alone; so a page that was asleep, or lost its connection, misses nothing, and a
slow one is told once.
"""

from __future__ import annotations

import asyncio
import enum
import secrets
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass

KEEP_ALIVE_S = 15.0
"""How long a page hears nothing at most, so that a dead connection is noticed."""


class Outcome(enum.StrEnum):
    """What a rebuild came to."""

    RELOAD = "reload"
    CSS = "css"
    NOTHING = "nothing"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildOutcome:
    """What a rebuild changed: pages, stylesheets alone, or nothing; `text` tells the faults."""

    kind: Outcome
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a page has to do. `id` is the state of things once it has done it."""

    id: str
    kind: Outcome
    text: str = ""


class Reloads:
    """What open pages must know, and who waits to hear of it. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # A page served by an earlier run of the server has another run's numbers.
        self._run = secrets.token_hex(4)
        self._number = 0
        self._last_reload = 0
        self._last_css = 0
        self._last_fault = 0
        self._fault = ""
        self._is_closed = False
        self._waiting: set[_Waiter] = set()

    @property
    def state(self) -> str:
        """What a page served now knows already."""
        with self._lock:
            return self._state()

    @property
    def fault(self) -> str:
        """The faults that stopped the last build, or an empty text."""
        with self._lock:
            return self._fault

    def publish(self, outcome: RebuildOutcome) -> None:
        """Tell every open page what a rebuild came to.

        After a fault any good build is a reload, because the page still shows the fault.
        """
        with self._lock:
            kind = outcome.kind
            if self._fault and kind in (Outcome.CSS, Outcome.NOTHING):
                kind = Outcome.RELOAD
            if kind is Outcome.NOTHING:
                return
            self._number += 1
            self._fault = outcome.text if kind is Outcome.FAULT else ""
            match kind:
                case Outcome.RELOAD:
                    self._last_reload = self._number
                case Outcome.CSS:
                    self._last_css = self._number
                case Outcome.FAULT:
                    self._last_fault = self._number
            self._wake()

    def close(self) -> None:
        """End every subscription, now and from now on."""
        with self._lock:
            self._is_closed = True
            self._wake()

    async def subscribe(
        self, since: str, *, keep_alive_s: float = KEEP_ALIVE_S
    ) -> AsyncIterator[Event | None]:
        """Yield what a page that knows `since` has to do, as it comes; None to keep it alive.

        A fault that stands is told at the start even to a page that was served after it. The
        first None comes at once where there is nothing to tell. Ends when the server closes.
        """
        waiter = _Waiter(loop=asyncio.get_running_loop(), is_woken=asyncio.Event())
        with self._lock:
            self._waiting.add(waiter)
        try:
            event = self._due(since) or self._standing_fault()
            while not self._is_closed:
                yield event
                since = event.id if event else since
                event = await self._next(waiter, since, keep_alive_s)
        finally:
            with self._lock:
                self._waiting.discard(waiter)

    async def _next(self, waiter: _Waiter, since: str, keep_alive_s: float) -> Event | None:
        # Cleared before looking, so that whatever is published after the look wakes us.
        waiter.is_woken.clear()
        if event := self._due(since):
            return event
        try:
            async with asyncio.timeout(keep_alive_s):
                await waiter.is_woken.wait()
        except TimeoutError:
            return None
        return self._due(since)

    def _due(self, since: str) -> Event | None:
        """The one thing a page that knows `since` has to do, or None; a reload covers the rest."""
        with self._lock:
            run, _, written = since.partition("-")
            number = int(written) if written.isascii() and written.isdigit() else -1
            if run != self._run or number < self._last_reload:
                return self._event(Outcome.RELOAD)
            if number < self._last_fault and self._fault:
                return self._event(Outcome.FAULT)
            if number < self._last_css:
                return self._event(Outcome.CSS)
            return None

    def _standing_fault(self) -> Event | None:
        with self._lock:
            return self._event(Outcome.FAULT) if self._fault else None

    def _event(self, kind: Outcome) -> Event:
        text = self._fault if kind is Outcome.FAULT else ""
        return Event(id=self._state(), kind=kind, text=text)

    def _state(self) -> str:
        return f"{self._run}-{self._number}"

    def _wake(self) -> None:
        # Whoever waits leaves the set before the event loop ends, and nobody joins a closed one.
        for waiter in self._waiting:
            waiter.loop.call_soon_threadsafe(waiter.is_woken.set)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Waiter:
    """One subscription asleep on its event loop."""

    loop: asyncio.AbstractEventLoop
    is_woken: asyncio.Event
