"""Drifting apart: silent for more than twice the usual gap between two people.

What is usual is the median of the gaps between the latest ten days of human contact, so that a rhythm that
changed (weekly once, yearly now) is measured by what it is now. It takes three days to have a rhythm.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from operator import sub

LATEST = 10  # days of contact that are looked at
LEAST = 3  # days of contact that make a rhythm
TIMES = 2


def usual_gap(days: Collection[date]) -> float | None:
    """The days that usually lie between two of these days of contact; None for fewer than three."""
    return usual(sorted_gaps(sorted({day.toordinal() for day in days})[-LATEST:]))


def is_drifting(days: Collection[date], today: date) -> bool:
    """Whether the silence since the last of these days is over twice the usual gap between them."""
    return bool(days) and is_long((today - max(days)).days, usual_gap(days))


def sorted_gaps(days: Sequence[int]) -> list[int]:
    """The gaps between day numbers (`date.toordinal`) that are in their order, the shortest first."""
    return sorted(map(sub, days[1:], days))


def usual(gaps: Sequence[int]) -> float | None:
    """The middle one of sorted gaps, or the mean of the two in the middle; None where they are too few."""
    if len(gaps) < LEAST - 1:
        return None
    middle = len(gaps) // 2
    return (gaps[middle] + gaps[~middle]) / 2


def is_long(silence: int, usual: float | None) -> bool:
    """Whether so many days of silence are over twice the usual gap; False without a usual gap."""
    return usual is not None and silence > TIMES * usual
