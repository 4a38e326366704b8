"""Spans of days that are looked back on, and those they are compared with.

A period is the calendar month, quarter or year so far, or everything since a day. Beside it stands the same
number of days from the beginning of the month, quarter or year before, or, for a day, the days just before
it. A shorter month ends the comparison: 1 to 31 March is compared with 1 to 28 February.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from netbook.core.cadence import add_months
from netbook.core.dates import parse_day
from netbook.core.text import quoted
from netbook.errors import BackwardSpan

Length = Literal["month", "quarter", "year"]

_MONTHS: dict[Length, int] = {"month": 1, "quarter": 3, "year": 12}
_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The days from the first to the last, both included."""

    first: date
    last: date


class OpenSpan(NamedTuple):
    """Days of which both ends are included; None for an open end."""

    first: date | None
    last: date | None


def given_span(since: str | None, until: str | None, today: date) -> OpenSpan:
    """The days that --since and --until name, looking back; raises BackwardSpan."""
    first = parse_day(since, today, "past") if since is not None else None
    last = parse_day(until, today, "past") if until is not None else None
    if first and last and first > last:
        raise BackwardSpan(quoted(since or ""), quoted(until or ""))
    return OpenSpan(first, last)


class Period(NamedTuple):
    """The days in question, and those before them that they are compared with."""

    now: Span
    before: Span


def so_far(length: Length, today: date) -> Period:
    """The calendar month, quarter or year up to today, and as many days of the one before."""
    months = _MONTHS[length]
    first = date(today.year, today.month - (today.month - 1) % months, 1)
    earlier = add_months(first, -months)
    return Period(Span(first, today), Span(earlier, min(earlier + (today - first), first - _DAY)))


def since(first: date, today: date) -> Period:
    """The days from the first up to today, and as many just before."""
    return Period(Span(first, today), Span(first - (today - first) - _DAY, first - _DAY))


def year_up_to(last: date) -> date:
    """The first day of the twelve months that end on that day."""
    return add_months(last, -12) + _DAY


def months(span: Span) -> list[date]:
    """The first day of every calendar month that has a day in the span."""
    first = span.first.replace(day=1)
    count = (span.last.year - first.year) * 12 + span.last.month - first.month + 1
    return [add_months(first, month) for month in range(count)]
