"""Meetings a month or a day, by how people met."""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from netbook.core.cadence import add_months
from netbook.core.dates import parse_day
from netbook.core.periods import Span, months, year_up_to
from netbook.core.text import quoted
from netbook.errors import BackwardSpan, FutureDate
from netbook.store.read import trend as read
from netbook.store.read.groups import circle
from netbook.store.read.topics import find_topic
from netbook.store.read.trend import KindCounts, TrendScope
from netbook.store.read.who import find

MONTHS = 12
NONE = KindCounts(0, 0, 0)


class TrendRow(NamedTuple):
    """A month (`2026-11`) and how many meetings there were in it."""

    month: str
    in_person: int
    live: int
    written: int
    total: int


class DayRow(NamedTuple):
    """A day and how many meetings there were on it."""

    date: date
    in_person: int
    live: int
    written: int
    total: int

    @property
    def human(self) -> int:
        """Meetings in person, by call or video."""
        return self.in_person + self.live


class TrendQuery(NamedTuple):
    """Which meetings and which months, as the user said it."""

    who: str | None = None
    circle: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None


class TrendReport(NamedTuple):
    """Every month of the span; who, circle and topic as the journal calls them."""

    today: date
    span: Span
    who: str | None
    circle: str | None
    topic: str | None
    rows: list[TrendRow]


class DaysReport(NamedTuple):
    """Every day of the span; who, circle and topic as the journal calls them."""

    today: date
    span: Span
    who: str | None
    circle: str | None
    topic: str | None
    rows: list[DayRow]


def build(db: sqlite3.Connection, today: date, wanted: TrendQuery) -> TrendReport:
    """The months up to today, the last twelve unless a span is given, with their meetings.

    Raises FutureDate, BackwardSpan, NoSuchCircle, NoSuchTopic, or as `find` does.
    """
    span = _span(today, wanted, lambda last: add_months(last.replace(day=1), 1 - MONTHS))
    scope, names = _scope(db, wanted)
    result = read.by_month(db, span, scope)
    rows = []
    for month in months(span):
        counts = result.get(month, NONE)
        rows.append(TrendRow(month.isoformat()[:7], *counts, sum(counts)))
    return TrendReport(today, span, *names, rows)


def build_days(db: sqlite3.Connection, today: date, wanted: TrendQuery) -> DaysReport:
    """The days up to today, those of a year unless a span is given, with their meetings; raises as `build`."""
    span = _span(today, wanted, year_up_to)
    scope, names = _scope(db, wanted)
    result = read.by_day(db, span, scope)
    rows = []
    for number in range((span.last - span.first).days + 1):
        day = span.first + timedelta(days=number)
        counts = result.get(day, NONE)
        rows.append(DayRow(day, *counts, sum(counts)))
    return DaysReport(today, span, *names, rows)


def _scope(
    db: sqlite3.Connection, wanted: TrendQuery
) -> tuple[TrendScope, tuple[str | None, str | None, str | None]]:
    """Who was to be there, for SQL, and the names that the journal has for them."""
    person = find(db, wanted.who) if wanted.who is not None else None
    group = circle(db, wanted.circle) if wanted.circle is not None else None
    topic = find_topic(db, wanted.topic) if wanted.topic is not None else None
    scope = TrendScope(person and person.id, group and group.id, topic and topic.id)
    return scope, (person and person.name, group and group.name, topic and topic.name)


def _span(today: date, wanted: TrendQuery, begin: Callable[[date], date]) -> Span:
    """The days that were asked for, up to today; `begin` gives the first for the last where none was named."""
    last = parse_day(wanted.until, today, "past") if wanted.until is not None else today
    if wanted.since is None:
        return Span(begin(last), min(last, today))
    first = parse_day(wanted.since, today, "past")
    if first > today:
        raise FutureDate(quoted(wanted.since), first.isoformat())
    if first > last:
        raise BackwardSpan(quoted(wanted.since), quoted(wanted.until or ""))
    return Span(first, min(last, today))
