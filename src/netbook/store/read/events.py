"""Read events: editions, who was met at them, and names that may be meant."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.core.events import EventRow
from netbook.core.matching import begins
from netbook.core.names import fold, squash
from netbook.core.text import quoted, visible
from netbook.core.typos import one_slip_apart
from netbook.errors import NoSuchEvent, SeveralEvents
from netbook.store.standing import known_before, second_contact

__all__ = ["EventRow", "edition_on", "events_like", "met_at", "new_at"]


_EVENT = "SELECT id, name, key, starts_on, ends_on, goal, place, host FROM event"

NUMBER = f"{_EVENT} WHERE id = :event"
ON_DAY = f"{_EVENT} WHERE key = :key AND starts_on <= :day AND ends_on >= :day ORDER BY starts_on LIMIT 1"
EDITIONS = f"{_EVENT} WHERE key = :key ORDER BY starts_on DESC"
OVERLAPPING = f"{_EVENT} WHERE key = :key AND starts_on <= :last AND ends_on >= :first ORDER BY starts_on"
BEGUN = f"""{_EVENT} WHERE starts_on BETWEEN :since AND :until AND (:key IS NULL OR key = :key)
ORDER BY starts_on DESC, id DESC"""
NEXT = f"{_EVENT} WHERE starts_on > :today AND (:key IS NULL OR key = :key) ORDER BY starts_on, id LIMIT 1"
COMING = f"""{_EVENT} WHERE ends_on >= :today AND starts_on <= :until AND ends_on >= :since
ORDER BY starts_on, id"""
PAST = f"""{_EVENT} WHERE ends_on < :today AND starts_on <= :until AND ends_on >= :since
ORDER BY starts_on DESC, id DESC"""
NAMES = "SELECT key, name FROM event ORDER BY starts_on, id"
MEETINGS = "SELECT count(*), min(date), max(date) FROM meeting WHERE event_id = :event"

MET = """
SELECT wanted.value, (
  SELECT count(DISTINCT a.person_id)
  FROM meeting m CROSS JOIN attendance a ON a.meeting_id = m.id
  WHERE m.event_id = wanted.value AND m.human = 1 AND m.date <= :today)
FROM json_each(:events) AS wanted
"""
# A new connection: the very first human contact, by date and then number, was a meeting at the event, and
# nothing says that they were known before its first day. That contact is looked up once for each person.
NEW = f"""
SELECT e.id, p.name, {second_contact("m.id", "m.date")}
FROM (
  SELECT DISTINCT a.person_id
  FROM json_each(:events) AS wanted
  CROSS JOIN meeting m ON m.event_id = wanted.value AND m.human = 1 AND m.date <= :today
  CROSS JOIN attendance a ON a.meeting_id = m.id) AS seen
CROSS JOIN meeting m ON m.id = (
  SELECT f.meeting_id FROM attendance f WHERE f.person_id = seen.person_id AND f.human = 1
  ORDER BY f.date, f.meeting_id LIMIT 1)
CROSS JOIN event e ON e.id = m.event_id
CROSS JOIN person p ON p.id = seen.person_id
WHERE m.date <= :today AND e.id IN (SELECT value FROM json_each(:events))
  AND NOT {known_before("e.starts_on")}
