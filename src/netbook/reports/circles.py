"""Circles and the balance between them."""

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from netbook.reports.due import DueQuery
from netbook.reports.due import build as due_report
from netbook.store.read.groups import circle
from netbook.store.standing import ACTIVE

BALANCE = f"""
SELECT c.name, c.cadence, c.description,
  (SELECT count(*) FROM person p WHERE p.circle_id = c.id AND {ACTIVE}),
  (SELECT count(*) FROM person p JOIN attendance a ON a.person_id = p.id
   WHERE p.circle_id = c.id AND a.human = 1 AND a.date > :since AND a.date <= :today)
FROM circle c ORDER BY c.id
"""


class CircleActivity(NamedTuple):
    """A circle, how many active people are in it, and their human contacts since a day."""

    name: str
    cadence: str
    description: str | None
    people: int
    contacts: int


def _balance(db: sqlite3.Connection, since: date, today: date) -> list[CircleActivity]:
    """Every circle with its people and its human contacts after `since`, up to today."""
    rows = db.execute(BALANCE, {"since": since.isoformat(), "today": today.isoformat()})
    return [CircleActivity(*row) for row in rows]


DAYS = 90


class CircleRow(NamedTuple):
    """A circle: its people, how many of them are due, and the human contacts of the last 90 days."""

    circle: str
    cadence: str
    people: int
    due: int
    contacts: int
    share: int
    description: str | None


class CirclesReport(NamedTuple):
    """Every circle, in the order in which they were made."""

    rows: list[CircleRow]

    @property
    def empty(self) -> list[str]:
        """The circles nobody is in."""
        return [row.circle for row in self.rows if not row.people]


def build(db: sqlite3.Connection, today: date) -> CirclesReport:
    """The circles of a journal; `share` is the circle's part of all circles' contacts, in percent."""
    activity = _balance(db, today - timedelta(days=DAYS), today)
    contacts = sum(row.contacts for row in activity)
    return CirclesReport(
        [
            CircleRow(
                circle=row.name,
                cadence=row.cadence,
                people=row.people,
                due=due_report(db, today, DueQuery(only=("contact",), circle=row.name, limit=0)).total,
                contacts=row.contacts,
                share=round(100 * row.contacts / contacts) if contacts else 0,
                description=row.description,
            )
            for row in activity
        ]
    )


def named(db: sqlite3.Connection, name: str) -> str:
    """A circle's name as the journal has it; raises NoSuchCircle."""
    return circle(db, name).name
