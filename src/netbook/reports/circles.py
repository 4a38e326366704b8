"""Circles and the balance between them."""

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from netbook.reports.due import DueQuery
from netbook.reports.due import build as due_report
from netbook.store.read import circles as read
from netbook.store.read.groups import circle

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
    activity = read.balance(db, today - timedelta(days=DAYS), today)
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
