"""Read what the calendar export needs: cadences, birthdays, promises with a date, events."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netbook.store.standing import ACTIVE, LAST_CONTACT, PLANNED, START

RHYTHMS = f"""
SELECT p.uid, p.name, c.name, coalesce(p.cadence, c.cadence), {START}, {LAST_CONTACT}
FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE coalesce(p.cadence, c.cadence) IS NOT NULL AND {ACTIVE} AND NOT ({PLANNED})
ORDER BY p.name_key, p.id
"""

BIRTHDAYS = f"""
SELECT p.uid, p.name, p.birthday, p.added_on FROM person p
WHERE p.birthday IS NOT NULL AND {ACTIVE}
ORDER BY p.name_key, p.id
"""

PROMISES = f"""
SELECT f.uid, p.name, f.whose, f.text, f.promised_on, f.due_on
FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' AND f.due_on IS NOT NULL AND {ACTIVE}
ORDER BY f.due_on, f.id
"""

PLANS = """
SELECT plan.uid, plan.date, plan.at, plan.kind, plan.place, plan.text, plan.planned_on,
  (SELECT group_concat(name, char(10)) FROM (
    SELECT p.name FROM plan_person w JOIN person p ON p.id = w.person_id
    WHERE w.plan_id = plan.id ORDER BY p.name_key, p.id))
FROM plan WHERE plan.status = 'open'
ORDER BY plan.date, plan.at, plan.id
"""

EVENTS = "SELECT uid, name, starts_on, ends_on, place, host, goal FROM event ORDER BY starts_on, id"


class Rhythm(NamedTuple):
    """Somebody with a cadence, the day it runs from where there was no contact, and their last contact."""

    uid: str
    name: str
    circle: str | None
    cadence: str
    start: date
    last: date | None


class Birthday(NamedTuple):
    """Somebody's birthday, maybe without its year, and when they came into the journal."""

    uid: str
    name: str
    birthday: str
    added_on: date


class AgendaPromise(NamedTuple):
    """An open follow-up with a day."""

    uid: str
    name: str
    whose: str
    text: str
    promised_on: date
    due_on: date


class AgendaPlan(NamedTuple):
    """A meeting to come, with its people by name."""

    uid: str
    on: date
    at: str | None
    kind: str
    place: str | None
    text: str | None
    planned_on: date
    people: tuple[str, ...]


class AgendaEvent(NamedTuple):
    """An edition of an event."""

    uid: str
    name: str
    starts_on: date
    ends_on: date
    place: str | None
    host: str | None
    goal: int


def rhythms(db: sqlite3.Connection, today: date) -> Iterator[Rhythm]:
    """Everybody with a cadence whom the journal speaks of."""
    for uid, name, circle, cadence, start, last in db.execute(RHYTHMS, {"today": today.isoformat()}):
        met = date.fromisoformat(last) if last else None
        yield Rhythm(uid, name, circle, cadence, date.fromisoformat(start), met)


def birthdays(db: sqlite3.Connection, today: date) -> Iterator[Birthday]:
    """Everybody with a birthday whom the journal speaks of."""
    for uid, name, birthday, added_on in db.execute(BIRTHDAYS, {"today": today.isoformat()}):
        yield Birthday(uid, name, birthday, date.fromisoformat(added_on))


def promises(db: sqlite3.Connection, today: date) -> Iterator[AgendaPromise]:
    """What is promised by a day and still open."""
    for uid, name, whose, text, promised_on, due_on in db.execute(PROMISES, {"today": today.isoformat()}):
        promised, due = date.fromisoformat(promised_on), date.fromisoformat(due_on)
        yield AgendaPromise(uid, name, whose, text, promised, due)


def plans(db: sqlite3.Connection) -> Iterator[AgendaPlan]:
    """Every open plan, the earliest first."""
    for plan in map(AgendaPlan._make, db.execute(PLANS)):
        yield plan._replace(
            on=date.fromisoformat(str(plan.on)),
            planned_on=date.fromisoformat(str(plan.planned_on)),
            people=tuple(str(plan.people or "").split("\n")),
        )


def events(db: sqlite3.Connection) -> Iterator[AgendaEvent]:
    """Every event, past and to come."""
    for uid, name, starts_on, ends_on, *rest in db.execute(EVENTS):
        yield AgendaEvent(uid, name, date.fromisoformat(starts_on), date.fromisoformat(ends_on), *rest)
