"""Editions of events and the days they span."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import parse_day

SAME_EDITION = 14  # days from an edition within which another one has to be said
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


def nearest(editions: Sequence[EventRow], day: date) -> EventRow | None:
    """The edition closest to a day on which there is none, if it is so near that it is most likely meant."""

    def apart(edition: EventRow) -> int:
        return max((edition.starts_on - day).days, (day - edition.ends_on).days)

    return min((row for row in editions if apart(row) <= SAME_EDITION), key=apart, default=None)


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
