"""The journal as a calendar: when to reach out, birthdays, promises with a date, plans, events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from netbook.core.birthdays import next_birthday
from netbook.core.due import next_contact
from netbook.core.text import clip, joined
from netbook.formats.ical_dump import Days, dump
from netbook.store.read import agenda as facts

NAME = "netbook"
LONGEST_SUMMARY = 200
# A birthday without its year begins in this one, which has a 29 February.
_SOME_YEAR = date(2000, 1, 1)


def calendar(db: sqlite3.Connection, today: date) -> tuple[Iterator[str], int]:
    """The text of the calendar, piece by piece, and how many entries it has."""
    results = [*_rhythms(db, today), *_birthdays(db, today), *_promises(db, today), *_plans(db), *_events(db)]
    return dump(NAME, results), len(results)


def _rhythms(db: sqlite3.Connection, today: date) -> Iterator[Days]:
    for person in facts.rhythms(db, today):
        due = next_contact(person.cadence, person.last, person.start)
        if due is None:
            continue
        circle = f"{person.circle}, " if person.circle else ""
        last = f"last contact {person.last.isoformat()}" if person.last else "no contact yet"
        yield Days(
            uid=f"{person.uid}-due@netbook",
            stamp=person.last or person.start,
            first=due,
            last=due,
            summary=f"Reach out to {person.name}",
            description=f"{circle}every {person.cadence}; {last}",
        )


def _birthdays(db: sqlite3.Connection, today: date) -> Iterator[Days]:
    for person in facts.birthdays(db, today):
        known = not person.birthday.startswith("--")
        day = date.fromisoformat(person.birthday) if known else next_birthday(person.birthday, _SOME_YEAR)
        # Kept on 28 February in years without a 29th: on the last day of the month.
        leap = person.birthday.endswith("02-29")
        yield Days(
            uid=f"{person.uid}-birthday@netbook",
            stamp=person.added_on,
            first=day,
            last=day,
            summary=f"{person.name}'s birthday",
            description=f"born {person.birthday}" if known else None,
            yearly=";BYMONTH=2;BYMONTHDAY=-1" if leap else "",
        )


def _promises(db: sqlite3.Connection, today: date) -> Iterator[Days]:
    for promise in facts.promises(db, today):
        mine = promise.whose == "mine"
        sentence = f"Promised to {promise.name}" if mine else f"{promise.name} promised"
        yield Days(
            uid=f"{promise.uid}-promise@netbook",
            stamp=promise.promised_on,
            first=promise.due_on,
            last=promise.due_on,
            summary=clip(f"{sentence}: {promise.text}", LONGEST_SUMMARY),
            description=promise.text,
        )


def _plans(db: sqlite3.Connection) -> Iterator[Days]:
    for plan in facts.plans(db):
        at = f"{plan.at} " if plan.at else ""
        yield Days(
            uid=f"{plan.uid}-plan@netbook",
            stamp=plan.planned_on,
            first=plan.on,
            last=plan.on,
            summary=clip(f"{at}{plan.kind} with {joined(plan.people)}", LONGEST_SUMMARY),
            description=plan.text,
            place=plan.place,
        )


def _events(db: sqlite3.Connection) -> Iterator[Days]:
    for event in facts.events(db):
        host = f"; {event.host}" if event.host else ""
        yield Days(
            uid=f"{event.uid}-event@netbook",
            stamp=event.starts_on,
            first=event.starts_on,
            last=event.ends_on,
            summary=event.name,
            description=f"goal: {event.goal} new{host}",
            place=event.place,
        )
