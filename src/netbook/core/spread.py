"""First contacts spread over a cadence, so that a heap of new people does not fall due on one day.

Somebody never met is due on their start. Where more than a few people get a cadence in one step, their starts
are laid out over that cadence from today on: the people in the order given, each day filled to the same height,
on top of the first contacts that are already there.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netbook.core.cadence import Cadence, due_on

UNSPREAD = 5  # so many people at once need no spreading


class Spread(NamedTuple):
    """The start of each person, by number, and the first and the last of these days."""

    starts: dict[int, date]
    first: date
    last: date


def spread_starts(
    people: Sequence[int], cadence: Cadence, today: date, taken: Mapping[date, int]
) -> Spread | None:
    """Starts for these people, the first of them today or soon after; None for nobody.

    `taken` counts the first contacts that are due on a day already. No day is filled above the height to which
    all days of the cadence would be filled evenly, unless it was fuller before.
    """
    if not people:
        return None
    length = max(1, (due_on(today, cadence) - today).days)
    days = [today + timedelta(days=ahead) for ahead in range(length) if ahead <= (date.max - today).days]
    shares = _fill([taken.get(day, 0) for day in days], len(people))
    slots = [day for day, share in zip(days, shares, strict=True) for _ in range(share)]
    return Spread(dict(zip(people, slots, strict=True)), slots[0], slots[-1])


def _fill(heights: Sequence[int], amount: int) -> list[int]:
    """What each column gets when so much is poured in: the lowest first, up to one level.

    What does not make a whole level is laid out evenly over the columns at that level.
    """
    level, left = _level(heights, amount)
    shares = [max(0, level - height) for height in heights]
    at_level = [place for place, height in enumerate(heights) if height <= level]
    for number in range(left):
        shares[at_level[number * len(at_level) // left]] += 1
    return shares


def _level(heights: Sequence[int], amount: int) -> tuple[int, int]:
    """The highest level that so much fills whole, and what is left over; less than the columns at that level."""
    ordered = sorted(heights)
    filled, below = 0, 0
    for number, height in enumerate(ordered):
        rise = (height - below) * number
        if filled + rise > amount:
            break
        filled, below = filled + rise, height
    else:
        number = len(ordered)
    level = below + (amount - filled) // number if number else below
    return level, amount - filled - (level - below) * number
