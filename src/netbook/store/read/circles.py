"""Read how many people are in each circle, and how often you were in contact with them."""

import sqlite3
from datetime import date
from typing import NamedTuple

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


def balance(db: sqlite3.Connection, since: date, today: date) -> list[CircleActivity]:
    """Every circle with its people and its human contacts after `since`, up to today."""
    rows = db.execute(BALANCE, {"since": since.isoformat(), "today": today.isoformat()})
    return [CircleActivity(*row) for row in rows]
