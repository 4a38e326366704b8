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
TIMES = 2


def usual_gap(days: Collection[date]) -> float | None:
    """The days that usually lie between two of these days of contact; None for fewer than three."""
    gaps = sorted_gaps(sorted({day.toordinal() for day in days})[-LATEST:])
    return median(gaps) if len(gaps) >= LEAST - 1 else None


def is_drifting(days: Collection[date], today: date) -> bool:
    """Whether the silence since the last of these days is over twice the usual gap between them."""
    usual = usual_gap(days)
    return usual is not None and (today - max(days)).days > TIMES * usual


def sorted_gaps(days: Sequence[int]) -> list[int]:
    """The gaps between day numbers (`date.toordinal`) that stand in their order, the shortest first."""
    return sorted(map(sub, days[1:], days))


def median(gaps: Sequence[int]) -> float:
    """The middle one of sorted gaps, or the mean of the two in the middle."""
    middle = len(gaps) // 2
    return gaps[middle] if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2