ORDER BY m.date, m.id, p.name_key
"""

_LISTED = 12


class NewConnection(NamedTuple):
    """A new connection at an event, and whether there was a second contact."""

    event: int
    name: str
    followed_up: int


def event(db: sqlite3.Connection, number: int) -> EventRow:
    """The event of a number that is in the journal."""
    return _events(db, NUMBER, event=number)[0]


def edition_on(db: sqlite3.Connection, name_key: str, day: date) -> EventRow | None:
    """The edition of the event of this key (`core.names.fold`) whose days include that one."""
    result = _events(db, ON_DAY, key=name_key, day=day)
    return result[0] if result else None


def editions(db: sqlite3.Connection, name_key: str) -> list[EventRow]:
    """Every edition of the event of this key, the latest first."""
    return _events(db, EDITIONS, key=name_key)


def overlapping(db: sqlite3.Connection, name_key: str, first: date, last: date) -> list[EventRow]:
    """The editions of the event of this key with a day in common with that span, the earliest first."""
    return _events(db, OVERLAPPING, key=name_key, first=first, last=last)


def begun(db: sqlite3.Connection, since: date, until: date, name_key: str | None = None) -> list[EventRow]:
    """The events, or editions of one, whose first day is in that span, the latest first."""
    return _events(db, BEGUN, since=since, until=until, key=name_key)


def next_event(db: sqlite3.Connection, today: date, name_key: str | None = None) -> EventRow | None:
    """The first event, or edition of one, that begins after today."""
    result = _events(db, NEXT, today=today, key=name_key)
    return result[0] if result else None


def coming(db: sqlite3.Connection, today: date, since: date, until: date) -> list[EventRow]:
    """The events that are not over and have a day in that span, the next one first."""
    return _events(db, COMING, today=today, since=since, until=until)


def past(db: sqlite3.Connection, today: date, since: date, until: date) -> list[EventRow]:
    """The events that are over and had a day in that span, the latest first."""
    return _events(db, PAST, today=today, since=since, until=until)


def met_at(db: sqlite3.Connection, events: Iterable[int], today: date) -> dict[int, int]:
    """How many different people were met at each of these events up to today, in human contact."""
    # A list of numbers is JSON as it stands; json would be one more module to load.
    return dict(db.execute(MET, {"events": str(list(events)), "today": today.isoformat()}))


def new_at(db: sqlite3.Connection, events: Iterable[int], today: date) -> list[NewConnection]:
    """The new connections at these events up to today, in the order in which they were met."""
    values = {"events": str(list(events)), "today": today.isoformat()}
    return [NewConnection._make(row) for row in db.execute(NEW, values)]


def meetings_at(db: sqlite3.Connection, number: int) -> tuple[int, date | None, date | None]:
    """How many meetings were logged at an event, and the first and the last day of them."""
    count, first, last = db.execute(MEETINGS, {"event": number}).fetchone()
    return count, first and date.fromisoformat(first), last and date.fromisoformat(last)


def named(db: sqlite3.Connection, text: str) -> tuple[str, str]:
    """Key and name of the event that the text means: its name, or words that each begin a word of it.

    Raises SeveralEvents rather than guess, NoSuchEvent with the nearest names.
    """
    names, key = _names(db), fold(text)
    matches = [other for other in names if squash(other) == squash(key)]
    matches = matches or [other for other in names if begins(key.split(), [other])]
    if len(matches) > 1:
        raise SeveralEvents(
            quoted(text), [visible(names[match]) for match in matches[:_LISTED]], len(matches)
        )
    if not matches:
        raise NoSuchEvent(quoted(text), nearest_events(db, text))
    return matches[0], names[matches[0]]


def events_like(db: sqlite3.Connection, name: str) -> list[str]:
    """The names of other events that are a slip of the keyboard away from this one."""
    key = fold(name)
    return [other for other_key, other in _names(db).items() if one_slip_apart(key, other_key)]


def keys(db: sqlite3.Connection) -> set[str]:
    """The keys (`core.names.fold`) of all events."""
    return set(_names(db))


def nearest_events(db: sqlite3.Connection, text: str) -> list[str]:
    """Up to three names of events that are spelt much like this."""
    from netbook.core.nearest import nearest_names

    return nearest_names(fold(text), _names(db))


def _names(db: sqlite3.Connection) -> dict[str, str]:
    """Every event's name by its key, as the latest edition spells it."""
    return dict(db.execute(NAMES))


def _events(db: sqlite3.Connection, statement: str, **values: str | int | date | None) -> list[EventRow]:
    plain = {name: str(value) if isinstance(value, date) else value for name, value in values.items()}
    return [
        row._replace(
            starts_on=date.fromisoformat(str(row.starts_on)), ends_on=date.fromisoformat(str(row.ends_on))
        )
        for row in map(EventRow._make, db.execute(statement, plain))
    ]
