"""Fleeting encounters: conversations with people who never gave a name."""

import sqlite3
from datetime import date
from typing import NamedTuple

FLEETING = """
SELECT m.id, m.date, m.kind, m.fleeting, m.place, e.name, m.summary
FROM meeting m LEFT JOIN event e ON e.id = m.event_id
WHERE m.fleeting IS NOT NULL AND m.date <= ?
ORDER BY m.date DESC, m.id DESC
"""
PEOPLE = "SELECT person_id FROM attendance WHERE meeting_id = ?"


class Encounter(NamedTuple):
    """A meeting at which somebody unnamed was spoken to."""

    meeting: int
    on: date
    kind: str
    text: str
    place: str | None
    event: str | None
    summary: str | None


def encounters(db: sqlite3.Connection, today: date) -> list[Encounter]:
    """Fleeting encounters up to today, the latest first."""
    rows = db.execute(FLEETING, (today.isoformat(),))
    return [Encounter(meeting, date.fromisoformat(on), *rest) for meeting, on, *rest in rows]


def people_at_meeting(db: sqlite3.Connection, meeting: int) -> set[int]:
    """Everybody with a name who was at a meeting."""
    return {person for (person,) in db.execute(PEOPLE, (meeting,))}
