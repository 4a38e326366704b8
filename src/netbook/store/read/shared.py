"""What two people are known to have with each other."""

import sqlite3
from datetime import date
from typing import NamedTuple

TOPICS = """
SELECT t.name, max(one.found_on, other.found_on)
FROM commonality one
JOIN commonality other ON other.topic_id = one.topic_id AND other.person_id = :other
JOIN topic t ON t.id = one.topic_id
WHERE one.person_id = :one
ORDER BY t.key
"""
EVENTS = """
SELECT e.name, e.starts_on FROM event e
WHERE e.id IN (
  SELECT m.event_id FROM attendance a JOIN meeting m ON m.id = a.meeting_id
  WHERE a.person_id = :one AND a.date <= :today AND m.event_id IS NOT NULL
  INTERSECT
  SELECT m.event_id FROM attendance a JOIN meeting m ON m.id = a.meeting_id
  WHERE a.person_id = :other AND a.date <= :today AND m.event_id IS NOT NULL
)
ORDER BY e.starts_on DESC, e.key
"""
BELONGING = """
SELECT c.name, p.org, p.department, p.place
FROM person p LEFT JOIN circle c ON c.id = p.circle_id WHERE p.id = ?
"""


class Belonging(NamedTuple):
    """Where somebody belongs."""

    circle: str | None
    org: str | None
    department: str | None
    place: str | None


def topics(db: sqlite3.Connection, one: int, other: int) -> list[tuple[str, date]]:
    """Topics you share with both, and since when with both."""
    rows = db.execute(TOPICS, {"one": one, "other": other})
    return [(name, date.fromisoformat(since)) for name, since in rows]


def events(db: sqlite3.Connection, one: int, other: int, today: date) -> list[tuple[str, date]]:
    """Editions of events at which you met both, and their first day; the latest first."""
    rows = db.execute(EVENTS, {"one": one, "other": other, "today": today.isoformat()})
    return [(name, date.fromisoformat(starts_on)) for name, starts_on in rows]


def belonging(db: sqlite3.Connection, person_id: int) -> Belonging:
    """The circle, organisation, department and place of somebody."""
    return Belonging(*db.execute(BELONGING, (person_id,)).fetchone())
