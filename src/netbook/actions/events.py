"""Add, change, merge and remove editions of events.

Two editions of a name never share a day. A date without a year names an existing edition if one of its two readings
does, else the coming day.
"""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.dates import parse_day
from netbook.core.events import EventRow, last_day
from netbook.core.names import checked, fold
from netbook.core.text import quoted, visible
from netbook.errors.meetings import (
    EditionsOverlap,
    EndsBeforeItBegins,
    EventNeedsDay,
    MeetingsOutside,
    NoSuchEdition,
    SeveralEditions,
)
from netbook.store import write
from netbook.store.read import events as read
from netbook.store.read.who import find

_LISTED = 6

WEEK = 7  # days


class EventWords(NamedTuple):
    """The options of `event` as typed; `cleared` names the columns to empty (`place`, `host`)."""

    name: str
    on: str | None = None
    until: str | None = None
    goal: int | None = None
    place: str | None = None
    host: str | None = None
    cleared: frozenset[str] = frozenset()
    rename: str | None = None
    merge: bool = False
    expected: tuple[str, ...] = ()


class EventRecorded(NamedTuple):
    """An edition after the change, before it (None if it was added), and the editions merged into it.

    `alike` names other events whose name is spelt almost the same.
    """

    event: EventRow
    before: EventRow | None
    merged: tuple[EventRow, ...]
    alike: tuple[str, ...]
    expected: tuple[str, ...] = ()


class EventRemoved(NamedTuple):
    """An edition that was removed, and how many meetings were logged at it; they stay."""

    event: EventRow
    meetings: int


def record(db: sqlite3.Connection, today: date, words: EventWords) -> EventRecorded:
    """Add or change the edition that was named, and note who is expected at it. Raises as `_record` does."""
    people = list({person.id: person for person in (find(db, text) for text in words.expected)}.values())
    recorded = _record(db, today, words)
    write.expect(db, recorded.event.id, [person.id for person in people])
    return recorded._replace(expected=tuple(person.name for person in people))


def _record(db: sqlite3.Connection, today: date, words: EventWords) -> EventRecorded:
    """Add or change the edition that was named.

    Raises EventNeedsDay, SeveralEditions, NoSuchEdition (nothing to rename), EndsBeforeItBegins, EditionsOverlap or
    MeetingsOutside.
    """
    name = checked(words.name, "the name of an event")
    edition, first = _edition(db, today, name, words.on)
    if edition is None and words.rename is not None:
        raise _no_edition(db, name, first)
    last = _last(words.until, edition, first, today)
    if edition is not None:
        return _change(db, edition, first, last, words)
    if clashing := _clashing(db, fold(name), first, last, words.merge):
        stored = clashing[0]
        return _change(db, stored, min(first, stored.starts_on), max(last, stored.ends_on), words)
    alike = read.events_like(db, name)
    number = write.add_event(db, name, first, last, **_columns(words))
    return EventRecorded(read.event(db, number), None, (), tuple(alike))


def remove(db: sqlite3.Connection, today: date, name: str, on: str | None) -> EventRemoved:
    """Remove an edition; the meetings logged at it stay. Raises as `to_remove` does."""
    removed = to_remove(db, today, name, on)
    write.remove_event(db, removed.event.id)
    return removed


def to_remove(db: sqlite3.Connection, today: date, name: str, on: str | None) -> EventRemoved:
    """The edition that the name and day identify, and its meetings; raises NoSuchEdition or SeveralEditions."""
    name = checked(name, "the name of an event")
    edition, day = _edition(db, today, name, on)
    if edition is None:
        raise _no_edition(db, name, day)
    return EventRemoved(edition, read.meetings_at(db, edition.id)[0])


def _change(
    db: sqlite3.Connection, stored: EventRow, first: date, last: date, words: EventWords
) -> EventRecorded:
    """Change an edition and, with --merge, merge other editions on its days into it."""
    name = stored.name if words.rename is None else checked(words.rename, "the name of an event")
    others = _clashing(db, fold(name), first, last, words.merge, stored.id)
    first = min([first, *(row.starts_on for row in others)])
    last = max([last, *(row.ends_on for row in others)])
    _, earliest, latest = read.meetings_at(db, stored.id)
    if outside := next((day for day in (earliest, latest) if day and not first <= day <= last), None):
        raise MeetingsOutside(visible(stored.name), outside.isoformat())
    inherited: dict[str, write.Value] = {
        column: next((getattr(row, column) for row in (stored, *others) if getattr(row, column)), None)
        for column in ("place", "host")
    }
    for other in others:
        write.merge_event(db, stored.id, other.id)
    days: dict[str, write.Value] = {"name": name, "key": fold(name), "starts_on": first, "ends_on": last}
    write.change(db, "event", stored.id, days | inherited | _columns(words))
    return EventRecorded(read.event(db, stored.id), stored, tuple(others), ())


def _columns(words: EventWords) -> dict[str, write.Value]:
    """The columns of an edition other than its name and days."""
    row: dict[str, write.Value] = dict.fromkeys(words.cleared)
    if words.goal is not None:
        row["goal"] = words.goal
    if words.place is not None:
        row["place"] = checked(words.place, "a place")
    if words.host is not None:
        row["host"] = checked(words.host, "a host")
    return row


def _edition(db: sqlite3.Connection, today: date, name: str, on: str | None) -> tuple[EventRow | None, date]:
    """The edition that a name and a day identify, and its first day; None and the day for a new one."""
    if on is None:
        event = _only(db, today, name)
        return event, event.starts_on
    coming, past = parse_day(on, today, "future"), parse_day(on, today, "past")
    for day in (coming, past):
        if edition := read.edition_on(db, fold(name), day):
            return edition, edition.starts_on
    # A date without its year is the nearest one, a weekday the next one.
    is_weekday = (coming - past).days <= WEEK
    return None, coming if is_weekday or coming - today <= today - past else past


def _only(db: sqlite3.Connection, today: date, name: str) -> EventRow:
    """The edition to use when no day is given: the one that is not over, else the only one."""
    editions = read.editions(db, fold(name))
    if not editions:
        raise EventNeedsDay(quoted(name), read.nearest_events(db, name))
    ahead = [row for row in editions if row.ends_on >= today]
    for choice in (ahead, editions):
        if len(choice) == 1:
            return choice[0]
    raise SeveralEditions(quoted(name), _days(ahead or editions), len(ahead or editions))


def _last(until: str | None, edition: EventRow | None, first: date, today: date) -> date:
    """The last day: the one given, else the present one, else the first day."""
    if until is None:
        return edition.ends_on if edition else first
    last = last_day(until, first, today)
    if last < first:
        raise EndsBeforeItBegins(quoted(until), first.isoformat())
    return last


def _clashing(
    db: sqlite3.Connection, key: str, first: date, last: date, allowed: bool, but: int | None = None
) -> list[EventRow]:
    """The editions of that key on any of these days; raises EditionsOverlap unless they are to be merged."""
    edition = [row for row in read.overlapping(db, key, first, last) if row.id != but]
    if edition and not allowed:
        raise EditionsOverlap(quoted(edition[0].name), _days(edition))
    return edition


def _no_edition(db: sqlite3.Connection, name: str, day: date) -> NoSuchEdition:
    return NoSuchEdition(quoted(name), day.isoformat(), _days(read.editions(db, fold(name))))


def _days(editions: list[EventRow]) -> list[str]:
    return [row.starts_on.isoformat() for row in editions[:_LISTED]]
