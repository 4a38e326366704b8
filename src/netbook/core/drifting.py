"""Drifting apart: silent for more than twice as long as is usual between two people.

What is usual is the median of the gaps between the latest ten days of human contact, so that a rhythm that
changed (weekly once, yearly now) is measured by what it is now. It takes three days to have a rhythm.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from operator import sub

LATEST = 10  # days of contact that are looked at
LEAST = 3  # days of contact that make a rhythm


def usual_gap(days: Collection[date]) -> float | None:
    """The days that usually lie between two of these days of contact; None for fewer than three."""
    gaps = sorted_gaps(_latest(days))
    return _twice_the_median(gaps) / 2 if len(gaps) >= LEAST - 1 else None


def is_drifting(days: Collection[date], today: date) -> bool:
    """Whether the silence since the last of these days is over twice the usual gap between them."""
    latest = _latest(days)
    return bool(latest) and is_silent(sorted_gaps(latest), today.toordinal() - latest[-1])


def _latest(days: Collection[date]) -> list[int]:
    return sorted({day.toordinal() for day in days})[-LATEST:]


def sorted_gaps(days: Sequence[int]) -> list[int]:
    """The gaps between day numbers (`date.toordinal`) that stand in their order, the shortest first."""
    return sorted(map(sub, days[1:], days))


def is_silent(gaps: Sequence[int], silence: int) -> bool:
    """Whether somebody with these sorted gaps between contacts has been silent for so long that they are drifting."""
    return len(gaps) >= LEAST - 1 and silence > _twice_the_median(gaps)


def _twice_the_median(gaps: Sequence[int]) -> int:
    """The middle one of sorted gaps twice, or the two in the middle together."""
    middle = len(gaps) // 2
    return gaps[middle] + gaps[~middle]
