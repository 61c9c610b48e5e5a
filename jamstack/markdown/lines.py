"""On which line something stands that the parser no longer tells the place of."""

from __future__ import annotations

import functools
import html
import re


class Locator:
    """Finds texts of one body in the order they are asked for. Lines count from `first_line`."""

    def __init__(self, text: str, first_line: int) -> None:
        self._typed = _Places(text)
        self._first_line = first_line

    def find(self, *needles: str) -> int:
        """The line of the next occurrence of the first needle that occurs.

        Asked again for the same needle, the occurrence after the last one; when there is none left,
        the last one again. What was typed with entities is found too. The body's first line when no
        needle occurs at all.
        """
        for needle in needles:
            if needle and self._typed.find(needle):
                return self._first_line + self._typed.line(needle)
        if "&" in self._typed.text:
            for needle in filter(None, needles):
                if self._unescaped.find(needle):
                    return self._first_line + self._unescaped.line(needle)
        return self._first_line

    def find_line(self, start: str, rest: str) -> int:
        """The line of the next line that is `start` and then the words of `rest`.

        Typography and emphasis may stand between the words, and a link's text before them. Asked
        again, as `find`. The body's first line when there is no such line.
        """
        key = f"{start}\n{rest}"
        between = r"(?:[^\w\n]|_)*"
        words = between.join(map(re.escape, re.findall(r"[^\W_]+", rest)))
        linked = r"(?:\[[^\n]*\]\()?" if rest else ""
        ends = rf"{between}(?:<br ?/?>|\\)?[ \t]*$"
        pattern = rf"^[ \t]*{re.escape(start)}[ \t]*{linked}{between}{words}{ends}"
        is_found = self._typed.match(key, re.compile(pattern, re.MULTILINE))
        return self._first_line + self._typed.line(key) if is_found else self.find(start)

    @functools.cached_property
    def _unescaped(self) -> _Places:
        return _Places(html.unescape(self._typed.text))


class _Places:
    """The places in one text at which things were found last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: dict[str, int] = {}
        self._counted = (0, 0)

    def find(self, needle: str) -> bool:
        """Go to the next place of `needle`; False where there is none at all."""
        return self._go(needle, self.text.find(needle, self._last.get(needle, -1) + 1))

    def match(self, key: str, pattern: re.Pattern[str]) -> bool:
        """Go to the next place of `pattern`, which is called `key`."""
        found = pattern.search(self.text, self._last.get(key, -1) + 1)
        return self._go(key, found.start() if found else -1)

    def line(self, key: str) -> int:
        """How many lines are before the place that `key` was found at last."""
        place, (counted, line) = self._last[key], self._counted
        if place >= counted:
            line += self.text.count("\n", counted, place)
        else:
            line -= self.text.count("\n", place, counted)
        self._counted = (place, line)
        return line

    def _go(self, key: str, place: int) -> bool:
        if place >= 0:
            self._last[key] = place
        return key in self._last
