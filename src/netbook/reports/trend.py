"""Meetings per month or a day, by how people met."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netbook.core.cadence import add_months
from netbook.core.periods import Span, given_span, months, year_up_to
from netbook.core.text import quoted
from netbook.core.vocabulary import LIVE
from netbook.errors import FutureDate
from netbook.store.read.groups import circle
from netbook.store.read.topics import find_topic
from netbook.store.read.who import find

_LIVE = ", ".join(f"'{kind}'" for kind in LIVE)
_KINDS = f"""count(*) FILTER (WHERE m.human = 1 AND m.kind NOT IN ({_LIVE})),
  count(*) FILTER (WHERE m.kind IN ({_LIVE})),
  count(*) FILTER (WHERE m.human = 0)"""
_FITS = """(:circle IS NULL OR p.circle_id = :circle)
      AND (:topic IS NULL OR p.id IN (SELECT person_id FROM commonality WHERE topic_id = :topic))"""

# With nobody in particular: a meeting without a fleeting conversation always has somebody at it, who need
# not be looked for.
ALL = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM meeting m
WHERE m.date BETWEEN :first AND :last
  AND (m.fleeting IS NULL OR EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id))
GROUP BY 1
"""
AMONG = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM meeting m
WHERE m.date BETWEEN :first AND :last AND EXISTS (
  SELECT 1 FROM attendance a JOIN person p ON p.id = a.person_id WHERE a.meeting_id = m.id AND {_FITS})
GROUP BY 1
"""
WITH_ONE = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM person p CROSS JOIN attendance a ON a.person_id = p.id AND a.human IN (0, 1)
CROSS JOIN meeting m ON m.id = a.meeting_id
WHERE p.id = :person AND a.date BETWEEN :first AND :last AND {_FITS}
GROUP BY 1
"""


class TrendScope(NamedTuple):
    """Filters of the trend; None for those that were not given."""

    person: int | None = None
    circle: int | None = None
    topic: int | None = None


class KindCounts(NamedTuple):
    """Meetings in person, live at a distance and in writing."""

    in_person: int
    live: int
    written: int


def _by_month(db: sqlite3.Connection, span: Span, scope: TrendScope) -> dict[date, KindCounts]:
    """The meetings with anybody in the scope, by the first day of their month; empty months are left out."""
    return {date.fromisoformat(f"{month}-01"): counts for month, counts in _by(7, db, span, scope)}


def _by_day(db: sqlite3.Connection, span: Span, scope: TrendScope) -> dict[date, KindCounts]:
    """The meetings with anybody in the scope, by their day; days without any are left out."""
    return {date.fromisoformat(day): counts for day, counts in _by(10, db, span, scope)}


def _by(
    length: int, db: sqlite3.Connection, span: Span, scope: TrendScope
) -> Iterator[tuple[str, KindCounts]]:
    """The counts by so many letters of the ISO date."""
    among = ALL if scope == TrendScope() else AMONG
    statement = among if scope.person is None else WITH_ONE
    days = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    for period, *counts in db.execute(statement, {"length": length, **days, **scope._asdict()}):
        yield period, KindCounts(*counts)


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


def build(db: sqlite3.Connection, today: date, query: TrendQuery) -> TrendReport:
    """The months up to today, the last twelve unless a span is given, with their meetings.

    Raises FutureDate, BackwardSpan, NoSuchCircle, NoSuchTopic, or as `find` does.
    """
    span = _span(today, query, lambda last: add_months(last.replace(day=1), 1 - MONTHS))
    scope, names = _scope(db, query)
    result = _by_month(db, span, scope)
    rows = []
    for month in months(span):
        counts = result.get(month, NONE)
        rows.append(TrendRow(month.isoformat()[:7], *counts, sum(counts)))
    return TrendReport(today, span, *names, rows)


def build_days(db: sqlite3.Connection, today: date, query: TrendQuery) -> DaysReport:
    """The days up to today, those of a year unless a span is given, with their meetings; raises as `build`."""
    span = _span(today, query, year_up_to)
    scope, names = _scope(db, query)
    result = _by_day(db, span, scope)
    rows = []
    for number in range((span.last - span.first).days + 1):
        day = span.first + timedelta(days=number)
        counts = result.get(day, NONE)
        rows.append(DayRow(day, *counts, sum(counts)))
    return DaysReport(today, span, *names, rows)


def _scope(
    db: sqlite3.Connection, query: TrendQuery
) -> tuple[TrendScope, tuple[str | None, str | None, str | None]]:
    """Who was to be there, for SQL, and the names that the journal has for them."""
    person = find(db, query.who) if query.who is not None else None
    group = circle(db, query.circle) if query.circle is not None else None
    topic = find_topic(db, query.topic) if query.topic is not None else None
    scope = TrendScope(person and person.id, group and group.id, topic and topic.id)
    return scope, (person and person.name, group and group.name, topic and topic.name)


def _span(today: date, query: TrendQuery, begin: Callable[[date], date]) -> Span:
    """The days that were asked for, up to today; `begin` gives the first for the last where none was named."""
    first, until = given_span(query.since, query.until, today)
    last = until or today
    if first and first > today:
        raise FutureDate(quoted(query.since or ""), first.isoformat())
    return Span(first or begin(last), min(last, today))
