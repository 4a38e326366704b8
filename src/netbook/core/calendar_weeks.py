"""Days as a calendar of weeks, and how dark each is."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

LEVELS = 4  # of darkness, besides none


class Week(NamedTuple):
    """A week from its Monday on; a day outside the calendar is None. `month` is a month that begins in it."""

    days: tuple[date | None, ...]
    month: date | None


def weeks(first: date, last: date) -> list[Week]:
    """The weeks from the one of the first day to the one of the last; the first names its month, too."""
    rows = []
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        days = tuple(
            day if first <= (day := monday + timedelta(days=number)) <= last else None for number in range(7)
        )
        begun = next((day for day in days if day and day.day == 1), None)
        rows.append(Week(days, begun or (first if first in days else None)))
        monday += timedelta(days=7)
    return rows


def level(number: int, most: int) -> int:
    """How dark a day with so many is, from 0 for none to 4 for the most there were, or for four and more."""
    return 0 if not number else max(1, -(-LEVELS * number // max(most, LEVELS)))


def ranges(most: int) -> Sequence[tuple[int, int]]:
    """The least and the most that each level but none stands for."""
    most = max(most, LEVELS)
    ends = [most * step // LEVELS for step in range(LEVELS + 1)]
    return [(before + 1, after) for before, after in pairwise(ends)]
