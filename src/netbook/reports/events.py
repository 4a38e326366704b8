"""Events: coming ones first, then past ones."""

import datetime
import sqlite3
from collections import Counter
from typing import NamedTuple

from netbook.core.dates import parse_day
from netbook.core.events import EventRow, last_day
from netbook.core.refs import ref
from netbook.core.text import quoted
from netbook.errors import BackwardSpan
from netbook.store.read import events as facts

# A column is called "date".
Day = datetime.date


class EventsRow(NamedTuple):
    """An event and its new connections so far; `until` is its last day."""

    event: str
    date: Day
    until: Day
    place: str | None
    host: str | None
    goal: int
    new: int
    met: int
    ref: str


class EventsReport(NamedTuple):
    """The events that are not over, the next one first, and then the past ones, the latest first."""

    today: Day
    bounded: bool
    coming: list[EventsRow]
    past: list[EventsRow]

    @property
    def rows(self) -> list[EventsRow]:
        """All of them, in that order."""
        return [*self.coming, *self.past]


def build(db: sqlite3.Connection, today: Day, since: str | None, until: str | None) -> EventsReport:
    """The events with a day in the span; raises BackwardSpan."""
    first = parse_day(since, today, "past") if since is not None else None
    last = last_day(until, first or today, today) if until is not None else None
    if first and last and first > last:
        raise BackwardSpan(quoted(since or ""), quoted(until or ""))
    span = first or Day.min, last or Day.max
    coming, past = facts.coming(db, today, *span), facts.past(db, today, *span)
    begun = [event.id for event in (*coming, *past) if event.starts_on <= today]
    met, new = (
        facts.met_at(db, begun, today),
        Counter(connection.event for connection in facts.new_at(db, begun, today)),
    )

    def row(event: EventRow) -> EventsRow:
        return EventsRow(
            event=event.name,
            date=event.starts_on,
            until=event.ends_on,
            place=event.place,
            host=event.host,
            goal=event.goal,
            new=new[event.id],
            met=met.get(event.id, 0),
            ref=ref("event", event.id),
        )

    return EventsReport(
        today,
        first is not None or last is not None,
        [row(event) for event in coming],
        [row(event) for event in past],
    )
