"""Editions of events and the days they span."""

from datetime import date
from typing import NamedTuple

from netbook.core.dates import parse_day

LONGEST_OPEN = 183  # days; the day without a year that comes so much later is one that has been


class EventRow(NamedTuple):
    """One edition of an event, from its first day to its last."""

    id: int
    name: str
    key: str
    starts_on: date
    ends_on: date
    goal: int
    place: str | None
    host: str | None


def last_day(text: str, first: date, today: date) -> date:
    """The last day of a span: a bare weekday or a date without a year is the next one from the first day on.

    That next one is far off where the day before the first was written: "16 nov" for a span from 20 November
    is four days before it, not a year after. Raises as `parse_day` does.
    """
    day = parse_day(text, today, "future")
    if day == parse_day(text, today, "past"):
        return day
    after = parse_day(text, first, "future")
    return after if (after - first).days <= LONGEST_OPEN else parse_day(text, first, "past")
