"""Meetings a month, by how people met."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.cadence import add_months
from netbook.core.dates import parse_day
from netbook.core.periods import Span, months
from netbook.core.text import quoted
from netbook.errors import BackwardSpan, FutureDate
from netbook.store.read import trend as read
from netbook.store.read.groups import circle
from netbook.store.read.topics import find_topic
from netbook.store.read.trend import MonthCounts, TrendScope
from netbook.store.read.who import find

MONTHS = 12
NONE = MonthCounts(0, 0, 0)


class TrendRow(NamedTuple):
    """A month (`2026-11`) and how many meetings there were in it."""

    month: str
    in_person: int
    live: int
    written: int
    total: int


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


def build(db: sqlite3.Connection, today: date, wanted: TrendQuery) -> TrendReport:
    """The months up to today, the last twelve unless a span is given, with their meetings.

    Raises FutureDate, BackwardSpan, NoSuchCircle, NoSuchTopic, or as `find` does.
    """
    span = _span(today, wanted)
    person = find(db, wanted.who) if wanted.who is not None else None
    group = circle(db, wanted.circle) if wanted.circle is not None else None
    topic = find_topic(db, wanted.topic) if wanted.topic is not None else None
    scope = TrendScope(person and person.id, group and group.id, topic and topic.id)
    result = read.by_month(db, span, scope)
    rows = []
    for month in months(span):
        counts = result.get(month, NONE)
        rows.append(TrendRow(month.isoformat()[:7], *counts, sum(counts)))
    return TrendReport(
        today, span, person and person.name, group and group.name, topic and topic.name, rows
    )  # fmt: skip


def _span(today: date, wanted: TrendQuery) -> Span:
    """The days that were asked for: up to today, and from eleven whole months before the last of them."""
    last = parse_day(wanted.until, today, "past") if wanted.until is not None else today
    if wanted.since is None:
        return Span(add_months(last.replace(day=1), 1 - MONTHS), min(last, today))
    first = parse_day(wanted.since, today, "past")
    if first > today:
        raise FutureDate(quoted(wanted.since), first.isoformat())
    if first > last:
        raise BackwardSpan(quoted(wanted.since), quoted(wanted.until or ""))
    return Span(first, min(last, today))
