"""New connections at each event, compared with its goal."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.events import EventRow
from netbook.core.goals import Result, Summary, summary
from netbook.core.names import checked
from netbook.core.periods import given_span
from netbook.core.refs import ref
from netbook.store.read import events as facts
from netbook.store.read.events import NewConnection


class GoalRow(NamedTuple):
    """An event that has begun: how many were met there, and who of them was a new connection."""

    event: str
    date: date
    place: str | None
    goal: int
    new: int
    met: int
    reached: bool
    people: tuple[str, ...]
    followed_up: int
    ref: str


class GoalReport(NamedTuple):
    """The latest events, and all of them in sum; `total` counts those the limit left out as well.

    `event` is the one whose editions were asked for, `ongoing` the places in `rows` of those not over yet,
    `coming` the next event after today.
    """

    today: date
    event: str | None
    bounded: bool
    rows: list[GoalRow]
    ongoing: frozenset[int]
    total: int
    summary: Summary
    coming: EventRow | None


class GoalQuery(NamedTuple):
    """What the user asked to see."""

    event: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None


def build(db: sqlite3.Connection, today: date, query: GoalQuery) -> GoalReport:
    """The events whose first day is in the span, or the editions of one; the latest first."""
    since, until = given_span(query.since, query.until, today)
    key = name = None
    if query.event is not None:
        key, name = facts.named(db, checked(query.event, "the name of an event"))
    # An event without a goal is none where strangers meet.
    events = [
        event for event in facts.begun(db, since or date.min, min(until or today, today), key) if event.goal
    ]
    new: dict[int, list[NewConnection]] = {event.id: [] for event in events}
    for connection in facts.new_at(db, new, today):
        new[connection.event].append(connection)
    results = [Result(len(new[event.id]), event.goal, event.ends_on >= today) for event in events]
    shown = events[: query.limit]
    met = facts.met_at(db, [event.id for event in shown], today)
    return GoalReport(
        today=today,
        event=name,
        bounded=query.since is not None or query.until is not None,
        rows=[
            _row(event, result, met[event.id], new[event.id])
            for event, result in zip(shown, results, strict=False)
        ],
        ongoing=frozenset(place for place, result in enumerate(results[: query.limit]) if result.ongoing),
        total=len(events),
        summary=summary(results),
        coming=facts.next_event(db, today, key),
    )


def _row(event: EventRow, result: Result, met: int, new: list[NewConnection]) -> GoalRow:
    return GoalRow(
        event=event.name,
        date=event.starts_on,
        place=event.place,
        goal=event.goal,
        new=result.new,
        met=met,
        reached=result.reached,
        people=tuple(connection.name for connection in new),
        followed_up=sum(connection.followed_up for connection in new),
        ref=ref("event", event.id),
    )
